/** Functions of a script that run their own arguments, such as `run() { echo "+ $*"; "$@"; }`. */

import { shellWord } from '../../syntax/shell-word.ts';
import type { Word } from '../../syntax/word.ts';
import { type Run, runsOf } from '../wrappers.ts';
import type { ShellFunction, SimpleCommand } from './walk.ts';

/** How a function runs what it is given. */
export interface PassThrough {
  /** The arguments are a program's words, or one of them is a script. */
  readonly runs: 'program' | 'script';
  /** Arguments before them that the function takes for itself. */
  readonly skip: number;
}

const DEEPEST_WRAPPER = 6;

export function passThroughs(functions: readonly ShellFunction[]): ReadonlyMap<string, PassThrough> {
  const found = new Map<string, PassThrough>();
  for (const { name, commands } of functions) {
    const passed = passThroughOf(commands);
    if (passed) found.set(name, passed);
  }
  return found;
}

function passThroughOf(commands: readonly SimpleCommand[]): PassThrough | undefined {
  let skip = 0;
  for (const command of commands) {
    if (!command.name) continue;
    if (command.name.value === 'shift') {
      const count = Number(command.args[0]?.value ?? '1');
      skip += Number.isInteger(count) ? count : 1;
      continue;
    }
    const text = command.source.text.slice(command.range.start, command.range.end);
    if (!/\$\{?[@*1-9]/.test(text)) continue;
    const words = [command.name, ...command.args].map(node => shellWord(node, command.source));
    for (const run of everyRun({ kind: 'program', words })) {
      if (run.kind === 'program' && isAllArguments(run.words[0])) return { runs: 'program', skip };
      if (run.kind === 'script' && isAllArguments(run.word)) return { runs: 'script', skip };
      const [first] = run.kind === 'script' ? [run.word] : run.words;
      const position = argumentPosition(first);
      if (position !== undefined) return { runs: 'script', skip: skip + position - 1 };
    }
  }
  return undefined;
}

/** A command line, what it runs, and what that runs in turn. */
function* everyRun(run: Run, depth = 0): Generator<Run> {
  yield run;
  if (run.kind === 'script' || depth > DEEPEST_WRAPPER) return;
  for (const inner of runsOf(run.words)) yield* everyRun(inner, depth + 1);
}

/** `"$@"`, `$*` and their like, alone in a word. */
function isAllArguments(word: Word | undefined): boolean {
  const [piece, ...others] = word?.pieces ?? [];
  return others.length === 0 && piece?.kind === 'variable' && (piece.name === '@' || piece.name === '*');
}

/** The number of `$1`, alone in a word and unquoted or run as a script. */
function argumentPosition(word: Word | undefined): number | undefined {
  const [piece, ...others] = word?.pieces ?? [];
  if (others.length > 0 || piece?.kind !== 'variable' || !/^[1-9]$/.test(piece.name)) return undefined;
  return Number(piece.name);
}
