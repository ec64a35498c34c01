/** `mender-lint rules`: the catalogue as a list. */
import { documentationOf, rows } from '../catalogue/catalogue.ts';
import type { Row } from '../catalogue/row.ts';
import { replacementText } from '../findings/message.ts';
import { severityOf } from '../findings/severity.ts';
import { type ExitCode, exitCodes, type Surroundings } from './streams.ts';

export function rulesCommand({ json }: { json: boolean }, { out }: Surroundings): ExitCode {
  out(json ? `${JSON.stringify(rows.map(asJson), undefined, 2)}\n` : `${rows.map(line).join('\n')}\n`);
  return exitCodes.clean;
}

const widest = Math.max(...rows.map(({ id }) => id.length));

function line(row: Row): string {
  return `${row.id.padEnd(widest)}  ${severityOf(row).padEnd(11)}  ${row.title}`;
}

function asJson(row: Row) {
  const { id, aliases = [], component, title, deprecatedIn, removedIn, addedIn, replacement, why, sources } = row;
  const safety = 'safety' in replacement ? replacement.safety : undefined;
  return {
    id,
    aliases,
    component,
    title,
    severity: severityOf(row),
    deprecatedIn,
    removedIn,
    addedIn,
    replacement: { kind: replacement.kind, to: replacementText(row) || undefined, safety },
    why,
    sources,
    docs: documentationOf(row),
  };
}
