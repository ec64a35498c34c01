/** `.mender-lint.json`: the options of a project. Pure: takes a text, reads no file. */

import { type JsonProblem, type JsonValue, parseJson, setMember } from '../languages/json/json.ts';
import { type Catalogue, catalogue as shipped } from '../mender/catalogue.ts';
import { type CustomRules, customRules } from '../mender/custom-rules.ts';
import type { Origin, Target } from '../mender/version.ts';
import type { YoctoRelease } from '../mender/yocto.ts';
import { type Edit, type Range, wholeText } from '../text/fragment.ts';
import { extraRules } from './custom-rules.ts';
import type { RuleSeverity } from './options.ts';
import { projectKind } from './project-schema.ts';
import type { Tell } from './values.ts';

export const PROJECT_FILE = '.mender-lint.json';

/** The options for all files below its folder. */
export interface ProjectOptions extends Settings {
  /** Globs, relative to the folder of the file. */
  readonly exclude: readonly string[];
  /** Later ones override earlier ones. */
  readonly overrides: readonly Override[];
  /** Custom rules, if the project has any. */
  readonly custom?: CustomRules;
}

export interface Override extends Settings {
  /** Globs, relative to the folder of the file. */
  readonly files: readonly string[];
}

interface Settings {
  readonly target?: Target;
  readonly from?: Origin;
  readonly yocto?: readonly YoctoRelease[];
  readonly wrapper?: boolean;
  /** By their current ids. */
  readonly rules: Readonly<Record<string, RuleSeverity>>;
}

/** The range is that of the invalid text. */
export interface ProjectProblem extends Range {
  /** A sentence. */
  readonly message: string;
  /** Any reader of JSON reports it, too. */
  readonly isSyntax?: true;
}

export interface ParsedProject {
  /** Valid options apply, whatever else is wrong. */
  readonly options: ProjectOptions;
  readonly problems: readonly ProjectProblem[];
}

/** Comments and trailing commas are allowed. */
export function parseProject(text: string, catalogue: Catalogue = shipped): ParsedProject {
  const { root, problems: inText } = parseJson(wholeText(text));
  // Others are often consequences of the first one.
  const problems: ProjectProblem[] = inText
    .filter(problem => isMistake(problem) || text[problem.start] === '#')
    .slice(0, 1)
    .map(({ detail, start, end }) => ({ start, end, message: `This is not JSON: ${detail}.`, isSyntax: true }));
  if (!root && inText.length === 0)
    problems.push({ start: 0, end: 0, message: 'This is nested too deeply to be read.' });
  const options =
    root &&
    readProject(root, catalogue, ({ start, end }, message) => {
      problems.push({ start, end, message });
      return undefined;
    });
  return { options: options ?? nothing, problems: problems.toSorted((a, b) => a.start - b.start) };
}

const nothing: ProjectOptions = { rules: {}, exclude: [], overrides: [] };

function readProject(root: JsonValue, catalogue: Catalogue, tell: Tell): ProjectOptions {
  // Text before their definition may name them, too.
  const own = root.members.flatMap(({ key, value }) =>
    key === 'extraRules' && value ? (extraRules.read(value, key, () => undefined) ?? []) : [],
  );
  const custom = customRules(own);
  const { extraRules: _, overrides = [], ...read } = projectKind(catalogue, custom.rules).read(root, '', tell) ?? {};
  return {
    ...nothing,
    ...read,
    overrides: overrides.map(override => ({ files: [], rules: {}, ...override })),
    ...(custom.rules.length > 0 && { custom }),
  };
}

/** The edits that turn a rule off for the whole project; undefined when the text is invalid. */
export function withRuleOff(text: string, rule: string): readonly Edit[] | undefined {
  const { root, problems } = parseJson(wholeText(text));
  return root?.type === 'object' && !problems.some(isMistake) ? setMember(text, ['rules', rule], 'off') : undefined;
}

function isMistake({ kind }: JsonProblem): boolean {
  return kind !== 'comment' && kind !== 'trailing-comma';
}
