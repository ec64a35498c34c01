/** What tasks of provisioning tools use. */
import type { EmbeddedPackage, SecondService } from '../languages/embedded.ts';
import type { Word } from '../text/word.ts';
import type { BranchContext } from './branch-context.ts';
import type { ResolvedWord } from './resolved-word.ts';

/** A service that a task of a provisioning tool, such as Ansible, acts on: exactly one. */
export interface ServiceTask {
  readonly kind: 'service-task';
  readonly name: ResolvedWord;
  readonly second: SecondService | undefined;
  readonly branchContext: BranchContext | undefined;
}

/** A condition of a task that looks for a service, or a package, among those that were found on the device. */
export interface TaskFact {
  readonly kind: 'task-fact';
  readonly of: 'services' | 'packages';
  /** The function that looks for it, in a program. */
  readonly calledAs?: string;
  readonly name: Word;
  readonly branchContext: BranchContext | undefined;
}

/** A package that a provisioning tool works on. */
export interface PackageTask extends EmbeddedPackage {
  readonly branchContext: BranchContext | undefined;
}
