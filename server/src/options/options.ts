/** Every option of Mender Lint: meaning, default and validation, in one table. Reads no file and no editor. */

import { type OptIn, optIns } from '../languages/embedding-languages.ts';
import type { SourceReader } from '../languages/program-strings/source-reader.ts';
import { type Catalogue, catalogue as shipped } from '../mender/catalogue.ts';
import { listOfNames, type ReleaseName } from '../mender/release-names.ts';
import type { Origin, Target } from '../mender/version.ts';
import { type YoctoRelease, yoctoNames, yoctoReleases } from '../mender/yocto.ts';
import { defaultLimits, type LimitName, type Limits, limitNames, limitSchemas } from './limits.ts';

export type RuleSeverity = 'error' | 'warning' | 'information' | 'off';

export type DiagnosticMode = 'workspace' | 'openFiles' | 'off';

export interface Options {
  readonly enable: boolean;
  readonly diagnosticMode: DiagnosticMode;
  readonly target: Target;
  readonly from: Origin;
  /** Of what recipes are for; where there are none, what layers and the files of kas say. */
  readonly yocto: readonly YoctoRelease[];
  /** On devices, a script stands in place of the old program. */
  readonly wrapper: boolean;
  readonly rules: Readonly<Record<string, RuleSeverity>>;
  /** What is checked beside scripts, units, configurations and their carriers. */
  readonly include: readonly OptIn[];
  /** Globs of files and folders that are not checked. */
  readonly exclude: readonly string[];
  /** Whether what `.gitignore`, `.ignore` and `.git/info/exclude` name is left out. */
  readonly useIgnoreFiles: boolean;
  readonly limits: Limits;
  /** What reads programs, where `include` has `strings`. No option of anybody's: whoever runs us has it. */
  readonly sources?: SourceReader | undefined;
}

export function defaultOptionsOf({ releaseNames }: Catalogue): Options {
  return {
    enable: true,
    diagnosticMode: 'workspace',
    target: releaseNames.newest,
    from: 'any',
    yocto: [],
    wrapper: false,
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
  readonly key: Exclude<keyof Options, 'sources'>;
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
      description: 'Check files for what Mender client 4.x and 5.x broke.',
      parse: parseBoolean,
    },
    {
      key: 'diagnosticMode',
      schema: {
        type: 'string',
        enum: diagnosticModes,
        markdownEnumDescriptions: [
          'All files of the workspace, open or not.',
          'Only files that are open in an editor.',
          'No files.',
        ],
      },
      description: 'Which files to report problems for.',
      parse: value =>
        diagnosticModes.includes(value as DiagnosticMode)
          ? { value }
          : { problem: `must be one of ${diagnosticModes.join(', ')}` },
    },
    ...releaseSchemas(catalogue),
    yoctoSchema(),
    {
      key: 'wrapper',
      schema: { type: 'boolean' },
      description:
        'Devices have the `mender` that `mender-lint wrapper` writes: calls that it takes are not reported, and scripts that look for `mender` find it there and take the branch for it.',
      parse: parseBoolean,
    },
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
            'Commands in strings of Python, JavaScript, TypeScript, Go, C, C++ and PHP. They are reported without fixes.',
          ],
        },
        uniqueItems: true,
      },
      description:
        'What else to check: `markdown` for code blocks of Markdown and reStructuredText, `strings` for commands in strings of Python, JavaScript, TypeScript, Go, C, C++ and PHP.',
      parse: value =>
        Array.isArray(value) && value.every(name => optIns.includes(name))
          ? { value }
          : { problem: `must be a list of ${optIns.join(', ')}` },
    },
    {
      key: 'exclude',
      schema: { type: 'array', items: { type: 'string' }, uniqueItems: true },
      description:
        'Globs of files and folders to skip unless they are opened, written as in a `.gitignore`, such as `**/third-party`. Build folders of Yocto, Buildroot and mender-convert are skipped anyway.',
      parse: value =>
        Array.isArray(value) && value.every(glob => typeof glob === 'string')
          ? { value }
          : { problem: 'must be a list of globs' },
    },
    {
      key: 'useIgnoreFiles',
      schema: { type: 'boolean' },
      description: 'Skip files that `.gitignore`, `.ignore` or `.git/info/exclude` names, unless they are opened.',
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
              markdownDescription: `Maximum number of ${limitSchemas[name].counts}.`,
            },
          ]),
        ),
      },
      description: 'Limits of a workspace scan. The status item shows when a limit is reached.',
      parse: parseLimits,
    },
  ];
}

