/** The rule for a command of the old binary that exists under the same name in one other program. */
import type { CommandPattern, Successor } from './patterns-of-calls.ts';
import type { Example, Rule } from './rule.ts';
import { shellStatus, upgradePage } from './source.ts';

/** The output of a shell on the device for any call of the old binary, for users who search for it. */
export const notFound =
  'A shell on the device says `mender: command not found` or `mender: not found`, and the exit status is 127.';

/** Messages of install, commit and rollback, and the log lines of all. */
export const output = 'its messages and log lines are worded differently';

interface CommandRule {
  readonly command: string;
  readonly spellings?: readonly string[];
  readonly successors: readonly Successor[];
  readonly why: string;
  readonly exitStatus?: string;
  readonly statusCounts?: true;
  readonly neverEmpty?: true;
  readonly output?: string;
  readonly unsorted?: string;
  readonly inventory?: CommandPattern['inventory'];
  readonly sources: readonly string[];
  readonly examples: readonly Example[];
  readonly quiet?: Rule['quiet'];
}

export function moved(rule: CommandRule): Rule {
  const [successor] = rule.successors;
  const to = [successor!.program, successor!.command].filter(Boolean).join(' ');
  return {
    id: `mender-${rule.command}`,
    component: 'mender-client',
    title: `\`mender ${rule.command}\``,
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'command',
      spellings: [rule.command, ...(rule.spellings ?? [])],
      successors: rule.successors,
      ...(rule.exitStatus ? { exitStatus: rule.exitStatus } : {}),
      ...(rule.statusCounts ? { statusCounts: rule.statusCounts } : {}),
      ...(rule.neverEmpty ? { neverEmpty: rule.neverEmpty } : {}),
      ...(rule.output ? { output: rule.output } : {}),
      ...(rule.unsorted ? { unsorted: rule.unsorted } : {}),
      ...(rule.inventory ? { inventory: rule.inventory } : {}),
    },
    replacement: { kind: 'rewrite', to, safety: 'safe' },
    message: `Use \`${to}\`: \`{use}\` is gone since 4.0.`,
    why: [
      rule.why,
      ...(rule.output === output ? ['Its log lines say `severity=` where those of 3.x said `level=`.'] : []),
      notFound,
    ].join(' '),
    sources: [upgradePage, ...rule.sources, shellStatus],
    examples: rule.examples,
    ...(rule.quiet ? { quiet: rule.quiet } : {}),
  };
}
