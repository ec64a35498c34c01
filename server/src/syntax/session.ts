/**
 * What somebody typed into a terminal, among what was printed there: lines after a prompt, or that are plainly
 * commands.
 */
import type { Range } from './fragment.ts';

/** `$ `, `user@host:~$ `, `[root@host ~]# `, `bash-5.1# `, `~ # `, after the name of an environment. */
const prompt =
  /^[ \t]*(?:\([\w.-]+\)[ \t]*)?(?:\[?[\w.-]+@[\w.-]+[^\n$#]{0,80}[$#]|(?:ba|a|da)?sh-\d[\d.]*[$#]|[~/][\w/.-]*[ \t]?[$#]|\$)[ \t]+(?=\S)/;

/** The prompt of root, which begins a comment everywhere else. */
const rootPrompt = /^[ \t]*#[ \t]+(?=\S)/;

export function startsWithPrompt(text: string): boolean {
  return prompt.test(text.trimStart());
}

/** With `rootToo`, a `#` is a prompt when a command is after it. */
export function hasPrompt(text: string, rootToo: boolean): boolean {
  return text.split('\n').some(line => prompt.test(line) || (rootToo && rootCommand(line) !== undefined));
}

/** Whether the first line is a command after the prompt of root. */
export function startsAsRoot(text: string): boolean {
  return rootCommand(text.trimStart().split('\n', 1)[0]!) !== undefined;
}

/** The lines after prompts, and those that go on with them; their prompts left out. */
export function promptedLines(text: string, lines: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  const isRoot = !lines.some(({ start, end }) => prompt.test(text.slice(start, end)));
  let goesOn = false;
  let heredoc: string | undefined;
  for (const { start, end } of lines) {
    const line = text.slice(start, end);
    const width = isRoot ? rootCommand(line) : prompt.exec(line)?.[0].length;
    if (heredoc !== undefined || (goesOn && width === undefined)) {
      const skipped = /^>[ \t]?/.exec(line)?.[0].length ?? 0;
      found.push({ start: start + skipped, end });
      if (line.slice(skipped).trim() === heredoc) heredoc = undefined;
    } else if (width === undefined) {
      goesOn = false;
      continue;
    } else {
      found.push({ start: start + width, end });
      heredoc = /<<-?[ \t]*(["']?)([A-Za-z_]\w*)\1/.exec(line)?.[2];
    }
    goesOn = /(?:\\|&&|\|\|?)[ \t]*$/.test(line);
  }
  return found;
}

function rootCommand(line: string): number | undefined {
  const width = rootPrompt.exec(line)?.[0].length;
  return width !== undefined && isPlainly(line.slice(width)) ? width : undefined;
}

/** The lines that a block begins with, as long as they are plainly commands, comments and empty ones. */
export function firstCommands(text: string, lines: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  let goesOn = false;
  for (const range of lines) {
    const line = text.slice(range.start, range.end);
    if (!goesOn && !/^[ \t]*(?:#|$)/.test(line) && !isPlainly(line)) break;
    found.push(range);
    goesOn = line.endsWith('\\');
  }
  return found.some(({ start, end }) => isPlainly(text.slice(start, end))) ? found : [];
}

const command =
  /^[ \t]*(?:sudo[ \t]+(?:-\w+[ \t]+)*)?(?:\/usr\/bin\/)?(?:mender(?:-[a-z]+)*|systemctl|journalctl)(?:[ \t]+|$)/;

/** What a sentence that begins with the name of a program does not go on with. */
const argument = /^(?:[-/.~$<"'|&;>\\{(]|\d|[A-Z_]+$|mender$)|[/_=-]|\.\w/;

/** A program that is asked for something, with arguments that no sentence has. */
function isPlainly(line: string): boolean {
  const start = command.exec(line)?.[0].length;
  if (start === undefined) return false;
  const all = line
    .slice(start)
    .trim()
    .split(/[ \t]+/);
  const operator = all.findIndex(word => /^(?:&&|\|\|?|;)$/.test(word));
  const words = operator < 0 ? all : all.slice(0, operator);
  const verb = words.findIndex(word => !word.startsWith('-'));
  if (verb < 0) return words.some(word => word !== '');
  return words.every((word, index) => argument.test(word) || (index === verb && /^[a-z]+$/.test(word)));
}
