/** Files that programs fetch, unpack, copy or link to a place. */
import { nameInAddress, nameInFolder } from '../../languages/name-in-folder.ts';
import { literalSuffix, makeWord, textWithPlaceholders, type Word } from '../../text/word.ts';
import { type OptionGrammar, type ReadOption, readOptions } from '../options.ts';
import { baseName } from '../wrappers.ts';

/** Where something is put, and what is then in it, if that is a folder: `*` where nothing names it. */
export interface BroughtFile {
  readonly place: Word;
  readonly names: readonly string[];
}

type Bringer = (args: readonly Word[]) => readonly BroughtFile[];

/** By base name; what `cp` and its like are given is known by `fileOperands` as well. */
const bringers: ReadonlyMap<string, Bringer> = new Map<string, Bringer>([
  ['wget', fetchedByWget],
  ['curl', fetchedByCurl],
  ['tar', unpackedByTar],
  ['unzip', args => valuesOf(readOptions(args, { short: 'dx' }).options, '-d').map(inFolder)],
  ['git', clonedByGit],
  ...['cp', 'mv', 'ln', 'install', 'rsync', 'scp'].map(name => [name, copied] as const),
]);

export function broughtFiles(name: string, args: readonly Word[]): readonly BroughtFile[] {
  return bringers.get(baseName(name))?.(args) ?? [];
}

const wgetOptions: OptionGrammar = {
  short: 'OPioaetTwQUB',
  long: ['output-document', 'directory-prefix', 'input-file', 'output-file', 'header', 'user', 'password', 'tries'],
};

function fetchedByWget(args: readonly Word[]): readonly BroughtFile[] {
  const { options, operands } = readOptions(args, wgetOptions);
  const files = valuesOf(options, '-O', '--output-document').map(place => ({ place, names: [] }));
  const names = operands.map(nameOfUrl);
  return [...files, ...valuesOf(options, '-P', '--directory-prefix').map(place => ({ place, names }))];
}

const curlOptions: OptionGrammar = {
  short: 'oHXdFuATxebcmECKrwyYz',
  long: ['output', 'output-dir', 'header', 'request', 'data', 'user', 'user-agent', 'url', 'retry', 'cacert', 'cert'],
};

function fetchedByCurl(args: readonly Word[]): readonly BroughtFile[] {
  const { options, operands } = readOptions(args, curlOptions);
  const files = valuesOf(options, '-o', '--output');
  const folders = valuesOf(options, '--output-dir');
  const urls = [...operands, ...valuesOf(options, '--url')].map(nameOfUrl);
  const names = files.length > 0 ? files.map(word => literalSuffix(word)) : urls;
  return folders.length > 0 ? folders.map(place => ({ place, names })) : files.map(place => ({ place, names: [] }));
}

/** `tar -xf FILE -C FOLDER`, `tar xf FILE -C FOLDER`. */
function unpackedByTar(args: readonly Word[]): readonly BroughtFile[] {
  const { options, operands } = readOptions(args, { short: 'CfbTXI', long: ['directory', 'file', 'exclude'] });
  const isUnpacking =
    options.some(({ name }) => ['-x', '--extract', '--get'].includes(name)) || /^\w*x/.test(operands[0]?.value ?? '');
  return isUnpacking ? valuesOf(options, '-C', '--directory').map(inFolder) : [];
}

function clonedByGit([verb, ...args]: readonly Word[]): readonly BroughtFile[] {
  if (verb?.value !== 'clone') return [];
  const { operands } = readOptions(args, { short: 'bco', long: ['branch', 'depth', 'origin', 'config'] });
  return operands.slice(1, 2).map(inFolder);
}

function copied(args: readonly Word[]): readonly BroughtFile[] {
  const { options, operands } = readOptions(args, { short: 'tSmoge', long: ['target-directory', 'mode'] });
  // `install -d` and `ln -d` are other matters.
  if (options.some(({ name }) => name === '-d' || name === '--directory')) return [];
  const folders = valuesOf(options, '-t', '--target-directory');
  const places = folders.length > 0 ? folders : operands.slice(-1);
  const sources = folders.length > 0 ? operands : operands.slice(0, -1);
  return sources.length === 0 ? [] : places.map(place => ({ place, names: sources.map(nameOf) }));
}

function nameOf(source: Word): string {
  return source.pieces.some(({ kind }) => kind === 'glob') ? '*' : nameInFolder(textWithPlaceholders(source));
}

function inFolder(place: Word): BroughtFile {
  return { place, names: ['*'] };
}

function nameOfUrl(url: Word): string {
  return nameInAddress(literalSuffix(url));
}

/** As words of their own, in which the option's name is none of the text. */
function valuesOf(options: readonly ReadOption[], ...names: readonly string[]): readonly Word[] {
  return options.flatMap(({ name, value }) => {
    if (!value || !names.includes(name)) return [];
    return value.offset === 0 ? [value.word] : [withoutPrefix(value.word, value.offset)].flatMap(word => word ?? []);
  });
}

function withoutPrefix(word: Word, offset: number): Word | undefined {
  const [first, ...rest] = word.pieces;
  if (first?.kind !== 'literal' || first.value.length < offset) return undefined;
  const isVerbatim = word.source.text.slice(first.start, first.end) === first.value;
  if (!isVerbatim) return undefined;
  const start = first.start + offset;
  const head = first.value.length === offset ? [] : [{ ...first, start, value: first.value.slice(offset) }];
  return makeWord(word.source, { start, end: word.end }, [...head, ...rest]);
}
