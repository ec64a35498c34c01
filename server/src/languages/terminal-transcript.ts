/** Commands typed into a terminal, among its output: lines after a prompt, or lines that are plainly commands. */
import type { Range } from '../text/fragment.ts';
import { goesWithCommands, isPlainCommand } from './plain-commands.ts';

/** `$ `, `user@host:~$ `, `[root@host ~]# `, `bash-5.1# `, `~ # `, after the name of an environment. */
const prompt =
  /^[ \t]*(?:\([\w.-]+\)[ \t]*)?(?:\[?[\w.-]+@[\w.-]+[^\n$#]{0,80}[$#]|(?:ba|a|da)?sh-\d[\d.]*[$#]|[~/][\w/.-]*[ \t]?[$#]|\$)[ \t]+(?=\S)/;

/** The prompt of root, which begins a comment everywhere else. */
const rootPrompt = /^[ \t]*#[ \t]+(?=\S)/;

export function startsWithPrompt(text: string): boolean {
  return prompt.test(text.trimStart());
}

/** With `rootToo`, a `#` before a command is a prompt. */
export function hasPrompt(text: string, rootToo: boolean): boolean {
  return text.split('\n').some(line => prompt.test(line) || (rootToo && rootCommand(line) !== undefined));
}

/** Whether the first line is a command after the prompt of root. */
export function startsAsRoot(text: string): boolean {
  return rootCommand(text.trimStart().split('\n', 1)[0]!) !== undefined;
}

/** The lines after prompts without the prompts, and their continuation lines. */
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
      heredoc = heredocIn(line);
    }
    goesOn = /(?:\\|&&|\|\|?)[ \t]*$/.test(line);
  }
  return found;
}

function rootCommand(line: string): number | undefined {
  const width = rootPrompt.exec(line)?.[0].length;
  return width !== undefined && isPlainCommand(line.slice(width), true) ? width : undefined;
}

/** The first lines of a block, as long as they are plainly commands, lines that go with them, comments or empty. */
export function firstCommands(text: string, lines: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  let goesOn = false;
  let heredoc: string | undefined;
  for (const range of lines) {
    const line = text.slice(range.start, range.end);
    const isRead = goesOn || heredoc !== undefined || /^[ \t]*(?:#|$)/.test(line) || goesWithCommands(line);
    if (!isRead && !isPlainCommand(line)) break;
    found.push(range);
    if (line.trim() === heredoc) heredoc = undefined;
    else heredoc ??= heredocIn(line);
    goesOn = /(?:\\|&&|\|\|?)$/.test(line);
  }
  return found.some(({ start, end }) => isPlainCommand(text.slice(start, end))) ? found : [];
}

/** The delimiter of the heredoc that a line begins. */
function heredocIn(line: string): string | undefined {
  return /<<-?[ \t]*(["']?)([A-Za-z_]\w*)\1/.exec(line)?.[2];
}
