/** Reads a file that an option names. */
import { absolute } from './scan.ts';
import type { CliContext } from './streams.ts';

/** Bytes; nobody writes a larger file. */
const LARGEST = 100_000_000;

/** Throws when it cannot be read. */
export function readText(path: string, { files, cwd }: CliContext): string {
  const content = files.read(absolute(cwd, path), { limit: LARGEST, isNamed: true });
  if (typeof content === 'string') throw new Error(`cannot read ${path}`);
  return content.text;
}
