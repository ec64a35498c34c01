/**
 * The result of printf(1) for a format and its arguments: a command line whose words are those of the format and the
 * arguments.
 */
import { literal, makeWord, type Piece, type Word } from '../../text/word.ts';

/** `%s` and the like, except for `%%`. */
export const conversion = /%(?!%)[-+ #0']*\d*(?:\.\d+)?[a-zA-Z]/;

/**
 * Undefined where the result is more than one line, or no plain list of words: only the format is known then. The same
 * for a format that is used several times.
 */
export function formattedWords([format, ...args]: readonly Word[]): readonly Word[] | undefined {
  const [piece, ...others] = format?.pieces ?? [];
  if (piece?.kind !== 'literal' || others.length > 0) return undefined;
  const { source } = format!;
  const text = source.text.slice(piece.start, piece.end).replace(/\\n$/, '');
  if (!piece.value.startsWith(text) || /[;&|<>$`"'\\(){}\n]|%%/.test(text)) return undefined;
  const given = [...args];
  const words = [...text.matchAll(/\S+/g)].map(({ 0: part, index }) => {
    const start = piece.start + index;
    if (!conversion.test(part))
      return makeWord(source, { start, end: start + part.length }, [literal(start, part, piece.quote)]);
    const whole = new RegExp(`^${conversion.source}$`).test(part) ? given.shift() : undefined;
    return whole ?? makeWord(source, { start, end: start + part.length }, filledIn(part, start, given));
  });
  return given.length > 0 || words.some(({ value }) => /^$|\s/.test(value ?? 'x')) ? undefined : words;
}

function filledIn(part: string, start: number, given: Word[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { 0: run, index } of part.matchAll(
    new RegExp(`${conversion.source}|(?:(?!${conversion.source}).)+`, 'g'),
  )) {
    const at = start + index;
    const isFilled = conversion.test(run);
    if (isFilled) given.shift();
    pieces.push(
      isFilled ? { kind: 'other', start: at, end: at + run.length, quote: 'double' } : literal(at, run, 'double'),
    );
  }
  return pieces;
}
