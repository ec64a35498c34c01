/** The row of a command of the old binary that lives on under the same name in one other program. */
import type { CommandMatch, Successor } from './match-calls.ts';
import type { Example, Row } from './row.ts';
import { shellStatus, upgradePage } from './source.ts';

/** What a shell on the device says of any call of the old binary, for those who search for it. */
export const notFound =
  'A shell on the device says `mender: command not found` or `mender: not found`, and the exit status is 127.';

/** Messages of install, commit and rollback, and the log lines of all. */
export const output = 'its messages and log lines are worded differently';

interface CommandRow {
  readonly command: string;
  readonly spellings?: readonly string[];
  readonly successors: readonly Successor[];
  readonly why: string;
  readonly exitStatus?: string;
  readonly statusCounts?: true;
  readonly neverEmpty?: true;
  readonly output?: string;
  readonly unsorted?: string;
  readonly inventory?: CommandMatch['inventory'];
  readonly sources: readonly string[];
  readonly examples: readonly Example[];
  readonly quiet?: Row['quiet'];
}

export function moved(row: CommandRow): Row {
  const [successor] = row.successors;
  const to = [successor!.program, successor!.command].filter(Boolean).join(' ');
  return {
    id: `mender-${row.command}`,
    component: 'mender-client',
    title: `\`mender ${row.command}\``,
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'command',
      spellings: [row.command, ...(row.spellings ?? [])],
      successors: row.successors,
      ...(row.exitStatus ? { exitStatus: row.exitStatus } : {}),
      ...(row.statusCounts ? { statusCounts: row.statusCounts } : {}),
      ...(row.neverEmpty ? { neverEmpty: row.neverEmpty } : {}),
      ...(row.output ? { output: row.output } : {}),
      ...(row.unsorted ? { unsorted: row.unsorted } : {}),
      ...(row.inventory ? { inventory: row.inventory } : {}),
    },
    replacement: { kind: 'rewrite', to, safety: 'safe' },
    message: `Use \`${to}\`: \`{use}\` is gone since 4.0.`,
    why: [
      row.why,
      ...(row.output === output ? ['Its log lines say `severity=` where those of 3.x said `level=`.'] : []),
      notFound,
    ].join(' '),
    sources: [upgradePage, ...row.sources, shellStatus],
    examples: row.examples,
    ...(row.quiet ? { quiet: row.quiet } : {}),
  };
}
