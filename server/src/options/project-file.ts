/** `.mender-lint.json`: the options of a project. Pure: takes a text, reads no file. */

import { type JsonMember, type JsonValue, parseJson, setMember } from '../languages/json/json.ts';
import { type Catalogue, catalogue as shipped } from '../mender/catalogue.ts';
import { type CustomRules, customRules, noCustomRules } from '../mender/custom-rules.ts';
import { nearest } from '../mender/nearest.ts';
import { listOfNames } from '../mender/release-names.ts';
import type { Origin, Target } from '../mender/version.ts';
import { type YoctoRelease, yoctoNames } from '../mender/yocto.ts';
import { type Edit, type Range, wholeText } from '../text/fragment.ts';
import { readCustomRules } from './custom-rules.ts';
import { isYocto, type RuleSeverity, ruleSeverities } from './options.ts';

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
  const { root, problems } = parseJson(wholeText(text));
  const reader = new ProjectReader(catalogue);
  for (const { kind, detail, start, end } of problems)
    if (kind !== 'comment' && kind !== 'trailing-comma')
      reader.problems.push({ start, end, message: `This is not JSON: ${detail}.`, isSyntax: true });
  const options = reader.project(root);
  return { options, problems: reader.problems.toSorted((a, b) => a.start - b.start) };
}

/** What switches a rule off for the whole project; undefined when the text is not what it should be. */
export function withRuleOff(text: string, rule: string): readonly Edit[] | undefined {
  const { root, problems } = parseJson(wholeText(text));
  const isBroken = problems.some(({ kind }) => kind !== 'comment' && kind !== 'trailing-comma');
  return root?.type === 'object' && !isBroken ? setMember(text, ['rules', rule], 'off') : undefined;
}

class ProjectReader {
  readonly problems: ProjectProblem[] = [];
  readonly #catalogue: Catalogue;
  #custom = noCustomRules;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  project(root: JsonValue | undefined): ProjectOptions {
    let options: ProjectOptions = { rules: {}, exclude: [], overrides: [] };
    if (!root) return options;
    // What comes before them names them, too.
    this.#custom = customRules(
      root.members.flatMap(({ key, value }) =>
        key === 'extraRules' && value ? readCustomRules(value, this.#problem.bind(this)) : [],
      ),
    );
    if (this.#custom.rows.length > 0) options = { ...options, custom: this.#custom };
    this.#members(root, 'The file', {
      $schema: () => undefined,
      extraRules: () => undefined,
      target: value => {
        options = { ...options, ...this.#target(value) };
      },
      from: value => {
        options = { ...options, ...this.#from(value) };
      },
      yocto: value => {
        options = { ...options, ...this.#yocto(value) };
      },
      wrapper: value => {
        options = { ...options, ...this.#wrapper(value) };
      },
      rules: value => {
        options = { ...options, rules: this.#rules(value) };
      },
      exclude: value => {
        options = { ...options, exclude: this.#globs(value, '`exclude`') };
      },
      overrides: value => {
        options = { ...options, overrides: this.#overrides(value) };
      },
    });
    return options;
  }

  #overrides(list: JsonValue): Override[] {
    if (list.type !== 'array') {
      this.#problem(list, '`overrides` must be a list of objects.');
      return [];
    }
    return list.items.map(item => {
      let override: Override = { files: [], rules: {} };
      this.#members(item, 'An override', {
        files: value => {
          override = { ...override, files: this.#globs(value, '`files`') };
        },
        target: value => {
          override = { ...override, ...this.#target(value) };
        },
        from: value => {
          override = { ...override, ...this.#from(value) };
        },
        yocto: value => {
          override = { ...override, ...this.#yocto(value) };
        },
        wrapper: value => {
          override = { ...override, ...this.#wrapper(value) };
        },
        rules: value => {
          override = { ...override, rules: this.#rules(value) };
        },
      });
      if (item.type === 'object' && !item.members.some(({ key }) => key === 'files'))
        this.#problem(item, 'An override must name its `files`.');
      return override;
    });
  }

  #target(value: JsonValue): { target?: Target } {
    const { releaseNames } = this.#catalogue;
    const target = releaseNames.target(value.scalar);
    if (target !== undefined) return { target };
    this.#problem(value, `\`target\` must be one of ${listOfNames(releaseNames.targetNames, '"')}.`);
    return {};
  }

  #from(value: JsonValue): { from?: Origin } {
    const { releaseNames } = this.#catalogue;
    const from = releaseNames.origin(value.scalar);
    if (from !== undefined) return { from };
    this.#problem(value, `\`from\` must be one of ${listOfNames(releaseNames.originNames, '"')}.`);
    return {};
  }

  #yocto(value: JsonValue): { yocto?: readonly YoctoRelease[] } {
    const yocto = value.items.map(({ scalar }) => scalar);
    if (value.type === 'array' && isYocto(yocto)) return { yocto };
    const names = yoctoNames.map(name => `"${name}"`).join(', ');
    this.#problem(value, `\`yocto\` must be a list of ${names}.`);
    return {};
  }

  #wrapper(value: JsonValue): { wrapper?: boolean } {
    if (typeof value.scalar === 'boolean') return { wrapper: value.scalar };
    this.#problem(value, '`wrapper` has to be true or false.');
    return {};
  }

  #rules(value: JsonValue): Record<string, RuleSeverity> {
    const severities: Record<string, RuleSeverity> = {};
    for (const { key, keyRange, value: severity } of this.#membersOf(value, '`rules`')) {
      const row = this.#catalogue.findRule(key, this.#custom.rows);
      const known = ruleSeverities.find(name => name === severity?.scalar);
      if (!row) {
        const meant = nearest(
          key,
          [...this.#catalogue.rules, ...this.#custom.rows].map(({ id }) => id),
        );
        const hint = meant === undefined ? '`mender-lint rules` lists them' : `did you mean \`${meant}\`?`;
        this.#problem(keyRange, `There is no rule \`${key}\`; ${hint}${hint.endsWith('?') ? '' : '.'}`);
      } else if (!known) {
        this.#problem(severity ?? keyRange, `The severity of a rule must be one of ${ruleSeverities.join(', ')}.`);
      } else severities[row.id] = known;
    }
    return severities;
  }

  #globs(value: JsonValue, name: string): string[] {
    if (value.type !== 'array') {
      this.#problem(value, `${name} must be a list of globs.`);
      return [];
    }
    return value.items.flatMap(item => {
      if (typeof item.scalar === 'string' && item.scalar !== '') return [item.scalar];
      this.#problem(item, 'A glob must be a string.');
      return [];
    });
  }

  #members(value: JsonValue, name: string, readers: Readonly<Record<string, (value: JsonValue) => void>>): void {
    for (const { key, keyRange, value: member } of this.#membersOf(value, name)) {
      const read = Object.hasOwn(readers, key) ? readers[key] : undefined;
      if (read && member) read(member);
      else if (!read)
        this.#problem(keyRange, `${name} has no option \`${key}\`; it may have ${Object.keys(readers).join(', ')}.`);
    }
  }

  #membersOf(value: JsonValue, name: string): readonly JsonMember[] {
    if (value.type !== 'object') this.#problem(value, `${name} must be an object.`);
    return value.members;
  }

  #problem({ start, end }: Range, message: string): void {
    this.problems.push({ start, end, message });
  }
}
