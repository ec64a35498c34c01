/** Streams of bytes: inspected before they are read, and watched meanwhile. */
import type { ArchiveDecoders, Bytes, Digest } from './decoders.ts';

export interface Peeked {
  /** The first bytes: the requested number, if there are that many. */
  readonly start: Uint8Array;
  /** All of them. */
  readonly bytes: Bytes;
}

export async function peeked(bytes: Bytes, length: number): Promise<Peeked> {
  const chunks = bytes[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let isOver = false;
  for (let have = 0; have < length && !isOver; ) {
    const { done, value } = await chunks.next();
    if (done) isOver = true;
    else {
      first.push(value);
      have += value.length;
    }
  }
  const all = async function* () {
    yield* first.splice(0);
    // When a reader of these bytes stops, their source must not end: others read it on, to its checksum.
    if (!isOver) yield* { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) };
  };
  return { start: joined(first), bytes: all() };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

export async function drain(bytes: Bytes): Promise<void> {
  for await (const _ of bytes);
}

/** The SHA-256 of the bytes that are read, available at their end. */
export function digested(decoders: ArchiveDecoders, bytes: Bytes): { readonly bytes: Bytes; readonly digest: Digest } {
  const digest = decoders.sha256();
  const watched = async function* () {
    for await (const chunk of bytes) {
      digest.update(chunk);
      yield chunk;
    }
  };
  return { bytes: watched(), digest };
}
