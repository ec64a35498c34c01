/** The limits of a scan and of archives as a table for the page about options. */
import { archiveLimitNames, archiveLimitSchemas } from '../options/archive-limits.ts';
import { limitNames, limitSchemas } from '../options/limits.ts';

export function limitsTable(): string {
  const limits = [
    ...limitNames.map(name => ({ name, ...limitSchemas[name] })),
    ...archiveLimitNames.map(name => ({ name, ...archiveLimitSchemas[name] })),
  ];
  const lines = limits.map(
    ({ name, default: value, counts }) => `| \`${name}\` | ${value.toLocaleString('en')} | ${counts} |`,
  );
  return ['| limit | default | counts |', '|---|---|---|', ...lines].join('\n');
}
