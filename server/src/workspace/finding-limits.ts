/** Keeps lists of findings to what an editor can show, and counts the others. */
import type { Finding } from '../findings/finding.ts';
import type { Limits } from '../options/limits.ts';
import type { LeftOut } from './left-out.ts';

export class FindingLimits {
  readonly #limits: Limits;
  readonly #leftOut: LeftOut;
  #shown = 0;

  constructor(limits: Limits, leftOut: LeftOut) {
    this.#limits = limits;
    this.#leftOut = leftOut;
  }

  /** Those of one file that are shown. Not to be asked twice for a file. */
  shown(findings: readonly Finding[]): readonly Finding[] {
    const ofFile = findings.slice(0, this.#limits.findingsPerFile);
    const kept = ofFile.slice(0, this.#limits.findings - this.#shown);
    this.#shown += kept.length;
    if (ofFile.length < findings.length) this.#leftOut.add('findingsPerFile', findings.length - ofFile.length);
    if (kept.length < ofFile.length) this.#leftOut.add('findings', ofFile.length - kept.length);
    return kept;
  }
}
