/** Comments that suppress findings, as written: `# mender-lint: disable-next-line RULE, RULE -- reason`. */
import { type CommentPlaces, innermost } from '../../languages/comment-places.ts';
import type { Range } from '../../text/fragment.ts';

export const directiveKinds = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'] as const;

export type DirectiveKind = (typeof directiveKinds)[number];

export interface Named extends Range {
  readonly text: string;
}

/** The range is that of the comment. */
export interface Directive extends Range {
  /** The first word; without a kind when it is misspelt. */
  readonly word: Named;
  readonly kind: DirectiveKind | undefined;
  /** Names of rules as they are written; an empty list means all rules. */
  readonly rules: readonly Named[];
}

/** Every text with a directive contains this. */
export const MARK = 'mender-lint:';

/** In the order of the text. Only real comments count, not text in a string or heredoc. */
export function directivesIn(text: string, places: CommentPlaces): Directive[] {
  const found: Directive[] = [];
  for (const match of text.matchAll(/(#|;|\/\/|<!--|\.\.)[ \t]*mender-lint:[ \t]*([a-z-]+)(?![^\s])([^\r\n]*)/g)) {
    const [line, sign, word, after] = match as unknown as [string, string, string, string];
    const level = innermost(places, match.index);
    if (!level.signs.includes(sign) || !level.isComment(match.index)) continue;
    const close = level.close ? after.indexOf(level.close) : -1;
    const rest = close < 0 ? after : after.slice(0, close);
    const comment = line.slice(
      0,
      line.length - after.length + (close < 0 ? after.length : close + level.close!.length),
    );
    const end = match.index + line.length - after.length + rest.length;
    const afterWord = end - rest.length;
    found.push({
      start: match.index,
      end: match.index + comment.trimEnd().length,
      word: { text: word, start: afterWord - word.length, end: afterWord },
      kind: directiveKinds.find(kind => kind === word),
      rules: namesIn(rest, afterWord),
    });
  }
  return found;
}

/** Separated by commas or blanks, up to the reason. */
function namesIn(text: string, offset: number): Named[] {
  const reason = /(?:^|\s)--(?:\s|$)/.exec(text);
  return [...text.slice(0, reason?.index ?? text.length).matchAll(/[^\s,]+/g)].map(match => ({
    text: match[0],
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
}
