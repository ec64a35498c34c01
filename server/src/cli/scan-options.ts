/** The options of a command line that select files. */
import { InvalidArgumentError, Option } from 'commander';
import { defaultCheckOptions } from '../findings/check.ts';
import type { Severity } from '../findings/finding.ts';
import { severityOf } from '../findings/severity.ts';
import { type OptIn, optIns } from '../languages/opt-ins.ts';
import { findRule } from '../mender/catalogue.ts';
import type { Rule } from '../mender/rule.ts';
import type { Origin, Target } from '../mender/version.ts';
import { type YoctoRelease, yoctoNames } from '../mender/yocto.ts';
import { type ArchiveLimits, archiveLimitNames, defaultArchiveLimits } from '../options/archive-limits.ts';
import { defaultLimits, type Limits, limitNames } from '../options/limits.ts';
import { PROJECT_FILE } from '../options/project-file.ts';
import { reportOf } from '../workspace/internal-error.ts';
import { type NamedConfig, ProjectFiles } from '../workspace/project-files.ts';
import { noSuchRule } from './no-such-rule.ts';
import { customRulesHere } from './projects.ts';
import { readText } from './read-text.ts';
import { sayLines } from './say.ts';
import { absolute, type ScanOptions } from './scan.ts';
import type { CliContext } from './streams.ts';

export interface SelectionOptions {
  readonly include?: readonly OptIn[];
  readonly exclude?: readonly string[];
  /** `--no-ignore` sets it to false. */
  readonly ignore?: boolean;
  readonly limit?: Partial<AllLimits>;
  readonly rule?: readonly string[];
  readonly debug?: boolean;
  readonly config?: string;
  readonly isolated?: boolean;
  readonly forceExclude?: boolean;
  readonly archives?: boolean;
}

type AllLimits = Limits & ArchiveLimits;

const allLimitNames: readonly string[] = [...limitNames, ...archiveLimitNames];

/** For the commands that fail when nothing was checked. */
export interface EmptyOptions {
  readonly allowEmpty?: boolean;
}

/** The values of `--target`, `--from` and `--yocto`. */
export interface ReleaseOptions {
  readonly target?: Target;
  readonly from?: Origin;
  readonly yocto?: readonly YoctoRelease[];
}

/** Without missing options: a file may set them, or something else decide. */
export function given<Options extends object>(
  options: {
    readonly [Name in keyof Options]: Options[Name] | undefined;
  },
): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Options;
}

/** `--yocto`, in addition to the releases of the client. */
export function yoctoOption(): Option {
  const description = `release of Yocto that recipes are built with: ${yoctoNames.join(', ')}; may be repeated (default: what layers and files of kas say)`;
  return new Option('--yocto <release>', description).argParser(
    (name: string, before: readonly YoctoRelease[] | undefined): readonly YoctoRelease[] => {
      const found = yoctoNames.find(known => known === name);
      if (!found) throw new InvalidArgumentError(`It must be one of ${yoctoNames.join(', ')}.`);
      return [...(before ?? []), found];
    },
  );
}

/** `--rule`, for the commands that report findings. */
export function ruleOption(): Option {
  return new Option('--rule <rule>', 'look at findings of this rule only; may be repeated').argParser(
    (id: string, before: readonly string[] | undefined) => [...(before ?? []), id],
  );
}

/** `--force-exclude`, for the commands that check named files. */
export function forceExcludeOption(): Option {
  return new Option('--force-exclude', 'leave out what is excluded or ignored even when it is named, as hooks do');
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
      (glob: string, before: readonly string[] | undefined) => {
        if (glob === '') throw new InvalidArgumentError('It must not be empty.');
        return [...(before ?? []), glob];
      },
    ),
    new Option('--no-ignore', 'check what .gitignore, .ignore and .git/info/exclude name, too'),
    new Option(
      '--limit <name=number>',
      `raise or lower a limit: ${allLimitNames.join(', ')}; may be repeated`,
    ).argParser(parseLimit),
    new Option('--debug', 'print the stack of an error inside Mender Lint, for a report of it'),
    new Option('--config <file>', `options for all files, instead of those of any ${PROJECT_FILE}`),
    new Option('--isolated', `look for no ${PROJECT_FILE} and no baseline`).conflicts('config'),
  ];
}

/** Throws when a rule does not exist. */
export function scanOptions(
  {
    include = [],
    exclude = [],
    ignore = true,
    limit,
    rule,
    debug = false,
    config,
    isolated = false,
    forceExclude = false,
    archives = false,
  }: SelectionOptions,
  forced: ReleaseOptions,
  context: CliContext,
): ScanOptions {
  const { files, cwd } = context;
  const named = config === undefined ? undefined : namedConfig(config, context);
  const projects = new ProjectFiles(files, { forced, excludesBaselined: false, config: named, isIsolated: isolated });
  const rules = rule?.map(id => ruleNamed(id, customRulesHere(projects, cwd)));
  return {
    exclude,
    useIgnoreFiles: ignore,
    forceExclude,
    limits: { ...defaultLimits, ...defaultArchiveLimits, ...limit },
    archives: archives ? 'all' : 'named',
    rules: rules && new Set(rules.map(({ id }) => id)),
    base: { ...defaultCheckOptions, include, rules: requested(rules ?? []) },
    projects,
    onBroken: debug
      ? (path, error, rule) => sayLines(context, `mender-lint: ${reportOf(path, error, rule)}`)
      : undefined,
  };
}

/** Its globs are relative to the current folder, like paths of the command line. */
function namedConfig(path: string, context: CliContext): NamedConfig {
  const { cwd } = context;
  return { path: absolute(cwd, path), folder: absolute(cwd, '.'), text: readText(path, context) };
}

/** A user who names a rule that is off asks for it. */
function requested(named: readonly Rule[]): Readonly<Record<string, Severity>> {
  return Object.fromEntries(named.filter(rule => rule.defaultOff).map(rule => [rule.id, severityOf(rule)]));
}

function ruleNamed(id: string, custom: readonly Rule[]): Rule {
  const rule = findRule(id, custom);
  if (!rule) throw new Error(noSuchRule(id, custom));
  return rule;
}

function parseInclude(name: string, before: readonly OptIn[] | undefined): readonly OptIn[] {
  const found = optIns.find(known => known === name);
  if (!found) throw new InvalidArgumentError(`It must be one of ${optIns.join(', ')}.`);
  return [...(before ?? []), found];
}

function parseLimit(text: string, before: Partial<AllLimits> | undefined): Partial<AllLimits> {
  const [name, number] = text.split('=');
  if (!allLimitNames.includes(name!) || !/^[1-9]\d*$/.test(number ?? '') || !Number.isSafeInteger(Number(number)))
    throw new InvalidArgumentError(
      `It must be one of ${allLimitNames.join(', ')}, with a whole number above 0 after =.`,
    );
  return { ...before, [name as keyof AllLimits]: Number(number) };
}
