/** Whether the `mender` of a file is a program of another origin: what else is in the file says so. */
import { clientSigns, otherRegistries } from '../catalogue/client-signs.ts';
import type { Document } from '../document/document.ts';
import type { Match, Reference } from '../rules/sighting.ts';

/**
 * A text that installs it from the registry of a language, or documentation that shows commands the client never had,
 * where nothing else has to do with the client.
 */
export function withoutAnotherProgram(
  { text, kind }: Document,
  matches: readonly Match[],
  references: readonly Reference[],
): readonly Match[] {
  const isUnknown = ({ row }: Match) => row.match.kind === 'command' && row.match.form === 'unknown';
  const isSuspect = otherRegistries.test(text) || (kind?.optIn === 'markdown' && matches.some(isUnknown));
  if (!isSuspect || references.length > 0 || clientSigns.test(text) || !matches.every(isPlainCall)) return matches;
  return [];
}

/** Of one word, that many a program has as a command. */
function isPlainCall({ row, action }: Match): boolean {
  return row.match.kind === 'command' && !/-/.test(action);
}
