/** Makes archives for tests: tar, Artifacts of Mender, images of containers. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';

export type Entry = Partial<Header> & { readonly name: string; readonly content?: string | Buffer };

export async function tar(entries: readonly Entry[]): Promise<Buffer> {
  const packer = pack();
  for (const { content = '', ...header } of entries) {
    const body = Buffer.from(content);
    if (header.type === undefined || header.type === 'file') packer.entry(header, body);
    else packer.entry(header);
  }
  packer.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of packer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Files by their names. */
export type Files = Readonly<Record<string, string | Buffer>>;

export function tarOf(files: Files): Promise<Buffer> {
  return tar(Object.entries(files).map(([name, content]) => ({ name, content })));
}

export interface ArtifactParts {
  readonly scripts?: Files;
  readonly type?: string;
  readonly metaData?: string;
  readonly payload?: Files;
  /** How the parts are compressed, and the suffix for that. */
  readonly compress?: readonly [suffix: string, compress: (bytes: Buffer) => Buffer];
  /** Changes the entries before they are packed. */
  readonly change?: (entries: Entry[]) => Entry[];
  readonly version?: number;
}

/** As `mender-artifact write module-image` creates it (Documentation/artifact-format-v3.md). */
export async function artifact({
  scripts = {},
  type = 'single-file',
  metaData = '{}',
  payload = { 'app.conf': 'a=1\n' },
  compress: [suffix, compress] = ['.gz', bytes => gzipSync(bytes)],
  change = entries => entries,
  version = 3,
}: ArtifactParts): Promise<Buffer> {
  const versionText = JSON.stringify({ format: 'mender', version });
  const header = compress(
    await tarOf({
      'header-info': JSON.stringify({ payloads: [{ type }] }),
      ...Object.fromEntries(Object.entries(scripts).map(([name, text]) => [`scripts/${name}`, text])),
      'headers/0000/type-info': JSON.stringify({ type }),
      'headers/0000/meta-data': metaData,
    }),
  );
  const sums = [
    ...Object.entries(payload).map(([name, content]) => [`data/0000/${name}`, content] as const),
    [`header.tar${suffix}`, header] as const,
    ['version', versionText] as const,
  ].map(([name, content]) => `${sha256(content)}  ${name}\n`);
  return tar(
    change([
      { name: 'version', content: versionText },
      { name: 'manifest', content: sums.join('') },
      { name: `header.tar${suffix}`, content: header },
      { name: `data/0000.tar${suffix}`, content: compress(await tarOf(payload)) },
    ]),
  );
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The output of `docker save`; the lowest layer first, the description last. */
export async function dockerImage(layers: readonly Buffer[]): Promise<Buffer> {
  const names = layers.map(layer => `blobs/sha256/${sha256(layer)}`);
  return tar([
    ...layers.map((content, index) => ({ name: names[index]!, content })).reverse(),
    { name: 'manifest.json', content: JSON.stringify([{ Config: 'c', RepoTags: ['app:1'], Layers: names }]) },
  ]);
}

/** A layout of OCI, whose index names another index, as `buildx` does. */
export async function ociImage(layers: readonly Buffer[]): Promise<Buffer> {
  const blobs: Entry[] = [];
  const described = (mediaType: string, content: string | Buffer) => {
    const sum = sha256(content);
    blobs.push({ name: `blobs/sha256/${sum}`, content });
    return { mediaType, digest: `sha256:${sum}`, size: content.length };
  };
  const manifest = described(
    'application/vnd.oci.image.manifest.v1+json',
    JSON.stringify({
      layers: layers.map(layer => described('application/vnd.oci.image.layer.v1.tar+gzip', gzipSync(layer))),
    }),
  );
  const index = described('application/vnd.oci.image.index.v1+json', JSON.stringify({ manifests: [manifest] }));
  return tar([
    { name: 'oci-layout', content: '{"imageLayoutVersion":"1.0.0"}' },
    { name: 'index.json', content: JSON.stringify({ manifests: [index] }) },
    ...blobs,
  ]);
}
