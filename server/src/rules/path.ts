/** Files and folders of the device that are gone, named by programs that work on files or by a configuration. */

import { forBothUnits } from '../fixes/both-files.ts';
import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { findName, type NameInWord, useNotes } from '../fixes/name-in-word.ts';
import type { RuleOf } from '../mender/catalogue.ts';
import { newPrograms, oldProgram } from '../mender/programs.ts';
import { newUnits, oldUnits } from '../mender/service-names.ts';
import { hasOption, readTexts } from '../programs/command-line.ts';
import { programOf } from '../programs/programs.ts';
import { type Range, toDocument } from '../text/fragment.ts';
import { shown } from '../text/masked.ts';
import { textWithPlaceholders } from '../text/word.ts';
import type { Origin } from '../usage/resolved-word.ts';
import type { ConfigUse, PathUse, ResolvedWord } from '../usage/usage.ts';
import type { Match, NewClientUse, Note, Occurrence } from './occurrence.ts';
import { looksForFile } from './probe-queries.ts';

type PathRule = RuleOf<'path'>;

export function matchPath(
  usage: PathUse,
  rules: readonly PathRule[],
  { isForBoth = false }: { readonly isForBoth?: boolean } = {},
): Occurrence[] {
  const { word, source, created, program, at } = usage;
  const { branchContext } = usage.context;
  const place = at === undefined ? {} : { at };
  const texts = word.values.length > 0 ? word.values.map(({ text }) => text) : [textWithPlaceholders(word)];
  const newer = texts.map(text => newGenerationPath(text, created, rules)).find(rule => rule !== undefined);
  if (newer) return [{ kind: 'reference', actionKey: `path:${newer.id}`, branchContext, ...place }];
  // A script that replaces the old binary, for those who still call it.
  if (created && program === undefined && texts.some(text => firstRule(text, false, rules)?.rule.match.is === 'binary'))
    return [
      { kind: 'reference', actionKey: 'shim', branchContext, ...place, ...(usage.lasts && { lasts: usage.lasts }) },
    ];
  const own = created ? ownFiles(texts, usage, rules) : [];
  const found = findPath(word, created, rules);
  if (!found || (found.spread && isForBoth)) return own;
  const { rule, name, path, spread } = found;
  const isNeeded = rule.match.needed && !isForced(usage);
  // Files of the old generation may be removed, whatever is there now.
  if (program !== undefined && programOf(program).files?.removes && !isNeeded)
    return isLink(rule) ? [] : [{ kind: 'reference', actionKey: `removed:${rule.id}`, branchContext, ...place }];
  const { fixes, noFix } = name ? offered(usage, rule, name) : { fixes: [], noFix: 'variables hold its name' };
  const isElsewhere = name?.definition !== undefined;
  return [
    {
      kind: 'match',
      rule: rule,
      range: isElsewhere ? toDocument(name.word.source, name.word) : toDocument(source, word),
      // The values of variables are not shown: they may be secrets.
      use: shown(isElsewhere ? name.word : word),
      fixes,
      noFix,
      notes: name ? useNotes(name) : (spread ?? []).map(definitionNote),
      branchContext,
      actionKey: `path:${rule.id}`,
      ...(rule.match.owned && { callSignature: path }),
      isProbe: looksForFile(program),
      ...place,
    },
    ...own,
  ];
}

/** The script's own files in places of removed ones. */
function ownFiles(
  texts: readonly string[],
  { files = [], lasts, at, context: { branchContext } }: PathUse,
  rules: readonly PathRule[],
): NewClientUse[] {
  const paths = texts.flatMap(text => [
    text,
    ...files.map(file => (file.startsWith('/') ? file : `${text.replace(/\/$/, '')}/${file}`)),
  ]);
  return rules.flatMap(rule => {
    const { owned = [] } = rule.match;
    const named = paths.flatMap(path => (path.endsWith('/*') ? owned.map(name => path.slice(0, -1) + name) : [path]));
    return named.flatMap(path => {
      const own = firstRule(path, false, [rule]);
      if (!own || owned.length === 0) return [];
      const made = { kind: 'reference' as const, actionKey: `made:${rule.id}`, callSignature: own.path, branchContext };
      return [{ ...made, ...(at !== undefined && { at }), ...(lasts && { lasts }) }];
    });
  });
}

/** `rm -f` accepts a missing file, and so do tasks of Ansible. */
function isForced({ source, command, program = '' }: PathUse): boolean {
  if (command === undefined) return true;
  const words = source.text.slice(command.start, command.end).split(/\s+/);
  return hasOption(readTexts(words, programOf(program)), 'forced');
}

/** To remove it is to disable the unit: that is reported for the whole command. */
function isLink({ match }: PathRule): boolean {
  return match.is === 'enabling-link';
}

/** The same must be done for these, in place of one unit. */
const newUnitFiles = newUnits.map(unit => `${unit}.service`);

