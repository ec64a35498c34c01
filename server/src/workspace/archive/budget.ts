/** Keeps what is read of one archive within limits, whatever the archive claims about itself. */
import type { ArchiveLimits, Limits } from '../../options/limits.ts';
import type { Compression } from '../archives.ts';
import type { ArchiveDecoders, Bytes } from './decoders.ts';

/** Why an archive cannot be read, or not to its end: a clause that follows "it is a tar archive that". */
export class ArchiveProblem extends Error {}

/** Bytes that may be unpacked before their ratio counts. */
const FREE = 256 * 2 ** 20;

/** Bytes of text about Mender that are held until all is read: far more than devices have. */
const MOST_HELD = 256 * 2 ** 20;

export class Budget {
  readonly limits: Limits & ArchiveLimits;
  #entries = 0;
  #unpacked = 0;
  #held = 0;
  #isSpent = false;
  /** Files that were read and do not mention Mender. */
  silent = 0;

  constructor(limits: Limits & ArchiveLimits) {
    this.limits = limits;
  }

  /** A limit is reached: nothing more is read. */
  get isSpent(): boolean {
    return this.#isSpent;
  }

  entry(): void {
    const { files } = this.limits;
    if (++this.#entries > files)
      this.#end(`has more than ${files.toLocaleString('en')} entries: raise the limit \`files\``);
  }

  /** Counts a text that is held. */
  hold(length: number): void {
    this.#held += length;
    if (this.#held > MOST_HELD)
      this.#end(`has more than ${MOST_HELD.toLocaleString('en')} bytes of text that names Mender`);
  }

  async *unpack(decoders: ArchiveDecoders, bytes: Bytes, compression: Compression): Bytes {
    const { archiveSize, archiveRatio } = this.limits;
    let before = 0;
    let after = 0;
    const counted = async function* () {
      for await (const chunk of bytes) {
        before += chunk.length;
        yield chunk;
      }
    };
    for await (const chunk of decoders.unpack(counted(), compression)) {
      after += chunk.length;
      this.#unpacked += chunk.length;
      if (this.#unpacked > archiveSize)
        this.#end(
          `has more than ${archiveSize.toLocaleString('en')} bytes when unpacked: raise the limit \`archiveSize\``,
        );
      if (after > FREE && after > before * archiveRatio)
        this.#end(`unpacks to more than ${archiveRatio} times its size: raise the limit \`archiveRatio\``);
      yield chunk;
    }
  }

  #end(why: string): never {
    this.#isSpent = true;
    throw new ArchiveProblem(why);
  }
}
