/**
 * What a finding is known by from one run to the next: its file, its rule, the text of its line, and which of equal ones
 * it is. Unique in a report, and the same when lines are moved.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { keysOf } from '../findings/baseline.ts';
import type { FileWithFindings } from './baselines.ts';

/** In the order of the findings. `path` is what the file is called wherever the repository is. */
export function fingerprintsOf({ document, findings }: FileWithFindings, path: string): readonly string[] {
  const file = half(path);
  const seen = new Map<string, number>();
  return keysOf(document, findings).map(key => {
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return `${file}${half([key, before])}`;
  });
}

/** What stays the same when the file gets another name. */
export function apartFromFile(fingerprint: string): string {
  return fingerprint.slice(HALF);
}

const HALF = 16;

/** What is hashed cannot be had from the hash: a line may hold a secret. */
function half(known: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(known)))).slice(0, HALF);
}