const optionSchemas = optionSchemasOf(shipped);

function releaseSchemas({ releaseNames }: Catalogue): readonly OptionSchema[] {
  const { targetNames, originNames } = releaseNames;
  return [
    {
      key: 'target',
      schema: enumOf(targetNames),
      description: 'Mender client release that your devices run. Fixes use only features of that release.',
      parse: value => named(releaseNames.target(value), targetNames),
    },
    {
      key: 'from',
      schema: enumOf(originNames),
      description:
        'Release that the files already work with. Only later changes, up to the target, are reported: for a product on 4.0, what 5.0 and 5.1 broke and nothing else.',
      parse: value => named(releaseNames.origin(value), originNames),
    },
  ];
}

function yoctoSchema(): OptionSchema {
  return {
    key: 'yocto',
    schema: {
      type: 'array',
      items: {
        type: 'string',
        enum: yoctoNames,
        markdownEnumDescriptions: yoctoReleases.map(({ name, version }) => `Yocto ${version}, meta-mender ${name}.`),
      },
      uniqueItems: true,
    },
    description:
      'Releases of Yocto that recipes and configurations are built with: what is wrong in any of them is found, and nothing else. Where none is named, `LAYERSERIES_COMPAT` of the layer and the branches in files of kas say it.',
    parse: value => (isYocto(value) ? { value } : { problem: `must be a list of ${yoctoNames.join(', ')}` }),
  };
}

export function isYocto(value: unknown): value is readonly YoctoRelease[] {
  return Array.isArray(value) && value.every(name => yoctoNames.includes(name));
}

function enumOf(names: readonly ReleaseName[]): OptionSchema['schema'] {
  return {
    type: 'string',
    enum: names.map(({ name }) => name),
    markdownEnumDescriptions: names.map(({ meaning }) => `${meaning}.`),
  };
}

function named(value: Origin | undefined, names: readonly ReleaseName[]): Parsed {
  return value === undefined ? { problem: `must be one of ${listOfNames(names)}` } : { value };
}

function rulesSchema({ rules: rows }: Catalogue): OptionSchema {
  return {
    key: 'rules',
    schema: {
      type: 'object',
      additionalProperties: { type: 'string', enum: ruleSeverities, markdownDescription: 'Severity of the rule.' },
      // Editors complete the names in a condition whether it holds or not. As a requirement, it would forbid custom
      // rules.
      if: {
        propertyNames: {
          enum: rows.map(({ id }) => id),
          markdownEnumDescriptions: rows.map(({ id, title }) => `Severity of \`${id}\` (${title}).`),
        },
      },
    },
    description:
      'Severity by rule, or `off`. By default each rule sets its own: an error where the use fails, a warning where it is silently ignored. Rules about settings that are usually fine are off by default.',
    parse: parseRules,
  };
}

function parseBoolean(value: unknown): Parsed {
  return typeof value === 'boolean' ? { value } : { problem: 'must be true or false' };
}

/** Limits that are not named keep their defaults. */
function parseLimits(value: unknown): Parsed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { problem: 'must be an object' };
  const wrong = Object.entries(value).find(
    ([name, limit]) => !limitNames.includes(name as LimitName) || !Number.isInteger(limit) || limit < 1,
  );
  return wrong
    ? { problem: `has \`${wrong[0]}\`; it may have ${limitNames.join(', ')}, each a whole number above 0` }
    : { value: { ...defaultLimits, ...value } };
}

function parseRules(value: unknown): Parsed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { problem: 'must be an object' };
  const wrong = Object.entries(value).find(([, severity]) => !ruleSeverities.includes(severity as RuleSeverity));
  return wrong
    ? { problem: `gives \`${wrong[0]}\` no severity; it must be one of ${ruleSeverities.join(', ')}` }
    : { value };
}

export interface ParsedOptions {
  readonly options: Options;
  /** One sentence each, for the log; the option concerned keeps its default. */
  readonly problems: readonly string[];
}

/**
 * Options from anything: `null`, a number, an object with strange members. What is not understood keeps its default.
 */
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
