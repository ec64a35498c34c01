/**
 * The environment of the client, in its services and in scripts that call it: variables that it reads differently, or
 * rejects.
 */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import type { Catalogue, RuleOf } from '../mender/catalogue.ts';
import { serverPrograms } from '../mender/programs.ts';
import { newUnits, oldUnits } from '../mender/service-names.ts';
import { type Range, toDocument } from '../text/fragment.ts';
import { locate, type Word } from '../text/word.ts';
import type { ScriptEnvironment, UnitEnvironment } from '../usage/usage.ts';
import { checkText } from './check-text.ts';
import type { Match, Note } from './occurrence.ts';

type EnvironmentRule = RuleOf<'environment'>;

const clientUnits = [...newUnits, ...oldUnits].map(name => `${name}.service`);

/** `mender setup`, and `mender-update setup` where it should be `mender-setup`, do not. */
function speaks([program, word]: ScriptEnvironment['calls'][number], catalogue: Catalogue): boolean {
  if (!serverPrograms.includes(program)) return false;
  const rule = catalogue
    .rulesOf('command')
    .find(({ match }) => !match.form && match.spellings.some(text => text === word));
  return !rule || rule.match.successors.some(successor => serverPrograms.includes(successor.program));
}

/** `NAME=VALUE`, or the value alone, as one word. */
interface Setting {
  readonly name: string;
  readonly value: string;
  readonly word: Word;
  /** Offset of the value in the word's text. */
  readonly at: number;
  /** Other programs get it, too. */
  readonly shared?: boolean;
}

export function matchScriptEnvironment(
  { name, word, calls, exported, branchContext }: ScriptEnvironment,
  catalogue: Catalogue,
): Match[] {
  const { value } = word;
  if (value === undefined || !calls.some(call => speaks(call, catalogue))) return [];
  return catalogue
    .rulesOf('environment')
    .flatMap(rule => settingMatches(rule, { name, value, word, at: 0, shared: exported }, undefined))
    .map(match => ({ ...match, branchContext }));
}

export function matchEnvironment({ words, unit }: UnitEnvironment, catalogue: Catalogue): Match[] {
  if (!clientUnits.includes(unit ?? '')) return [];
  const settings = words.flatMap((word): Setting[] => {
    const [, name, value] = /^(\w+)=([\s\S]*)$/.exec(word.value ?? '') ?? [];
    return name === undefined || value === undefined ? [] : [{ name, value, word, at: name.length + 1 }];
  });
  const others = otherSpellings(settings);
  return settings.flatMap(setting =>
    catalogue.rulesOf('environment').flatMap(rule => settingMatches(rule, setting, others.get(setting))),
  );
}

/** For each setting, the first one before it with the same name in another case. */
function otherSpellings(settings: readonly Setting[]): ReadonlyMap<Setting, Setting> {
  const others = new Map<Setting, Setting>();
  const firsts = new Map<string, Map<string, Setting>>();
  for (const setting of settings) {
    const lower = setting.name.toLowerCase();
    const known = firsts.get(lower) ?? new Map<string, Setting>();
    firsts.set(lower, known);
    for (const [name, first] of known) {
      if (name === setting.name) continue;
      others.set(setting, first);
      break;
    }
    if (!known.has(setting.name)) known.set(setting.name, setting);
  }
  return others;
}

/** `other` is the first one before it with the same name in another case. */
function settingMatches(rule: EnvironmentRule, setting: Setting, other: Setting | undefined): Match[] {
  const { name, value } = setting;
  if (rule.match.defect === 'both-cases') return bothCases(rule, setting, other);
  if (!rule.match.names.includes(name)) return [];
  switch (rule.match.defect) {
    case 'commas':
      return commas(rule, setting);
    case 'pattern':
      return itemLike(rule, setting, pattern);
    case 'suffix':
      return itemLike(rule, setting, suffix);
    case 'empty':
      return value === '' && setting.at > 0 ? found(rule, setting, { offset: 0, length: setting.at }, name) : [];
  }
}

/** Anything else means nothing to the client, or something else, whatever the separator. */
const host = /^[\w-]+(?:\.[\w-]+)*$/;

/** mender@5.1.0:src/common/http/http.cpp:532-548: an item that differs from the end of the name counts as a match. */
const suffix = /^\./;

function commas(rule: EnvironmentRule, setting: Setting): Match[] {
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
    : checkText(rule);
  const fix: Fix | undefined = finished && {
    title: `${title}${check}`,
    safety: check === '' ? 'safe' : 'review',
    edits: finished,
  };
  const shown = value.trim();
  const place = { offset: at + value.indexOf(shown), length: shown.length };
  // With commas the item may be part of a longer one, which does no harm.
  if (items.some(item => suffix.test(item))) {
    return found(rule, setting, place, name, { noFix: rule.match.noFix });
  }
  return found(rule, setting, place, name, { fixes: fix ? [fix] : [] });
}

/** A network, a wildcard, or a host with a port. */
const pattern = /[*/]|^[^:]*:\d+$/;

/** The first item of the list that matches. */
function itemLike(rule: EnvironmentRule, setting: Setting, wanted: RegExp): Match[] {
  const { name, value } = setting;
  const item = value.includes(',') ? undefined : [...value.matchAll(/\S+/g)].find(([text]) => wanted.test(text));
  if (!item) return [];
  return found(rule, setting, { offset: setting.at + item.index, length: item[0].length }, name);
}

function bothCases(rule: EnvironmentRule, setting: Setting, other: Setting | undefined): Match[] {
  const { name } = setting;
  const lower = name.toLowerCase();
  if (!other || !rule.match.names.includes(lower) || ![lower, lower.toUpperCase()].includes(other.name)) return [];
  const range = locate(other.word, 0, other.name.length);
  const notes = range
    ? [{ range: toDocument(other.word.source, range), message: `\`${other.name}\` is set here` }]
    : [];
  return found(rule, setting, { offset: 0, length: name.length }, `${other.name} and ${name}`, { notes });
}

function found(
  rule: EnvironmentRule,
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
      rule: rule,
      range: toDocument(word.source, range),
      use,
      noFix,
      fixes,
      notes,
      branchContext: undefined,
      actionKey: 'environment',
    },
  ];
}
