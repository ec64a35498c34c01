/** The report of a migration as Markdown. */

import { code, prose, table } from './markdown-text.ts';
import { type Cell, migrationPage, type Piece, type Table } from './migration-page.ts';
import type { MigrationReport } from './migration-report.ts';

export function migrationMarkdown(report: MigrationReport): string {
  const { title, sentences, tables } = migrationPage(report);
  const lines = [`# ${prose(title)}`, '', ...paragraphs(sentences), ...tables.flatMap(section)];
  return `${lines.join('\n').trimEnd()}\n`;
}

function paragraphs(sentences: readonly string[]): readonly string[] {
  return sentences.flatMap(sentence => [prose(sentence), '']);
}

function section({ title, sentences, head, rows }: Table): readonly string[] {
  const alignments = head.map((_, index) => (typeof rows[0]?.[index] === 'number' ? '---:' : '---'));
  const cells = rows.map(row => row.map(cellText));
  return [`## ${prose(title)}`, '', ...paragraphs(sentences), ...table(head, cells, alignments)];
}

function cellText(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : cell.map(pieceText).join(', ');
}

function pieceText(piece: Piece): string {
  if ('text' in piece) return prose(piece.text);
  return piece.page === undefined ? code(piece.code) : `[${code(piece.code)}](${piece.page})`;
}
