/**
 * Whether the order of the lines that a command prints matters to their reader. It does unless the reader is known to
 * ignore it.
 */

import { hasOption, readTexts } from '../programs/command-line.ts';
import { programOf } from '../programs/programs.ts';
import { branchContextsOf } from '../usage/branch-context.ts';
import type { Invocation } from '../usage/usage.ts';

export function orderMatters({ source, command, name, context }: Invocation): boolean {
  if (name.source !== source) return true;
  const after = source.text.slice(command.end);
  const piped = /^\s*\|(?!\|)&?/.exec(after);
  if (piped) return matchedBy(after.slice(piped[0].length), context.read === true);
  if (context.read || goesIntoFile({ source, command })) return true;
  // The output of a group, a loop or a function around it, or of the whole script, may go into a file or a pipe.
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

/** `text` begins after a `|`. */
function matchedBy(text: string, isRead: boolean): boolean {
  let selected = false;
  for (const stage of pipeline(text)) {
    const [, program = '', rest = ''] =
      /^\s*(?:\w+=\S*\s+)*(?:sudo\s+)?(?:\/\S*\/)?([\w-]+)([\s\S]*)$/.exec(stage) ?? [];
    const { sorts, passes, byLine, ...known } = programOf(program);
    if (sorts) return false;
    if (passes === 'shows') return isRead && !selected;
    if (!byLine || (byLine !== true && byLine.test(rest))) return true;
    if (hasOption(readTexts(rest.trim().split(/\s+/), known), 'positions')) return true;
    selected = true;
  }
  return !selected;
}

/** The commands of the rest of the pipeline, with regard to quotes. */
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
