/** `mender-lint explain RULE` */
import { documentationOf, findRow } from '../catalogue/catalogue.ts';
import { exampleText, sinceText } from '../findings/row-text.ts';
import { severityOf } from '../findings/severity.ts';
import { noSuchRule } from './no-such-rule.ts';
import { type ExitCode, exitCodes, type Surroundings } from './streams.ts';

export function explainCommand(id: string, { out, err }: Surroundings): ExitCode {
  const row = findRow(id);
  if (!row) {
    err(`mender-lint: ${noSuchRule(id)}\n`);
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
