/** Rows of the user's own, each read by the matcher of its kind. */
import type { RowOf } from '../catalogue/catalogue.ts';
import type { Row, Match as RowMatch } from '../catalogue/row.ts';
import type { Usage } from '../usage/usage.ts';
import { matchConfig } from './config.ts';
import { matchOwnService } from './own-service.ts';
import { matchConfiguredPath, matchPath } from './path.ts';
import { matchProgram } from './program.ts';
import type { Sighting } from './sighting.ts';

export function matchExtra(usage: Usage, rows: readonly Row[]): Sighting[] {
  return rows.flatMap(row => {
    if (isOf(row, 'program')) return usage.kind === 'invocation' ? matchProgram(usage, row) : [];
    if (isOf(row, 'own-service')) return matchOwnService(usage, row);
    if (isOf(row, 'config')) return usage.kind === 'config' ? matchConfig(usage, [row]) : [];
    if (!isOf(row, 'path')) return [];
    return usage.kind === 'path'
      ? matchPath(usage, [row])
      : usage.kind === 'config'
        ? matchConfiguredPath(usage, [row])
        : [];
  });
}

function isOf<Kind extends RowMatch['kind']>(row: Row, kind: Kind): row is RowOf<Kind> {
  return row.match.kind === kind;
}
