/** Where a document can bear comments, by its language and by those of the parts that it carries. */

import { type Fragment, wholeText } from '../text/fragment.ts';
import { markupCommentPlaces } from './bus-xml/markup-comments.ts';
import { type Classification, classify } from './classify.ts';
import type { CommentPlaces } from './comment-places.ts';
import { dockerfileHeredocs } from './dockerfile/dockerfile.ts';
import type { Document } from './document.ts';
import type { Embedded } from './embedded.ts';
import { embeddedParts } from './embedded-parts.ts';
import { type EmbeddingLanguage, isSourceLanguage, optIns, type SourceLanguage } from './embedding-languages.ts';
import { type Part, withParts } from './inner-places.ts';
import { isLineLanguage, lineCommentPlaces } from './line-comments.ts';
import { markdownCommentPlaces } from './markdown/markdown-comments.ts';
import { groovyCommentPlaces, sourceCommentPlaces } from './program-strings/source-comments.ts';
import type { SourceReader } from './program-strings/source-reader.ts';
import { rstCommentPlaces } from './rst/rst-comments.ts';
import type { ParseMemory } from './shell/shell.ts';
import { shellCommentPlaces } from './shell/shell-comments.ts';
import { unitCommentPlaces } from './unit/unit-comments.ts';
import { yamlCommentPlaces } from './yaml/yaml-comments.ts';

/** Undefined where there are no comments, as in a configuration, which Mender reads as strict JSON, and where nobody reads the language. */
export function commentPlacesOf(
  { kind, text, editedAt, memory }: Document,
  sources?: SourceReader,
): CommentPlaces | undefined {
  if (!kind) return undefined;
  switch (kind.language) {
    case 'json':
      return undefined;
    case 'shell':
      return shellCommentPlaces(wholeText(text), text, { editedAt, memory: memory as ParseMemory | undefined });
    case 'unit':
      return unitCommentPlaces(wholeText(text), text);
    default:
      return isSourceLanguage(kind.language)
        ? sources && sourceCommentPlaces(text, kind.language, sources)
        : embeddingPlaces(text, kind.language, kind);
  }
}

type Embedding = Exclude<EmbeddingLanguage, SourceLanguage>;

function embeddingPlaces(text: string, language: Embedding, { optIn }: Classification): CommentPlaces {
  const own = ownPlaces(text, language);
  // What is read by those who ask for it only is made of examples: a comment is not to show in them.
  if (optIn && optIns.includes(optIn)) return own;
  const parts = embeddedParts(wholeText(text), language).flatMap(part => partOf(part, text));
  return parts.length > 0 ? withParts(own, text, parts) : own;
}

function ownPlaces(text: string, language: Embedding): CommentPlaces {
  if (isLineLanguage(language))
    return lineCommentPlaces(text, language, language === 'dockerfile' ? dockerfileHeredocs(text) : []);
  switch (language) {
    case 'yaml':
      return yamlCommentPlaces(text);
    case 'bus-xml':
      return markupCommentPlaces(text);
    case 'markdown':
      return markdownCommentPlaces(text);
    case 'rst':
      return rstCommentPlaces(text);
    default:
      return groovyCommentPlaces(text);
  }
}

/** A script, or a file that is a script or a unit; what runs one command only has no room for a comment. */
function partOf(part: Embedded, text: string): Part[] {
  if (part.kind === 'script') return part.single ? [] : [shellPart(part.source, text)];
  if (part.kind !== 'file') return [];
  const language = classify({ path: part.path, text: part.source.text })?.language;
  if (language === 'shell') return [shellPart(part.source, text)];
  return language === 'unit' ? [{ source: part.source, places: unitCommentPlaces(part.source, text) }] : [];
}

function shellPart(source: Fragment, text: string): Part {
  return { source, places: shellCommentPlaces(source, text) };
}
