/** Every option of Mender Lint: meaning, default and validation, in one table. Reads no file and no editor. */
import { type Catalogue, catalogue as shipped } from '../catalogue/catalogue.ts';
import { listOfNames, type ReleaseName } from '../catalogue/release-names.ts';
import type { Origin, Target } from '../catalogue/version.ts';
import { type OptIn, optIns } from '../document/carriers.ts';
import { defaultLimits, type LimitName, type Limits, limitNames, limitSchemas } from './limits.ts';

export type RuleSeverity = 'error' | 'warning' | 'information' | 'off';

export type DiagnosticMode = 'workspace' | 'openFiles' | 'off';

export interface Options {
  readonly enable: boolean;
  readonly diagnosticMode: DiagnosticMode;
  readonly target: Target;
  readonly from: Origin;
  readonly rules: Readonly<Record<string, RuleSeverity>>;
  /** What is checked beside scripts, units, configurations and their carriers. */
  readonly include: readonly OptIn[];
  /** Globs of files and folders that are not checked. */
  readonly exclude: readonly string[];
  /** Whether what `.gitignore`, `.ignore` and `.git/info/exclude` name is left out. */
  readonly useIgnoreFiles: boolean;
  readonly limits: Limits;
}

export function defaultOptionsOf({ releaseNames }: Catalogue): Options {
  return {
    enable: true,
    diagnosticMode: 'workspace',
    target: releaseNames.newest,
    from: 'any',
    rules: {},
    include: [],
    exclude: [],
    useIgnoreFiles: true,
    limits: defaultLimits,
  };
}

export const defaultOptions = defaultOptionsOf(shipped);

const diagnosticModes: readonly DiagnosticMode[] = ['workspace', 'openFiles', 'off'];

export const ruleSeverities: readonly RuleSeverity[] = ['error', 'warning', 'information', 'off'];

/** One option as an editor shows it; the manifest is generated from these. */
export interface OptionSchema {
  readonly key: keyof Options;
  /** JSON Schema of the value, without its default. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Markdown. */
  readonly description: string;
  readonly parse: (value: unknown) => Parsed;
}

type Parsed = { readonly value: unknown } | { readonly problem: string };

export function optionSchemasOf(catalogue: Catalogue): readonly OptionSchema[] {
  return [
    {
      key: 'enable',
      schema: { type: 'boolean' },
      description: 'Check files for uses of Mender client 3.x and before.',
      parse: parseBoolean,
    },
    {
      key: 'diagnosticMode',
      schema: {
        type: 'string',
        enum: diagnosticModes,
        markdownEnumDescriptions: [
          'All files of the workspace, opened or not.',
          'Files that are open in an editor.',
          'None.',
        ],
      },
      description: 'Which files have their findings shown.',
      parse: value =>
        diagnosticModes.includes(value as DiagnosticMode)
          ? { value }
          : { problem: `has to be one of ${diagnosticModes.join(', ')}` },
    },
    ...releaseSchemas(catalogue),
    rulesSchema(catalogue),
    {
      key: 'include',
      schema: {
        type: 'array',
        items: {
          type: 'string',
          enum: optIns,
          markdownEnumDescriptions: [
            'Commands and files in code blocks of Markdown.',
            'Strings of Python, JavaScript, TypeScript and Go that are plainly commands. Their findings have no fixes.',
          ],
        },
        uniqueItems: true,
      },
      description:
        'What else is checked: `markdown` for code blocks of Markdown, `strings` for command lines that Python, JavaScript, TypeScript and Go run.',
      parse: value =>
        Array.isArray(value) && value.every(name => optIns.includes(name))
          ? { value }
          : { problem: `has to be a list of ${optIns.join(', ')}` },
    },
    {
      key: 'exclude',
      schema: { type: 'array', items: { type: 'string' }, uniqueItems: true },
      description:
        'Globs, as in a `.gitignore`, of files and folders of the workspace that are not checked unless they are opened, such as `**/third-party`. Build folders of Yocto, Buildroot and mender-convert are left out anyway.',
      parse: value =>
        Array.isArray(value) && value.every(glob => typeof glob === 'string')
          ? { value }
          : { problem: 'has to be a list of globs' },
    },
    {
      key: 'useIgnoreFiles',
      schema: { type: 'boolean' },
      description: 'Leave out what `.gitignore`, `.ignore` and `.git/info/exclude` name, unless it is opened.',
      parse: parseBoolean,
    },
    {
      key: 'limits',
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          limitNames.map(name => [
            name,
            {
              type: 'integer',
              minimum: 1,
              default: limitSchemas[name].default,
              markdownDescription: `Largest number of ${limitSchemas[name].counts}.`,
            },
          ]),
        ),
      },
      description: 'Limits of a scan of the workspace. When one is hit, the status bar says so.',
      parse: parseLimits,
    },
  ];
}

