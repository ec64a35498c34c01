/**
 * Images of containers: the output of `docker save`, and layouts of OCI (image-layout.md and layer.md of image-spec).
 * Their layers are stacked as on a device, where the last one wins. In any other tar archive, inner archives stay
 * separate.
 */
import type { ArchiveDecoders, Bytes } from './decoders.ts';
import { Members } from './members.ts';
import { linkedName } from './names.ts';
import { digested, drain } from './streams.ts';

interface Reading {
  readonly decoders: ArchiveDecoders;
}

interface Image {
  /** Distinguishes it from others in the same archive. */
  readonly name: string;
  /** Names of archives, the lowest first. */
  readonly layers: readonly string[];
}

/** Bytes of a description, and of all of them; a larger one is none. */
const MOST = 1_000_000;
const MOST_OF_ALL = 32_000_000;

/** image-layout.md: blobs are named after their contents. */
const blob = /^blobs\/sha256\/([0-9a-f]{64})$/;

const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';

export class ImageParts {
  readonly #decoders: ArchiveDecoders;
  readonly #archives = new Map<string, Members>();
  readonly #links = new Map<string, string>();
  /** Texts that may describe images, by name. */
  readonly #texts = new Map<string, string>();
  #length = 0;

  constructor({ decoders }: Reading) {
    this.#decoders = decoders;
  }

  /** An archive in this one. */
  add(name: string, contents: Members): void {
    this.#archives.set(name, contents);
  }

  link(name: string, target: string): void {
    this.#links.set(name, linkedName(name, target) ?? '');
  }

  /** Keeps texts that may describe an image, and reports a blob whose contents do not match its name. */
  async watched(name: string, body: Bytes, members: Members, use: (bytes: Bytes) => Promise<void>): Promise<void> {
    const [, sum] = blob.exec(name) ?? [];
    if (sum === undefined) return use(this.#kept(name, body));
    const { bytes, digest } = digested(this.#decoders, this.#kept(name, body));
    await use(bytes);
    await drain(bytes);
    if (digest.finish() !== sum) members.say(name, 'in-part', 'not what its name, a checksum, says');
  }

  async *#kept(name: string, bytes: Bytes): Bytes {
    const mayDescribe = blob.test(name) || ['manifest.json', 'index.json', 'oci-layout'].includes(name);
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of bytes) {
      length += chunk.length;
      if (mayDescribe && length <= MOST && (length > chunk.length || isJson(chunk))) chunks.push(chunk);
      else chunks.length = 0;
      yield chunk;
    }
    if (chunks.length === 0 || this.#length + length > MOST_OF_ALL) return;
    this.#length += length;
    const decoder = new TextDecoder();
    const text = chunks.map(chunk => decoder.decode(chunk, { stream: true })).join('');
    this.#texts.set(name, text);
  }

  /** The contents of the inner archives, separately or as layers of images. */
  joinInto(members: Members): void {
    const images = this.#dockerImages() ?? this.#ociImages() ?? [];
    const layers = new Set(images.flatMap(({ layers: names }) => names.map(name => this.#resolved(name))));
    for (const [name, contents] of this.#archives) if (!layers.has(name)) members.add(name, contents);
    for (const [index, image] of images.entries()) {
      const merged = this.#merged(image, members);
      const isOnly = images.length === 1;
      members.add(isOnly ? '' : image.name || `image-${index + 1}`, merged);
    }
  }

  #merged({ layers }: Image, members: Members): Members {
    const merged = new Members(false);
    for (const layer of layers) {
      const name = this.#resolved(layer);
      const contents = this.#archives.get(name);
      if (contents) putOnTop(merged, contents, name, members);
      else members.say(name, 'not-read', 'a layer of the image that is not in it');
    }
    return merged;
  }

  #resolved(name: string): string {
    return this.#archives.has(name) ? name : (this.#links.get(name) ?? name);
  }

  /** `manifest.json` of docker-save(1). */
  #dockerImages(): Image[] | undefined {
    const list = asArray(this.#json('manifest.json'));
    const images = list.flatMap(item => {
      const layers = asArray(memberOf(item, 'Layers')).filter(isText);
      return layers.length > 0 ? [{ name: asArray(memberOf(item, 'RepoTags')).filter(isText)[0] ?? '', layers }] : [];
    });
    return images.length > 0 ? images : undefined;
  }

  #ociImages(): Image[] | undefined {
    if (!this.#texts.has('oci-layout')) return undefined;
    const images: Image[] = [];
    const seen = new Set<string>();
    const visit = (description: unknown, name: string) => {
      for (const item of asArray(memberOf(description, 'manifests'))) {
        const path = blobOf(item);
        if (path === undefined || seen.has(path)) continue;
        seen.add(path);
        const own = memberOf(memberOf(item, 'annotations'), 'org.opencontainers.image.ref.name');
        visit(this.#json(path), isText(own) ? own : name);
      }
      const layers = asArray(memberOf(description, 'layers'))
        .filter(isLayer)
        .flatMap(layer => blobOf(layer) ?? []);
      if (layers.length > 0) images.push({ name, layers });
    };
    visit(this.#json('index.json'), '');
    return images;
  }

  #json(name: string): unknown {
    try {
      return JSON.parse(this.#texts.get(name) ?? 'null');
    } catch {
      return undefined;
    }
  }
}

/** layer.md, "Whiteouts": they affect the layers below, and not this layer. */
function putOnTop(image: Members, layer: Members, name: string, said: Members): void {
  for (const path of layer.names ?? []) {
    const slash = path.lastIndexOf('/') + 1;
    const [folder, own] = [path.slice(0, slash), path.slice(slash)];
    if (own === OPAQUE) image.removeBelow(folder.slice(0, -1));
    else image.remove(own.startsWith(WHITEOUT) ? `${folder}${own.slice(WHITEOUT.length)}` : path);
  }
  for (const [path, member] of layer.all) {
    if (member.kind !== 'not-read' && member.kind !== 'in-part') image.put(path, member);
    // A problem of the layer itself is reported under its name.
    else if (path === '') said.say(name, member.kind, member.why);
    else image.say(path, member.kind, member.why);
  }
}

/** A manifest may have other items, such as attestations, which are not archives. */
function isLayer(item: unknown): boolean {
  const type = memberOf(item, 'mediaType');
  return isText(type) && /[.+]tar\b/.test(type);
}

function blobOf(item: unknown): string | undefined {
  const digest = memberOf(item, 'digest');
  return isText(digest) ? `blobs/${digest.replace(':', '/')}` : undefined;
}

function isJson(chunk: Uint8Array): boolean {
  const [first] = chunk;
  return first === 0x7b || first === 0x5b;
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
