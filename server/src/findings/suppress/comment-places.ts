/** Where a document can bear comments, by its language and by those of the parts that it carries. */
import { type CarrierLanguage, isSourceLanguage, optIns, type SourceLanguage } from '../../document/carriers.ts';
import { type Classification, classify } from '../../document/classify.ts';
import type { Document } from '../../document/document.ts';
import type { Carried } from '../../syntax/carried.ts';
import { carriedParts } from '../../syntax/carriers.ts';
import type { CommentPlaces } from '../../syntax/comment-places.ts';
import { dockerfileHeredocs } from '../../syntax/dockerfile.ts';
import { type Fragment, wholeText } from '../../syntax/fragment.ts';
import { type Part, withParts } from '../../syntax/inner-places.ts';
import { isLineLanguage, lineCommentPlaces } from '../../syntax/line-comments.ts';
import { markdownCommentPlaces } from '../../syntax/markdown-comments.ts';
import { markupCommentPlaces } from '../../syntax/markup-comments.ts';
import { rstCommentPlaces } from '../../syntax/rst-comments.ts';
import type { ParseMemory } from '../../syntax/shell.ts';
import { shellCommentPlaces } from '../../syntax/shell-comments.ts';
import { groovyCommentPlaces, sourceCommentPlaces } from '../../syntax/source-comments.ts';
import type { SourceReader } from '../../syntax/source-reader.ts';
import { unitCommentPlaces } from '../../syntax/unit-comments.ts';
import { yamlCommentPlaces } from '../../syntax/yaml-comments.ts';

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
        : carrierPlaces(text, kind.language, kind);
  }
}

type Carrier = Exclude<CarrierLanguage, SourceLanguage>;

function carrierPlaces(text: string, language: Carrier, { optIn }: Classification): CommentPlaces {
  const own = ownPlaces(text, language);
  // What is read by those who ask for it only is made of examples: a comment is not to show in them.
  if (optIn && optIns.includes(optIn)) return own;
  const parts = carriedParts(wholeText(text), language).flatMap(part => partOf(part, text));
  return parts.length > 0 ? withParts(own, text, parts) : own;
}

function ownPlaces(text: string, language: Carrier): CommentPlaces {
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
function partOf(part: Carried, text: string): Part[] {
  if (part.kind === 'script') return part.single ? [] : [shellPart(part.source, text)];
  if (part.kind !== 'file') return [];
  const language = classify({ path: part.path, text: part.source.text })?.language;
  if (language === 'shell') return [shellPart(part.source, text)];
  return language === 'unit' ? [{ source: part.source, places: unitCommentPlaces(part.source, text) }] : [];
}

function shellPart(source: Fragment, text: string): Part {
  return { source, places: shellCommentPlaces(source, text) };
}