/** Both units first: a change for one of them alone leaves the other half undone. */
function offered(usage: PathUse, rule: PathRule, name: NameInWord): Pick<Match, 'fixes' | 'noFix'> {
  const singles = fixesOf(rule, to => new EditBuilder().replace(name.word.source, name.range, to));
  const { replacement } = rule;
  if (replacement.kind !== 'choose' || !newUnitFiles.every(unit => replacement.to.includes(unit)))
    return { fixes: singles };
  const { source, program, command, context } = usage;
  const isAsked = looksForFile(program) || context.place === 'directive' || command === undefined;
  if (isAsked && !name.definition) return { fixes: singles };
  const [first, second] = newUnitFiles as [string, string];
  const edits = command
    ? forBothUnits({ source, command, place: context.place, program }, [name], [first, second])
    : undefined;
  if (!edits) return { fixes: [], noFix: 'both services need it' };
  const title = `Do it for \`${newUnitFiles.join('` and `')}\``;
  const both: Fix = { title, safety: 'review', edits };
  return { fixes: context.captured ? [...singles, both] : [both, ...singles] };
}

/** A variable with the binary's path is usually run, or tested: that is reported where it happens. */
function findPath(
  word: ResolvedWord,
  created: boolean,
  rules: readonly PathRule[],
): { rule: PathRule; name: NameInWord | undefined; path: string; spread?: readonly Origin[] } | undefined {
  let found: FoundPath | undefined;
  const name = findName(word, text => {
    found = firstRule(text, created, rules);
    return found;
  });
  if (name && found)
    return name.definition && isBinary(found) ? undefined : { rule: found.rule, name, path: found.path };
  // `/etc/systemd/system/$UNIT.service.d`: no single text contains the name.
  for (const { text, origins } of word.values) {
    const put = firstRule(text, created, rules);
    if (put && !isBinary(put))
      return {
        rule: put.rule,
        name: undefined,
        path: put.path,
        spread: origins.filter(({ definition }) => definition),
      };
  }
  return undefined;
}

function isBinary({ rule }: FoundPath): boolean {
  return rule.match.is === 'binary';
}

function definitionNote({ word, definition }: Origin): Note {
  return { range: toDocument(word.source, word), message: `\`${definition!.name}\` is set here.` };
}

/** Values of a configuration that are paths. */
export function matchConfiguredPath({ tree, entries, branchContext }: ConfigUse, rules: readonly PathRule[]): Match[] {
  return entries.flatMap(({ member: { value } }) => {
    const found = typeof value?.scalar === 'string' ? firstRule(value.scalar, false, rules) : undefined;
    const start =
      value && found && tree.source.text.slice(value.start, value.end) === JSON.stringify(value.scalar)
        ? value.start + 1 + found.offset
        : undefined;
    if (!value || !found || start === undefined) return [];
    const range: Range = { start, end: start + found.length };
    return [
      {
        kind: 'match' as const,
        rule: found.rule,
        range: toDocument(tree.source, value),
        use: found.path,
        fixes: fixesOf(found.rule, to => new EditBuilder().replace(tree.source, range, to)),
        notes: [],
        branchContext,
        actionKey: 'path',
      },
    ];
  });
}

/** The rule that would be about the path if it belonged to the old generation. */
function newGenerationPath(text: string, created: boolean, rules: readonly PathRule[]): PathRule | undefined {
  const own = rules.find(
    ({ component, replacement }) =>
      component === 'project' && replacement.kind === 'rewrite' && replacement.to === text,
  );
  if (own) return own;
  const old = text.replace(newUnitFile, `$1${oldUnits[0]}.service`).replace(newBinary, `$1${oldProgram.name}`);
  return old === text ? undefined : firstRule(old, created, rules)?.rule;
}

const newUnitFile = new RegExp(`(^|/)(?:${newUnits.join('|')})\\.service(?=$|[./])`);
const newBinary = new RegExp(`(^|/)(?:${newPrograms.map(({ name }) => name).join('|')})$`);

interface FoundPath {
  readonly rule: PathRule;
  /** Offset of the name in it that is replaced. */
  readonly offset: number;
  readonly length: number;
  /** The path that the rule is about, without the folders before it. */
  readonly path: string;
}

function firstRule(text: string, created: boolean, rules: readonly PathRule[]): FoundPath | undefined {
  for (const rule of rules) {
    if (created && !rule.match.created) continue;
    const found = rule.match.pattern.exec(text);
    const name = found?.[1];
    if (found && name !== undefined) {
      const offset = found.index + found[0].indexOf(name);
      return { rule, offset, length: name.length, path: found[0] };
    }
  }
  return undefined;
}

function fixesOf({ replacement, match }: PathRule, edit: (to: string) => EditBuilder): readonly Fix[] {
  if (replacement.kind !== 'choose' && replacement.kind !== 'rewrite') return [];
  const choices = typeof replacement.to === 'string' ? [replacement.to] : replacement.to;
  return choices.flatMap((to, index) => {
    const edits = edit(match.names?.[index] ?? to).finish();
    const isForBoth = choices.length > 1 && !match.names;
    const check = isForBoth ? ' (check: the same must be done for the other one)' : ' (check the path on your device)';
    return edits ? [{ title: `Replace with \`${to}\`${check}`, safety: replacement.safety, edits }] : [];
  });
}
