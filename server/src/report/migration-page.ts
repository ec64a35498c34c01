/** The report of a migration as sentences and tables, which the Markdown and HTML formats only write out. */

import { count } from './count.ts';
import type { MigrationReport, OpenFinding, Placed } from './migration-report.ts';
import { type Tally, talliesOf } from './tallies.ts';

export interface Page {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly progress: Progress;
  readonly tables: readonly Table[];
}

/** How far the migration is. */
export interface Progress {
  readonly done: number;
  readonly safe: number;
  readonly review: number;
  readonly none: number;
}

export interface Table {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A number, or pieces with commas between them. */
export type Cell = number | readonly Piece[];

export type Piece =
  /** A sentence of our own. */
  | { readonly text: string }
  /** Text that is written this way in files or on a command line. */
  | { readonly code: string; readonly page?: string | undefined };

export const remedyNames = { safe: 'safe', review: 'to review', none: 'by hand' } as const;

export function migrationPage(report: MigrationReport): Page {
  const { open, baseline, since, notChecked } = report;
  const tallies = talliesOf(report);
  const pages = new Map(open.map(({ rule, page }) => [rule, page]));
  const named = (name: string): Piece => ({ code: name, page: pages.get(name) });
  const number = (kind: keyof typeof remedyNames) => open.filter(({ remedy }) => remedy === kind).length;
  const progress = {
    done: sum(baseline?.done ?? []),
    safe: number('safe'),
    review: number('review'),
    none: number('none'),
  };
  const tables: readonly Table[] = [
    tallyTable('By rule', 'Rule', tallies.byRule, named, report),
    tallyTable('By folder', 'Folder', tallies.byFolder, code, report),
    ownerTable(tallies.byOwner, report),
    ...(since ? changeTables(since) : []),
    openTable(report),
    {
      title: 'Not checked',
      sentences: [],
      head: ['Path', 'Reason'],
      rows: notChecked.map(({ path, why }) => [[code(path)], [{ text: why }]]),
    },
  ];
  return {
    title: `Migration to Mender client ${report.target}`,
    sentences: sentencesOf(report, progress),
    progress,
    tables: tables.filter(({ rows, sentences }) => rows.length > 0 || sentences.length > 0),
  };
}

function code(text: string): Piece {
  return { code: text };
}

function sum(entries: readonly { readonly number: number }[]): number {
  return entries.reduce((total, { number }) => total + number, 0);
}

function sentencesOf(
  { open, counts, baseline, since, remarks }: MigrationReport,
  progress: Progress,
): readonly string[] {
  const files = count(counts.checked, 'file');
  const concerned = new Set(open.map(({ path }) => path)).size;
  const parts = `${progress.safe} safe, ${progress.review} to review, ${progress.none} by hand`;
  return [
    open.length === 0
      ? `Nothing is open in ${files}.`
      : `${count(open.length, 'finding')} ${isAre(open.length)} open in ${concerned} of ${files}: ${parts}.`,
    ...(baseline ? baselineSentences(baseline, progress.done) : []),
    ...(since ? sinceSentences(since) : []),
    ...remarks,
    'Safe: `mender-lint fix` does it. To review: a fix is offered, and a person must check it. By hand: there is no fix.',
  ];
}

function isAre(number: number): string {
  return number === 1 ? 'is' : 'are';
}

function baselineSentences({ known, unknown }: NonNullable<MigrationReport['baseline']>, done: number): string[] {
  const all = known + done;
  return [
    ...(all > 0
      ? [`${done} of ${count(all, 'finding')} in the baseline ${isAre(done)} done: fixed, removed or suppressed.`]
      : []),
    ...(unknown > 0 ? [`${count(unknown, 'finding')} ${isAre(unknown)} not in the baseline.`] : []),
  ];
}

function sinceSentences(since: NonNullable<MigrationReport['since']>): string[] {
  const { file, gone, added, kept, unseen, otherOptions, wasComplete } = since;
  const names = otherOptions.map(name => `\`${name}\``).join(', ');
  return [
    `Since \`${file}\`: ${gone.length} gone, ${added.length} new, ${kept} as before.`,
    ...(unseen > 0
      ? [`${count(unseen, 'finding')} of the earlier report ${isAre(unseen)} where this one has not looked.`]
      : []),
    ...(names === '' ? [] : [`The earlier report was made with another ${names}: changes may come from that.`]),
    ...(wasComplete ? [] : ['The earlier report had not looked at everything: what is new may come from that.']),
  ];
}

function tallyTable(
  title: string,
  what: string,
  tallies: readonly Tally[],
  pieceOf: (name: string) => Piece,
  { baseline, since }: MigrationReport,
): Table {
  return {
    title,
    sentences: [],
    head: [
      what,
      'Open',
      'Safe',
      'To review',
      'By hand',
      ...(baseline ? ['Done'] : []),
      ...(since ? ['Gone', 'New'] : []),
    ],
    rows: tallies.map(({ name, open, safe, review, none, done, gone, added }) => [
      [pieceOf(name)],
      ...[open, safe, review, none],
      ...(baseline ? [done] : []),
      ...(since ? [gone, added] : []),
    ]),
  };
}

function ownerTable(tallies: readonly Tally[], report: MigrationReport): Table {
  const { ownersFrom } = report;
  const pieceOf = (name: string) => (name === '' ? noOwner : code(name));
  const table = tallyTable('By owner', 'Owner', tallies, pieceOf, report);
  if (tallies.length === 0) return table;
  if (ownersFrom.length === 0) return { ...table, sentences: ['No `CODEOWNERS` says who owns these files.'], rows: [] };
  const from = ownersFrom.map(path => `\`${path}\``).join(', ');
  return { ...table, sentences: [`By ${from}. What has several owners counts for each of them.`] };
}

const noOwner: Piece = { text: 'no owner' };

function ownerCell({ owners }: Placed): readonly Piece[] {
  return owners.length > 0 ? owners.map(code) : [noOwner];
}

function changeTables({ gone, added }: NonNullable<MigrationReport['since']>): readonly Table[] {
  return [
    {
      title: 'Gone since the earlier report',
      sentences: [],
      head: ['File', 'Rule', 'Owner', 'Finding'],
      rows: gone.map(each => [[code(each.path)], [code(each.rule)], ownerCell(each), [{ text: each.message }]]),
    },
    {
      title: 'New since the earlier report',
      sentences: [],
      head: findingHead,
      rows: added.map(findingRow),
    },
  ];
}

function openTable({ listed, open }: MigrationReport): Table {
  const hidden = open.length - listed.length;
  return {
    title: 'Open findings',
    sentences:
      hidden > 0 ? [`${count(hidden, 'more finding')} ${isAre(hidden)} counted above and not listed here.`] : [],
    head: findingHead,
    rows: listed.map(findingRow),
  };
}

const findingHead = ['Place', 'Fix', 'Severity', 'Rule', 'Owner', 'Finding'];

function findingRow(finding: OpenFinding): readonly Cell[] {
  const { path, line, column, remedy, severity, rule, page, message } = finding;
  return [
    [code(`${path}:${line}:${column}`)],
    [{ text: remedyNames[remedy] }],
    [{ text: severity }],
    [{ code: rule, page }],
    ownerCell(finding),
    [{ text: message }],
  ];
}
