/**
 * Reads an archive as if it were a folder, and the archives in it, too. Nothing is written, and links are not followed.
 */

import { keysThatTell } from '../../findings/mention.ts';
import type { OptIn } from '../../languages/opt-ins.ts';
import { selectByName } from '../../languages/select-by-name.ts';
import { type Archive, archiveAt, archiveName, type Format, formatOf, isReadArchive, TELLING } from '../archives.ts';
import { nameOf } from '../paths.ts';
import { readOptionsFor } from '../read-options.ts';
import { Artifact, isVersionOfArtifact, VERSION_SIZE } from './artifact.ts';
import { ArchiveProblem, type Budget } from './budget.ts';
import type { ArchiveDecoders, Bytes, TarEntry } from './decoders.ts';
import { ImageParts } from './image.ts';
import { INSIDE, Members } from './members.ts';
import { nameInside, unpackedName } from './names.ts';
import { peeked } from './streams.ts';

export interface Reading {
  readonly decoders: ArchiveDecoders;
  readonly budget: Budget;
  readonly include: readonly OptIn[] | undefined;
  readonly projectWords: readonly string[] | undefined;
  /** Whether the user has excluded this name. */
  readonly isLeftOut: (name: string) => boolean;
}

/** Where bytes are. */
interface Place {
  /** Their name in the archive around them. */
  readonly name: string;
  /** The text before that name in the outermost archive. */
  readonly prefix: string;
  /** Number of archives around them. */
  readonly depth: number;
  /** It was named, or it is the payload of an Artifact: if it is not read, that is reported. */
  readonly isNamed: boolean;
}

interface Kind {
  readonly format: Format;
  readonly what: Archive;
}

/** `path`: of the file that contains it. */
export async function readArchive(path: string, reading: Reading): Promise<Members> {
  const named = archiveAt(path, new Uint8Array(0));
  const not = (why: string) => {
    const members = new Members(false);
    members.say('', 'not-read', `${(named && archiveName(named)) ?? 'an archive'} that ${why}`);
    return members;
  };
  const file = reading.decoders.open(path);
  try {
    const { start, bytes } = await peeked(file, TELLING);
    if (start.length === 0) return not('is empty');
    const archive = archiveAt('', start) ?? named;
    const format = archive && formatOf(archive);
    if (!format) return not('is not what its name says');
    const what = named ?? archive;
    return await contentsOf(reading, { format, what }, bytes, {
      name: nameOf(path),
      prefix: '',
      depth: 0,
      isNamed: true,
    });
  } catch (error) {
    if (error instanceof ArchiveProblem) return not(error.message);
    throw error;
  } finally {
    await file[Symbol.asyncIterator]().return?.();
  }
}

/** The contents of a folder that is read like an archive. */
export async function readFolder(entries: AsyncIterable<TarEntry>, reading: Reading): Promise<Members> {
  const members = new Members(false);
  try {
    await readEntries(reading, entries, { name: '', prefix: '', depth: 0, isNamed: true }, members);
  } catch (error) {
    if (!(error instanceof ArchiveProblem)) throw error;
    members.say('', 'in-part', `an image that ${error.message}`);
  }
  return members;
}

/** The contents of an archive; its problems are reported under the empty name. */
async function contentsOf(reading: Reading, { format, what }: Kind, bytes: Bytes, place: Place): Promise<Members> {
  const members = new Members(place.depth > 0);
  try {
    if (format === 'tar') await readTar(reading, bytes, place, members);
    else await readUnpacked(reading, reading.budget.unpack(reading.decoders, bytes, format), place, members);
  } catch (error) {
    if (!(error instanceof ArchiveProblem)) throw error;
    members.say('', members.isEmpty ? 'not-read' : 'in-part', `${archiveName(what)} that ${error.message}`);
  }
  return members;
}

/** A tar archive, or a single file. */
async function readUnpacked(reading: Reading, unpacked: Bytes, place: Place, members: Members): Promise<void> {
  const { start, bytes } = await peeked(unpacked, TELLING);
  const archive = archiveAt('', start);
  if (archive && formatOf(archive) === 'tar') return readTar(reading, bytes, place, members);
  const name = unpackedName(nameOf(place.name));
  if (!archive && isReadArchive(name))
    throw new ArchiveProblem(start.length === 0 ? 'is empty' : 'is not what its name says');
  await readFile(reading, bytes, insideOf(place, name), members);
}

function insideOf(place: Place, name: string, isNamed = place.isNamed): Place {
  const prefix = place.depth === 0 ? '' : `${place.prefix}${place.name}${INSIDE}`;
  return { name, prefix, depth: place.depth + 1, isNamed };
}

function readTar(reading: Reading, bytes: Bytes, place: Place, members: Members): Promise<void> {
  return readEntries(reading, reading.decoders.entries(bytes), place, members);
}

