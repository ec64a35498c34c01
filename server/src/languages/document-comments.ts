/** Where a document can have comments, by its language and by those of its embedded parts. */
import { type Fragment, wholeText } from '../text/fragment.ts';
import { classify } from './classify.ts';
import type { CommentPlaces } from './comment-places.ts';
import type { Document } from './document.ts';
import type { Embedded } from './embedded.ts';
import { type Part, withParts } from './inner-places.ts';
import { type LanguageName, languageNamed } from './languages.ts';
import type { SourceReader } from './program-strings/source-reader.ts';
import type { ParseMemory } from './shell/shell.ts';

/** Undefined where comments are impossible, and where nothing reads the language: `sources` reads programs. */
export function commentPlacesOf(
  { kind, text, editedAt, memory }: Document,
  sources?: SourceReader,
): CommentPlaces | undefined {
  if (!kind) return undefined;
  const language = languageNamed(kind.language);
  const hints = { editedAt, memory: memory as ParseMemory | undefined, sources };
  const own = language.comments?.(wholeText(text), text, hints);
  // Text that is read only on request consists of examples, in which a comment must not appear.
  if (!own || kind.optIn || !language.parts) return own;
  const parts = language.parts(wholeText(text)).flatMap(part => partOf(part, text));
  return parts.length > 0 ? withParts(own, text, parts) : own;
}

/** A script, or a file that is a script or a unit; a part with a single command has no room for a comment. */
function partOf(part: Embedded, text: string): Part[] {
  if (part.kind === 'script') return part.single ? [] : placesOf('shell', part.source, text);
  if (part.kind !== 'file') return [];
  const language = classify({ path: part.path, text: part.source.text })?.language;
  return language === 'shell' || language === 'unit' ? placesOf(language, part.source, text) : [];
}

function placesOf(language: LanguageName, source: Fragment, text: string): Part[] {
  const places = languageNamed(language).comments?.(source, text);
  return places ? [{ source, places }] : [];
}
