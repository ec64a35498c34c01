/**
 * Every kind of file that is checked, with examples: the table in docs/configuration.md and tests of the editor are
 * generated from it. Decides nothing.
 */
import type { Language } from './language.ts';
import { languages } from './languages.ts';
import type { OptIn } from './opt-ins.ts';

export interface Kind {
  /** The reason that the classification gives. */
  readonly why: string;
  /** Paths, one of each shape. */
  readonly names: readonly string[];
  /** The beginning of the text, where the name is not enough. */
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
