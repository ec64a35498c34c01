/** The questions and messages of *Migrate Workspace*. */
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
    : `Nothing can be migrated automatically; ${counted(left, 'finding')} ${have(left)} no automatic fix.`;
}

/** After it has been applied. */
export function aboutLeft({ left, later }: Counts): string[] {
  return [
    ...(left > 0 ? [`${counted(left, 'finding')} ${have(left)} no automatic fix.`] : []),
    ...(later > 0
      ? [`${counted(later, 'more finding')} to review ${depend(later)} on what was fixed; run the command again.`]
      : []),
  ];
}

/** `changed` is the number of files whose text is no longer the one that was checked. */
export function aboutOthers(changed: number): string[] {
  if (changed === 0) return [];
  const [verb, changes, them] = changed === 1 ? ['was', 'it has', 'it'] : ['were', 'they have', 'them'];
  const why = `because ${changes} changed since, or VS Code reads ${them} in another encoding`;
  return [`${counted(changed, 'file')} ${verb} skipped ${why}; look at ${them} and run the command again.`];
}

function have(number: number): string {
  return number === 1 ? 'has' : 'have';
}

function depend(number: number): string {
  return number === 1 ? 'depends' : 'depend';
}
