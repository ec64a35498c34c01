/** Writes comments that suppress findings where the language of a document allows them. */

import type { Edit } from '../../fixes/fix.ts';
import { type CommentPlaces, levelsAt, statementLines } from '../../languages/comment-places.ts';
import type { Document } from '../../languages/document.ts';
import { commentPlacesOf } from '../../languages/document-comments.ts';
import { languageNamed } from '../../languages/languages.ts';
import type { SourceReader } from '../../languages/program-strings/source-reader.ts';
import { findRule } from '../../mender/catalogue.ts';
import type { Rule } from '../../mender/rule.ts';
import { lineAround } from '../../text/line.ts';
import { type Directive, type DirectiveKind, directivesIn, MARK } from './directives.ts';

/**
 * Before the statement that contains a finding, however many lines that has, in the innermost language with a line for
 * it; undefined where no comment helps.
 */
export function suppressedHere(
  document: Document,
  rule: string,
  offset: number,
  sources?: SourceReader,
): Edit | undefined {
  const places = commentPlacesOf(document, sources);
  const definition = findRule(rule);
  if (!places || places.isBroken) return undefined;
  // A rule that is not in the catalogue is a custom one.
  if (definition && (definition.match.kind === 'suppression' || concernsFile(definition))) return undefined;
  const { text } = document;
  const { level, start } = placeFor(text, places, offset);
  // The line that names the interpreter must stay the first one.
  if (text.startsWith('#!', start) || text.startsWith('<?php', start)) return undefined;
  const known = directivesOf(text, places, 'disable-next-line').find(
    ({ end }) => lineAround(text, end).end + 1 === start,
  );
  if (known) return named(known, rule);
  const at = afterMark(text, start);
  const indentation = level.indentation?.(start) ?? /^[ \t]*/.exec(text.slice(at, lineAround(text, start).end))![0];
  return commentLine(document, at, indentation + written(level, `disable-next-line ${rule}`));
}

function placeFor(
  text: string,
  places: CommentPlaces,
  offset: number,
): { readonly level: CommentPlaces; readonly start: number } {
  for (const level of levelsAt(places, offset)) {
    const { start } = statementLines(text, level, offset);
    if (level.hasLine?.(start) !== false) return { level, start };
  }
  return { level: places, start: statementLines(text, places, offset).start };
}

function written({ signs: [sign], close = '' }: CommentPlaces, directive: string): string {
  return `${sign} mender-lint: ${directive}${close}`;
}

/** At the top, after the line that names the interpreter. */
export function suppressedInFile(document: Document, rule: string, sources?: SourceReader): Edit | undefined {
  const places = commentPlacesOf(document, sources);
  if (!places || places.isBroken || findRule(rule)?.match.kind === 'suppression') return undefined;
  const { text, kind } = document;
  const [known] = directivesOf(text, places, 'disable-file');
  if (known) return named(known, rule);
  const top = afterMark(text, 0);
  const head = languageNamed(kind!.language).head ?? interpreterLine;
  const length = head.exec(text.slice(top))![0].length;
  const isEnded = length === 0 || text[top + length - 1] === '\n';
  return commentLine(document, isEnded ? top + length : top, written(places, `disable-file ${rule}`));
}

const interpreterLine = /^(?:#![^\n]*\n?)?/;

/** A finding about a file as a whole is on its first line for want of a better one. */
function concernsFile({ match }: Rule): boolean {
  switch (match.kind) {
    case 'file-name':
      return true;
    case 'unit':
      return match.file !== undefined;
    case 'recipe':
      return match.part === 'file';
    default:
      return false;
  }
}

/** Those that name rules: another one can be added to them. */
function directivesOf(text: string, places: CommentPlaces, kind: DirectiveKind): Directive[] {
  if (!text.includes(MARK)) return [];
  return directivesIn(text, places).filter(directive => directive.kind === kind && directive.rules.length > 0);
}

function named({ rules }: Directive, rule: string): Edit {
  const { end } = rules.at(-1)!;
  return { start: end, end, newText: `, ${rule}` };
}

/** A shell reads a byte order mark as the beginning of a word: nothing after it is a comment. */
function commentLine({ text, kind }: Document, at: number, comment: string): Edit | undefined {
  if (at === 1 && kind?.language === 'shell' && text.startsWith('\uFEFF')) return undefined;
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  return { start: at, end: at, newText: comment + lineEnd };
}

/** A byte order mark must stay the first character. */
function afterMark(text: string, offset: number): number {
  return offset === 0 && text.startsWith('\uFEFF') ? 1 : offset;
}
