/** The options of a command line that say which files are looked at. */
import { InvalidArgumentError, Option } from 'commander';
import { findRow } from '../catalogue/catalogue.ts';
import type { Row } from '../catalogue/row.ts';
import type { Origin, Target } from '../catalogue/version.ts';
import { type OptIn, optIns } from '../document/carriers.ts';
import { defaultCheckOptions } from '../findings/check.ts';
import type { Severity } from '../findings/finding.ts';
import { severityOf } from '../findings/severity.ts';
import { type ArchiveLimits, archiveLimitNames, defaultArchiveLimits } from '../options/archive-limits.ts';
import { defaultLimits, type Limits, limitNames } from '../options/limits.ts';
import { ProjectFiles } from '../workspace/project-files.ts';
import { noSuchRule } from './no-such-rule.ts';
import { extraHere } from './projects.ts';
import type { ScanOptions } from './scan.ts';
import type { Surroundings } from './streams.ts';

export interface SelectionOptions {
  readonly include?: readonly OptIn[];
  readonly exclude?: readonly string[];
  /** `--no-ignore` makes it false. */
  readonly ignore?: boolean;
  readonly limit?: Partial<AllLimits>;
  readonly rule?: readonly string[];
  readonly archives?: boolean;
}

type AllLimits = Limits & ArchiveLimits;

const allLimitNames: readonly string[] = [...limitNames, ...archiveLimitNames];

/** Of the commands that fail when nothing was checked. */
export interface EmptyOptions {
  readonly allowEmpty?: boolean;
}

/** What `--target` and `--from` say. */
export interface ReleaseOptions {
  readonly target?: Target;
  readonly from?: Origin;
}

/** Without those that are not given: a file may say them. */
export function given({
  target,
  from,
}: { readonly [Name in keyof ReleaseOptions]: ReleaseOptions[Name] | undefined }): ReleaseOptions {
  return { ...(target === undefined ? {} : { target }), ...(from === undefined ? {} : { from }) };
}

/** `--rule`, for the commands that report findings. */
export function ruleOption(): Option {
  return new Option('--rule <rule>', 'look at findings of this rule only; may be repeated').argParser(
    (id: string, before: readonly string[] | undefined) => [...(before ?? []), id],
  );
}

/** `--allow-empty`, for the commands that would fail. */
export function emptyOption(): Option {
  return new Option('--allow-empty', 'do not fail when nothing that was named is checked').default(false);
}

/** `--archives`, for the commands that only read. */
export function archivesOption(): Option {
  return new Option('--archives', 'look into Artifacts and tar archives in folders, too, and not only into named ones');
}

export function selectionOptions(): readonly Option[] {
  return [
    new Option('--include <name>', `check ${optIns.join(' or ')}, too; may be repeated`).argParser(parseInclude),
    new Option('--exclude <glob>', 'leave out files and folders; may be repeated').argParser(
      (glob: string, before: readonly string[] | undefined) => [...(before ?? []), glob],
    ),
    new Option('--no-ignore', 'check what .gitignore, .ignore and .git/info/exclude name, too'),
    new Option(
      '--limit <name=number>',
      `raise or lower a limit: ${allLimitNames.join(', ')}; may be repeated`,
    ).argParser(parseLimit),
  ];
}

/** Throws when a rule does not exist. */
export function scanOptions(
  { include = [], exclude = [], ignore = true, limit, rule, archives = false }: SelectionOptions,
  forced: ReleaseOptions,
  { files, cwd }: Surroundings,
): ScanOptions {
  const projects = new ProjectFiles(files, { forced, hidesKnown: false });
  const named = rule?.map(id => ruleNamed(id, extraHere(projects, cwd)));
  return {
    exclude,
    useIgnoreFiles: ignore,
    limits: { ...defaultLimits, ...defaultArchiveLimits, ...limit },
    archives: archives ? 'all' : 'named',
    rules: named && new Set(named.map(({ id }) => id)),
    base: { ...defaultCheckOptions, include, rules: requested(named ?? []) },
    projects,
  };
}

/** Whoever names a rule that is off asks for it. */
function requested(named: readonly Row[]): Readonly<Record<string, Severity>> {
  return Object.fromEntries(named.filter(row => row.onRequest).map(row => [row.id, severityOf(row)]));
}

function ruleNamed(id: string, extra: readonly Row[]): Row {
  const row = findRow(id, extra);
  if (!row) throw new Error(noSuchRule(id, extra));
  return row;
}

function parseInclude(name: string, before: readonly OptIn[] | undefined): readonly OptIn[] {
  const found = optIns.find(known => known === name);
  if (!found) throw new InvalidArgumentError(`It has to be one of ${optIns.join(', ')}.`);
  return [...(before ?? []), found];
}

function parseLimit(text: string, before: Partial<AllLimits> | undefined): Partial<AllLimits> {
  const [name, number] = text.split('=');
  if (!allLimitNames.includes(name!) || !/^[1-9]\d*$/.test(number ?? ''))
    throw new InvalidArgumentError(`It has to be one of ${allLimitNames.join(', ')}, =, and a whole number above 0.`);
  return { ...before, [name as keyof AllLimits]: Number(number) };
}
