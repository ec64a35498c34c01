/** The catalogue: what the releases have and what they changed, as one value that everything else is given. */
import { artifactInfoRows } from './artifact-info.ts';
import { busRows } from './bus.ts';
import { commandFormRows } from './command-forms.ts';
import { commandRows } from './commands.ts';
import { configurationRows } from './configuration.ts';
import { type KeySpec, type KeyType, keyTypes } from './configuration-keys.ts';
import { connectKeyRows } from './connect-keys.ts';
import { convertRows } from './convert.ts';
import { environmentRows } from './environment.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import { inventoryRows } from './inventory.ts';
import { journalRows } from './journal.ts';
import { lackingIn, type Named, type NamedThings } from './lacking.ts';
import type { Match } from './match.ts';
import { moduleRows } from './modules.ts';
import { optionRows } from './options.ts';
import { otherCallRows } from './other-calls.ts';
import { outputRows } from './outputs.ts';
import { packageRows } from './packages.ts';
import { pathRows } from './paths.ts';
import { processRows } from './processes.ts';
import { newPrograms, type ProgramSpec } from './programs.ts';
import { recipeFeatureRows } from './recipe-features.ts';
import { recipeReleaseRows } from './recipe-releases.ts';
import { recipeSettingRows } from './recipe-settings.ts';
import { recipeRows } from './recipes.ts';
import { type ReleaseNames, releaseNames, shippedReleaseNames } from './release-names.ts';
import { releases } from './releases.ts';
import { removedKeyRows } from './removed-keys.ts';
import { removedModuleRows } from './removed-modules.ts';
import { renamedUnitRows } from './renamed-units.ts';
import { retiredPackageRows } from './retired-packages.ts';
import type { Row } from './row.ts';
import { serviceCallRows } from './service-calls.ts';
import { serviceTaskRows } from './service-tasks.ts';
import { serviceRows } from './services.ts';
import { shippedNames } from './shipped-names.ts';
import { concerns, type Span } from './span.ts';
import { sslEngineRows } from './ssl-engine-keys.ts';
import { suppressionRows } from './suppressions.ts';
import { thingsOf } from './things.ts';
import { unitRows } from './units.ts';
import { unsetKeyRows } from './unset-keys.ts';
import type { Target } from './version.ts';

export const rows: readonly Row[] = [
  ...commandRows,
  ...commandFormRows,
  ...optionRows,
  ...serviceRows,
  ...serviceCallRows,
  ...journalRows,
  ...outputRows,
  ...processRows,
  ...pathRows,
  ...artifactInfoRows,
  ...unitRows,
  ...renamedUnitRows,
  ...busRows,
  ...removedKeyRows,
  ...configurationRows,
  ...unsetKeyRows,
  ...sslEngineRows,
  ...connectKeyRows,
  ...inventoryRows,
  ...moduleRows,
  ...removedModuleRows,
  ...environmentRows,
  ...packageRows,
  ...otherCallRows,
  ...retiredPackageRows,
  ...recipeRows,
  ...recipeFeatureRows,
  ...recipeSettingRows,
  ...recipeReleaseRows,
  ...convertRows,
  ...serviceTaskRows,
  ...suppressionRows,
];

/** All that has to be said to have a catalogue. */
export interface CatalogueData extends NamedThings {
  readonly rows: readonly Row[];
}

export type RowOf<Kind extends Match['kind']> = Row & { readonly match: Extract<Match, { kind: Kind }> };

export interface Catalogue extends CatalogueData {
  readonly releaseNames: ReleaseNames;
  /** A row by its id or a former one, among those of the catalogue and `extra` ones. */
  findRow(id: string, extra?: readonly Row[]): Row | undefined;
  /** The rows whose uses are recognised by one matcher, in the order of the catalogue. */
  rowsOf<Kind extends Match['kind']>(kind: Kind): readonly RowOf<Kind>[];
  /** One of the new programs with all that any release of it takes: to read by. */
  program(name: string): ProgramSpec | undefined;
  /** The same with what one release of it takes: to write by. */
  grammar(name: string, target: Target): Grammar | undefined;
  /** The key by its path in lower case. */
  key(path: string): KeySpec | undefined;
  /** Whether the row has anything to say of files that are checked so. */
  concerns(row: Row, span: Span): boolean;
  /** The first thing named in a text that the target lacks, and how long there is one. */
  lacking(text: string, target: Target): Named | undefined;
  /** What can be told from the catalogue alone, made once. */
  derived<Value>(make: (catalogue: Catalogue) => Value): Value;
}

export function catalogueOf(data: CatalogueData, names = releaseNames(data.releases)): Catalogue {
  const programs = new Map(data.programs.map(program => [program.name, program]));
  const keys = new Map(Object.entries(data.keys).map(([path, spec]) => [path.toLowerCase(), keySpec(spec)]));
  const made = new Map<unknown, unknown>();
  const once = <Value>(key: unknown, make: () => Value): Value => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as Value;
  };
  /** Each use of a file asks it again. */
  const concerned = new WeakMap<Span, Map<Row, boolean>>();
  const catalogue: Catalogue = {
    ...data,
    releaseNames: names,
    findRow: (id, extra = []) => data.rows.find(isCalled(id)) ?? extra.find(isCalled(id)),
    rowsOf: kind => once(`rows ${kind}`, () => data.rows.filter(isOf(kind))),
    program: name => programs.get(name),
    grammar: (name, target) => {
      const program = programs.get(name);
      return program && once(`${name} ${target}`, () => grammarOf(program, target));
    },
    key: path => keys.get(path),
    concerns(row, span) {
      const known = concerned.get(span) ?? new Map<Row, boolean>();
      concerned.set(span, known);
      const things = once('things', () => thingsOf(data.programs));
      if (!known.has(row)) known.set(row, concerns(row, things, span));
      return known.get(row)!;
    },
    lacking: (text, target) => once(target, () => lackingIn(data, names.targets, target))(text),
    derived: make => once(make, () => make(catalogue)),
  };
  return catalogue;
}

function isOf<Kind extends Match['kind']>(kind: Kind): (row: Row) => row is RowOf<Kind> {
  return (row): row is RowOf<Kind> => row.match.kind === kind;
}

function isCalled(id: string): (row: Row) => boolean {
  return row => row.id === id || row.aliases?.includes(id) === true;
}

function keySpec(spec: KeyType | KeySpec): KeySpec {
  return typeof spec === 'string' ? { type: spec } : spec;
}

/** The one that is shipped. */
export const catalogue = catalogueOf(
  { releases, rows, programs: newPrograms, keys: keyTypes, names: shippedNames },
  shippedReleaseNames,
);

export const { findRow } = catalogue;

/** Address of the rule's page; rules of a project have none. */
export function documentationOf(row: Row): string | undefined {
  if (row.component === 'project') return undefined;
  return `https://github.com/mender-lint/mender-lint/blob/main/docs/rules/${row.id}.md`;
}
