/** What a scan has not looked at and a user might miss. Never silent: each sentence names the limit that lifts it. */
import { type LimitName, type Limits, limitNames } from '../options/limits.ts';

/** Counts by limit, and of what could not be read. */
export class LeftOut {
  readonly #byLimit = new Map<LimitName, number>();
  #unreadable = 0;

  add(limit: LimitName, number = 1): void {
    this.#byLimit.set(limit, (this.#byLimit.get(limit) ?? 0) + number);
  }

  addUnreadable(): void {
    this.#unreadable++;
  }

  /** One sentence each; none when nothing was left out. */
  sentences(limits: Limits): readonly string[] {
    const byLimit = limitNames.flatMap(name => {
      const number = this.#byLimit.get(name);
      return number === undefined ? [] : [sentence(name, number, limits[name].toLocaleString('en'))];
    });
    const unreadable = this.#unreadable;
    return unreadable === 0
      ? byLimit
      : [...byLimit, `${unreadable} ${unreadable === 1 ? 'file or folder' : 'files or folders'} could not be read.`];
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
      return `${shown} ${one ? 'file that names' : 'files that may name'} Mender ${one ? 'is' : 'are'} larger than ${limit} bytes and not checked: ${lift}.`;
    case 'findingsPerFile':
      return `${shown} ${one ? 'finding is' : 'findings are'} not shown, being behind the first ${limit} of a file: ${lift}.`;
    case 'findings':
      return `${shown} ${one ? 'finding is' : 'findings are'} not shown, being behind the first ${limit}: ${lift}.`;
  }
}
