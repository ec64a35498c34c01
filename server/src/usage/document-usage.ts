/** The usages of a document, by its language. */

import { classify } from '../document/classify.ts';
import type { Document } from '../document/document.ts';
import { wholeText } from '../syntax/fragment.ts';
import type { ParseHints, ParseMemory } from '../syntax/shell.ts';
import { configUsages } from './config-usage.ts';
import { shellUsages } from './shell/shell-usage.ts';
import { unitUsages } from './unit-usage.ts';
import type { Context, Usage, WrittenFile } from './usage.ts';

const topLevel: Context = { frame: undefined, language: 'shell', status: 'plain', captured: false, place: 'statement' };

/** Empty for a document of no language we know. Never throws. */
export function documentUsages(document: Document): readonly Usage[] {
  return withWrittenFiles(ownUsages(document));
}

function ownUsages(document: Document): readonly Usage[] {
  const { kind, text } = document;
  if (!kind) return [];
  const source = wholeText(text);
  switch (kind.language) {
    case 'shell':
      return mentionsMender(text) ? shellUsages(source, topLevel, hintsOf(document)) : [];
    case 'unit':
      return mentionsMender(text) || mentionsMender(document.path)
        ? unitUsages(source, document.path, kind.role === 'drop-in' ? 'drop-in' : 'unit')
        : [];
    case 'json':
      return configUsages(source);
  }
}

/** A script that writes a script that writes a unit: deeper than this nobody goes. */
const DEEPEST_FILE = 3;

/** Uses in the files that a script writes count as the script's own. */
function withWrittenFiles(usages: readonly Usage[], depth = 0): readonly Usage[] {
  if (depth === DEEPEST_FILE || !usages.some(({ kind }) => kind === 'written-file')) return usages;
  return usages.flatMap(usage =>
    usage.kind === 'written-file' ? withWrittenFiles(usagesOfWritten(usage), depth + 1) : [usage],
  );
}

/** The first section of a unit file: systemd.syntax(7). */
const unitSection = /^(?:[#;].*\n|\s)*\[(?:Unit|Service|Install|Timer|Path|Socket|Mount)\]/;

function usagesOfWritten({ path, text, appended, frame }: WrittenFile): readonly Usage[] {
  const kind = classify({ path, text: text.text });
  const language = kind?.language ?? (unitSection.test(text.text) ? 'unit' : undefined);
  switch (language) {
    case 'shell':
      return mentionsMender(text.text) ? shellUsages(text, { ...topLevel, frame }) : [];
    case 'unit':
      // The file itself is named by its path in the script, and judged there.
      return unitUsages(text, path, kind?.role === 'drop-in' ? 'drop-in' : 'unit', frame).filter(
        usage => usage.kind !== 'unit-file',
      );
    case 'json':
      return appended ? [] : configUsages(text, frame, true);
    default:
      return [];
  }
}

/** The memory is the parser's own; the document only carries it on. */
function hintsOf({ editedAt, memory }: Document): ParseHints {
  return { editedAt, memory: memory as ParseMemory | undefined };
}

/** Most files say nothing of Mender, and need not be parsed to know it. */
function mentionsMender(text: string): boolean {
  return text.includes('mender');
}
