/** Links by which systemd enables and masks units, made and removed by hand: `ln -s UNIT .../multi-user.target.wants/`. */

import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Row } from '../catalogue/row.ts';
import { newUnits, oldUnits } from '../catalogue/service-names.ts';
import { forBothUnits } from '../fixes/both-files.ts';
import type { Fix } from '../fixes/fix.ts';
import { findName } from '../fixes/name-in-word.ts';
import { toDocument } from '../syntax/fragment.ts';
import { shown } from '../syntax/masked.ts';
import { skeleton } from '../syntax/word.ts';
import { readOptions } from '../usage/options.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';
import { checkText } from './check-text.ts';
import type { Sighting } from './sighting.ts';

type Deed = 'enable' | 'disable' | 'mask';

export function matchUnitLink(invocation: Invocation, catalogue: Catalogue): Sighting[] {
  const found = deedOf(invocation);
  if (!found) return [];
  const { deed, words } = found;
  const action = `systemctl:${deed}`;
  const { frame, place } = invocation.context;
  const units = words.flatMap(word => textsOf(word).flatMap(text => newUnit.exec(text)?.[1] ?? []));
  const references = units.length > 0 ? [{ kind: 'reference' as const, action, frame, units }] : [];
  if (newUnits.every(unit => units.includes(unit))) return references;
  const names = words.flatMap(word => findName(word, findOldUnit) ?? []);
  const row = rowOf(deed, catalogue);
  const [name] = names;
  if (!row || !name) return references;
  const { source, command, program } = invocation;
  const edits =
    isWhole(invocation) && units.length === 0
      ? forBothUnits({ source, command, place, program }, names, newUnits)
      : undefined;
  return [
    ...references,
    {
      kind: 'match',
      row,
      range: toDocument(source, command),
      use: [program, shown(name.use)].join(' '),
      fixes: edits ? [fixOf(row, edits)] : [],
      noFix: edits ? undefined : 'it has to be written for each of them',
      notes: [],
      frame,
      action,
    },
  ];
}

function fixOf(row: Row, edits: Fix['edits']): Fix {
  const { replacement } = row;
  const safety = 'safety' in replacement ? replacement.safety : 'review';
  return { title: `Do it for \`${newUnits.join('` and `')}\`${checkText(row)}`, safety, edits };
}

function rowOf(deed: Deed, catalogue: Catalogue): Row | undefined {
  if (deed === 'enable') return catalogue.rowsOf('path').find(({ match }) => match.is === 'enabling-link');
  return catalogue.rowsOf('unit-link').find(({ match }) => match.deed === deed);
}

/** The words that name the unit stand in the command itself. */
function isWhole({ certain, spread, via, positional }: Invocation): boolean {
  return certain && !spread && !via && !positional;
}

/** What is done with a unit, and the words that may name it. */
function deedOf({ program, args }: Invocation): { deed: Deed; words: readonly ResolvedWord[] } | undefined {
  if (program === 'rm' || program === 'unlink') {
    const words = (readOptions(args, {}).operands as ResolvedWord[]).filter(word => textsOf(word).some(isEnablingLink));
    return words.length > 0 ? { deed: 'disable', words } : undefined;
  }
  if (program !== 'ln') return undefined;
  const words = readOptions(args, { short: 'tS', long: ['target-directory', 'suffix'] }).operands as ResolvedWord[];
  const [target, link, ...more] = words;
  if (!target || !link || more.length > 0) return undefined;
  if (textsOf(target).includes('/dev/null')) return { deed: 'mask', words: [link] };
  return textsOf(link).some(text => enablingFolder.test(text)) ? { deed: 'enable', words } : undefined;
}

const enablingFolder = /\.(?:wants|requires|upholds)(?:\/[^/]*)?$/;

function isEnablingLink(text: string): boolean {
  return enablingFolder.test(text) && text.endsWith('.service');
}

function textsOf(word: ResolvedWord): readonly string[] {
  return word.values.length > 0 ? word.values.map(({ text }) => text) : [skeleton(word)];
}

const oldUnit = new RegExp(`(?:^|/)(${oldUnits.join('|')})\\.service$`);
const newUnit = new RegExp(`(?:^|/)(${newUnits.join('|')})\\.service$`);

function findOldUnit(text: string): { offset: number; length: number } | undefined {
  const name = oldUnit.exec(text)?.[1];
  return name === undefined ? undefined : { offset: text.lastIndexOf('/') + 1, length: name.length };
}
