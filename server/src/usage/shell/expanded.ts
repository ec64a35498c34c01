/** Command lines with their variables expanded, as far as the script gives their values. */

import { innerScript } from '../../languages/shell/shell-word.ts';
import type { Fragment } from '../../text/fragment.ts';
import { literal, maySplit, type Word } from '../../text/word.ts';
import type { BranchContext } from '../branch-context.ts';
import type { ResolvedValue, ResolvedWord } from '../usage.ts';
import { definedBy, splitValue } from './held-values.ts';
import { isKnown, loneVariable, type Variables } from './variables.ts';

/** One unquoted variable can expand to several words, or to none. */
export function expandedWords(
  words: readonly Word[],
  variables: Variables,
  branchContext: BranchContext | undefined,
): readonly ResolvedWord[] {
  const texts = new Map<Word, Fragment>();
  const textOf = (word: Word): Fragment => {
    const known = texts.get(word) ?? innerScript(word);
    texts.set(word, known);
    return known;
  };
  return words.flatMap(word => {
    const resolved = variables.resolve(word, branchContext);
    const elements = loneVariable(word)?.every && arrayElements(loneVariable(word)!.name, variables, branchContext);
    if (elements) return elements;
    if (!loneVariable(word) || !maySplit(word) || !resolved.values.some(({ text }) => /\s|^$/.test(text)))
      return resolved;
    const parts = resolved.values.flatMap(splitValue);
    const standing = isKnown(resolved) ? parts.map(part => partAsWord(part, textOf)) : [undefined];
    if (standing.every(part => part !== undefined)) return standing;
    const { start, end, text, value, pieces, source, open } = resolved;
    return { start, end, text, value, pieces, source, open, values: parts };
  });
}

/** The words of an array that is set in one place. */
function arrayElements(
  name: string,
  variables: Variables,
  branchContext: BranchContext | undefined,
): ResolvedWord[] | undefined {
  const sources = variables.sourcesOf(name, branchContext);
  const [first] = sources;
  if (!first || !sources.every(({ definition }) => definition === first.definition && definition.kind === 'array'))
    return undefined;
  return sources.map(({ word, definition }) => {
    const { start, end, text, value, pieces, source, values, open } = variables.resolve(word, branchContext);
    return { start, end, text, value, pieces, source, values: values.map(held => definedBy(held, definition)), open };
  });
}

/** A part of a variable's value as the word it is on the command line, written where the variable is defined. */
function partAsWord({ text, origins }: ResolvedValue, textOf: (word: Word) => Fragment): ResolvedWord | undefined {
  const [origin, ...others] = origins;
  if (!origin || others.length > 0 || origin.word.value === undefined) return undefined;
  const source = textOf(origin.word);
  const range = { start: origin.offset, end: origin.offset + text.length };
  const word: Word = { ...range, text, value: text, pieces: [literal(range.start, text, 'none')], source };
  const { definition } = origin;
  return { ...word, values: [{ text, origins: [{ at: 0, word, offset: 0, definition }] }], open: [] };
}
