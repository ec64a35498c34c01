/**
 * What a container runs, told in two parts: Docker's ENTRYPOINT and CMD, `entrypoint` and `command` of Compose, `command`
 * and `args` of Kubernetes. The second part is added to the first as its arguments.
 */

import { textWithPlaceholders, type Word } from '../text/word.ts';
import type { EmbeddedCommand } from './embedded.ts';

/** By convention the script of an image runs what it is given, and so does s6-overlay's `/init`. */
const scriptOfImage = /(?:^|\/)(?:[\w.-]*entry-?point[\w.-]*|[\w.-]+\.sh|init)$/;

/**
 * Without a first part it is the image's own that counts, which nobody sees here: most have none, or such a script, so
 * the second part is read as a command. Where the first part is known, it decides.
 */
export function containerCommands(
  entryPoint: EmbeddedCommand | undefined,
  command: EmbeddedCommand | undefined,
): EmbeddedCommand[] {
  if (!entryPoint || !command) return [entryPoint ?? command ?? []].flat();
  if (scriptOfImage.test(textWithPlaceholders(entryPoint.words[0]))) return [entryPoint, command];
  const own = new Set<Word>(entryPoint.words);
  return [
    {
      kind: 'command',
      words: [...entryPoint.words, ...command.words],
      innerScript: word => (own.has(word) ? entryPoint : command).innerScript(word),
    },
  ];
}
