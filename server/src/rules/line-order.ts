/** Whether the order of the lines that a command prints matters to who gets them. Whoever is not known to mind none counts. */
import { branchContextsOf } from '../usage/branch-context.ts';
import type { Invocation } from '../usage/usage.ts';

/** Programs that take one line after the other, each for itself, unless they are told otherwise. */
const byLine: ReadonlyMap<string, RegExp | undefined> = new Map([
  ['grep', /\s-[a-zA-Z]*[mnbABC]|\s--(?:max-count|line-number|byte-offset|(?:after-|before-)?context)/],
  ['egrep', /\s-[a-zA-Z]*[mnbABC]/],
  ['fgrep', /\s-[a-zA-Z]*[mnbABC]/],
  ['cut', undefined],
  ['tr', /\\n|\s-[cs]/],
  ['wc', undefined],
  ['sed', /(?:^|[\s;'"{,])(?:\d|\$[!a-zA-Z])|[qQNG]/],
  ['awk', /\b(?:N|FN|O?R)R\b|\bRS\b|getline|exit/],
]);
/** Programs that show it to a person. */
const showing = new Set(['cat', 'less', 'more', 'logger', 'systemd-cat', 'ts']);

export function orderMatters({ source, command, name, context }: Invocation): boolean {
  if (name.source !== source) return true;
  const behind = source.text.slice(command.end);
  const piped = /^\s*\|(?!\|)&?/.exec(behind);
  if (piped) return matchedBy(behind.slice(piped[0].length), context.read === true);
  if (context.read || goesIntoFile({ source, command })) return true;
  // A group, a loop or a function around it, or the whole script, may be what goes into a file or a pipe.
  const isInside = [...branchContextsOf(context.branchContext)].length > 1;
  const { outputs } = context;
  if (!outputs) return false;
  return (
    (isInside && outputs.isClosedAfter(source.startOf(command.end))) ||
    outputs.isSentBefore(source.startOf(command.start))
  );
}

export function goesIntoFile({ source, command }: Pick<Invocation, 'source' | 'command'>): boolean {
  return writesFile.test(source.text.slice(command.start, command.end));
}

const writesFile = /(?<![<>&\d-])1?>{1,2}\|?\s*(?!&|["']?\/dev\/(?:null|std(?:out|err)|tty))\S|&>/;

/** `text` begins behind a `|`. */
function matchedBy(text: string, isRead: boolean): boolean {
  let selected = false;
  for (const stage of pipeline(text)) {
    const [, program = '', rest = ''] =
      /^\s*(?:\w+=\S*\s+)*(?:sudo\s+)?(?:\/\S*\/)?([\w-]+)([\s\S]*)$/.exec(stage) ?? [];
    if (program === 'sort') return false;
    if (showing.has(program)) return isRead && !selected;
    const unless = byLine.get(program);
    if (!byLine.has(program) || unless?.test(rest)) return true;
    selected = true;
  }
  return !selected;
}

/** The commands of the pipeline that goes on here, quotes minded. */
function pipeline(text: string): string[] {
  const stages: string[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(/'[^']*'|"(?:[^"\\]|\\.)*"|\\[\s\S]|\|\|?|&&?|;|\n|[)`}]/g)) {
    if (/^['"\\]/.test(found)) continue;
    stages.push(text.slice(from, index));
    if (found !== '|') return stages;
    from = index + 1;
  }
  return [...stages, text.slice(from)];
}
