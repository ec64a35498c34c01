/** What tasks of provisioning tools use. */
import type { CarriedPackage, SecondService } from '../syntax/carried.ts';
import type { Word } from '../syntax/word.ts';
import type { Frame } from './frame.ts';
import type { ResolvedWord } from './resolved-word.ts';

/** A service that a task of a provisioning tool, such as Ansible, acts on: exactly one. */
export interface ServiceTask {
  readonly kind: 'service-task';
  readonly name: ResolvedWord;
  readonly second: SecondService | undefined;
  readonly frame: Frame | undefined;
}

/** A condition of a task that looks for a service, or a package, among those that were found on the device. */
export interface TaskFact {
  readonly kind: 'task-fact';
  readonly of: 'services' | 'packages';
  /** What asks, in a program. */
  readonly calledAs?: string;
  readonly name: Word;
  readonly frame: Frame | undefined;
}

/** A package that a provisioning tool works on. */
export interface PackageTask extends CarriedPackage {
  readonly frame: Frame | undefined;
}
