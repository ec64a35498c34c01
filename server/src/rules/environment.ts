/** The environment of the client, in its services and in scripts that call it: what it reads in another way, or does not bear. */

import type { Catalogue, RowOf } from '../catalogue/catalogue.ts';
import { serverPrograms } from '../catalogue/programs.ts';
import { newUnits, oldUnits } from '../catalogue/service-names.ts';
import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { type Range, toDocument } from '../syntax/fragment.ts';
import { locate, type Word } from '../syntax/word.ts';
import type { ScriptEnvironment, UnitEnvironment } from '../usage/usage.ts';
import { checkText } from './check-text.ts';
import type { Match, Note } from './sighting.ts';

type EnvironmentRow = RowOf<'environment'>;

const clientUnits = [...newUnits, ...oldUnits].map(name => `${name}.service`);

/** `mender setup`, and `mender-update setup` where it is to be `mender-setup`, do not. */
function speaks([program, word]: ScriptEnvironment['calls'][number], catalogue: Catalogue): boolean {
  if (!serverPrograms.includes(program)) return false;
  const row = catalogue
    .rowsOf('command')
    .find(({ match }) => !match.form && match.spellings.some(text => text === word));
  return !row || row.match.successors.some(successor => serverPrograms.includes(successor.program));
}

/** `NAME=VALUE`, or the value alone, as one word. */
interface Setting {
  readonly name: string;
  readonly value: string;
  readonly word: Word;
  /** Of the value in the word's text. */
  readonly at: number;
  /** Other programs get it, too. */
  readonly shared?: boolean;
}

export function matchScriptEnvironment(
  { name, word, calls, exported, frame }: ScriptEnvironment,
  catalogue: Catalogue,
): Match[] {
  const { value } = word;
  if (value === undefined || !calls.some(call => speaks(call, catalogue))) return [];
  return catalogue
    .rowsOf('environment')
    .flatMap(row => settingMatches(row, { name, value, word, at: 0, shared: exported }, []))
    .map(match => ({ ...match, frame }));
}

export function matchEnvironment({ words, unit }: UnitEnvironment, catalogue: Catalogue): Match[] {
  if (!clientUnits.includes(unit ?? '')) return [];
  const settings = words.flatMap((word): Setting[] => {
    const [, name, value] = /^(\w+)=([\s\S]*)$/.exec(word.value ?? '') ?? [];
    return name === undefined || value === undefined ? [] : [{ name, value, word, at: name.length + 1 }];
  });
  return settings.flatMap((setting, index) =>
    catalogue.rowsOf('environment').flatMap(row => settingMatches(row, setting, settings.slice(0, index))),
  );
}

function settingMatches(row: EnvironmentRow, setting: Setting, before: readonly Setting[]): Match[] {
  const { name, value } = setting;
  if (row.match.defect === 'both-cases') return bothCases(row, setting, before);
  if (!row.match.names.includes(name)) return [];
  switch (row.match.defect) {
    case 'commas':
      return commas(row, setting);
    case 'pattern':
      return itemLike(row, setting, pattern);
    case 'suffix':
      return itemLike(row, setting, suffix);
    case 'empty':
      return value === '' && setting.at > 0 ? found(row, setting, { offset: 0, length: setting.at }, name) : [];
  }
}

/** Anything else means nothing to the client, or something else, however it is separated. */
const host = /^[\w-]+(?:\.[\w-]+)*$/;

/** mender@5.1.0:src/common/http/http.cpp:532-548: whatever differs from the end of the name is taken for a match. */
const suffix = /^\./;

function commas(row: EnvironmentRow, setting: Setting): Match[] {
  const { name, value, word, at } = setting;
  const whole = value.includes(',') ? locate(word, at, value.length) : undefined;
  if (!whole) return [];
  const items = value.split(/[\s,]+/).filter(item => item !== '');
  const edits = new EditBuilder();
  if (/^["']/.test(word.text)) edits.replace(word.source, whole, items.join(' '));
  else edits.replace(word.source, word, `"${at > 0 ? `${name}=` : ''}${items.join(' ')}"`);
  const known = items.every(item => host.test(item));
  const finished = edits.finish();
  const title = 'Separate the list by spaces';
  const check = known
    ? setting.shared
      ? ' (check: other programs that are run here may need the commas)'
      : ''
    : checkText(row);
  const fix: Fix | undefined = finished && {
    title: `${title}${check}`,
    safety: check === '' ? 'safe' : 'review',
    edits: finished,
  };
  const shown = value.trim();
  const place = { offset: at + value.indexOf(shown), length: shown.length };
  // With commas the item may be part of a longer one, which does no harm.
  if (items.some(item => suffix.test(item))) {
    return found(row, setting, place, name, { noFix: row.match.noFix });
  }
  return found(row, setting, place, name, { fixes: fix ? [fix] : [] });
}

/** A network, a wildcard, or a host with a port. */
const pattern = /[*/]|^[^:]*:\d+$/;

/** The first item of the list that is one. */
function itemLike(row: EnvironmentRow, setting: Setting, wanted: RegExp): Match[] {
  const { name, value } = setting;
  const item = value.includes(',') ? undefined : [...value.matchAll(/\S+/g)].find(([text]) => wanted.test(text));
  if (!item) return [];
  return found(row, setting, { offset: setting.at + item.index, length: item[0].length }, name);
}

function bothCases(row: EnvironmentRow, setting: Setting, before: readonly Setting[]): Match[] {
  const { name } = setting;
  const lower = name.toLowerCase();
  const other = before.find(known => known.name !== name && known.name.toLowerCase() === lower);
  if (!other || !row.match.names.includes(lower) || ![lower, lower.toUpperCase()].includes(other.name)) return [];
  const range = locate(other.word, 0, other.name.length);
  const notes = range
    ? [{ range: toDocument(other.word.source, range), message: `\`${other.name}\` is set here` }]
    : [];
  return found(row, setting, { offset: 0, length: name.length }, `${other.name} and ${name}`, { notes });
}

function found(
  row: EnvironmentRow,
  { word }: Setting,
  { offset, length }: { readonly offset: number; readonly length: number },
  use: string,
  {
    fixes = [],
    notes = [],
    noFix,
  }: { readonly fixes?: readonly Fix[]; readonly notes?: readonly Note[]; readonly noFix?: string | undefined } = {},
): Match[] {
  const range: Range | undefined = locate(word, offset, length);
  if (!range) return [];
  return [
    {
      kind: 'match',
      row,
      range: toDocument(word.source, range),
      use,
      noFix,
      fixes,
      notes,
      frame: undefined,
      action: 'environment',
    },
  ];
}
