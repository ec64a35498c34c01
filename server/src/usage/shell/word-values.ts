/** Possible values of the variables in a word, as far as the script gives them. */
import { MOST_BESIDE, MOST_SOURCES } from '../../text/limits.ts';
import { nearest } from '../../text/nearest.ts';
import { literalSuffix, type Word } from '../../text/word.ts';
import { type Keywords, mentionsAny } from '../keywords.ts';
import type { Definition } from '../usage.ts';
import type { GatheredFacts } from './relevant-statements.ts';
import type { SimpleCommand } from './shell-facts.ts';
import { loneVariable, type ValueSource } from './variables.ts';

export class WordValues {
  readonly #facts: GatheredFacts;
  readonly #subject: Keywords;
  #sourcesFollowed = 0;

  constructor(facts: GatheredFacts, keywords: Keywords) {
    this.#facts = facts;
    this.#subject = keywords;
  }

  /** Where the values of a lone variable are written; nothing for any other word. */
  sourcesOf(word: Word, { context }: SimpleCommand): readonly ValueSource[] {
    const variable = loneVariable(word);
    if (!variable) return [];
    const { name, fallback } = variable;
    const at = word.source.startOf(word.start);
    const sources = this.#followed(this.#facts.variables.sourcesOf(name, context.branchContext), at);
    if (!fallback) return sources;
    const definition: Definition = {
      name,
      text: fallback.text,
      words: [fallback],
      kind: 'fallback',
      branchContext: undefined,
    };
    return [...sources, { word: fallback, definition, at }];
  }

  /** `/usr/bin/$NAME` with its only value, if that names Mender. */
  joined(word: Word, { context }: SimpleCommand): Word | undefined {
    if (word.value !== undefined || loneVariable(word) || !this.#facts.interesting.test(word.text)) return undefined;
    if (mentionsAny(this.#subject, literalSuffix(word))) return undefined;
    return this.#facts.variables.joined(word, context.branchContext);
  }

  #followed(sources: readonly ValueSource[], at: number): readonly ValueSource[] {
    if (sources.length <= 2 * MOST_BESIDE) return sources;
    this.#sourcesFollowed += sources.length;
    return this.#sourcesFollowed > MOST_SOURCES ? nearest(sources, at, MOST_BESIDE) : sources;
  }
}
