/** Texts that scripts look for in what Mender printed or logged, and that it words in another way now. */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import type { Catalogue, RuleOf } from '../mender/catalogue.ts';
import type { PrintedText } from '../mender/patterns-of-files.ts';
import { clientPrograms } from '../mender/programs.ts';
import { newUnits, oldUnits } from '../mender/service-names.ts';
import { toDocument } from '../text/fragment.ts';
import { locate, textWithPlaceholders } from '../text/word.ts';
import type { ReadOutput } from '../usage/usage.ts';
import { baseName } from '../usage/wrappers.ts';
import type { Match } from './occurrence.ts';

type OutputRule = RuleOf<'output'>;
type Origin = OutputRule['match']['of'];

/** A script with none of them looks for nothing of interest. */
export function printedTexts(catalogue: Catalogue): RegExp {
  const texts = catalogue.rulesOf('output').flatMap(({ match }) => match.texts);
  return new RegExp(texts.map(({ old }) => old.source).join('|'));
}

/** Of a unit or a process, alone or behind an option or a field: `-umender-updated`, `_COMM=mender`. */
const clientLog = new RegExp(
  `(?:^|=|^-\\w*u)(?:${[...newUnits, ...oldUnits, ...clientPrograms].join('|')})(?:\\.service)?$`,
);

/** Of a log that is no deployment log: those are JSON, and keep their fields. */
const logFile = /(?:^|\/)(?!deployments)[^/]*mender[^/]*\.log$/;

const logReaders = new Set(['journalctl', 'systemctl']);

export function matchOutput(usage: ReadOutput, catalogue: Catalogue): Match[] {
  return catalogue.rulesOf('output').flatMap(rule => {
    const isIts = usage.producers.some(words => prints(words, rule.match.of));
    return isIts ? rule.match.texts.flatMap(text => textMatches(rule, text, usage)) : [];
  });
}

function prints(words: readonly string[], of: Origin): boolean {
  const names = words.map(baseName);
  if (of.kind === 'program') return calls(names, [of.name], of.commands);
  if (of.kind === 'client') return calls(names, of.programs ?? clientPrograms, of.commands);
  if (names.some(name => logReaders.has(name)) && words.some(word => clientLog.test(word))) return true;
  return words.some((word, index) => index > 0 && logFile.test(word)) || calls(names, clientPrograms, logging);
}

/** Commands whose log lines, on standard error, somebody may look at. */
const logging = ['bootstrap', 'check-update', 'commit', 'daemon', 'install', 'resume', 'rollback', 'send-inventory'];

/** One of the commands stands behind one of the programs. */
function calls(names: readonly string[], programs: readonly string[], commands: readonly string[]): boolean {
  const at = names.findIndex(name => programs.includes(name));
  return at >= 0 && names.slice(at + 1).some(name => commands.includes(name));
}

/** Whoever looks for the new text, too, knows both. */
function textMatches(rule: OutputRule, text: PrintedText, { words, branchContext }: ReadOutput): Match[] {
  if (words.some(word => text.new.test(textWithPlaceholders(word)))) return [];
  return words.flatMap(word => {
    const found = text.old.exec(textWithPlaceholders(word));
    const range = found && locate(word, found.index, found[0].length);
    if (!range) return [];
    return [
      {
        kind: 'match' as const,
        rule,
        range: toDocument(word.source, range),
        use: found[0],
        to: text.now,
        fixes: fixesOf(rule, text, new EditBuilder().replace(word.source, range, text.to ?? '')),
        notes: [],
        branchContext,
        actionKey: `output:${rule.id}`,
      },
    ];
  });
}

function fixesOf({ replacement }: OutputRule, { to }: PrintedText, edits: EditBuilder): Fix[] {
  if (to === undefined || replacement.kind !== 'rewrite') return [];
  const finished = edits.finish();
  return finished ? [{ title: `Look for \`${to}\``, safety: 'review', edits: finished }] : [];
}
