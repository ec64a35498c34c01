/**
 * Standard input reduced to whole messages: one whose header has a wrong length, or whose body is no JSON, is dropped,
 * and reading continues at the next header. Otherwise everything after it would be read as part of it.
 */
import { Transform, type TransformCallback } from 'node:stream';

const HEADER = 'Content-Length:';
/** Bytes of the longest header that any client sends. */
const LONGEST_HEADER = 4096;

export class FramedInput extends Transform {
  readonly #drop: (why: string) => void;
  #storage: Buffer = Buffer.alloc(0);
  /** Bytes in the storage that are not processed yet. */
  #buffer: Buffer = this.#storage;
  /** The body that is being read, in the buffer. */
  #body: { readonly start: number; readonly end: number } | undefined;
  /** End of the part that has been searched for a header. */
  #searched = 0;

  constructor(drop: (why: string) => void) {
    super();
    this.#drop = drop;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#append(chunk);
    while (this.#step());
    done();
  }

  /** The storage doubles: a long message is not copied for each of its pieces. */
  #append(chunk: Buffer): void {
    const start = this.#buffer.byteOffset - this.#storage.byteOffset;
    const [used, needed] = [this.#buffer.length, this.#buffer.length + chunk.length];
    if (start + needed <= this.#storage.length) this.#buffer = this.#storage.subarray(start, start + needed);
    else {
      const storage = Buffer.allocUnsafeSlow(Math.max(64 * 1024, 2 * needed));
      this.#buffer.copy(storage);
      this.#storage = storage;
      this.#buffer = storage.subarray(0, needed);
    }
    chunk.copy(this.#buffer, used);
  }

  /** Whether more can be done with the bytes so far. */
  #step(): boolean {
    return this.#body ? this.#readBody(this.#body) : this.#readHeader();
  }

  #readHeader(): boolean {
    const start = this.#buffer.indexOf(HEADER);
    const end = start < 0 ? -1 : this.#buffer.indexOf('\r\n\r\n', start);
    if (end < 0) {
      const from = start < 0 ? this.#buffer.length - HEADER.length + 1 : start;
      // The last bytes so far may be the beginning of a header.
      this.#forget(start >= 0 && this.#buffer.length - start > LONGEST_HEADER ? start + HEADER.length : from);
      return start >= 0 && this.#buffer.indexOf(HEADER, 1) > 0 && this.#buffer.length > LONGEST_HEADER;
    }
    const last = this.#buffer.lastIndexOf(HEADER, end);
    this.#forget(last);
    const stop = this.#buffer.indexOf('\r\n\r\n');
    const [, length] =
      /^Content-Length:[ \t]*(\d{1,9})[ \t]*(?:\r\n|$)/.exec(this.#buffer.toString('latin1', 0, stop)) ?? [];
    if (length === undefined) {
      this.#drop('a header without a length');
      this.#forget(HEADER.length);
      return true;
    }
    this.#body = { start: stop + 4, end: stop + 4 + Number(length) };
    this.#searched = stop + 4;
    return true;
  }

  #readBody({ start, end }: { readonly start: number; readonly end: number }): boolean {
    // No JSON string contains a line end, and nothing else begins like this: the message was shorter than it says.
    const stop = Math.min(end, this.#buffer.length);
    const next = this.#buffer.subarray(0, stop).indexOf(`\n${HEADER}`, Math.max(start, this.#searched - HEADER.length));
    const glued = this.#buffer.subarray(0, stop).indexOf(`}${HEADER}`, Math.max(start, this.#searched - HEADER.length));
    const found = [next, glued].filter(at => at >= 0 && !this.#isInText(start, at));
    if (found.length > 0)
      return this.#abandon('a message that is shorter than its header says', Math.min(...found) + 1);
    this.#searched = stop;
    if (this.#buffer.length < end) return false;
    const body = this.#buffer.subarray(start, end);
    if (!isJson(body)) return this.#abandon('a message that is no JSON', start);
    this.push(Buffer.concat([Buffer.from(`${HEADER} ${body.length}\r\n\r\n`), body]));
    this.#body = undefined;
    this.#forget(end);
    return true;
  }

  /** A JSON string may contain `}Content-Length:`: then the text before it is no whole message. */
  #isInText(start: number, at: number): boolean {
    return this.#buffer[at] === 0x7d && !isJson(this.#buffer.subarray(start, at + 1));
  }

  #abandon(why: string, from: number): true {
    this.#drop(why);
    this.#body = undefined;
    this.#forget(from);
    return true;
  }

  #forget(bytes: number): void {
    if (bytes > 0) this.#buffer = this.#buffer.subarray(bytes);
  }
}

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}
