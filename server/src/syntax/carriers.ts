/** The carriers' readers, by language. */
import type { CarrierLanguage } from '../document/carriers.ts';
import { bitbakeParts } from './bitbake.ts';
import type { Carried } from './carried.ts';
import type { Fragment } from './fragment.ts';

const readers: Readonly<Record<CarrierLanguage, (source: Fragment) => readonly Carried[]>> = {
  bitbake: bitbakeParts,
};

/** Never throws; text that is not of the language gives nothing. */
export function carriedParts(source: Fragment, language: CarrierLanguage): readonly Carried[] {
  return readers[language](source);
}
