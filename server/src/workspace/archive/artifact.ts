/**
 * A Mender Artifact, format 3 (Documentation/artifact-format-v3.md of mender-artifact): parts of its header keep their
 * names, and a file of its payload has the name that the manifest gives it. Anything that does not match the manifest
 * is reported.
 */
import { artifactFile } from '../../mender/file-names.ts';
import type { FileContent, Unread } from '../file-system.ts';
import { ArchiveProblem } from './budget.ts';
import type { ArchiveDecoders, Bytes, TarEntry } from './decoders.ts';
import type { Members } from './members.ts';
import { nameInside } from './names.ts';
import { digested, drain } from './streams.ts';

/** How its parts are read. */
interface Readers {
  readonly decoders: ArchiveDecoders;
  /** Entries of a tar archive, compressed or not; none for an empty text. */
  readonly entries: (bytes: Bytes) => AsyncIterable<TarEntry>;
  readonly readFile: (bytes: Bytes, name: string) => Promise<void>;
  readonly readText: (bytes: Bytes) => Promise<FileContent | Unread>;
}

/** Bytes; a larger file is not a version. */
export const VERSION_SIZE = 1024;

/**
 * Whether this, the first entry of a tar archive, makes it an Artifact; throws for an Artifact of a version that is not
 * read.
 */
export function isVersionOfArtifact({ name, kind }: TarEntry, start: Uint8Array): boolean {
  if (name !== 'version' || kind !== 'file') return false;
  const { format, version } = parsed(new TextDecoder().decode(start));
  if (format !== artifactFile.format) return false;
  if (version === 3) return true;
  throw new ArchiveProblem(`has format ${Number(version)}: only format 3 is read`);
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const header = /^header(?:-augment)?\.tar(?:\.(?:gz|xz|zst))?$/;
const payload = /^data\/(\d{4})\.tar(?:\.(?:gz|xz|zst))?$/;
const manifests: readonly string[] = ['manifest', 'manifest-augment'];

export class Artifact {
  readonly #members: Members;
  readonly #readers: Readers;
  /** Checksums by name, as the manifests list them, and as computed. */
  readonly #listed = new Map<string, string>();
  readonly #found = new Map<string, string>();
  #hasHeader = false;

  constructor(members: Members, readers: Readers) {
    this.#members = members;
    this.#readers = readers;
  }

  /** Each entry except the first, its version. */
  async take({ name, kind, body }: TarEntry): Promise<void> {
    if (kind === 'folder' || name === 'manifest.sig') return;
    if (kind !== 'file') return this.#members.say(name, 'not-read', 'no file, as all is in an Artifact');
    if (manifests.includes(name)) return this.#takeManifest(name, body);
    const [, number] = payload.exec(name) ?? [];
    if (header.test(name)) {
      this.#hasHeader ||= !name.startsWith('header-augment');
      return this.#takeHeader(name, body);
    }
    if (number !== undefined) return this.#takePayload(name, `data/${number}/`, body);
    this.#members.say(name, 'not-read', 'nothing that an Artifact has');
  }

  finish(): void {
    if (!this.#hasHeader) this.#members.say('', 'in-part', 'an Artifact without header');
    if (this.#listed.size === 0) this.#members.say('', 'in-part', 'an Artifact without manifest');
    for (const name of this.#listed.keys())
      if (name !== 'version' && !this.#found.has(name))
        this.#members.say(name, 'not-read', 'in the manifest of the Artifact, and not in the Artifact');
    for (const [name, sum] of this.#found) {
      const listed = this.#listed.get(name);
      if (listed !== sum && this.#listed.size > 0)
        this.#members.say(name, 'in-part', listed ? 'not what its checksum in the manifest says' : 'in no manifest');
    }
  }

  async #takeManifest(name: string, body: Bytes): Promise<void> {
    const content = await this.#readers.readText(body);
    if (typeof content === 'string') return this.#members.say(name, 'not-read', 'no text');
    for (const line of content.text.split('\n')) {
      const [, sum, listed] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
      if (listed !== undefined) this.#listed.set(listed, sum!);
      else if (line !== '') this.#members.say(name, 'in-part', 'not a list of checksums');
    }
  }

  async #takeHeader(name: string, body: Bytes): Promise<void> {
    const { bytes, digest } = digested(this.#readers.decoders, body);
    const prefix = name.startsWith('header-augment') ? 'header-augment/' : '';
    await this.#within(name, bytes, async (file, { body: content }) => {
      if (!/^headers\/\d{4}\/type-info$/.test(file)) return this.#readers.readFile(content, `${prefix}${file}`);
      const text = await this.#readers.readText(content);
      if (typeof text !== 'string') this.#members.put(`${prefix}${file}`, { kind: 'type-info', content: text });
    });
    await drain(bytes);
    this.#found.set(name, digest.finish());
  }

  async #takePayload(name: string, prefix: string, body: Bytes): Promise<void> {
    await this.#within(name, body, async (file, { body: content }) => {
      const { bytes, digest } = digested(this.#readers.decoders, content);
      await this.#readers.readFile(bytes, `${prefix}${file}`);
      await drain(bytes);
      this.#found.set(`${prefix}${file}`, digest.finish());
    });
  }

  /** The files of a part; an error in one part does not prevent others from being read. */
  async #within(part: string, bytes: Bytes, take: (name: string, entry: TarEntry) => Promise<void>): Promise<void> {
    try {
      for await (const entry of this.#readers.entries(bytes)) {
        const name = nameInside(entry.name);
        if (entry.kind === 'folder') continue;
        if (name === undefined) this.#members.say(entry.name, 'not-read', 'named as something outside of the archive');
        else if (entry.kind === 'file') await take(name, entry);
        else this.#members.say(`${part}/${name}`, 'not-read', 'no file, as all is in an Artifact');
      }
    } catch (error) {
      if (!(error instanceof ArchiveProblem)) throw error;
      this.#members.say(part, 'in-part', `an archive that ${error.message}`);
    }
  }
}
