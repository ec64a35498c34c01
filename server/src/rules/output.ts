/** Texts that scripts look for in the output or logs of Mender, and that are worded differently now. */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import type { Catalogue, RuleOf } from '../mender/catalogue.ts';
import { clientLogFile } from '../mender/file-names.ts';
import type { PrintedText } from '../mender/patterns-of-files.ts';
import { clientPrograms, loggingCommands } from '../mender/programs.ts';
import { newUnits, oldUnits } from '../mender/service-names.ts';
import { baseName } from '../programs/base-name.ts';
import { readTexts } from '../programs/command-line.ts';
import { programOf } from '../programs/programs.ts';
import { toDocument } from '../text/fragment.ts';
import { locate, textWithPlaceholders } from '../text/word.ts';
import type { ReadOutput } from '../usage/usage.ts';
import type { Match } from './occurrence.ts';

type OutputRule = RuleOf<'output'>;
type Origin = OutputRule['match']['of'];

/** A script without any of them looks for nothing relevant. */
export function printedTexts(catalogue: Catalogue): RegExp {
  const texts = catalogue.rulesOf('output').flatMap(({ match }) => match.texts);
  return new RegExp(texts.map(({ old }) => old.source).join('|'));
}

/** Of a unit or a process, alone or after a field: `_COMM=mender`. */
const clientLog = new RegExp(`(?:^|=)(?:${[...newUnits, ...oldUnits, ...clientPrograms].join('|')})(?:\\.service)?$`);

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
  if (logsShown(words).some(word => clientLog.test(word))) return true;
  return (
    words.some((word, index) => index > 0 && clientLogFile.test(word)) || calls(names, clientPrograms, loggingCommands)
  );
}

/** Whose log a call shows: operands, and values of options, in the same word or not. */
function logsShown(words: readonly string[]): readonly string[] {
  const at = words.findIndex(word => programOf(word).logs);
  if (at < 0) return [];
  const { options, operands } = readTexts(words.slice(at + 1), programOf(words[at]!));
  return [...operands, ...options.flatMap(({ value }) => value ?? [])];
}

/** Whether one of the commands follows one of the programs. */
function calls(names: readonly string[], programs: readonly string[], commands: readonly string[]): boolean {
  const at = names.findIndex(name => programs.includes(name));
  return at >= 0 && names.slice(at + 1).some(name => commands.includes(name));
}

/** A script that looks for the new text, too, knows both. */
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
