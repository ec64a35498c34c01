/** How a program came to be called: through which functions, variables and wrappers, and how certain that is. */
import { DEEPEST_INDIRECTION } from '../../text/limits.ts';
import type { Word } from '../../text/word.ts';
import type { Indirection, Invocation } from '../usage.ts';

export interface Call {
  readonly certain: boolean;
  readonly indirection?: Indirection;
  /** The words of the definition that the indirection is about. */
  readonly indirectionWords?: readonly Word[];
  readonly unknownTail?: Invocation['unknownTail'];
  readonly positional?: true;
  /** Number of nested wrappers and scripts that led here. */
  readonly depth: number;
  /** Functions, and variables with their `$`, that led here. */
  readonly callChain: readonly string[];
}

export const plainCall: Call = { certain: true, depth: 0, callChain: [] };

/** The call through one more function or variable; undefined if it has been through that one before. */
export function enterIndirection(call: Call, name: string): Call | undefined {
  if (call.callChain.includes(name) || call.callChain.length === DEEPEST_INDIRECTION) return undefined;
  return { ...call, callChain: [...call.callChain, name] };
}

/** A text made of several constants may be meant to be changed in one of them. */
export function joinedCall(call: Call, word: Word, joined: Word): Call {
  const indirectionWords = call.indirectionWords?.map(known => (known === word ? joined : known));
  return { ...call, certain: false, ...(indirectionWords && { indirectionWords }) };
}
