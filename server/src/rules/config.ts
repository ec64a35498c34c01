/**
 * Configurations of the client: keys that are gone or mean something else, and files that are read in part or not at
 * all.
 */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { addMember, LeavingMembers, removeMember } from '../fixes/json-edit.ts';
import type { JsonValue } from '../languages/json/json.ts';
import type { ConfigCondition } from '../mender/patterns-of-configurations.ts';
import { isAvailable } from '../mender/version.ts';
import { append } from '../text/append.ts';
import type { ConfigEntry, ConfigUse } from '../usage/usage.ts';
import { checkText } from './check-text.ts';
import { type ConfigRule, fix, found } from './config-match.ts';
import { problemMatches } from './config-problems.ts';
import { typeMatch } from './config-types.ts';
import { unsetMatch } from './config-unset.ts';
import type { Match, RuleContext } from './occurrence.ts';
import { matchConfiguredPath } from './path.ts';

/** `own` are custom rules, in place of those of the catalogue. */
export function matchConfig(use: ConfigUse, context: RuleContext, own?: readonly ConfigRule[]): Match[] {
  const entries = entriesByPath(use);
  // A key that is not removed on the target yet is not reported, and does not prevent other findings.
  const all = own ?? context.catalogue.rulesOf('config').filter(rule => context.catalogue.concerns(rule, context));
  const rules = all.filter(({ match }) => ofConnect(match) === (use.of === 'connect'));
  const paths = own ? [] : matchConfiguredPath(use, context.catalogue.rulesOf('path'));
  if (use.piece) return [...matchPiece(use, rules, entries, context), ...paths.map(byHand)];
  const leaving = new LeavingMembers(
    rules.filter(removes).flatMap(rule => keyEntries(rule, use, entries).map(({ member }) => member)),
  );
  return [...rules.flatMap(rule => matchRule(rule, use, entries, leaving, context)), ...paths];
}

function ofConnect(match: ConfigRule['match']): boolean {
  return (match.defect === 'key' || match.defect === 'unset') && match.of === 'connect';
}

/** Text that a program inserts into a file says what a key is, and nothing about the file. */
function matchPiece(use: ConfigUse, rules: readonly ConfigRule[], entries: Entries, context: RuleContext): Match[] {
  const keys = rules.filter(({ match }) => match.defect === 'key');
  return keys.flatMap(rule => matchRule(rule, use, entries, new LeavingMembers([]), context)).map(byHand);
}

function byHand(match: Match): Match {
  return { ...match, fixes: [], noFix: 'change the program that writes it by hand' };
}

function removes({ replacement }: ConfigRule): boolean {
  return replacement.kind === 'remove';
}

function keyEntries({ match }: ConfigRule, use: ConfigUse, entries: Entries): readonly ConfigEntry[] {
  if (match.defect !== 'key') return [];
  const { path, when } = match;
  const same = entries.get(pathKey(path)) ?? [];
  return same.filter(entry => entry.path.length === path.length && holds(when, entry, use, entries));
}

/** Members with the same name, in the order of the text. Both generations use the last one. */
type Entries = ReadonlyMap<string, readonly ConfigEntry[]>;

function entriesByPath({ entries }: ConfigUse): Entries {
  const byPath = new Map<string, ConfigEntry[]>();
  for (const entry of entries) append(byPath, pathKey(entry.path), entry);
  return byPath;
}

/** Both generations read keys in any case (mender@4.0.7:src/common/json.hpp:51-79). */
function pathKey(path: readonly string[]): string {
  return path.join('\0').toLowerCase();
}

