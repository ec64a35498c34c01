/** Standard input as a file of the workspace, with the name from the command line. */
import { Option } from 'commander';
import type { FileContent, ReadOptions, Unread, WritableFileSystem } from '../workspace/file-system.ts';
import { absolute } from './scan.ts';
import type { CliContext } from './streams.ts';

export const STDIN = '-';

export interface InputOptions {
  readonly stdinFilename?: string;
}

export function inputOption(): Option {
  return new Option(
    '--stdin-filename <path>',
    'what standard input is called when `-` is checked: its kind and options depend on it',
  );
}

export interface Input {
  readonly path: string;
  readonly content: FileContent;
}

/** Undefined when no path means standard input. */
export async function inputOf(
  paths: readonly string[],
  { stdinFilename }: InputOptions,
  { input }: CliContext,
): Promise<Input | undefined> {
  const isInput = paths.includes(STDIN);
  if (!isInput && stdinFilename !== undefined) throw new Error('`--stdin-filename` is for `-`, standard input');
  if (!isInput) return undefined;
  if (paths.length > 1) throw new Error('`-` must be the only path: nothing else is checked');
  return { path: stdinFilename ?? STDIN, content: await input() };
}

/** The same context, with standard input among the files. Nothing is written to it. */
export function withInput(context: CliContext, { path, content }: Input): CliContext {
  const { files, cwd } = context;
  const whole = absolute(cwd, path);
  const instead =
    <Value>(value: Value, otherwise: (path: string) => Value) =>
    (asked: string) =>
      asked === whole ? value : otherwise(asked);
  const overlaid: WritableFileSystem = {
    ...files,
    kindOf: instead<'file' | 'folder' | undefined>('file', asked => files.kindOf(asked)),
    realPath: instead<string | undefined>(whole, asked => files.realPath(asked)),
    linkTarget: instead<string | undefined>(undefined, asked => files.linkTarget(asked)),
    ownerOf: instead<number | undefined>(files.user, asked => files.ownerOf(asked)),
    read: (asked, how) => (asked === whole ? readFrom(content, how) : files.read(asked, how)),
  };
  return { ...context, files: overlaid };
}

function readFrom(content: FileContent, { limit, words }: ReadOptions): FileContent | Unread {
  if (words && !words.some(word => content.text.includes(word))) return 'without-words';
  return Buffer.byteLength(content.text, content.encoding) > limit ? 'too-large' : content;
}
