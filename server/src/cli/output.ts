/** Where a report goes, and in which format: to standard output and to files named on the command line. */
import { InvalidArgumentError, Option } from 'commander';
import { joined } from '../workspace/file-system.ts';
import { folderOf, nameOf } from '../workspace/paths.ts';
import { say } from './say.ts';
import { absolute } from './scan.ts';
import type { CliContext } from './streams.ts';
import { writeFile } from './write-file.ts';

/** Bytes of an existing report that is replaced. */
const LARGEST = 1_000_000_000;

export interface Output<Format extends string> {
  readonly format: Format;
  /** As the user wrote it; undefined for standard output. */
  readonly file: string | undefined;
}

export interface OutputOptions<Format extends string> {
  readonly format?: readonly Output<Format>[];
  readonly outputFile?: string;
}

/** `what`: what is printed, and in which format by default. */
export function outputOptions<Format extends string>(
  formats: readonly Format[],
  { what, otherwise }: { readonly what: string; readonly otherwise: string },
): readonly Option[] {
  return [
    new Option(
      '--format <format[=file]>',
      `in which format to print ${what}, or to write the named file; may be repeated (default: ${otherwise})`,
    )
      .choices(formats)
      .argParser((text: string, before: readonly Output<Format>[] | undefined) => [
        ...(before ?? []),
        parsed(text, formats),
      ]),
    new Option('--output-file <file>', 'write what would be printed to a file'),
  ];
}

function parsed<Format extends string>(text: string, formats: readonly Format[]): Output<Format> {
  const [, name, file] = /^([^=]*)(?:=(.*))?$/s.exec(text)!;
  const format = formats.find(each => each === name);
  if (!format) throw new InvalidArgumentError(`It must be one of ${formats.join(', ')}.`);
  if (file === '') throw new InvalidArgumentError('The name of a file must follow the equals sign.');
  return { format, file };
}

/** `otherwise`: the default format. Throws when two reports would go to the same place. */
export function outputsOf<Format extends string>(
  { format = [], outputFile }: OutputOptions<Format>,
  otherwise: Format,
): readonly Output<Format>[] {
  const named = format.length > 0 ? format : [{ format: otherwise, file: undefined }];
  const outputs = named.map(({ format, file }) => ({ format, file: file ?? outputFile }));
  if (outputFile !== undefined && format.length > 0 && format.every(({ file }) => file !== undefined))
    throw new Error('`--output-file` is for a format without a file');
  const places = outputs.map(({ file }) => file);
  if (new Set(places).size < places.length)
    throw new Error('two formats would go to the same place; write `--format NAME=FILE`');
  return outputs;
}

/** Whether all could be written. */
export async function writeOutputs<Format extends string>(
  outputs: readonly Output<Format>[],
  textOf: (output: Output<Format>) => string,
  context: CliContext,
): Promise<boolean> {
  const written = outputs.map(async output => {
    const text = textOf(output);
    if (output.file !== undefined) return writeOutput(output.file, text, context);
    context.out(text);
    return true;
  });
  return !(await Promise.all(written)).includes(false);
}

/**
 * Whether it was written. Only the named file itself is replaced: through a link, the author of the link would decide
 * what is overwritten.
 */
async function writeOutput(path: string, text: string, context: CliContext): Promise<boolean> {
  const { files, cwd } = context;
  const whole = absolute(cwd, path);
  const refuse = (why: string) => {
    say(context, `mender-lint: ${path} is not written: ${why}`);
    return false;
  };
  const folder = files.realPath(folderOf(whole));
  if (folder === undefined) return refuse('there is no such folder');
  if (files.linkTarget(whole) !== undefined) return refuse('it is a link');
  const kind = files.kindOf(whole);
  if (kind === 'folder') return refuse('it is a folder');
  if (!kind && files.realPath(whole) !== undefined) return refuse('it is a device, a socket or a pipe');
  const before = kind && files.read(whole, { limit: LARGEST, isNamed: true });
  if (typeof before === 'string') return refuse('what is there is no report');
  const realPath = joined(folder, nameOf(whole));
  return writeFile({ path, realPath, before }, { text, encoding: 'utf-8' }, context);
}
