/** A command that works on a file of the old unit, changed into one that does the same with those of both new units. */
import { optionFor, programOf } from '../programs/programs.ts';
import type { Fragment, Range } from '../text/fragment.ts';
import type { Place } from '../usage/usage.ts';
import { type Edit, EditBuilder } from './fix.ts';
import { type NameInWord, withName } from './name-in-word.ts';
import { needsBraces } from './split-service.ts';

/** The program and the command line that a file is named in. */
export interface FileCommand {
  readonly source: Fragment;
  readonly command: Range;
  readonly place: Place;
  /** Undefined for the file of a redirection. */
  readonly program: string | undefined;
}

/** `names`: the old unit in the words of the command; `units` replace it. Undefined where that cannot be written. */
export function forBothUnits(
  command: FileCommand,
  names: readonly NameInWord[],
  units: readonly [string, string],
): readonly Edit[] | undefined {
  const { source, place, program } = command;
  const [name] = names;
  if (!name || place === 'directive' || names.some(({ word, definition }) => definition || word.source !== source))
    return undefined;
  if (program === undefined) return redirected(command, name, units);
  const both = programOf(program).files?.both;
  if (both === 'one-call') return inOneCall(names, units);
  return both === 'two-calls' ? inTwoCalls(command, names, units) : undefined;
}

function inOneCall(
  names: readonly NameInWord[],
  [first, second]: readonly [string, string],
): readonly Edit[] | undefined {
  const edits = new EditBuilder();
  for (const name of names) {
    const { source, end } = name.word;
    edits.replace(source, name.range, first).insertAfter(source, end, ` ${withName(name, second)}`);
  }
  return edits.finish();
}

function inTwoCalls(
  { source, command, place, program }: FileCommand,
  names: readonly NameInWord[],
  units: readonly [string, string],
): readonly Edit[] | undefined {
  const text = source.text.slice(command.start, command.end);
  // A heredoc belongs to one call.
  if (text.includes('<<')) return undefined;
  const calls = units.map(unit => {
    const edits = new EditBuilder();
    for (const range of everyUse(source, command, names)) edits.replace(source, range, unit);
    return edits.preview(source, command);
  });
  const [first, second] = calls;
  if (first === undefined || second === undefined) return undefined;
  // A file that was moved there is missing for the second one.
  const isTarget = source.text.slice(names.at(-1)!.word.end, command.end).trim() === '';
  const isMoved = programOf(program ?? '').files?.copies !== undefined && names.length === 1 && isTarget;
  const copied = isMoved ? asCopy(first, program!) : first;
  if (copied === undefined) return undefined;
  const joined = `${copied} && ${second}`;
  return new EditBuilder().replace(source, command, needsBraces(place, 'and') ? `{ ${joined}; }` : joined).finish();
}

/** The same call as a copy, which keeps the original file; undefined if it may have other options. */
function asCopy(call: string, program: string): string | undefined {
  const { as, flags } = programOf(program).files!.copies!;
  const name = new RegExp(`\\b${program}(?=\\s+(?:-[${flags}]+\\s+)*[^-\\s])`);
  return name.test(call) ? call.replace(name, as) : undefined;
}

/** Also where another word names the same unit, as in `cp UNIT UNIT.bak`: a user's own file need not get a new name. */
function everyUse(source: Fragment, { start, end }: Range, names: readonly NameInWord[]): readonly Range[] {
  const [{ range }] = names as [NameInWord];
  const own = source.text.slice(range.start, range.end).replace(/[.@]/g, '\\$&');
  const installed = new RegExp(`(?<=systemd/(?:system|user)/(?:[^\\s"']*/)?)${own}(?![\\w-])`, 'g');
  const others = [...source.text.slice(start, end).matchAll(installed)].map(({ index, 0: { length } }) => ({
    start: start + index,
    end: start + index + length,
  }));
  const known = names.map(name => name.range);
  return [...known, ...others.filter(other => !known.some(({ start: at }) => at === other.start))];
}

/** `cat > FILE <<EOF` and `echo TEXT > FILE`: tee(1) writes several files. */
function redirected(
  { source, command }: FileCommand,
  name: NameInWord,
  [first, second]: readonly [string, string],
): readonly Edit[] | undefined {
  const { word } = name;
  const before = source.text.slice(command.start, word.start);
  const after = source.text.slice(word.end, command.end);
  const [whole, operator] = /\s*1?(>{1,2})\|?\s*$/.exec(before) ?? [];
  if (whole === undefined) return undefined;
  const files = [first, second].map(unit => withName(name, unit)).join(' ');
  const tee = `tee ${operator === '>>' ? `${optionFor(programOf('tee'), 'append')} ` : ''}${files}`;
  const edits = new EditBuilder();
  const program = before.slice(0, before.length - whole.length);
  const heredoc = /^(?:<<-?\s*["'\\]?\w+["']?)?$/;
  if (/^cat\b/.test(program) && heredoc.test(program.slice(3).trim()) && heredoc.test(after.trim()))
    return edits
      .replace(source, { start: command.start, end: command.start + 3 }, tee)
      .replace(source, word, '/dev/null')
      .finish();
  if (!/^(?:echo|printf)\s/.test(program) || after.trim() !== '') return undefined;
  const start = command.start + program.length;
  return edits.replace(source, { start, end: word.end }, ` | ${tee} > /dev/null`).finish();
}
