/** How a program came to be called: by what functions, variables and wrappers, and how sure that is. */
import type { Word } from '../../syntax/word.ts';
import type { Invocation, Via } from '../usage.ts';

export interface Call {
  readonly certain: boolean;
  readonly via?: Via;
  /** The words of the definition that `via` is about. */
  readonly viaWords?: readonly Word[];
  readonly followed?: Invocation['followed'];
  readonly positional?: true;
  /** Wrappers and scripts that led here, one inside the other. */
  readonly depth: number;
  /** Functions, and variables with their `$`, that led here. */
  readonly inside: readonly string[];
}

export const plainCall: Call = { certain: true, depth: 0, inside: [] };

/** Functions that call functions with their arguments, and commands in variables within variables, are followed this deep. */
const DEEPEST_DETOUR = 3;

/** The call, one function or variable further; nothing when that is one it has come through before. */
export function detour(call: Call, name: string): Call | undefined {
  if (call.inside.includes(name) || call.inside.length === DEEPEST_DETOUR) return undefined;
  return { ...call, inside: [...call.inside, name] };
}

/** What is put together of several constants may be meant to be changed in one of them. */
export function joinedCall(call: Call, word: Word, joined: Word): Call {
  const viaWords = call.viaWords?.map(known => (known === word ? joined : known));
  return { ...call, certain: false, ...(viaWords && { viaWords }) };
}
