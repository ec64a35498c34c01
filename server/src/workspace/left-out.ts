/** What a scan has not looked at and a user might miss. Never silent: each sentence names the limit that lifts it. */
import { type LimitName, type Limits, limitNames } from '../options/limits.ts';

/** What a limit counts that files do not have to be told apart for. */
type Counted = Exclude<LimitName, 'fileSize'>;

/** Why a file or folder has not been looked at, where that is worth telling. */
const reasons = ['too-large', 'unreadable', 'broken'] as const;
type Reason = (typeof reasons)[number];

/** Counts by limit, and what was too large, could not be read, or could not be checked: each file once, however often it is come to. */
export class LeftOut {
  readonly #byLimit = new Map<Counted, number>();
  readonly #byPath = new Map<string, Reason>();

  add(limit: Counted, number = 1): void {
    this.#byLimit.set(limit, (this.#byLimit.get(limit) ?? 0) + number);
  }

  has(limit: Counted): boolean {
    return this.#byLimit.has(limit);
  }

  /** `why`: what became of a file or folder; nothing is noted of what was checked, or need not be. */
  note(path: string, why: string): void {
    const reason = reasons.find(each => each === why);
    if (reason) this.#byPath.set(path, reason);
  }

  /** Whether a file was not checked for one of these reasons. */
  isNoted(path: string): boolean {
    return this.#byPath.has(path);
  }

  delete(path: string): void {
    this.#byPath.delete(path);
  }

  /** Before files are looked at again. */
  forget(isConcerned: (path: string) => boolean): void {
    for (const path of this.#byPath.keys()) if (isConcerned(path)) this.#byPath.delete(path);
  }

  /** Files or folders. */
  get unreadable(): readonly string[] {
    return this.#noted('unreadable');
  }

  /** Files at which the check itself broke off. */
  get broken(): readonly string[] {
    return this.#noted('broken');
  }

  #noted(reason: Reason): readonly string[] {
    return [...this.#byPath].flatMap(([path, noted]) => (noted === reason ? [path] : []));
  }

  /** One sentence each; none when nothing was left out. */
  sentences(limits: Limits): readonly string[] {
    const byLimit = limitNames.flatMap(name => {
      const number = name === 'fileSize' ? this.#noted('too-large').length : (this.#byLimit.get(name) ?? 0);
      return number === 0 ? [] : [sentence(name, number, limits[name].toLocaleString('en'))];
    });
    const [unreadable, broken] = [this.unreadable.length, this.broken.length];
    return [
      ...byLimit,
      ...(unreadable > 0
        ? [`${unreadable} ${unreadable === 1 ? 'file or folder' : 'files or folders'} could not be read.`]
        : []),
      ...(broken > 0
        ? [`${broken} ${broken === 1 ? 'file' : 'files'} could not be checked because of an error in Mender Lint.`]
        : []),
    ];
  }
}

function sentence(name: LimitName, number: number, limit: string): string {
  const lift = `raise the limit \`${name}\``;
  const one = number === 1;
  const shown = number.toLocaleString('en');
  switch (name) {
    case 'files':
      return `Files were left out after the first ${limit}: ${lift}.`;
    case 'folders':
      return `Folders were left out after the first ${limit}: ${lift}.`;
    case 'fileSize':
      return `${shown} ${one ? 'file' : 'files'} that may name Mender ${one ? 'is' : 'are'} larger than ${limit} bytes and not checked: ${lift}.`;
    case 'findingsPerFile':
      return `${shown} ${one ? 'finding is' : 'findings are'} not shown, being behind the first ${limit} of a file: ${lift}.`;
    case 'findings':
      return `${shown} ${one ? 'finding is' : 'findings are'} not shown, being behind the first ${limit}: ${lift}.`;
  }
}
