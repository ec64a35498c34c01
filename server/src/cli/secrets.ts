/**
 * Lines of files that may be shown. A line that may contain a secret is not shown, and of configurations only Mender's
 * names of keys: values are nobody's business. When in doubt, a line is hidden.
 */

import type { Fix } from '../fixes/fix.ts';
import type { Document } from '../languages/document.ts';
import { catalogue } from '../mender/catalogue.ts';

/** A line in pieces: the shown text for each stretch of it. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const words =
  /token|passw(?:or)?d|passphrase|secret|credential|authori[sz]ation|bearer|api[-_]?key|(?:access|private|signing)[-_]?key/i;
/** `user:password@` and parameters, which often contain tokens. */
const addresses = /:\/\/[^\s/"']*@|:\/\/[^\s"']*\?[^\s"']*=/;
/**
 * Names consist of words; text with digits and letters of both cases at random, or with many hexadecimal digits, is a
 * key.
 */
const keys = /(?<![\w+/=-])(?:eyJ[\w-]{8,}|[0-9a-f]{32,}|(?=[\w+=-]*\d)(?=[\w+=-]*[a-z])(?=[\w+=-]*[A-Z])[\w+=-]{20,})/;

function mayHoldSecret(line: string): boolean {
  return words.test(line) || addresses.test(line) || keys.test(line);
}

/** Whether a fix moves a possible secret, so that its edits must not be shown either. */
export function movesSecret({ edits }: Pick<Fix, 'edits'>): boolean {
  return edits.some(({ newText }) => mayHoldSecret(newText));
}

/** Undefined when the line must not be shown. */
export function piecesOf({ kind }: Pick<Document, 'kind'>, line: string): readonly Piece[] | undefined {
  if (kind?.language === 'json' || member.test(line)) return membersOf(line);
  return mayHoldSecret(line) ? undefined : [{ start: 0, end: line.length, text: line }];
}

/** A member of a configuration, wherever it is written. */
const member = /(?<!\\)"[A-Za-z]+"\s*:/;
/** A key, a token of the configuration's structure, a comment, or anything else up to the next of these. */
const tokens =
  /("(?:[^"\\]|\\.)*")(?=\s*:)|(true|false|null|[{}[\]:,\s]+)|(\/\/|(?<=^\s*)#|\/\*(?=.*\*\/))(.*?)(\*\/|$)|(?:"(?:[^"\\]|\\.)*"?|[^"{}[\]:,\s]+)/g;
/** Comments with directives for Mender Lint are shown. */
const directive = /^\s*mender-lint:[\w\s,-]*$/;

const keyNames: ReadonlySet<string> = new Set(
  [
    ...Object.keys(catalogue.keys),
    ...catalogue.rulesOf('config').flatMap(({ match }) => ('path' in match ? match.path : [])),
  ].flatMap(path => path.toLowerCase().split('.')),
);

function membersOf(line: string): readonly Piece[] {
  return merged([...line.matchAll(tokens)].map(match => pieceOf(match)));
}

function pieceOf({
  0: token,
  1: key,
  2: plain,
  3: opening,
  4: comment = '',
  5: closing,
  index,
}: RegExpExecArray): Piece {
  const at = (text: string) => ({ start: index, end: index + token.length, text });
  if (plain !== undefined) return at(token);
  if (key !== undefined) return at(keyNames.has(key.replaceAll('"', '').toLowerCase()) ? token : '"…"');
  if (opening === undefined) return at(HIDDEN);
  return at(
    directive.test(comment) && !mayHoldSecret(comment) ? token : [opening, HIDDEN, closing].join(' ').trimEnd(),
  );
}

const HIDDEN = '…';

/** Hidden words next to each other become one hidden piece. */
function merged(pieces: readonly Piece[]): readonly Piece[] {
  const left: Piece[] = [];
  for (const piece of pieces) {
    const between = left.at(-1)?.text.trim() === '' ? 1 : 0;
    const before = left.at(-1 - between);
    if (piece.text === HIDDEN && before?.text === HIDDEN)
      left.splice(-1 - between, 1 + between, { ...before, end: piece.end });
    else left.push(piece);
  }
  return left;
}
