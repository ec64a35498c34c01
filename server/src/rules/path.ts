/** Files and folders of the device that are gone, named by programs that work on files or by a configuration. */
import type { RowOf } from '../catalogue/catalogue.ts';
import { newPrograms, oldProgram } from '../catalogue/programs.ts';
import { newUnits, oldUnits } from '../catalogue/service-names.ts';
import { forBothUnits } from '../fixes/both-files.ts';
import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { findName, type NameInWord, useNotes } from '../fixes/name-in-word.ts';
import { type Range, toDocument } from '../syntax/fragment.ts';
import { shown } from '../syntax/masked.ts';
import { skeleton } from '../syntax/word.ts';
import type { Origin } from '../usage/resolved-word.ts';
import type { ConfigUse, PathUse, ResolvedWord } from '../usage/usage.ts';
import { looksForFile } from './presence.ts';
import type { Match, Note, Sighting } from './sighting.ts';

type PathRow = RowOf<'path'>;

/** What is left of the old generation may go, whatever is there now. */
const removers: ReadonlySet<string | undefined> = new Set(['rm', 'rmdir', 'unlink']);

export function matchPath(
  usage: PathUse,
  rows: readonly PathRow[],
  { isForBoth = false }: { readonly isForBoth?: boolean } = {},
): Sighting[] {
  const { word, source, created, program, at } = usage;
  const { frame } = usage.context;
  const place = at === undefined ? {} : { at };
  const texts = word.values.length > 0 ? word.values.map(({ text }) => text) : [skeleton(word)];
  const newer = texts.map(text => newGenerationPath(text, created, rows)).find(row => row !== undefined);
  if (newer) return [{ kind: 'reference', action: `path:${newer.id}`, frame, ...place }];
  // A script, written in place of the old binary, for those who still call it.
  if (created && program === undefined && texts.some(text => firstRow(text, false, rows)?.row.match.is === 'binary'))
    return [{ kind: 'reference', action: 'shim', frame, ...place }];
  const ownable = rows.filter(({ match }) => match.ownable);
  const [own] = created ? texts.flatMap(text => firstRow(text, false, ownable) ?? []) : [];
  if (own) return [{ kind: 'reference', action: `made:${own.row.id}`, manner: own.path, frame, ...place }];
  const found = findPath(word, created, rows);
  if (!found || (found.spread && isForBoth)) return [];
  const { row, name, path, spread } = found;
  const isNeeded = row.match.ownable && !isForced(usage);
  if (removers.has(program) && !isNeeded)
    return isLink(row) ? [] : [{ kind: 'reference', action: `removed:${row.id}`, frame, ...place }];
  const { fixes, noFix } = name ? offered(usage, row, name) : { fixes: [], noFix: 'variables hold its name' };
  const isElsewhere = name?.definition !== undefined;
  return [
    {
      kind: 'match',
      row,
      range: isElsewhere ? toDocument(name.word.source, name.word) : toDocument(source, word),
      // What variables hold is not shown: it may be a secret.
      use: shown(isElsewhere ? name.word : word),
      fixes,
      noFix,
      notes: name ? useNotes(name) : (spread ?? []).map(definitionNote),
      frame,
      action: `path:${row.id}`,
      ...(row.match.ownable && { manner: path }),
      asks: looksForFile(program),
      ...place,
    },
  ];
}

/** `rm -f` is content with a file that is not there, as tasks of Ansible are. */
function isForced({ source, command }: PathUse): boolean {
  return command === undefined || /\s-(?:\w*f|-force)/.test(source.text.slice(command.start, command.end));
}

/** To remove it is to disable the unit: that is told of the whole command. */
function isLink({ match }: PathRow): boolean {
  return match.is === 'enabling-link';
}

/** What the same has to be done for, in place of one unit. */
const newUnitFiles = newUnits.map(unit => `${unit}.service`);