/** `leaving` are the members that fixes delete, each separately. */
function matchRule(
  rule: ConfigRule,
  use: ConfigUse,
  entries: Entries,
  leaving: LeavingMembers,
  context: RuleContext,
): Match[] {
  const { match } = rule;
  const { catalogue, target } = context;
  const isHere = (key: string) => isAvailable(catalogue.key(key.toLowerCase()) ?? {}, target);
  switch (match.defect) {
    case 'key':
      return keyEntries(rule, use, entries).map(entry => keyMatch(rule, entry, use, leaving));
    case 'key-case': {
      const keys = new Map(match.keys.filter(isHere).map(key => [key.toLowerCase(), key]));
      return use.entries.flatMap(entry => caseMatch(rule, keys, entry, use, entries));
    }
    case 'unset':
      return unsetMatch(rule, match, use);
    case 'both':
      return bothMatch(rule, match.keys, use);
    case 'wrong-type':
      return use.template ? [] : use.entries.flatMap(entry => typeMatch(rule, entry, use, context));
    case 'not-an-object':
      return notAnObject(rule, use);
    case 'invalid-json':
      return use.template ? [] : problemMatches(rule, use);
  }
}

function samePath(path: readonly string[], wanted: readonly string[]): boolean {
  return path.length === wanted.length && pathKey(path) === pathKey(wanted);
}

function holds(
  condition: ConfigCondition | undefined,
  { path, member: { value }, placeholder }: ConfigEntry,
  use: ConfigUse,
  entries: Entries,
): boolean {
  if (!condition) return true;
  if (placeholder && (condition.is === 'not-one-of' || condition.is === 'like-a-file')) return false;
  const inForce = () => entries.get(pathKey(path))?.at(-1)?.member.value === value;
  switch (condition.is) {
    case 'non-empty-object':
      return value !== undefined && !(value.type === 'object' && value.members.length === 0);
    case 'false-member':
      return isFalseMember(value, condition.member);
    case 'true-member':
      return value !== undefined && !isFalseMember(value, condition.member);
    case 'not-one-of':
      return (
        typeof value?.scalar === 'string' &&
        inForce() &&
        !condition.values.includes(value.scalar) &&
        // The value in a template may be a mark that something else replaces.
        (!use.template || isWrittenFor(condition, value.scalar))
      );
    case 'like-a-file':
      return typeof value?.scalar === 'string' && /\/[^/]+\.\w+$/.test(value.scalar);
    case 'outside':
      return (
        typeof value?.scalar === 'number' &&
        inForce() &&
        (value.scalar < condition.least || value.scalar > condition.most)
      );
    case 'without-member':
      return value?.type === 'object' && !value.members.some(({ key }) => isCalled(key, condition.member));
    case 'without':
      return (
        value?.scalar !== '' && !entries.get(pathKey(condition.path))?.some(({ member }) => member.value?.scalar !== '')
      );
  }
}

/** Whether the programs of 3.x accepted the value. */
function isWrittenFor({ values, renamed }: Extract<ConfigCondition, { is: 'not-one-of' }>, value: string): boolean {
  const plain = value.toLowerCase();
  return values.includes(plain) || plain in renamed;
}

function isFalseMember(value: JsonValue | undefined, name: string): boolean {
  return value?.members.some(({ key, value: inner }) => isCalled(key, name) && inner?.scalar === false) ?? false;
}

function isCalled(key: string, name: string): boolean {
  return key.toLowerCase() === name.toLowerCase();
}

function keyMatch(rule: ConfigRule, entry: ConfigEntry, use: ConfigUse, leaving: LeavingMembers): Match {
  const { member, parent, path } = entry;
  const condition = rule.match.defect === 'key' ? rule.match.when : undefined;
  if (condition?.is === 'not-one-of') return valueMatch(rule, entry, use, condition);
  const name = path.join('.');
  if (condition?.is === 'without-member') {
    const edits = addMember(use.tree, [...path, condition.member], condition.value, member);
    return found(rule, member.keyRange, name, fix(`Add \`${condition.member}\`, as it was`, rule, edits), use);
  }
  // In a file that is not read as it is, a missing comma may bring the rest into force.
  const safety = use.tree.problems.length > 0 && !use.template ? 'review' : undefined;
  if (rule.component === 'project' && rule.replacement.kind === 'rewrite')
    return renamed(rule, entry, use, rule.replacement.to);
  if (rule.replacement.kind === 'add')
    return found(rule, member.keyRange, name, added(rule, entry, use, rule.replacement.to), use);
  if (!removes(rule)) return found(rule, member.keyRange, name, [], use);
  const fixes = fix(`Remove \`${name}\``, rule, removeMember(use.tree, parent, member, leaving), safety);
  return found(rule, member, name, fixes, use);
}

