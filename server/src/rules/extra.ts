/** Rows of the user's own, and those of the catalogue that are of the same kinds, each read by the matcher of its kind. */
import type { Catalogue, RowOf } from '../catalogue/catalogue.ts';
import type { Match as RowMatch } from '../catalogue/match.ts';
import type { Row } from '../catalogue/row.ts';
import type { Usage } from '../usage/usage.ts';
import { matchConfig } from './config.ts';
import { serviceOf } from './old-unit.ts';
import { matchOwnService } from './own-service.ts';
import { matchConfiguredPath, matchPath } from './path.ts';
import { matchProgram } from './program.ts';
import type { Matcher, Sighting } from './sighting.ts';

/** Made once for many usages. */
export function matchersOf(rows: readonly Row[]): readonly Matcher[] {
  return rows.flatMap(row => matcherOf(row) ?? []);
}

/** Helpers and units of Mender that were renamed are read as those of a user are. */
export function matchersInCatalogue(catalogue: Catalogue): readonly Matcher[] {
  return matchersOf([...catalogue.rowsOf('program'), ...catalogue.rowsOf('own-service')]);
}

function matcherOf(row: Row): Matcher | undefined {
  if (isOf(row, 'program')) return usage => (usage.kind === 'invocation' ? matchProgram(usage, row) : []);
  if (isOf(row, 'config'))
    return (usage, context) => (usage.kind === 'config' ? matchConfig(usage, context, [row]) : []);
  if (isOf(row, 'path')) return usage => matchAnyPath(usage, row);
  if (!isOf(row, 'own-service')) return undefined;
  const service = serviceOf(row.match.names);
  return (usage, context) => matchOwnService(usage, row, service, context);
}

function matchAnyPath(usage: Usage, row: RowOf<'path'>): readonly Sighting[] {
  if (usage.kind === 'path') return matchPath(usage, [row]);
  return usage.kind === 'config' ? matchConfiguredPath(usage, [row]) : [];
}

function isOf<Kind extends RowMatch['kind']>(row: Row, kind: Kind): row is RowOf<Kind> {
  return row.match.kind === kind;
}
