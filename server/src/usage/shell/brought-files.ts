/** Files that programs fetch, unpack, copy or link to a place. */
import { nameInAddress, nameInFolder } from '../../languages/name-in-folder.ts';
import { hasOption, type ReadLine, readOptions } from '../../programs/command-line.ts';
import type { KnownProgram, Meaning } from '../../programs/program.ts';
import { optionFor, programOf } from '../../programs/programs.ts';
import { literalSuffix, makeWord, textWithPlaceholders, type Word } from '../../text/word.ts';

/** Where something is put, and what is in it then, if that is a folder: `*` where its names are unknown. */
export interface BroughtFile {
  readonly place: Word;
  readonly names: readonly string[];
}

export function broughtFiles(name: string, args: readonly Word[]): readonly BroughtFile[] {
  const program = programOf(name);
  switch (program.brings) {
    case 'fetched':
      return fetched(readOptions(args, program));
    case 'unpacked':
      return unpacked(readOptions(args, program), program);
    case 'cloned':
      return cloned(args, program);
    case 'copied':
      return copied(readOptions(args, program));
    default:
      return [];
  }
}

/** With `curl --output-dir DIR -o NAME` the name is one in the folder. */
function fetched(line: ReadLine): readonly BroughtFile[] {
  const outputs = valuesOf(line, 'output');
  const folders = valuesOf(line, 'folder');
  const addresses = [...line.operands, ...valuesOf(line, 'address')].map(nameOfAddress);
  const names = outputs.length > 0 ? outputs.map(word => literalSuffix(word)) : addresses;
  return folders.length > 0 ? folders.map(place => ({ place, names })) : outputs.map(place => ({ place, names: [] }));
}

/** `tar -xf FILE -C FOLDER`, `tar xf FILE -C FOLDER`. */
function unpacked(line: ReadLine, program: KnownProgram): readonly BroughtFile[] {
  const isUnpacking =
    optionFor(program, 'unpacks') === undefined ||
    hasOption(line, 'unpacks') ||
    /^\w*x/.test(line.operands[0]?.value ?? '');
  return isUnpacking ? valuesOf(line, 'folder').map(inFolder) : [];
}

function cloned([verb, ...args]: readonly Word[], program: KnownProgram): readonly BroughtFile[] {
  if (verb?.value !== 'clone') return [];
  return readOptions(args, program).operands.slice(1, 2).map(inFolder);
}

function copied(line: ReadLine): readonly BroughtFile[] {
  // `install -d` and `ln -d` do something else.
  if (hasOption(line, 'makes-folders')) return [];
  const { operands } = line;
  const folders = valuesOf(line, 'folder');
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

function nameOfAddress(url: Word): string {
  return nameInAddress(literalSuffix(url));
}

/** As separate words without the name of the option. */
function valuesOf({ options }: ReadLine, wanted: Meaning): readonly Word[] {
  return options.flatMap(({ meaning, value }) => {
    if (!value || meaning !== wanted) return [];
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
