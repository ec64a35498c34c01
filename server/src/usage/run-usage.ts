/** What wrappers run or arrange, as texts and usages. */

import type { Run } from '../programs/program.ts';
import { type Fragment, slice } from '../text/fragment.ts';
import type { BranchContext } from './branch-context.ts';
import { resolved } from './shell/variables.ts';
import type { PackageTask, ServiceTask } from './usage.ts';

/** The script in the text of a word. */
export function partOf(text: Fragment, { from = 0, to }: Extract<Run, { kind: 'script' }>): Fragment {
  return from === 0 && to === undefined ? text : slice(text, { start: from, end: to ?? text.text.length });
}

export function taskOf(
  run: Extract<Run, { name: unknown }>,
  branchContext: BranchContext | undefined,
): ServiceTask | PackageTask {
  return run.kind === 'service'
    ? { kind: 'service-task', name: resolved(run.name), second: undefined, branchContext }
    : { ...run, versioned: /[=/]/.test(run.name.value ?? ''), branchContext };
}
