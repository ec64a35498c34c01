/** Tells people something that is no result: a line of standard error, in which names of files can forge nothing. */
import type { Surroundings } from './streams.ts';
import { visible } from './visible.ts';

export function say({ err }: Pick<Surroundings, 'err'>, sentence: string): void {
  err(`${visible(sentence)}\n`);
}
