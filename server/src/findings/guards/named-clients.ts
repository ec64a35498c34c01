/** Which client a command names, with the values that its variables have when a script reaches it. */

import { generationIn, generationOf, generationOfOperand } from '../../mender/generations.ts';
import { baseName } from '../../programs/base-name.ts';
import { valueIn } from '../../programs/command-line.ts';
import { isSearchProgram } from '../../programs/programs.ts';
import { isPartial } from './choice.ts';
import { either, known, type Ternary, UNKNOWN } from './ternary.ts';
import type { Value } from './values.ts';

export interface NamedClients {
  /** Whether it names the old client. */
  readonly old: Ternary;
  /** It names no other one, as far as it is known. */
  readonly oldAlone: boolean;
  /** It may name the new client. */
  readonly new: boolean;
  /** A possible value contains the name of the new client. */
  readonly newByName: boolean;
}

/** By the program, where that belongs to the client; else by its arguments. */
export function namedClients([program, ...operands]: readonly Value[]): NamedClients {
  const search = isSearchProgram(baseName(program?.texts?.[0] ?? ''));
  const own = program && namedIn(program, text => generationOf(baseName(text)));
  const named =
    own && (own.old.value !== false || own.new)
      ? [own]
      : operands.map(value =>
          namedIn(value, text => generationOfOperand(valueIn(text)) ?? (search ? generationIn(text) : undefined)),
        );
  const old = named.map(each => each.old).reduce(either, known(false));
  const isNew = named.some(each => each.new);
  const newByName = named.some(each => each.newByName);
  return { old, oldAlone: named.some(each => each.oldAlone) && !isNew, new: isNew, newByName };
}

function namedIn(value: Value, find: (text: string) => string | undefined): NamedClients {
  const { texts, perhaps, facts } = value;
  const candidates = texts ?? perhaps;
  if (!candidates) return { old: UNKNOWN, oldAlone: false, new: true, newByName: false };
  const generations = candidates.map(text => (isOpen(text) ? 'open' : firstNamed(text, find)));
  const isOld = generations.includes('old');
  const isNew = generations.includes('new') || generations.includes('open');
  const isSure = texts && generations.every(generation => (generation === 'old') === isOld && generation !== 'open');
  return {
    old: isSure ? known(isOld, facts) : UNKNOWN,
    oldAlone: isOld && !isNew,
    new: isNew,
    newByName: generations.includes('new'),
  };
}

/** A value may be a whole command line. */
function firstNamed(text: string, find: (text: string) => string | undefined): string | undefined {
  for (const word of text.split(/\s+/)) {
    const named = find(word);
    if (named) return named;
  }
  return undefined;
}

/** The unknown part of it may be the name. */
function isOpen(text: string): boolean {
  return isPartial(baseName(text));
}
