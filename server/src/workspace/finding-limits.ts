/** Limits lists of findings to what an editor can show, and counts the rest. */
import type { Limits } from '../options/limits.ts';
import type { SkippedFiles } from './skipped-files.ts';

/** Numbers of findings by the limit that hides them. */
export type Hidden = Readonly<Record<'findingsPerFile' | 'findings', number>>;

export interface Trimmed<Item> {
  readonly shown: readonly Item[];
  readonly hidden: Hidden;
}

/** The findings of one file that are shown when `before` are shown of others. */
export function trimmed<Item>(items: readonly Item[], limits: Limits, before: number): Trimmed<Item> {
  const ofFile = items.slice(0, limits.findingsPerFile);
  const shown = ofFile.slice(0, Math.max(0, limits.findings - before));
  return { shown, hidden: { findingsPerFile: items.length - ofFile.length, findings: ofFile.length - shown.length } };
}

export function addHidden(leftOut: SkippedFiles, { findingsPerFile, findings }: Hidden): void {
  if (findingsPerFile > 0) leftOut.add('findingsPerFile', findingsPerFile);
  if (findings > 0) leftOut.add('findings', findings);
}
