/** Numbers by rule, folder and owner: the rows of the tables that a team plans with. */
import { folderOf } from '../workspace/paths.ts';
import type { MigrationReport, Placed } from './migration-report.ts';

const kinds = ['safe', 'review', 'none', 'done', 'gone', 'added'] as const;
type Kind = (typeof kinds)[number];

export interface Tally extends Readonly<Record<Kind, number>> {
  /** The empty string for files without an owner. */
  readonly name: string;
  readonly open: number;
}

export interface Tallies {
  readonly byRule: readonly Tally[];
  readonly byFolder: readonly Tally[];
  readonly byOwner: readonly Tally[];
}

type Counted = readonly [place: Placed, kind: Kind, number: number];

export function talliesOf({ open, baseline, since }: MigrationReport): Tallies {
  const counted: readonly Counted[] = [
    ...open.map(finding => [finding, finding.remedy, 1] as const),
    ...(baseline?.done ?? []).map(done => [done, 'done', done.number] as const),
    ...(since?.gone ?? []).map(gone => [gone, 'gone', 1] as const),
    ...(since?.added ?? []).map(added => [added, 'added', 1] as const),
  ];
  return {
    byRule: tallied(counted, ({ rule }) => [rule]),
    byFolder: tallied(counted, place => [folderIn(place)]),
    byOwner: tallied(counted, ({ owners }) => (owners.length > 0 ? [...new Set(owners)] : [''])),
  };
}

/** For planning, an archive is a folder. */
function folderIn({ path, archive }: Placed): string {
  return archive ?? (path.includes('/') ? folderOf(path) : '.');
}

/** The largest number of open findings first. */
function tallied(counted: readonly Counted[], namesOf: (place: Placed) => readonly string[]): readonly Tally[] {
  const byName = new Map<string, Record<Kind, number>>();
  for (const [place, kind, number] of counted)
    for (const name of namesOf(place)) {
      const tally = byName.get(name) ?? { safe: 0, review: 0, none: 0, done: 0, gone: 0, added: 0 };
      tally[kind] += number;
      byName.set(name, tally);
    }
  return [...byName]
    .map(([name, tally]) => ({ name, ...tally, open: tally.safe + tally.review + tally.none }))
    .sort((a, b) => b.open - a.open || (a.name < b.name ? -1 : 1));
}
