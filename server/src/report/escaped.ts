/** Text escaped for XML and HTML. Characters that XML does not allow are written as people are shown them. */
import { visible } from '../text/visible.ts';

/** XML 1.0, 2.4: in character data and in quoted attributes. HTML reads it in the same way. */
export function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
