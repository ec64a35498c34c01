/** Prints messages that are not results: a line on standard error, in which names of files can forge nothing. */

import { visible } from '../text/visible.ts';
import type { CliContext } from './streams.ts';

export function say({ err }: Pick<CliContext, 'err'>, sentence: string): void {
  err(`${visible(sentence)}\n`);
}

/** For a text of several lines, such as a stack. */
export function sayLines(to: Pick<CliContext, 'err'>, text: string): void {
  for (const line of text.split('\n')) say(to, line);
}
