/**
 * What a container runs, given in two parts: ENTRYPOINT and CMD of Docker, `entrypoint` and `command` of Compose,
 * `command` and `args` of Kubernetes. The second part is appended to the first as its arguments.
 */

import { textWithPlaceholders, type Word } from '../text/word.ts';
import type { EmbeddedCommand } from './embedded.ts';

/** By convention the script of an image runs its arguments, and so does `/init` of s6-overlay. */
const scriptOfImage = /(?:^|\/)(?:[\w.-]*entry-?point[\w.-]*|[\w.-]+\.sh|init)$/;

/**
 * Without a first part that of the image counts, which is unknown here: most images have none, or such a script, so the
 * second part is read as a command. A known first part decides.
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
