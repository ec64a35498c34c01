/** Patterns that values are inserted into: `%s` of printf, `{}` of Python and C++, `%1` of Qt. */
import type { SourcePiece, SourceText } from './source-text.ts';
import { joinedTexts, type TextValue } from './value.ts';

export type Format = 'printf' | 'braces' | 'numbers';

const patterns: Readonly<Record<Format, RegExp>> = {
  printf: /%(?:\((?<name>\w+)\))?(?:\d+\$)?[-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?[hlLqjzt]{0,2}(?<kind>[a-zA-Z%])/g,
  braces: /\{\{|\}\}|\{(?<name>\w*)(?:[.[][^{}:!]*)?(?<rest>(?:![rsa])?(?::[^{}]*)?)\}/g,
  numbers: /%(?<name>\d{1,2})/g,
};

/** `insertedAt` gets the number or name of an insertion; without a value it is known only at run time. */
export function formatted(
  text: SourceText,
  format: Format,
  insertedAt: (key: number | string) => readonly TextValue[],
): readonly TextValue[] {
  const parts: (readonly TextValue[])[] = [];
  let count = 0;
  const put = (piece: SourcePiece) => void parts.push([{ kind: 'text', text: [piece] }]);
  for (const piece of text) {
    if (piece.text === undefined || !/[%{}]/.test(piece.text)) {
      put(piece);
      continue;
    }
    let from = 0;
    for (const { 0: written, index, groups = {} } of piece.text.matchAll(patterns[format])) {
      if (index > from) put(partOf(piece, from, index));
      from = index + written.length;
      const own = partOf(piece, index, from);
      if (/^(?:%%|\{\{|\}\})$/.test(written)) put({ ...own, text: written[0]! });
      else {
        const name = groups['name'] ?? '';
        const key = /^\d+$/.test(name) ? Number(name) - (format === 'numbers' ? 1 : 0) : name || count++;
        const values = groups['rest'] ? [] : insertedAt(key);
        parts.push(values.length > 0 ? values.map(value => standingAt(value, own)) : [asUnknown(own)]);
      }
    }
    if (from < piece.text.length) put(partOf(piece, from, piece.text.length));
  }
  return joinedTexts(parts);
}

function partOf(piece: SourcePiece, from: number, to: number): SourcePiece {
  const text = piece.text!.slice(from, to);
  const isExact = piece.text!.length === piece.end - piece.start;
  return isExact ? { ...piece, text, start: piece.start + from, end: piece.start + to } : { ...piece, text };
}

function asUnknown(piece: SourcePiece): TextValue {
  return { kind: 'text', text: [{ ...piece, text: undefined }] };
}

/** At the place of the pattern's sign, so that a command stays in the order of its text. */
function standingAt(value: TextValue, { start, end, use }: SourcePiece): TextValue {
  const place = use ?? { start, end };
  return { ...value, text: value.text.map(piece => ({ ...piece, use: place, home: piece.home ?? piece.start })) };
}
