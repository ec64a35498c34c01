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

/** What it says of all files below its folder. */
export interface ProjectOptions extends Settings {
  /** Globs, relative to the folder of the file. */
  readonly exclude: readonly string[];
  /** Later ones win over earlier ones. */
  readonly overrides: readonly Override[];
  /** Rules of the project's own, if it has any. */
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
  /** By the ids of today. */
  readonly rules: Readonly<Record<string, RuleSeverity>>;
}

/** The range is that of the text that is not understood. */
export interface ProjectProblem extends Range {
  /** A sentence. */
  readonly message: string;
  /** Whoever reads JSON finds it, too. */
  readonly isSyntax?: true;
}

export interface ParsedProject {
  /** What is understood holds, whatever else is wrong. */
  readonly options: ProjectOptions;
  readonly problems: readonly ProjectProblem[];
}

/** Comments and trailing commas are welcome. */
export function parseProject(text: string, catalogue: Catalogue = shipped): ParsedProject {
  const { root, problems: inText } = parseJson(wholeText(text));
  // The others follow from the first one as often as not.
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
  // What comes before them names them, too.
  const own = root.members.flatMap(({ key, value }) =>
    key === 'extraRules' && value ? (extraRules.read(value, key, () => undefined) ?? []) : [],
  );
  const custom = customRules(own);
  const { extraRules: _, overrides = [], ...read } = projectKind(catalogue, custom.rows).read(root, '', tell) ?? {};
  return {
    ...nothing,
    ...read,
    overrides: overrides.map(override => ({ files: [], rules: {}, ...override })),
    ...(custom.rows.length > 0 && { custom }),
  };
}

/** What switches a rule off for the whole project; undefined when the text is not what it should be. */
export function withRuleOff(text: string, rule: string): readonly Edit[] | undefined {
  const { root, problems } = parseJson(wholeText(text));
  return root?.type === 'object' && !problems.some(isMistake) ? setMember(text, ['rules', rule], 'off') : undefined;
}

function isMistake({ kind }: JsonProblem): boolean {
  return kind !== 'comment' && kind !== 'trailing-comma';
}
