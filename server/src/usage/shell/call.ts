/** How a program came to be called: by what functions, variables and wrappers, and how sure that is. */
import type { Word } from '../../text/word.ts';
import type { Indirection, Invocation } from '../usage.ts';

export interface Call {
  readonly certain: boolean;
  readonly indirection?: Indirection;
  /** The words of the definition that `via` is about. */
  readonly indirectionWords?: readonly Word[];
  readonly unknownTail?: Invocation['unknownTail'];
  readonly positional?: true;
  /** Wrappers and scripts that led here, one inside the other. */
  readonly depth: number;
  /** Functions, and variables with their `$`, that led here. */
  readonly callChain: readonly string[];
}

export const plainCall: Call = { certain: true, depth: 0, callChain: [] };

/** Functions that call functions with their arguments, and commands in variables within variables, are followed this deep. */
const DEEPEST_INDIRECTION = 3;

/** The call, one function or variable further; nothing when that is one it has come through before. */
export function enterIndirection(call: Call, name: string): Call | undefined {
  if (call.callChain.includes(name) || call.callChain.length === DEEPEST_INDIRECTION) return undefined;
  return { ...call, callChain: [...call.callChain, name] };
}

/** What is put together of several constants may be meant to be changed in one of them. */
export function joinedCall(call: Call, word: Word, joined: Word): Call {
  const indirectionWords = call.indirectionWords?.map(known => (known === word ? joined : known));
  return { ...call, certain: false, ...(indirectionWords && { indirectionWords }) };
}
