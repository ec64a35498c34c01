/** Files that could not be dealt with: each is named, none keeps the others from being dealt with. */
import type { LeftOut } from '../workspace/left-out.ts';
import type { Surroundings } from './streams.ts';

/** Whether there are any: the command fails then, at its end. */
export function tellFailures({ unreadable, broken }: LeftOut, { err }: Surroundings): boolean {
  for (const path of unreadable) err(`mender-lint: cannot read ${path}\n`);
  for (const path of broken) err(`mender-lint: ${path} could not be checked because of an error in Mender Lint\n`);
  return unreadable.length + broken.length > 0;
}
