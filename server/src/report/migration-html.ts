/** The report of a migration as one page of HTML, which loads nothing, runs nothing, and can be printed. */

import { escaped } from './escaped.ts';
import { type Cell, migrationPage, type Piece, type Progress, remedyNames, type Table } from './migration-page.ts';
import type { MigrationReport } from './migration-report.ts';
import { migrationStyle } from './migration-style.ts';
import { spansOf } from './spans.ts';

export function migrationHtml(report: MigrationReport): string {
  const { title, sentences, progress, tables } = migrationPage(report);
  const lines = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    // Whatever might slip through: nothing is loaded, and nothing runs.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>`,
    `<style>${migrationStyle}</style>`,
    '</head>',
    '<body>',
    `<h1>${escaped(title)}</h1>`,
    ...bar(progress),
    ...paragraphs(sentences),
    ...tables.flatMap(section),
    '</body>',
    '</html>',
  ];
  return `${lines.join('\n')}\n`;
}

/** The numbers of the first sentences. */
function bar(progress: Progress): readonly string[] {
  const parts = (['done', 'safe', 'review', 'none'] as const).filter(kind => progress[kind] > 0);
  if (parts.length === 0) return [];
  const names = { done: 'done', ...remedyNames };
  return [
    '<div class="bar">',
    ...parts.map(kind => `<span class="${kind}" style="flex-grow: ${progress[kind]}"></span>`),
    '</div>',
    '<ul class="key">',
    ...parts.map(kind => `<li class="${kind}">${progress[kind]} ${names[kind]}</li>`),
    '</ul>',
  ];
}

function paragraphs(sentences: readonly string[]): readonly string[] {
  return sentences.map(sentence => `<p>${prose(sentence)}</p>`);
}

function section({ title, sentences, head, rows }: Table): readonly string[] {
  const isNumber = head.map((_, index) => typeof rows[0]?.[index] === 'number');
  const table = [
    '<table>',
    `<thead><tr>${head.map((name, index) => `<th scope="col"${isNumber[index] ? ' class="number"' : ''}>${escaped(name)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(row => `<tr>${row.map(cellText).join('')}</tr>`),
    '</tbody>',
    '</table>',
  ];
  return [
    '<section>',
    `<h2>${escaped(title)}</h2>`,
    ...paragraphs(sentences),
    ...(rows.length > 0 ? table : []),
    '</section>',
  ];
}

function cellText(cell: Cell): string {
  if (typeof cell === 'number') return `<td class="number">${cell === 0 ? '–' : cell}</td>`;
  return `<td>${cell.map(pieceText).join(', ')}</td>`;
}

function pieceText(piece: Piece): string {
  if ('text' in piece) return prose(piece.text);
  // A path may wrap after its slashes.
  const code = `<code>${escaped(piece.code).replaceAll('/', '/<wbr>')}</code>`;
  return piece.page === undefined ? code : `<a href="${escaped(piece.page)}">${code}</a>`;
}

function prose(sentence: string): string {
  return spansOf(sentence)
    .map(({ text, isCode }) => (isCode ? `<code>${escaped(text)}</code>` : escaped(text)))
    .join('');
}
