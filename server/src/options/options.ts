/** Every option of Mender Lint: meaning, default and values, in one table. Reads no file and no editor. */

import type { JsonMember } from '../languages/json/json.ts';
import { type OptIn, optIns } from '../languages/opt-ins.ts';
import type { SourceReader } from '../languages/program-strings/source-reader.ts';
import { type Catalogue, catalogue as shipped } from '../mender/catalogue.ts';
import { oldProgram } from '../mender/programs.ts';
import { convertTool, yoctoLayer } from '../mender/tool-names.ts';
import type { Origin, Target } from '../mender/version.ts';
import { type YoctoRelease, yoctoNames, yoctoReleases } from '../mender/yocto.ts';
import { defaultLimits, type Limits, limitNames, limitSchemas } from './limits.ts';
import {
  choice,
  choices,
  flag,
  type JsonSchema,
  type Kind,
  listOf,
  meant,
  objectOf,
  recordOf,
  release,
  type Tell,
  text,
  wholeNumber,
  withoutText,
} from './values.ts';

export type RuleSeverity = 'error' | 'warning' | 'information' | 'off';

export type DiagnosticMode = 'workspace' | 'openFiles' | 'off';

export interface Options {
  readonly enable: boolean;
  readonly diagnosticMode: DiagnosticMode;
  readonly target: Target;
  readonly from: Origin;
  /** Releases that recipes are for; if empty, those that layers and kas files name. */
  readonly yocto: readonly YoctoRelease[];
  /** A script has replaced the old program on devices. */
  readonly wrapper: boolean;
  readonly rules: Readonly<Record<string, RuleSeverity>>;
  /** Checked in addition to scripts, units, configurations and their embedding languages. */
  readonly include: readonly OptIn[];
  /** Globs of files and folders that are not checked. */
  readonly exclude: readonly string[];
  /** Whether files listed in `.gitignore`, `.ignore` and `.git/info/exclude` are skipped. */
  readonly useIgnoreFiles: boolean;
  readonly limits: Limits;
  /** Reads programs, if `include` has `strings`. Not an option of users: the host passes it in. */
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

const ruleSeverities: readonly RuleSeverity[] = ['error', 'warning', 'information', 'off'];

/** One option as an editor shows it; the manifest is generated from these. */
export interface OptionSchema<Value = unknown> {
  readonly kind: Kind<Value>;
  /** Markdown. */
  readonly description: string;
}

type OptionSchemas = { readonly [Key in Exclude<keyof Options, 'sources'>]: OptionSchema<Options[Key]> };

export function optionSchemasOf(catalogue: Catalogue): OptionSchemas {
  const { targetNames, originNames, target, origin } = catalogue.releaseNames;
  return {
    enable: { kind: flag, description: `Check files for what Mender client ${catalogue.releaseNames.series} broke.` },
    diagnosticMode: {
      kind: choice(diagnosticModes, {
        markdownEnumDescriptions: [
          'All files of the workspace, open or not.',
          'Only files that are open in an editor.',
          'No files.',
        ],
      }),
      description: 'Which files to report problems for.',
    },
    target: {
      kind: release(targetNames, target),
      description: 'Mender client release that your devices run. Fixes use only features of that release.',
    },
    from: {
      kind: release(originNames, origin),
      description:
        'Release that the files already work with. Only later changes, up to the target, are reported: for a product on 4.0, what 5.0 and 5.1 broke and nothing else.',
    },
    yocto: {
      kind: choices(
        yoctoNames,
        yoctoReleases.map(({ name, version }) => `Yocto ${version}, ${yoctoLayer} ${name}.`),
      ),
      description:
        'Yocto releases that recipes and configurations are built with: only what is wrong in any of them is reported. By default `LAYERSERIES_COMPAT` of the layer and the branches in kas files decide.',
    },
    wrapper: {
      kind: flag,
      description: `Devices have the \`${oldProgram.name}\` that \`mender-lint wrapper\` writes: calls that it accepts are not reported, and scripts that test for \`${oldProgram.name}\` find it and take that branch.`,
    },
    rules: {
      kind: severitiesOf(catalogue),
      description:
        'Severity by rule, or `off`. By default each rule sets its own: an error where the use fails, a warning where it is silently ignored. Rules about settings that are usually fine are off by default.',
    },
    include: {
      kind: choices(optIns, [
        'Commands and files in code blocks of Markdown.',
        'Commands in strings of Python, JavaScript, TypeScript, Go, C, C++ and PHP. They are reported without fixes.',
      ]),
      description:
        'What else to check: `markdown` for code blocks of Markdown and reStructuredText, `strings` for commands in strings of Python, JavaScript, TypeScript, Go, C, C++ and PHP.',
    },
    exclude: {
      kind: globs({ uniqueItems: true }),
      description: `Globs of files and folders to skip unless they are opened, written as in a \`.gitignore\`, such as \`**/third-party\`. Build folders of Yocto, Buildroot and ${convertTool} are skipped anyway.`,
    },
    useIgnoreFiles: {
      kind: flag,
      description: 'Skip files that `.gitignore`, `.ignore` or `.git/info/exclude` names, unless they are opened.',
    },
    limits: {
      kind: limits(),
      description: 'Limits of a workspace scan. The status item shows when a limit is reached.',
    },
  };
}

const optionSchemas = optionSchemasOf(shipped);

/** `nameOf` gives the current id, and reports unknown rules; without it, unknown names may be custom rules. */
export function severitiesOf(
  { rules }: Catalogue,
  nameOf: (member: JsonMember, tell: Tell) => string | undefined = ({ key }) => key,
): Kind<Readonly<Record<string, RuleSeverity>>> {
  const severity = choice(ruleSeverities, { markdownDescription: 'Severity of the rule.' });
  return recordOf(severity, 'The severity of', nameOf, {
    // Editors complete the names in a condition whether it is true or not. As a requirement, it would forbid custom
    // rules.
    if: {
      propertyNames: {
        enum: rules.map(({ id }) => id),
        markdownEnumDescriptions: rules.map(({ id, title }) => `Severity of \`${id}\` (${title}).`),
      },
    },
  });
}

export function globs(schema: JsonSchema = {}): Kind<readonly string[]> {
  return listOf(text({ mustBe: 'a string', pattern: /./s }, {}), { of: 'globs', each: 'A glob', schema });
}

/** Limits that are not set keep their defaults. */
function limits(): Kind<Limits> {
  const members = limitNames.map(name => [
    name,
    wholeNumber({
      default: limitSchemas[name].default,
      markdownDescription: `Maximum number of ${limitSchemas[name].counts}.`,
    }),
  ]);
  const { schema, read } = objectOf<Record<string, Kind<number>>>(Object.fromEntries(members), '`limits`', {
    prefix: 'limits.',
  });
  return {
    schema,
    read: (given, called, tell) => {
      const named = read(given, called, tell);
      return named && { ...defaultLimits, ...named };
    },
  };
}

export interface ParsedOptions {
  readonly options: Options;
  /** One sentence each, for the log; invalid options keep their defaults. */
  readonly problems: readonly string[];
}

/** So many unknown names are reported one by one: a folder's settings may be somebody else's, and have any number. */
export const MOST_UNKNOWN = 20;

/** Options from anything: `null`, a number, an object with unknown members. Invalid options keep their defaults. */
export function parseOptions(input: unknown, schemas: OptionSchemas = optionSchemas): ParsedOptions {
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  const given = isObject ? (input as Readonly<Record<string, unknown>>) : {};
  const options: Record<string, unknown> = { ...defaultOptions };
  const names = Object.keys(schemas);
  const unknown = Object.keys(given).filter(key => !names.includes(key));
  const problems = unknown
    .slice(0, MOST_UNKNOWN)
    .map(key => `The settings have no option \`${key}\`; ${meant(key, names, 'they')}`);
  if (unknown.length > MOST_UNKNOWN)
    problems.push(`The settings have ${unknown.length - MOST_UNKNOWN} more options that do not exist.`);
  for (const [key, { kind }] of Object.entries<OptionSchema>(schemas)) {
    if (given[key] === undefined || given[key] === null) continue;
    const value = kind.read(withoutText(given[key]), `Option \`${key}\``, (_, message) => {
      problems.push(message);
    });
    if (value !== undefined) options[key] = value;
  }
  return { options: options as unknown as Options, problems };
}