export const optionSchemas = optionSchemasOf(shipped);

function releaseSchemas({ releaseNames }: Catalogue): readonly OptionSchema[] {
  const { targetNames, originNames } = releaseNames;
  return [
    {
      key: 'target',
      schema: enumOf(targetNames),
      description:
        'Release of mender-update and mender-auth that the files are to work with. A fix never uses what it lacks.',
      parse: value => named(releaseNames.target(value), targetNames),
    },
    {
      key: 'from',
      schema: enumOf(originNames),
      description:
        'Release that the files work with already: only what was changed after it is found, up to the target. A product on 4.0 gets what 5.0 and 5.1 broke, and nothing else.',
      parse: value => named(releaseNames.origin(value), originNames),
    },
  ];
}

function enumOf(names: readonly ReleaseName[]): OptionSchema['schema'] {
  return {
    type: 'string',
    enum: names.map(({ name }) => name),
    markdownEnumDescriptions: names.map(({ meaning }) => `${meaning}.`),
  };
}

function named(value: Origin | undefined, names: readonly ReleaseName[]): Parsed {
  return value === undefined ? { problem: `has to be one of ${listOfNames(names)}` } : { value };
}

function rulesSchema({ rows }: Catalogue): OptionSchema {
  return {
    key: 'rules',
    schema: {
      type: 'object',
      // Those of a project's own.
      additionalProperties: { type: 'string', enum: ruleSeverities },
      properties: Object.fromEntries(
        rows.map(row => [
          row.id,
          { type: 'string', enum: ruleSeverities, markdownDescription: `Severity of findings about ${row.title}.` },
        ]),
      ),
    },
    description:
      'Severity by rule, or `off`. Where nothing is said, the rule decides: an error where the use fails, a warning where it is silently ignored; some advice is off.',
    parse: parseRules,
  };
}

function parseBoolean(value: unknown): Parsed {
  return typeof value === 'boolean' ? { value } : { problem: 'has to be true or false' };
}

/** Limits that are not named keep their defaults. */
function parseLimits(value: unknown): Parsed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { problem: 'has to be an object' };
  const wrong = Object.entries(value).find(
    ([name, limit]) => !limitNames.includes(name as LimitName) || !Number.isInteger(limit) || limit < 1,
  );
  return wrong
    ? { problem: `has \`${wrong[0]}\`; it may have ${limitNames.join(', ')}, each a whole number above 0` }
    : { value: { ...defaultLimits, ...value } };
}

function parseRules(value: unknown): Parsed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { problem: 'has to be an object' };
  const wrong = Object.entries(value).find(([, severity]) => !ruleSeverities.includes(severity as RuleSeverity));
  return wrong
    ? { problem: `gives \`${wrong[0]}\` no severity; it has to be one of ${ruleSeverities.join(', ')}` }
    : { value };
}

export interface ParsedOptions {
  readonly options: Options;
  /** One sentence each, for the log; the option concerned keeps its default. */
  readonly problems: readonly string[];
}

/** Options from anything: `null`, a number, an object with strange members. What is not understood keeps its default. */
export function parseOptions(input: unknown): ParsedOptions {
  const given = typeof input === 'object' && input !== null ? (input as Readonly<Record<string, unknown>>) : {};
  const options: Record<string, unknown> = { ...defaultOptions };
  const problems: string[] = [];
  for (const { key, parse } of optionSchemas) {
    const value = given[key];
    if (value === undefined || value === null) continue;
    const parsed = parse(value);
    if ('value' in parsed) options[key] = parsed.value;
    else problems.push(`Option \`${key}\` ${parsed.problem}.`);
  }
  return { options: options as unknown as Options, problems };
}
