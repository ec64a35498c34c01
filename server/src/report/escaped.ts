/** Text as XML and HTML have it. Characters that no XML may have are written as people are shown them. */
import { visible } from '../text/visible.ts';

/** XML 1.0, 2.4: in character data and in quoted attributes. HTML reads it in the same way. */
export function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
