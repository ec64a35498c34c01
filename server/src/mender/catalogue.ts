/** The catalogue: the contents of the releases and what they changed, as one value that everything else receives. */
import { artifactInfoRules } from './artifact-info.ts';
import { busRules } from './bus.ts';
import { commandFormRules } from './command-forms.ts';
import { commandRules } from './commands.ts';
import { configurationRules } from './configuration.ts';
import { type KeySpec, type KeyType, keyTypes } from './configuration-keys.ts';
import { connectKeyRules } from './connect-keys.ts';
import { convertRules } from './convert.ts';
import { withEndings } from './endings.ts';
import { environmentRules } from './environment.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import { inventoryRules } from './inventory.ts';
import { journalRules } from './journal.ts';
import { lackingIn, type Named, type NamedThings } from './lacking.ts';
import { lostConfigurationRules } from './lost-configurations.ts';
import { moduleRules } from './modules.ts';
import { optionRules } from './options.ts';
import { otherCallRules } from './other-calls.ts';
import { outputRules } from './outputs.ts';
import { packageRepositoryRules } from './package-repositories.ts';
import { packageRules } from './packages.ts';
import { pathRules } from './paths.ts';
import { processRules } from './processes.ts';
import { newPrograms, type ProgramSpec } from './programs.ts';
import { recipeFeatureRules } from './recipe-features.ts';
import { recipePackageRules } from './recipe-packages.ts';
import { recipeReleaseRules } from './recipe-releases.ts';
import { recipeSettingRules } from './recipe-settings.ts';
import { recipeRules } from './recipes.ts';
import { type ReleaseNames, releaseNames, shippedReleaseNames } from './release-names.ts';
import { releases } from './releases.ts';
import { removedKeyRules } from './removed-keys.ts';
import { removedModuleRules } from './removed-modules.ts';
import { renamedUnitRules } from './renamed-units.ts';
import { retiredPackageRules } from './retired-packages.ts';
import type { Rule } from './rule.ts';
import type { RulePattern } from './rule-pattern.ts';
import { serviceCallRules } from './service-calls.ts';
import { serviceTaskRules } from './service-tasks.ts';
import { serviceRules } from './services.ts';
import { shippedNames } from './shipped-names.ts';
import { concerns, type Span } from './span.ts';
import { sslEngineRules } from './ssl-engine-keys.ts';
import { suppressionRules } from './suppressions.ts';
import { thingsOf } from './things.ts';
import { unitRules } from './units.ts';
import { unsetKeyRules } from './unset-keys.ts';
import type { Target } from './version.ts';

export const allRules: readonly Rule[] = [
  ...commandRules,
  ...commandFormRules,
  ...optionRules,
  ...serviceRules,
  ...serviceCallRules,
  ...journalRules,
  ...outputRules,
  ...processRules,
  ...pathRules,
  ...artifactInfoRules,
  ...unitRules,
  ...renamedUnitRules,
  ...busRules,
  ...removedKeyRules,
  ...configurationRules,
  ...lostConfigurationRules,
  ...unsetKeyRules,
  ...sslEngineRules,
  ...connectKeyRules,
  ...inventoryRules,
  ...moduleRules,
  ...removedModuleRules,
  ...environmentRules,
  ...packageRules,
  ...packageRepositoryRules,
  ...otherCallRules,
  ...retiredPackageRules,
  ...recipeRules,
  ...recipePackageRules,
  ...recipeFeatureRules,
  ...recipeSettingRules,
  ...recipeReleaseRules,
  ...convertRules,
  ...serviceTaskRules,
  ...suppressionRules,
];

/** Everything that defines a catalogue. */
export interface CatalogueData extends NamedThings {
  readonly rules: readonly Rule[];
}

export type RuleOf<Kind extends RulePattern['kind']> = Rule & { readonly match: Extract<RulePattern, { kind: Kind }> };

export interface Catalogue extends CatalogueData {
  readonly releaseNames: ReleaseNames;
  /** A rule by its id or a former one, in the catalogue and among `custom` ones. */
  findRule(id: string, custom?: readonly Rule[]): Rule | undefined;
  /** The rules whose uses one matcher recognises, in the order of the catalogue. */
  rulesOf<Kind extends RulePattern['kind']>(kind: Kind): readonly RuleOf<Kind>[];
  /** One of the new programs with all that any of its releases accepts: for reading. */
  program(name: string): ProgramSpec | undefined;
  /** The same with what one of its releases accepts: for writing. */
  grammar(name: string, target: Target): Grammar | undefined;
  /** A key by its path in lower case. */
  key(path: string): KeySpec | undefined;
  /** Whether the rule applies to files that are checked in this span. */
  concerns(rule: Rule, span: Span): boolean;
  /** The first thing named in a text that the target lacks, and its lifetime. */
  lacking(text: string, target: Target): Named | undefined;
  /** A value that depends on the catalogue alone, created once. */
  derived<Value>(make: (catalogue: Catalogue) => Value): Value;
}

export function catalogueOf(given: CatalogueData, names = releaseNames(given.releases)): Catalogue {
  const data = withEndings(given);
  const programs = new Map(data.programs.map(program => [program.name, program]));
  const keys = new Map(Object.entries(data.keys).map(([path, spec]) => [path.toLowerCase(), keySpec(spec)]));
  const byKind = new Map<RulePattern['kind'], Rule[]>();
  for (const rule of data.rules) byKind.set(rule.match.kind, [...(byKind.get(rule.match.kind) ?? []), rule]);
  const made = new Map<unknown, unknown>();
  const once = <Value>(key: unknown, make: () => Value): Value => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as Value;
  };
  /** Requested again for each use in a file. */
  const concerned = new WeakMap<Span, Map<Rule, boolean>>();
  const catalogue: Catalogue = {
    ...data,
    releaseNames: names,
    findRule: (id, custom = []) => data.rules.find(isCalled(id)) ?? custom.find(isCalled(id)),
    rulesOf: <Kind extends RulePattern['kind']>(kind: Kind) =>
      (byKind.get(kind) ?? []) as readonly Rule[] as readonly RuleOf<Kind>[],
    program: name => programs.get(name),
    grammar: (name, target) => {
      const program = programs.get(name);
      return program && once(`${name} ${target}`, () => grammarOf(program, target));
    },
    key: path => keys.get(path),
    concerns(rule, span) {
      const known = concerned.get(span) ?? new Map<Rule, boolean>();
      concerned.set(span, known);
      const things = once('things', () => thingsOf(data.programs));
      if (!known.has(rule)) known.set(rule, concerns(rule, things, span));
      return known.get(rule)!;
    },
    lacking: (text, target) => once(target, () => lackingIn(data, names.targets, target))(text),
    derived: make => once(make, () => make(catalogue)),
  };
  return catalogue;
}

function isCalled(id: string): (rule: Rule) => boolean {
  return rule => rule.id === id || rule.aliases?.includes(id) === true;
}

function keySpec(spec: KeyType | KeySpec): KeySpec {
  return typeof spec === 'string' ? { type: spec } : spec;
}

/** The shipped catalogue. */
export const catalogue = catalogueOf(
  { releases, rules: allRules, programs: newPrograms, keys: keyTypes, names: shippedNames },
  shippedReleaseNames,
);

export const { findRule } = catalogue;

/** Address of the rule's page; custom rules have none. */
export function documentationOf(rule: Rule): string | undefined {
  if (rule.component === 'project') return undefined;
  return `https://github.com/mender-lint/mender-lint/blob/main/docs/rules/${rule.id}.md`;
}
