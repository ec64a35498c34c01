/** A file of each kind, under each of its names, with something in it that is found. */
import { classify } from '../../server/src/languages/classify.ts';
import { type Kind, kinds } from '../../server/src/languages/kinds.ts';
import { languageNamed } from '../../server/src/languages/languages.ts';

export interface KindSample extends Omit<Kind, 'names'> {
  readonly path: string;
  readonly text: string;
}

export const kindSamples: readonly KindSample[] = kinds.flatMap(({ names, why, beginning = '', optIn }) =>
  names.map(path => {
    const language = classify({ path, text: beginning })?.language;
    if (!language) throw new Error(`${path} is of no kind`);
    const rest = languageNamed(language).example;
    return { path, why, text: rest.startsWith(beginning) ? rest : beginning + rest, ...(optIn && { optIn }) };
  }),
);
