/** Bytes that were read elsewhere, decoded like those of a file system. */
import type { FileContent, ReadOptions, Unread } from './file-system.ts';
import { whyNotDecoded } from './worth-reading.ts';

/** `whole`: all bytes of the file. */
export function contentOf(path: string, whole: Uint8Array, how: ReadOptions): FileContent | Unread {
  const bytes = whole.subarray(0, how.limit + 1);
  const text = asCharacters(bytes);
  const start = { bytes, includes: (sought: string | 0) => text.includes(sought === 0 ? '\0' : asUtf8(sought)) };
  const isAnywhere = (words: readonly string[]) => {
    const all = asCharacters(whole);
    return words.some(word => all.includes(asUtf8(word)));
  };
  return whyNotDecoded(path, start, how, isAnywhere) ?? decoded(bytes);
}

/** One character for each byte. For some bytes it is not the usual character, but it is always the same. */
function asCharacters(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function asUtf8(word: string): string {
  return asCharacters(new TextEncoder().encode(word));
}

/** Characters created at once: a call takes only so many arguments. */
const CHUNK = 8192;

/** As `FileContent` requires it. */
function decoded(bytes: Uint8Array): FileContent {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const parts: string[] = [];
    for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
    return { text: parts.join(''), encoding: 'latin1' };
  }
}
