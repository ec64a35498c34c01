/** Reads archives and decompresses them, in streams: which parts are read is decided elsewhere. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import { extract, type Header } from 'tar-stream';
import { XzReadableStream } from 'xz-decompress';
import { ArchiveProblem } from '../workspace/archive/budget.ts';
import type { ArchiveDecoders, Bytes, TarEntry } from '../workspace/archive/decoders.ts';
import type { Compression } from '../workspace/archives.ts';
import { contentOf } from './archive-content.ts';

export const archiveDecoders: ArchiveDecoders = {
  async *open(path) {
    try {
      // A FIFO in place of the file must not make us wait for its writer.
      const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      yield* file.createReadStream();
    } catch (error) {
      throw asProblem(error, () => 'cannot be read');
    }
  },

  async *unpack(bytes, compression) {
    try {
      yield* unpackers[compression](bytes);
    } catch (error) {
      throw asProblem(error, whyNotUnpacked);
    }
  },

  async *entries(bytes) {
    try {
      yield* entriesOf(bytes);
    } catch (error) {
      throw asProblem(error, whyNotTar);
    }
  },

  read: contentOf,

  sha256() {
    const hash = createHash('sha256');
    return { update: bytes => void hash.update(bytes), finish: () => hash.digest('hex') };
  },
};

function asProblem(error: unknown, why: (message: string) => string): unknown {
  if (error instanceof ArchiveProblem || !(error instanceof Error)) return error;
  return new ArchiveProblem(why(error.message));
}

const CUT_OFF = 'ends too early';

function whyNotUnpacked(message: string): string {
  // From zlib, from fzstd, and XZ_BUF_ERROR of XZ Embedded, which has received no more bytes.
  if (/unexpected end|unexpected EOF|code 8\b|reading 'byteLength'/i.test(message)) return CUT_OFF;
  if (/code 4\b|typed array length|Array buffer allocation|window size/i.test(message))
    return 'needs a larger window than is given to it';
  if (/code 6\b/.test(message)) return 'is packed with a filter or a check that is not known here';
  return 'is damaged';
}

function whyNotTar(message: string): string {
  return /unexpected end/i.test(message) ? CUT_OFF : 'is damaged';
}

const unpackers: Readonly<Record<Compression, (bytes: Bytes) => Bytes>> = {
  async *gzip(bytes) {
    // Any error is thrown by the iterator.
    yield* pipeline(Readable.from(bytes, { objectMode: false }), createGunzip(), () => undefined);
  },

  async *xz(bytes) {
    yield* xzStream(bytes);
  },

  async *zstd(bytes) {
    let ready: Uint8Array[] = [];
    const decoder = new Decompress(chunk => void ready.push(chunk));
    const taken = function* () {
      yield* ready;
      ready = [];
    };
    for await (const chunk of bytes)
      for (let at = 0; at < chunk.length; at += ZSTD_PIECE) {
        // It keeps its input and not its output, which it may overwrite.
        decoder.push(chunk.slice(at, at + ZSTD_PIECE));
        yield* taken();
      }
    decoder.push(new Uint8Array(0), true);
    yield* taken();
  },
};

/** RFC 8878, 3.1.1.2: four bytes can become 128 KiB, and the whole output of a piece is held in memory. */
const ZSTD_PIECE = 512;

function webStream(bytes: Bytes): ReadableStream<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * All streams share one instance of the decoder, which only one stream at a time may use: a stream inside another would
 * wait for ever. So each has its own. They start one after the other, since the contents of an archive are read after
 * its own start.
 */
function xzStream(bytes: Bytes): ReadableStream<Uint8Array> {
  const shared = XzReadableStream as unknown as Shared;
  shared._moduleInstance = undefined;
  shared._moduleInstancePromise = undefined;
  shared._contextMutex.acquire = () => Promise.resolve();
  shared._contextMutex.release = () => undefined;
  return new XzReadableStream(webStream(bytes));
}

interface Shared {
  _moduleInstance: unknown;
  _moduleInstancePromise: unknown;
  readonly _contextMutex: { acquire: () => Promise<void>; release: () => void };
}

/** tar(5): two blocks of zeros end an archive. */
const END = 1024;

async function* entriesOf(bytes: Bytes): AsyncIterable<TarEntry> {
  // Its types do not have these options.
  const options: object = { filenameEncoding: 'latin1', allowUnknownFormat: true };
  const parser = extract(options);
  let zeros = 0;
  const watched = async function* () {
    for await (const chunk of bytes) {
      const last = lastByte(chunk);
      zeros = last < 0 ? zeros + chunk.length : chunk.length - 1 - last;
      yield chunk;
    }
  };
  const entries = parser[Symbol.asyncIterator]();
  const source = Readable.from(watched(), { objectMode: false });
  source.on('error', error => parser.destroy(error));
  source.pipe(parser);
  try {
    for (;;) {
      const { done, value: entry } = await entries.next();
      if (done) break;
      const chunks = entry[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
      const body = bodyOf(chunks);
      yield { ...headOf(entry.header), body };
      for await (const _ of body);
    }
    if (zeros < END) throw new ArchiveProblem(CUT_OFF);
  } finally {
    parser.destroy();
    source.destroy();
  }
}

/** The index of the last byte that is not zero. */
function lastByte(chunk: Uint8Array): number {
  let at = chunk.length - 1;
  while (at >= 0 && chunk[at] === 0) at--;
  return at;
}

/** A reader that stops early continues with the next entry: unlike `for await`, this does not end the stream. */
function bodyOf(chunks: AsyncIterator<Uint8Array>): Bytes {
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        try {
          return await chunks.next();
        } catch (error) {
          throw asProblem(error, whyNotTar);
        }
      },
    }),
  };
}

type Head = Pick<TarEntry, 'name' | 'kind' | 'target'>;

function headOf({ name, type, linkname, ...header }: Header): Head {
  const pax = (header.pax ?? {}) as Pax;
  return { name: decoded(name, pax.path), kind: kindOf(type, pax), target: decoded(linkname ?? '', pax.linkpath) };
}

/** Records of a pax header. */
type Pax = Readonly<Partial<Record<string, string>>>;

function kindOf(type: Header['type'], pax: Pax): TarEntry['kind'] {
  switch (type) {
    case 'file':
    case 'contiguous-file':
      // tar(5): sparse files in pax archives look like ordinary files to readers that do not know them.
      return Object.keys(pax).some(key => key.startsWith('GNU.sparse.')) ? 'sparse' : 'file';
    case 'directory':
      return 'folder';
    case 'symlink':
      return 'link';
    case 'link':
      return 'hard-link';
    case 'character-device':
    case 'block-device':
    case 'fifo':
      return 'device';
    default:
      return 'other';
  }
}

/** `fromPax` is a text already; the others have one character for each byte. */
function decoded(name: string, fromPax: string | undefined): string {
  if (fromPax) return name;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(name, 'latin1'));
  } catch {
    return name;
  }
}
