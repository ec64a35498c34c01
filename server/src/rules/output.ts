/** Texts that scripts look for in what Mender printed or logged, and that it words in another way now. */

import type { Catalogue, RowOf } from '../catalogue/catalogue.ts';
import { clientLogFile } from '../catalogue/file-names.ts';
import type { PrintedText } from '../catalogue/match-files.ts';
import { clientPrograms, loggingCommands } from '../catalogue/programs.ts';
import { newUnits, oldUnits } from '../catalogue/service-names.ts';
import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { toDocument } from '../syntax/fragment.ts';
import { locate, skeleton } from '../syntax/word.ts';
import type { ReadOutput } from '../usage/usage.ts';
import { baseName } from '../usage/wrappers.ts';
import type { Match } from './sighting.ts';

type OutputRow = RowOf<'output'>;
type Origin = OutputRow['match']['of'];

/** A script with none of them looks for nothing of interest. */
export function printedTexts(catalogue: Catalogue): RegExp {
  const texts = catalogue.rowsOf('output').flatMap(({ match }) => match.texts);
  return new RegExp(texts.map(({ old }) => old.source).join('|'));
}

/** Of a unit or a process, alone or behind an option or a field: `-umender-updated`, `_COMM=mender`. */
const clientLog = new RegExp(
  `(?:^|=|^-\\w*u)(?:${[...newUnits, ...oldUnits, ...clientPrograms].join('|')})(?:\\.service)?$`,
);

const logReaders = new Set(['journalctl', 'systemctl']);

export function matchOutput(usage: ReadOutput, catalogue: Catalogue): Match[] {
  return catalogue.rowsOf('output').flatMap(row => {
    const isIts = usage.producers.some(words => prints(words, row.match.of));
    return isIts ? row.match.texts.flatMap(text => textMatches(row, text, usage)) : [];
  });
}

function prints(words: readonly string[], of: Origin): boolean {
  const names = words.map(baseName);
  if (of.kind === 'program') return calls(names, [of.name], of.commands);
  if (of.kind === 'client') return calls(names, of.programs ?? clientPrograms, of.commands);
  if (names.some(name => logReaders.has(name)) && words.some(word => clientLog.test(word))) return true;
  return (
    words.some((word, index) => index > 0 && clientLogFile.test(word)) || calls(names, clientPrograms, loggingCommands)
  );
}

/** One of the commands stands behind one of the programs. */
function calls(names: readonly string[], programs: readonly string[], commands: readonly string[]): boolean {
  const at = names.findIndex(name => programs.includes(name));
  return at >= 0 && names.slice(at + 1).some(name => commands.includes(name));
}

/** Whoever looks for the new text, too, knows both. */
function textMatches(row: OutputRow, text: PrintedText, { words, frame }: ReadOutput): Match[] {
  if (words.some(word => text.new.test(skeleton(word)))) return [];
  return words.flatMap(word => {
    const found = text.old.exec(skeleton(word));
    const range = found && locate(word, found.index, found[0].length);
    if (!range) return [];
    return [
      {
        kind: 'match' as const,
        row,
        range: toDocument(word.source, range),
        use: found[0],
        to: text.now,
        fixes: fixesOf(row, text, new EditBuilder().replace(word.source, range, text.to ?? '')),
        notes: [],
        frame,
        action: `output:${row.id}`,
      },
    ];
  });
}

function fixesOf({ replacement }: OutputRow, { to }: PrintedText, edits: EditBuilder): Fix[] {
  if (to === undefined || replacement.kind !== 'rewrite') return [];
  const finished = edits.finish();
  return finished ? [{ title: `Look for \`${to}\``, safety: 'review', edits: finished }] : [];
}
