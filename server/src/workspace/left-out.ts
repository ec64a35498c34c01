/** What a scan has not looked at and a user might miss. Never silent: each sentence names the limit that lifts it. */
import { type LimitName, type Limits, limitNames } from '../options/limits.ts';

/** Counts by limit, and what could not be read or checked. */
export class LeftOut {
  readonly #byLimit = new Map<LimitName, number>();
  /** Files or folders. */
  readonly unreadable: string[] = [];
  /** Files at which the check itself broke off. */
  readonly broken: string[] = [];

  add(limit: LimitName, number = 1): void {
    this.#byLimit.set(limit, (this.#byLimit.get(limit) ?? 0) + number);
  }

  has(limit: LimitName): boolean {
    return this.#byLimit.has(limit);
  }

  /** One sentence each; none when nothing was left out. */
  sentences(limits: Limits): readonly string[] {
    const byLimit = limitNames.flatMap(name => {
      const number = this.#byLimit.get(name);
      return number === undefined ? [] : [sentence(name, number, limits[name].toLocaleString('en'))];
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
