/** The formats of a report. */
import type { Report } from '../report.ts';
import { checkstyleReport } from './checkstyle.ts';
import { conciseReport } from './concise.ts';
import { githubReport } from './github.ts';
import { gitlabReport } from './gitlab.ts';
import { jsonlReport, jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import type { Layout } from './layout.ts';
import { markdownReport } from './markdown.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

const writers = {
  text: textReport,
  concise: conciseReport,
  json: jsonReport,
  jsonl: jsonlReport,
  sarif: sarifReport,
  github: githubReport,
  gitlab: gitlabReport,
  junit: junitReport,
  checkstyle: checkstyleReport,
  markdown: markdownReport,
} as const satisfies Readonly<Record<string, (report: Report, layout: Layout) => string>>;

export type Format = keyof typeof writers;

export const formats = Object.keys(writers) as Format[];

/** Formats for people, for whom "no findings" would promise too much. */
const forPeople: ReadonlySet<Format> = new Set(['text', 'concise']);

export function isForPeople(format: Format): boolean {
  return forPeople.has(format);
}

export function formatReport(format: Format, report: Report, layout: Layout): string {
  return writers[format](report, layout);
}
