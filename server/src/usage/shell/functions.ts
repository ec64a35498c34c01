/** Functions of a script that run their own arguments, such as `run() { echo "+ $*"; sudo "$@"; }`. */

import { shellWord } from '../../languages/shell/shell-word.ts';
import { isWrapper, readsScript, runsOf } from '../../programs/runs.ts';
import { MOST_COMMANDS_OF_FUNCTION, MOST_SHIFTS } from '../../text/limits.ts';
import type { VariablePiece, Word } from '../../text/word.ts';
import { type Keywords, mentionsAny } from '../keywords.ts';
import type { ShellFunction, SimpleCommand } from './shell-facts.ts';
import { loneVariable } from './variables.ts';

/** What a function runs, with its arguments left open. */
export interface Body {
  readonly commands: readonly BodyCommand[];
  /** Variables that only copy an argument: `local cmd="$1"`. */
  readonly copies: ReadonlyMap<string, Argument>;
}

interface BodyCommand {
  readonly words: readonly Word[];
  /** How many arguments may have been shifted away before. */
  readonly shifts: readonly number[];
}

/** One argument, counted from 1 before any shift, or all from there on. */
interface Argument {
  readonly position: number;
  readonly rest: boolean;
}

/** `keywords` are what relevant commands contain; commands of the body that contain them do not concern the call. */
export function bodiesOf(functions: readonly ShellFunction[], keywords: Keywords): ReadonlyMap<string, Body> {
  const bodies = new Map<string, Body>();
  for (const { name, commands, definitions } of functions) {
    const copies = new Map<string, Argument>();
    for (const { name: variable, words } of definitions) {
      const [word, ...others] = words;
      const lone = word && others.length === 0 ? loneVariable(word) : undefined;
      const argument = lone && argumentOf(lone, shiftsBefore(commands, word!.start)[0]!);
      if (argument) copies.set(variable, argument);
    }
    const passing: BodyCommand[] = [];
    for (const command of commands) {
      if (!command.name || passing.length === MOST_COMMANDS_OF_FUNCTION) continue;
      const text = command.source.text.slice(command.range.start, command.range.end);
      if (!/\$\{?[@*1-9A-Za-z_]/.test(text) || mentionsAny(keywords, text)) continue;
      const words = [command.name, ...command.args].map(node => shellWord(node, command.source));
      if (command.name.value !== name && words.some(word => word.pieces.some(piece => passes(piece, copies))))
        passing.push({ words, shifts: shiftsBefore(commands, command.range.start) });
    }
    if (passing.length > 0) bodies.set(name, { commands: passing, copies });
  }
  return bodies;
}

/** Commands of a function, with none of its arguments among their words, that run what the function reads. */
export function readersOf(functions: readonly ShellFunction[]): ReadonlyMap<string, readonly (readonly Word[])[]> {
  return new Map(
    functions.map(({ name, commands }) => {
      const lines = commands.flatMap(command => {
        if (!command.name || command.input || command.redirects.some(({ writes }) => !writes)) return [];
        const words = [command.name, ...command.args].map(node => shellWord(node, command.source));
        return words.some(word => word.pieces.some(piece => passes(piece, noCopies))) || !startsShell(words)
          ? []
          : [words];
      });
      return [name, lines.slice(0, 1)];
    }),
  );
}

const noCopies: Body['copies'] = new Map();

function startsShell(words: readonly Word[]): boolean {
  return readsScript(words) || runsOf(words).some(run => run.kind === 'program' && startsShell(run.words));
}

function passes(piece: Word['pieces'][number], copies: Body['copies']): boolean {
  return piece.kind === 'variable' && (argumentOf(piece, 0) !== undefined || copies.has(piece.name));
}

function argumentOf({ name }: VariablePiece, shifted: number): Argument | undefined {
  if (name === '@' || name === '*') return { position: 1 + shifted, rest: true };
  return /^[1-9]$/.test(name) ? { position: Number(name) + shifted, rest: false } : undefined;
}

/** A shift in a branch may or may not have run, one in a loop several times. */
function shiftsBefore(commands: readonly SimpleCommand[], offset: number): readonly number[] {
  let least = 0;
  let most = 0;
  for (const { name, args, range, context } of commands) {
    if (name?.value !== 'shift' || range.start >= offset) continue;
    const count = Number(args[0]?.value ?? '1') || 1;
    const kinds = (context.branchContext?.outward ?? []).map(({ kind }) => kind);
    if (kinds.includes('function')) kinds.splice(kinds.indexOf('function'));
    if (kinds.includes('loop')) most = MOST_SHIFTS - 1;
    else if (kinds.every(kind => kind === 'list')) least += count;
    most += count;
  }
  return Array.from({ length: Math.min(MOST_SHIFTS, most - least + 1) }, (_, index) => least + index);
}

/** What a call of a function runs. */
export interface CalledLine {
  readonly words: readonly Word[];
  /** Some of them are single arguments of the call. */
  readonly positional: boolean;
}

/** The command lines that a call with these arguments runs. */
export function* calledWith({ commands, copies }: Body, args: readonly Word[]): Generator<CalledLine> {
  for (const { words, shifts } of commands) {
    const isJoined = args.length > 1 && words.some(word => isAllInOne(word, copies));
    for (const shifted of shifts) {
      // `bash -c "$*"` runs its words joined; a program that is no shell gets them all as one word.
      if (isJoined && isWrapper(words[0]?.value ?? '')) yield { words: args.slice(shifted), positional: false };
      if (isJoined) continue;
      let positional = false;
      const line = words.flatMap(word => {
        const lone = loneVariable(word);
        const argument = lone && (argumentOf(lone, shifted) ?? copies.get(lone.name));
        if (!argument) return [word];
        positional ||= !argument.rest;
        const from = argument.position - 1;
        return args.slice(from, argument.rest ? undefined : from + 1);
      });
      yield { words: line, positional };
      const inside = words.flatMap(word => argumentAtEnd(word, copies, shifted));
      if (inside.length > 0) yield { words: args.slice(inside[0]!.position - 1), positional: !inside[0]!.rest };
    }
  }
}

/** `"$*"`, or a variable with that value: one word, however many arguments there are. */
function isAllInOne(word: Word, copies: Body['copies']): boolean {
  const lone = loneVariable(word);
  return lone?.quote === 'double' && (lone.name === '*' || copies.get(lone.name)?.rest === true);
}

/** `"sudo $*"`: a script that ends with the argument. */
function argumentAtEnd(word: Word, copies: Body['copies'], shifted: number): Argument[] {
  const last = word.pieces.at(-1);
  const before = word.pieces.at(-2);
  if (
    last?.kind !== 'variable' ||
    before?.kind !== 'literal' ||
    !/(?:^|[\s;&|])(?:sudo|exec|env)? $/.test(before.value)
  )
    return [];
  return [argumentOf(last, shifted) ?? copies.get(last.name) ?? []].flat();
}
