/** The formats of the report of a migration. */

import { migrationHtml } from './migration-html.ts';
import { migrationJson } from './migration-json.ts';
import { migrationMarkdown } from './migration-markdown.ts';
import type { MigrationReport } from './migration-report.ts';

const writers = {
  markdown: migrationMarkdown,
  html: migrationHtml,
  json: migrationJson,
} as const satisfies Readonly<Record<string, (report: MigrationReport) => string>>;

export type MigrationFormat = keyof typeof writers;

export const migrationFormats = Object.keys(writers) as MigrationFormat[];

export function isMigrationFormat(name: string): name is MigrationFormat {
  return Object.hasOwn(writers, name);
}

export function formatMigration(format: MigrationFormat, report: MigrationReport): string {
  return writers[format](report);
}
