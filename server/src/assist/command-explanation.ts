/** Explains a correct word of a command line of Mender's: the program, its subcommand, an option. */

import { type Item, readCall } from '../fixes/call-line.ts';
import { type Catalogue, catalogue as shipped } from '../mender/catalogue.ts';
import type { Grammar } from '../mender/grammar.ts';
import type { Target } from '../mender/version.ts';
import { toDocument } from '../text/fragment.ts';
import type { Word } from '../text/word.ts';
import type { Usage } from '../usage/usage.ts';
import { commandText, optionText, programText } from './command-text.ts';
import type { Explanation } from './completion.ts';

/** `offset` is one of the document that the usages come from. */
export function commandExplanation(
  usages: readonly Usage[],
  offset: number,
  target: Target,
  catalogue: Catalogue = shipped,
): Explanation | undefined {
  for (const usage of usages) {
    if (usage.kind !== 'invocation') continue;
    const grammar = catalogue.grammar(usage.program, target);
    if (!grammar) continue;
    if (isAt(usage.name, offset)) return { range: rangeOf(usage.name), text: programText(grammar.name) };
    const { items, command } = readCall(grammar, usage.args);
    const item = items.find(({ words }) => isAt(words[0], offset));
    const text = item && textOf(grammar, item, command?.item === item ? command.spec : undefined);
    if (item && text !== undefined) return { range: rangeOf(item.words[0]), text };
  }
  return undefined;
}

function textOf(
  { name }: Grammar,
  item: Item,
  command: Parameters<typeof commandText>[1] | undefined,
): string | undefined {
  if (command) return commandText(name, command);
  return item.kind === 'option' ? optionText(name, item.spec) : undefined;
}

function rangeOf(word: Word): Explanation['range'] {
  return toDocument(word.source, word);
}

function isAt(word: Word, offset: number): boolean {
  const { start, end } = rangeOf(word);
  return start <= offset && offset <= end;
}
