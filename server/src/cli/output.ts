/** Where a report goes, and in which format: to standard output and to files that the command line names. */
import { InvalidArgumentError, Option } from 'commander';
import { joined } from '../workspace/file-system.ts';
import { folderOf, nameOf } from '../workspace/paths.ts';
import { type Format, formats } from './formats/formats.ts';
import { say } from './say.ts';
import { absolute } from './scan.ts';
import type { Surroundings } from './streams.ts';
import { writeFile } from './write-file.ts';

/** Bytes of a report that is replaced. */
const LARGEST = 1_000_000_000;

export interface Output {
  readonly format: Format;
  /** As the user has written it; standard output when there is none. */
  readonly file: string | undefined;
}

export interface OutputOptions {
  readonly format?: readonly Output[];
  readonly outputFile?: string;
}

export function outputOptions(): readonly Option[] {
  return [
    new Option(
      '--format <format[=file]>',
      `how to print findings, or to write them to a file: ${formats.join(', ')}; may be repeated (default: text on a terminal, else concise)`,
    ).argParser((text: string, before: readonly Output[] | undefined) => [...(before ?? []), parsed(text)]),
    new Option('--output-file <file>', 'write what would be printed to a file'),
  ];
}

function parsed(text: string): Output {
  const [, name, file] = /^([^=]*)(?:=(.*))?$/s.exec(text)!;
  const format = formats.find(each => each === name);
  if (!format) throw new InvalidArgumentError(`It has to be one of ${formats.join(', ')}.`);
  if (file === '') throw new InvalidArgumentError('The name of a file has to follow the equals sign.');
  return { format, file };
}

/** Throws when two reports would go to the same place. */
export function outputsOf({ format = [], outputFile }: OutputOptions, { terminals }: Surroundings): readonly Output[] {
  const otherwise: Output = { format: terminals.out && outputFile === undefined ? 'text' : 'concise', file: undefined };
  const outputs = (format.length > 0 ? format : [otherwise]).map(({ format, file }) => ({
    format,
    file: file ?? outputFile,
  }));
  if (outputFile !== undefined && format.length > 0 && format.every(({ file }) => file !== undefined))
    throw new Error('`--output-file` is for a format without a file of its own');
  const places = outputs.map(({ file }) => file);
  if (new Set(places).size < places.length)
    throw new Error('two formats would go to the same place; write `--format NAME=FILE`');
  return outputs;
}

/**
 * Whether it was written. The file is the very one that is named: where a link is in its place, whoever made the link
 * would decide what is overwritten.
 */
export async function writeOutput(path: string, text: string, surroundings: Surroundings): Promise<boolean> {
  const { files, cwd } = surroundings;
  const whole = absolute(cwd, path);
  const refuse = (why: string) => {
    say(surroundings, `mender-lint: ${path} is not written: ${why}`);
    return false;
  };
  const folder = files.realPath(folderOf(whole));
  if (folder === undefined) return refuse('there is no such folder');
  if (files.linkTarget(whole) !== undefined) return refuse('it is a link');
  const kind = files.kindOf(whole);
  if (kind === 'folder') return refuse('it is a folder');
  const before = kind && files.read(whole, { limit: LARGEST, isNamed: true });
  if (typeof before === 'string') return refuse('what is there is no report');
  const realPath = joined(folder, nameOf(whole));
  return writeFile({ path, realPath, before }, { text, encoding: 'utf-8' }, surroundings);
}
