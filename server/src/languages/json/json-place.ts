/** Where in a JSON text something is being typed: on the way to which member, in place of what. Reads broken texts, too. */
import type { Range } from '../../text/fragment.ts';
import { getLocation } from './json-parser.ts';

export interface JsonPlace {
  /** Names of the objects around, from the root; at a value its own name, too. Items of lists have none. */
  readonly path: readonly string[];
  readonly isKey: boolean;
  /** What is there, or nothing. */
  readonly range: Range;
}

/** Undefined after something that is whole: a comma or a colon has to come first. */
export function jsonPlace(text: string, offset: number): JsonPlace | undefined {
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
  const names = path.filter(segment => typeof segment === 'string');
  const end = previousNode ? previousNode.offset + previousNode.length : 0;
  if (previousNode && end < offset) return undefined;
  return {
    path: isAtPropertyKey ? names.slice(0, -1) : names,
    isKey: isAtPropertyKey,
    range: previousNode ? { start: previousNode.offset, end } : bareWord(text, offset),
  };
}

/** A key that is typed without quotes. */
function bareWord(text: string, offset: number): Range {
  let start = offset;
  while (start > 0 && /[\w.-]/.test(text[start - 1]!)) start--;
  return { start, end: offset + /^[\w.-]*/.exec(text.slice(offset))![0].length };
}
