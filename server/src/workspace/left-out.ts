/** What a scan has not looked at and a user might miss. Never silent: each sentence names the limit that lifts it. */
import { type LimitName, type Limits, limitNames } from '../options/limits.ts';

/** What a limit counts that files do not have to be told apart for. */
type Counted = Exclude<LimitName, 'fileSize'>;

/** Counts by limit, and what was too large, could not be read, or could not be checked: each file once, however often it is come to. */
export class LeftOut {
  readonly #byLimit = new Map<Counted, number>();
  readonly #tooLarge = new Set<string>();
  readonly #unreadable = new Set<string>();
  readonly #broken = new Set<string>();

  add(limit: Counted, number = 1): void {
    this.#byLimit.set(limit, (this.#byLimit.get(limit) ?? 0) + number);
  }

  has(limit: Counted): boolean {
    return this.#byLimit.has(limit);
  }

  /** `why`: what became of a file or folder; nothing is noted of what was checked, or need not be. */
  note(path: string, why: string): void {
    if (why === 'too-large') this.#tooLarge.add(path);
    else if (why === 'unreadable') this.#unreadable.add(path);
    else if (why === 'broken') this.#broken.add(path);
  }

  /** Whether a file was not checked for one of these reasons. */
  isNoted(path: string): boolean {
    return [this.#tooLarge, this.#unreadable, this.#broken].some(paths => paths.has(path));
  }

  delete(path: string): void {
    for (const paths of [this.#tooLarge, this.#unreadable, this.#broken]) paths.delete(path);
  }

  /** Before files are looked at again. */
  forget(isConcerned: (path: string) => boolean): void {
    for (const paths of [this.#tooLarge, this.#unreadable, this.#broken])
      for (const path of paths) if (isConcerned(path)) paths.delete(path);
  }

  /** Files or folders. */
  get unreadable(): readonly string[] {
    return [...this.#unreadable];
  }

  /** Files at which the check itself broke off. */
  get broken(): readonly string[] {
    return [...this.#broken];
  }

  /** One sentence each; none when nothing was left out. */
  sentences(limits: Limits): readonly string[] {
    const byLimit = limitNames.flatMap(name => {
      const number = name === 'fileSize' ? this.#tooLarge.size : (this.#byLimit.get(name) ?? 0);
      return number === 0 ? [] : [sentence(name, number, limits[name].toLocaleString('en'))];
    });
    const [unreadable, broken] = [this.#unreadable.size, this.#broken.size];
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
