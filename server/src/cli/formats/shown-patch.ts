/** A patch for reading, not for applying: in colours, harmless, without possible secrets. */
import type { Document } from '../../languages/document.ts';
import { visible } from '../../text/visible.ts';
import { piecesOf } from '../secrets.ts';
import type { Style } from '../style.ts';

export function shownPatch(patch: string, document: Document, { bold, cyan, green, red, dim }: Style): string {
  const lines = patch.replace(/\n$/, '').split('\n');
  const body = lines.findIndex(line => line.startsWith('@@'));
  const shown = lines.map((line, index) => {
    if (index < body) return bold(visible(line));
    if (line.startsWith('@@')) return cyan(visible(line));
    const [sign = '', text] = [line.slice(0, 1), line.slice(1).replace(/\r$/, '')];
    const pieces = piecesOf(document, text);
    if (!pieces) return `${sign}${dim('(not shown: it may hold a secret)')}`;
    const plain =
      sign +
      visible(
        pieces
          .map(piece => piece.text)
          .join('')
          .replaceAll('\t', '    '),
      );
    return sign === '+' ? green(plain) : sign === '-' ? red(plain) : plain;
  });
  return `${shown.join('\n')}\n`;
}
