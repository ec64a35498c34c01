/**
 * Every kind of file that is checked, with examples: the table of docs/configuration.md and tests of the editor are
 * made from it. Decides nothing.
 */
import type { Language } from './language.ts';
import { languages } from './languages.ts';
import type { OptIn } from './opt-ins.ts';

export interface Kind {
  /** What the classification gives as its reason. */
  readonly why: string;
  /** Paths, of each shape there is. */
  readonly names: readonly string[];
  /** What the text begins with, where the name does not say enough. */
  readonly beginning?: string;
  readonly optIn?: OptIn;
}

export const kinds: readonly Kind[] = languages.flatMap(kindsOf);

function kindsOf({ recognition, files = [], interpreters, start, optIn }: Language): readonly Kind[] {
  const known = [interpreters, start].flatMap(found => (found ? [{ why: found.why, ...found.sample }] : []));
  return [...(recognition?.kinds ?? []), ...files, ...known].map(kind => {
    const { why, names, beginning }: Kind = kind;
    return { why, names, ...(beginning !== undefined && { beginning }), ...(optIn && { optIn }) };
  });
}
