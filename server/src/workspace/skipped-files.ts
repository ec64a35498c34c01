/** What a scan has skipped and a user might miss. Never silent: each sentence names the limit that can be raised. */

import { type OptIn, optIns } from '../languages/opt-ins.ts';
import { type LimitName, type Limits, limitNames } from '../options/limits.ts';
import { visible } from '../text/visible.ts';
import type { Broken } from './check-file.ts';

/** Limits that count without distinguishing files. */
type Counted = Exclude<LimitName, 'fileSize' | 'checkTime'>;

/** Why a file or folder was skipped, where that is worth reporting. */
const reasons = [
  'too-large',
  'too-slow',
  'unreadable',
  ...optIns.map(kind => `not-included: ${kind}` as const),
] as const;
type Reason = (typeof reasons)[number] | Broken;

/** Number of files by kind. */
export type NotIncluded = Readonly<Partial<Record<OptIn, number>>>;

/**
 * Counts by limit, and files that were too large, could not be read, or could not be checked: each file once, however
 * often it is reached.
 */
export class SkippedFiles {
  readonly #byLimit = new Map<Counted, number>();
  readonly #byPath = new Map<string, Reason>();

  add(limit: Counted, number = 1): void {
    this.#byLimit.set(limit, (this.#byLimit.get(limit) ?? 0) + number);
  }

  has(limit: Counted): boolean {
    return this.#byLimit.has(limit);
  }

  /** `why`: the result for a file or folder; files that were checked, or need not be, are not noted. */
  note(path: string, why: string): void {
    const reason = isBroken(why) ? why : reasons.find(each => each === why);
    if (reason) this.#byPath.set(path, reason);
  }

  /** Whether a file was not checked for one of these reasons. */
  isNoted(path: string): boolean {
    return this.#byPath.has(path);
  }

  delete(path: string): void {
    this.#byPath.delete(path);
  }

  /** Called before files are looked at again. */
  forget(isConcerned: (path: string) => boolean): void {
    for (const path of this.#byPath.keys()) if (isConcerned(path)) this.#byPath.delete(path);
  }

  /** Files or folders. */
  get unreadable(): readonly string[] {
    return this.#noted('unreadable');
  }

  /** Files whose check threw. */
  get broken(): readonly string[] {
    return [...this.#byPath].flatMap(([path, noted]) => (isBroken(noted) ? [path] : [])).sort();
  }

  /** Each of them, and the rule in which it threw; `shown` formats a path. */
  brokenSentences(shown: (path: string) => string): readonly string[] {
    return this.broken.map(path => brokenSentence(shown(path), this.#byPath.get(path)?.slice('broken: '.length)));
  }

  /** Files that may name Mender. */
  get tooLarge(): readonly string[] {
    return this.#noted('too-large');
  }

  /** Files whose check was cancelled. */
  get tooSlow(): readonly string[] {
    return this.#noted('too-slow');
  }

  /** Files that name something of Mender's and would be checked if their kind were included. */
  get notIncluded(): NotIncluded {
    const counts = optIns.map(kind => [kind, this.#noted(`not-included: ${kind}`).length] as const);
    return Object.fromEntries(counts.filter(([, number]) => number > 0));
  }

  #noted(reason: Reason): readonly string[] {
    return [...this.#byPath].flatMap(([path, noted]) => (noted === reason ? [path] : [])).sort();
  }

  /** One sentence for each limit that ended a scan: what is beyond it is unknown. */
  scanEnds(limits: Limits): readonly string[] {
    const reached = (['files', 'folders'] as const).filter(name => this.has(name));
    return reached.map(name => sentence(name, 0, limits[name].toLocaleString('en')));
  }

  /** Whether silence about files means that they are clean, as far as limits, errors and permissions are concerned. */
  isNothingUnknown(limits: Limits): boolean {
    return [this.tooLarge, this.tooSlow, this.unreadable, this.broken, this.scanEnds(limits)].every(
      each => each.length === 0,
    );
  }

  /** One sentence each; none when nothing was skipped. */
  sentences(limits: Limits): readonly string[] {
    const byLimit = limitNames.flatMap(name => {
      if (name === 'checkTime') return this.tooSlow.map(path => slowSentence(path, limits));
      const number = name === 'fileSize' ? this.tooLarge.length : (this.#byLimit.get(name) ?? 0);
      return number === 0 ? [] : [sentence(name, number, limits[name].toLocaleString('en'))];
    });
    const unreadable = this.unreadable.length;
    const broken = this.brokenSentences(visible).map(each => `${each}.`);
    return [
      ...byLimit,
      ...(unreadable > 0
        ? [`${unreadable} ${unreadable === 1 ? 'file or folder' : 'files or folders'} could not be read.`]
        : []),
      ...(broken.length > MOST_NAMED
        ? [`${broken.length} files could not be checked because of errors in Mender Lint.`]
        : broken),
    ];
  }
}

/** Nobody reads more names in a status. */
const MOST_NAMED = 5;

function isBroken(why: string): why is Broken {
  return why === 'broken' || why.startsWith('broken: ');
}

/** `rule`: the one in which the check threw. */
export function brokenSentence(path: string, rule: string | undefined): string {
  const where = rule ? `, in the rule \`${rule}\`` : '';
  return `${path} could not be checked because of an error in Mender Lint${where}`;
}

/** For several folders together. */
export function allNotIncluded(counts: readonly NotIncluded[]): NotIncluded {
  const sums = optIns.map(kind => [kind, counts.reduce((sum, each) => sum + (each[kind] ?? 0), 0)] as const);
  return Object.fromEntries(sums.filter(([, number]) => number > 0));
}

/** Undefined when there are none. */
export function notIncludedSentence(counts: NotIncluded): string | undefined {
  const kinds = optIns.flatMap(kind =>
    counts[kind] === undefined ? [] : [`\`${kind}\` (${counts[kind].toLocaleString('en')})`],
  );
  const number = optIns.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  if (number === 0) return undefined;
  const what =
    number === 1
      ? "1 file that names something of Mender's is of a kind that is not checked unless the option `include` names it"
      : `${number.toLocaleString('en')} files that name something of Mender's are of kinds that are not checked unless the option \`include\` names them`;
  return `${what}: ${kinds.join(', ')}.`;
}

export function slowSentence(path: string, { checkTime }: Pick<Limits, 'checkTime'>): string {
  return `${visible(path)} is not checked, because it takes longer than ${checkTime.toLocaleString('en')} ms: raise the limit \`checkTime\`.`;
}

function sentence(name: Exclude<LimitName, 'checkTime'>, number: number, limit: string): string {
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
      return `${shown} more ${one ? 'finding is' : 'findings are'} not shown (limit ${limit} for one file): ${lift}.`;
    case 'findings':
      return `${shown} more ${one ? 'finding is' : 'findings are'} not shown (limit ${limit}): ${lift}.`;
  }
}
