/** What *Migrate Workspace* asks and says, in sentences. */
import type { Migration } from '../../server/src/lsp/messages.ts';
import { counted } from './status-text.ts';

type Counts = Pick<Migration, 'safe' | 'review' | 'left' | 'later'>;

/** Asked only when everything is safe. */
export function question({ safe }: Counts, files: number): string {
  return `Apply ${safe === 1 ? 'the safe fix' : `the safe fixes of ${counted(safe, 'finding')}`} in ${counted(files, 'file')}?`;
}

export function nothingMigrated({ safe, review, left }: Counts): string {
  if (safe + review > 0) return 'Nothing was migrated.';
  return left === 0
    ? 'Nothing is left to migrate.'
    : `Nothing can be migrated by itself; ${findings(left)} left to you, without a fix.`;
}

/** After it has been applied. */
export function aboutLeft({ left, later }: Counts): string[] {
  return [
    ...(left > 0 ? [`${findings(left)} left to you, without a fix; the Problems panel has them.`] : []),
    ...(later > 0 ? [`${findings(later)} left to review that depend on what was fixed: run the command again.`] : []),
  ];
}

/** `changed` is the number of files that are others than those that were looked at. */
export function aboutOthers(changed: number): string[] {
  if (changed === 0) return [];
  const [verb, them] = changed === 1 ? ['was', 'it'] : ['were', 'them'];
  return [
    `${counted(changed, 'file')} ${verb} left alone, which changed meanwhile or which VS Code reads in another encoding: look at ${them} and run the command again.`,
  ];
}

function findings(number: number): string {
  return `${counted(number, 'finding')} ${number === 1 ? 'is' : 'are'}`;
}
