/**
 * The identity of a finding from one run to the next: its file, its rule, the text of its line, and its number among
 * equal ones. Unique in a report, and unchanged when lines move.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { keysOf } from '../findings/baseline.ts';
import type { FileWithFindings } from './baselines.ts';

/** In the order of the findings. `path` must not depend on where the repository is. */
export function fingerprintsOf({ document, findings }: FileWithFindings, path: string): readonly string[] {
  const file = half(path);
  const seen = new Map<string, number>();
  return keysOf(document, findings).map(key => {
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return `${file}${half([key, before])}`;
  });
}

/** The part that stays the same when the file is renamed. */
export function apartFromFile(fingerprint: string): string {
  return fingerprint.slice(HALF);
}

const HALF = 16;

/** The hash does not reveal its input: a line may contain a secret. */
function half(known: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(known)))).slice(0, HALF);
}
