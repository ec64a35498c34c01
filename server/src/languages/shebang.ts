/** The interpreter that a first line names. */
import { baseName } from '../programs/base-name.ts';

export interface Shebang {
  /** Base name of the program, after `env` and its options. */
  readonly interpreter: string;
  /** The text after `#!`. */
  readonly line: string;
}

export function shebangOf(text: string): Shebang | undefined {
  const match = /^\uFEFF?#![ \t]*([^\r\n]*)/.exec(text);
  if (!match) return undefined;
  const line = match[1]!.trim();
  const words = line.split(/[ \t]+/);
  let program = baseName(words.shift() ?? '');
  if (program === 'env') program = baseName(words.find(word => !word.startsWith('-') && !word.includes('=')) ?? '');
  return { interpreter: program, line };
}
