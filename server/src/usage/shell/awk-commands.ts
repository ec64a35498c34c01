/** Command lines that a program of awk runs, or prints: its expressions as a shell would get them. */

import { innerScript } from '../../languages/shell/shell-word.ts';
import { hasOption, readOptions } from '../../programs/command-line.ts';
import { findProgram, programOf } from '../../programs/programs.ts';
import { Decoder, type Fragment, slice } from '../../text/fragment.ts';
import type { Word } from '../../text/word.ts';

export function isAwk(name: string): boolean {
  return findProgram(name)?.names.includes('awk') === true;
}

export interface AwkCommand {
  readonly line: Fragment;
  /** Its input. */
  readonly input?: Fragment;
}

/** POSIX, "awk": `system(EXPRESSION)`, `EXPRESSION | getline`, `print ... | "sh"`. */
export function awkCommands(args: readonly Word[]): readonly AwkCommand[] {
  const program = programText(args);
  if (!program) return [];
  const { text } = program;
  const started = [...text.matchAll(/\bsystem\s*\(|"(?=(?:[^"\\\n]|\\.)*"\s*\|\s*getline\b)/g)];
  const run = started.map(({ 0: found, index }) => commandAt(program, index + (found === '"' ? 0 : found.length)));
  const reading = printedLines(program).flatMap(({ line: input, end }) => {
    const pipe = /^\s*\|\s*(?=")/.exec(text.slice(end));
    return pipe ? [{ line: commandAt(program, end + pipe[0].length).line, input }] : [];
  });
  return [...run.map(({ line }) => ({ line })), ...reading];
}

/** Its output, one line for each statement. */
export function awkPrinted(args: readonly Word[]): readonly Fragment[] {
  const program = programText(args);
  return program ? printedLines(program).flatMap(({ line, end }) => (isKept(program.text, end) ? [] : [line])) : [];
}

function programText(args: readonly Word[]): Fragment | undefined {
  const line = readOptions(args, programOf('awk'));
  const [program] = line.operands;
  return program && !hasOption(line, 'pattern-file') ? innerScript(program) : undefined;
}

/** The output goes to a file, or to another program. */
function isKept(text: string, end: number): boolean {
  return /^\s*[|>]/.test(text.slice(end));
}

interface Line {
  readonly line: Fragment;
  readonly end: number;
}

function printedLines(program: Fragment): readonly Line[] {
  return [...program.text.matchAll(/\bprint(f?)\s*\(?(?=\s*")/g)].map(({ 0: found, 1: format, index }) =>
    commandAt(program, index + found.length, format === 'f' ? 'format' : 'list'),
  );
}

const token = /\s*(?:"((?:[^"\\\n]|\\.)*)"|(\$?\w+(?:\[[^\]]*\]|\([^()]*\))?)|(,))/y;

/** Adjacent strings are one text; all else is known only at run time. */
function commandAt(program: Fragment, start: number, kind: 'text' | 'list' | 'format' = 'text'): Line {
  const decoder = new Decoder();
  let end = start;
  token.lastIndex = start;
  for (let found = token.exec(program.text); found; found = token.exec(program.text)) {
    const [whole, string, value, comma] = found;
    const range = { start: token.lastIndex - whole.trimStart().length, end: token.lastIndex };
    if (comma !== undefined && kind !== 'list') break;
    end = range.end;
    if (string !== undefined) addString(decoder, string, range.start + 1, kind === 'format');
    else decoder.decode(value === undefined ? ' ' : '$__', range);
  }
  // The values for a format follow it.
  const close = kind === 'format' ? /^[^|>;}\n]*/.exec(program.text.slice(end))![0].length : 0;
  const after = /^\s*\)?/.exec(program.text.slice(end + close))![0].length;
  const whole = { start, end };
  return {
    line: decoder.finish(slice(program, { start: 0, end: program.text.length }), whole, plain),
    end: end + close + after,
  };
}

function addString(decoder: Decoder, text: string, start: number, isFormat: boolean): void {
  for (const { 0: part, index } of text.matchAll(/\\.|%[-\d.]*[a-z]|[^\\%]+|./gs)) {
    const range = { start: start + index, end: start + index + part.length };
    if (part.startsWith('\\')) decoder.decode(part === '\\n' ? '\n' : part.slice(1), range);
    else if (isFormat && part.length > 1 && part.startsWith('%')) decoder.decode('$__', range);
    else decoder.copy(part, range.start);
  }
}

/** The text of a string of awk, if it reads as it is written. */
function plain(text: string): string | undefined {
  return /["\\\n]|\$__/.test(text) ? undefined : text;
}