async function readEntries(
  reading: Reading,
  entries: AsyncIterable<TarEntry>,
  place: Place,
  members: Members,
): Promise<void> {
  let artifact: Artifact | undefined;
  let isFirst = true;
  const image = new ImageParts(reading);
  try {
    for await (const entry of counted(reading, entries)) {
      const { start, bytes: body } = isFirst ? await peeked(entry.body, VERSION_SIZE) : { bytes: entry.body };
      if (start && isVersionOfArtifact(entry, start)) artifact = artifactIn(reading, place, members);
      else if (artifact) await artifact.take(entry);
      else await readEntry(reading, { ...entry, body }, place, members, image);
      isFirst = false;
      // A member that was cut off reports that itself.
      if (reading.budget.isSpent) return;
    }
    artifact?.finish();
  } finally {
    image.joinInto(members);
  }
}

async function* counted({ budget }: Reading, entries: AsyncIterable<TarEntry>): AsyncIterable<TarEntry> {
  for await (const entry of entries) {
    budget.entry();
    yield entry;
  }
}

function artifactIn(reading: Reading, place: Place, members: Members): Artifact {
  return new Artifact(members, {
    decoders: reading.decoders,
    async *entries(bytes) {
      const { start, bytes: all } = await peeked(bytes, TELLING);
      if (start.length === 0) return;
      const format = formatOf(archiveAt('', start) ?? 'archive: ');
      if (format === undefined) throw new ArchiveProblem('is no tar archive');
      const { decoders, budget } = reading;
      const tar = format === 'tar' ? all : budget.unpack(decoders, all, format);
      yield* counted(reading, decoders.entries(tar));
    },
    readFile: (bytes, name) => readFile(reading, bytes, insideOf(place, name, true), members),
    readText: bytes => reading.decoders.read(bytes, { limit: reading.budget.limits.fileSize }),
  });
}

async function readEntry(
  reading: Reading,
  entry: TarEntry,
  place: Place,
  members: Members,
  image: ImageParts,
): Promise<void> {
  const name = nameInside(entry.name);
  if (name === undefined) return members.say(entry.name, 'not-read', 'named as something outside of the archive');
  if (entry.kind !== 'folder') members.clear(name);
  switch (entry.kind) {
    case 'file':
      return image.watched(name, entry.body, members, bytes =>
        readFile(reading, bytes, insideOf(place, name, false), members, image),
      );
    case 'link':
      image.link(name, entry.target);
      return members.put(name, { kind: 'link', target: entry.target });
    case 'hard-link': {
      const same = members.get(nameInside(entry.target) ?? '');
      return same && members.put(name, same);
    }
    case 'sparse':
      return members.say(name, 'not-read', 'a sparse file');
    case 'other':
      return members.say(name, 'not-read', 'an entry of a type that is not known');
    case 'folder':
    case 'device':
      return;
  }
}

async function readFile(
  reading: Reading,
  content: Bytes,
  place: Place,
  members: Members,
  image?: ImageParts,
): Promise<void> {
  const { name, isNamed } = place;
  if (reading.isLeftOut(`${place.prefix}${name}`)) return;
  const { start, bytes } = await peeked(content, TELLING);
  const archive = archiveAt('', start) ?? (/\.tar$/i.test(name) ? archiveAt(name, start) : undefined);
  const format = archive && formatOf(archive);
  if (format) return readInner(reading, { format, what: archive }, bytes, place, members, image);
  if (archive) {
    const why = `${archiveName(archive)}, which is not looked into; exclude it if that is meant`;
    return isNamed ? members.say(name, 'not-read', why) : undefined;
  }
  if (isNamed || selectByName(nameOf(name), reading.include) !== 'skip') await readText(reading, bytes, place, members);
}

/** An archive inside another one. */
async function readInner(
  reading: Reading,
  kind: Kind,
  bytes: Bytes,
  place: Place,
  members: Members,
  image: ImageParts | undefined,
): Promise<void> {
  const { name, isNamed, depth } = place;
  const { archiveDepth } = reading.budget.limits;
  const inner = unpackedName(nameOf(name));
  if (kind.format !== 'tar' && !isNamed && !isReadArchive(inner) && selectByName(inner, reading.include) === 'skip')
    return;
  if (depth >= archiveDepth)
    return members.say(name, 'not-read', `in more than ${archiveDepth} archives: raise the limit \`archiveDepth\``);
  const contents = await contentsOf(reading, kind, bytes, place);
  if (image) image.add(name, contents);
  else members.add(name, contents);
}

async function readText(reading: Reading, bytes: Bytes, place: Place, members: Members): Promise<void> {
  const { decoders, budget, projectWords } = reading;
  const { name, isNamed } = place;
  const how = readOptionsFor(`/${name}`, budget.limits.fileSize, projectWords);
  const content = await decoders.read(
    bytes,
    isNamed ? { ...how, isNamed, ...(how.words && { words: [...how.words, ...keysThatTell] }) } : how,
  );
  if (content === 'too-large') members.put(name, { kind: 'too-large' });
  else if (typeof content === 'string') budget.silent++;
  if (typeof content === 'string') return;
  budget.hold(content.text.length);
  members.put(name, { kind: 'text', content, isNamed });
}