/** The same value under another key, from the root. */
function added(
  rule: ConfigRule,
  { member, placeholder }: ConfigEntry,
  { tree }: ConfigUse,
  to: string,
): readonly Fix[] {
  const value = member.value?.scalar;
  if (typeof value !== 'string' || placeholder || tree.problems.length > 0) return [];
  const edits = addMember(tree, to.split('.'), JSON.stringify(value), member);
  return fix(`Add \`${to}\` with the same value${checkText(rule)}`, rule, edits);
}

/** Another key of the same object replaces this one. */
function renamed(rule: ConfigRule, { member, parent, path }: ConfigEntry, use: ConfigUse, to: string): Match {
  const isThere = parent.members.some(({ key }) => key === to);
  const edits = new EditBuilder().replace(use.tree.source, member.keyRange, JSON.stringify(to));
  const fixes = isThere ? [] : fix(`Write \`${to}\``, rule, edits);
  return found(rule, member.keyRange, path.join('.'), fixes, use);
}

function valueMatch(
  rule: ConfigRule,
  { member, path }: ConfigEntry,
  use: ConfigUse,
  condition: Extract<ConfigCondition, { is: 'not-one-of' }>,
): Match {
  const value = String(member.value!.scalar);
  const lower = condition.lowerCase ? value.toLowerCase() : value;
  const wanted = condition.renamed[lower] ?? lower;
  const text = JSON.stringify(wanted);
  const name = path.join('.');
  if (!condition.values.includes(wanted)) return found(rule, member, name, [], use);
  const edits = new EditBuilder().replace(use.tree.source, member.value!, text);
  return { ...found(rule, member, name, fix(`Write \`${text}\``, rule, edits), use), to: `\`${wanted}\`` };
}

function caseMatch(
  rule: ConfigRule,
  keys: ReadonlyMap<string, string>,
  { path, member }: ConfigEntry,
  use: ConfigUse,
  entries: Entries,
): Match[] {
  const [key] = path;
  const wanted = path.length === 1 ? keys.get(key!.toLowerCase()) : undefined;
  if (wanted === undefined || wanted === key) return [];
  // A person must say which of several is meant.
  const isOnly = entries.get(pathKey(path))!.length === 1;
  const edits = new EditBuilder().replace(use.tree.source, member.keyRange, JSON.stringify(wanted));
  const fixes = isOnly ? fix(`Write \`${wanted}\``, rule, edits) : [];
  return [{ ...found(rule, member.keyRange, key!, fixes, use), to: wanted }];
}

function bothMatch(rule: ConfigRule, keys: readonly [string, string], use: ConfigUse): Match[] {
  const [list, one] = keys.map(key => use.entries.find(({ path }) => samePath(path, [key])));
  if (!list || !one || list.member.value?.type !== 'array' || one.member.value?.type !== 'string') return [];
  const removed = [one, list].flatMap(({ member, parent }) =>
    fix(`Remove \`${member.key}\``, rule, removeMember(use.tree, parent, member)),
  );
  return [found(rule, one.member.keyRange, one.member.key, [...moved(rule, one, list, use), ...removed], use)];
}

/** Into a list of strings, at its end. */
function moved(
  rule: ConfigRule,
  { member, parent }: ConfigEntry,
  list: ConfigEntry,
  { tree }: ConfigUse,
): readonly Fix[] {
  const { items } = list.member.value!;
  if (tree.problems.length > 0 || items.length === 0 || items.some(({ type }) => type !== 'string')) return [];
  const { source } = tree;
  const written = source.text.slice(member.value!.start, member.value!.end);
  const edits = removeMember(tree, parent, member).insertAfter(source, items.at(-1)!.end, `, ${written}`);
  return fix(`Move it into \`${list.member.key}\``, rule, edits);
}

function notAnObject(rule: ConfigRule, use: ConfigUse): Match[] {
  const { root, problems: broken } = use.tree;
  if (!root || broken.length > 0 || root.type === 'object' || root.type === 'null') return [];
  return [found(rule, { start: root.start, end: Math.min(root.end, root.start + 1) }, '', [], use)];
}
