/** `mender-lint explain RULE` */
import { documentationOf, findRow, rows } from '../catalogue/catalogue.ts';
import { exampleText, sinceText } from '../findings/row-text.ts';
import { severityOf } from '../findings/severity.ts';
import { type ExitCode, exitCodes, type Surroundings } from './streams.ts';

export function explainCommand(id: string, { out, err }: Surroundings): ExitCode {
  const row = findRow(id);
  if (!row) {
    const similar = rows.filter(other => other.id.includes(id) || id.includes(other.id)).map(other => other.id);
    err(
      `mender-lint: no rule called ${id}${similar.length > 0 ? `; did you mean ${similar.slice(0, 3).join(' or ')}?` : '; `mender-lint rules` lists them'}\n`,
    );
    return exitCodes.failure;
  }
  const [example] = row.examples;
  const lines = [
    `${row.id}: ${row.title.replaceAll('`', '')}`,
    `${severityOf(row)}, ${sinceText(row)}`,
    '',
    row.why,
    '',
    ...(example ? [exampleText(example), ''] : []),
    'Sources:',
    ...row.sources.map(source => `  ${source}`),
    '',
    documentationOf(row),
  ];
  out(`${lines.join('\n')}\n`);
  return exitCodes.clean;
}
