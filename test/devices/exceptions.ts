/**
 * Differences on the devices that break no promise: each kind with its reason, defined as narrowly as a run shows it.
 */
import type { Differing, Exception } from './exception.ts';
import { exceptionsOfEndings } from './exceptions-of-endings.ts';
import { exceptionsOfFixes } from './exceptions-of-fixes.ts';
import { exceptionsOfScripts } from './exceptions-of-scripts.ts';

export const exceptions: readonly Exception[] = [...exceptionsOfScripts, ...exceptionsOfEndings, ...exceptionsOfFixes];

export function exceptionFor(differing: Differing): Exception | undefined {
  return exceptions.find(({ promises, holds }) => promises.includes(differing.promise) && holds(differing));
}
