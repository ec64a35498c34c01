/** Whether the `mender` of a file is a program of another origin, judged by the rest of the file. */

import type { Document } from '../languages/document.ts';
import { clientSigns, otherRegistries } from '../mender/client-signs.ts';
import type { Match, NewClientUse } from '../rules/occurrence.ts';

/**
 * True for a text that installs it from the registry of a language, or documentation that shows commands the client
 * never had, if nothing else concerns the client.
 */
export function withoutAnotherProgram(
  { text, kind }: Document,
  matches: readonly Match[],
  newUses: readonly NewClientUse[],
): readonly Match[] {
  const isUnknown = ({ rule }: Match) => rule.match.kind === 'command' && rule.match.form === 'unknown';
  const isSuspect = otherRegistries.test(text) || (kind?.optIn === 'markdown' && matches.some(isUnknown));
  if (!isSuspect || newUses.length > 0 || clientSigns.test(text) || !matches.every(isPlainCall)) return matches;
  return [];
}

/** A call with a one-word command, which many programs have. */
function isPlainCall({ rule, actionKey }: Match): boolean {
  return rule.match.kind === 'command' && !/-/.test(actionKey);
}