/** Both units first: what is changed for one of them alone leaves the other half undone. */
function offered(usage: PathUse, row: PathRow, name: NameInWord): Pick<Match, 'fixes' | 'noFix'> {
  const singles = fixesOf(row, to => new EditBuilder().replace(name.word.source, name.range, to));
  const { replacement } = row;
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

/** A variable that holds the binary is run, or looked for, as a rule: that is told where it is done. */
function findPath(
  word: ResolvedWord,
  created: boolean,
  rows: readonly PathRow[],
): { row: PathRow; name: NameInWord | undefined; path: string; spread?: readonly Origin[] } | undefined {
  let found: FoundPath | undefined;
  const name = findName(word, text => {
    found = firstRow(text, created, rows);
    return found;
  });
  if (name && found) return name.definition && isBinary(found) ? undefined : { row: found.row, name, path: found.path };
  // `/etc/systemd/system/$UNIT.service.d`: no one place spells the name.
  for (const { text, origins } of word.values) {
    const put = firstRow(text, created, rows);
    if (put && !isBinary(put))
      return { row: put.row, name: undefined, path: put.path, spread: origins.filter(({ definition }) => definition) };
  }
  return undefined;
}

function isBinary({ row }: FoundPath): boolean {
  return row.match.is === 'binary';
}

function definitionNote({ word, definition }: Origin): Note {
  return { range: toDocument(word.source, word), message: `\`${definition!.name}\` is set here.` };
}

/** Values of a configuration that are paths. */
export function matchConfiguredPath({ tree, entries, frame }: ConfigUse, rows: readonly PathRow[]): Match[] {
  return entries.flatMap(({ member: { value } }) => {
    const found = typeof value?.scalar === 'string' ? firstRow(value.scalar, false, rows) : undefined;
    const start =
      value && found && tree.source.text.slice(value.start, value.end) === JSON.stringify(value.scalar)
        ? value.start + 1 + found.offset
        : undefined;
    if (!value || !found || start === undefined) return [];
    const range: Range = { start, end: start + found.length };
    return [
      {
        kind: 'match' as const,
        row: found.row,
        range: toDocument(tree.source, value),
        use: found.path,
        fixes: fixesOf(found.row, to => new EditBuilder().replace(tree.source, range, to)),
        notes: [],
        frame,
        action: 'path',
      },
    ];
  });
}

/** The row that would be about the path if it were that of the old generation. */
function newGenerationPath(text: string, created: boolean, rows: readonly PathRow[]): PathRow | undefined {
  const own = rows.find(
    ({ component, replacement }) =>
      component === 'project' && replacement.kind === 'rewrite' && replacement.to === text,
  );
  if (own) return own;
  const old = text.replace(newUnitFile, `$1${oldUnits[0]}.service`).replace(newBinary, `$1${oldProgram.name}`);
  return old === text ? undefined : firstRow(old, created, rows)?.row;
}

const newUnitFile = new RegExp(`(^|/)(?:${newUnits.join('|')})\\.service(?=$|[./])`);
const newBinary = new RegExp(`(^|/)(?:${newPrograms.map(({ name }) => name).join('|')})$`);

interface FoundPath {
  readonly row: PathRow;
  /** Of the name in it that is to be replaced. */
  readonly offset: number;
  readonly length: number;
  /** What the row is about, without the folders before it. */
  readonly path: string;
}

function firstRow(text: string, created: boolean, rows: readonly PathRow[]): FoundPath | undefined {
  for (const row of rows) {
    if (created && !row.match.created) continue;
    const found = row.match.pattern.exec(text);
    const name = found?.[1];
    if (found && name !== undefined) {
      const offset = found.index + found[0].indexOf(name);
      return { row, offset, length: name.length, path: found[0] };
    }
  }
  return undefined;
}

function fixesOf({ replacement, match }: PathRow, edit: (to: string) => EditBuilder): readonly Fix[] {
  if (replacement.kind !== 'choose' && replacement.kind !== 'rewrite') return [];
  const choices = typeof replacement.to === 'string' ? [replacement.to] : replacement.to;
  return choices.flatMap((to, index) => {
    const edits = edit(match.names?.[index] ?? to).finish();
    const isForBoth = choices.length > 1 && !match.names;
    const check = isForBoth
      ? ' (check: the same has to be done for the other one)'
      : ' (check the path on your device)';
    return edits ? [{ title: `Replace with \`${to}\`${check}`, safety: replacement.safety, edits }] : [];
  });
}
