/** All rows in one list, and look-ups over it. */
import { artifactInfoRows } from './artifact-info.ts';
import { busRows } from './bus.ts';
import { commandFormRows } from './command-forms.ts';
import { commandRows } from './commands.ts';
import { configurationRows } from './configuration.ts';
import { connectKeyRows } from './connect-keys.ts';
import { convertRows } from './convert.ts';
import { environmentRows } from './environment.ts';
import { inventoryRows } from './inventory.ts';
import { journalRows } from './journal.ts';
import type { Match } from './match.ts';
import { moduleRows } from './modules.ts';
import { optionRows } from './options.ts';
import { otherCallRows } from './other-calls.ts';
import { outputRows } from './outputs.ts';
import { packageRows } from './packages.ts';
import { pathRows } from './paths.ts';
import { processRows } from './processes.ts';
import { recipeFeatureRows } from './recipe-features.ts';
import { recipeRows } from './recipes.ts';
import { removedKeyRows } from './removed-keys.ts';
import { removedModuleRows } from './removed-modules.ts';
import { renamedUnitRows } from './renamed-units.ts';
import { retiredPackageRows } from './retired-packages.ts';
import type { Row } from './row.ts';
import { serviceTaskRows } from './service-tasks.ts';
import { serviceRows } from './services.ts';
import { suppressionRows } from './suppressions.ts';
import { unitRows } from './units.ts';
import { unsetKeyRows } from './unset-keys.ts';
import { atLeast, type Target } from './version.ts';

export const rows: readonly Row[] = [
  ...commandRows,
  ...commandFormRows,
  ...optionRows,
  ...serviceRows,
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
  ...convertRows,
  ...serviceTaskRows,
  ...suppressionRows,
];

/** A row by its id or a former one, among those of the catalogue and `extra` ones. */
export function findRow(id: string, extra: readonly Row[] = []): Row | undefined {
  const isIt = (row: Row) => row.id === id || row.aliases?.includes(id) === true;
  return rows.find(isIt) ?? extra.find(isIt);
}

export type RowOf<Kind extends Match['kind']> = Row & { readonly match: Extract<Match, { kind: Kind }> };

/** The rows whose uses are recognised by one matcher, in the order of the catalogue. */
export function rowsOf<Kind extends Match['kind']>(kind: Kind): readonly RowOf<Kind>[] {
  return rows.filter((row): row is RowOf<Kind> => row.match.kind === kind);
}

/** Whether the row has anything to say about this target. */
export function appliesTo(row: Row, target: Target): boolean {
  if (row.addedIn !== undefined) return !atLeast(target, row.addedIn);
  const since = row.deprecatedIn ?? row.removedIn;
  return since === undefined || atLeast(target, since);
}

/** Address of the rule's page; rules of a project have none. */
export function documentationOf(row: Row): string | undefined {
  if (row.component === 'project') return undefined;
  return `https://github.com/mender-lint/mender-lint/blob/main/docs/rules/${row.id}.md`;
}
