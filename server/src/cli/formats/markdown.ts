/**
 * Findings as Markdown, for the comment of a merge request or the summary of a job: nothing in them is read as markup.
 */

import type { Finding } from '../../findings/finding.ts';
import { documentationOf } from '../../mender/catalogue.ts';
import { code, prose, table } from '../../report/markdown-text.ts';
import { placeOf } from '../../report/place.ts';
import { scopeSentences } from '../../report/scope-sentences.ts';
import type { Report } from '../report.ts';
import { countsByRule, totalsSentence } from './summary.ts';

export function markdownReport(report: Report): string {
  const { files, notChecked } = report;
  const said = [totalsSentence(report), ...scopeSentences(report)].map(prose);
  const failures = notChecked.filter(({ fails }) => fails);
  const lines = [
    '## Mender Lint',
    '',
    ...said.flatMap(sentence => [sentence, '']),
    ...table(
      ['Rule', 'Findings', 'Safe fix', 'To review', 'No fix'],
      countsByRule(files).map(({ rule, findings, safe, review, none }) => [
        code(rule),
        ...[findings, safe, review, none].map(String),
      ]),
    ),
    ...files.flatMap(file => [
      `### ${code(file.path)}`,
      '',
      ...table(
        ['Line', 'Severity', 'Finding', 'Rule'],
        file.findings.map(finding => row(file, finding)),
      ),
    ]),
    ...(failures.length > 0 ? ['### Not checked', ''] : []),
    ...failures.map(({ path, why }) => `- ${code(path)}: ${prose(why)}`),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function row({ document }: Report['files'][number], finding: Finding): readonly string[] {
  const { range, severity, message, rule, definition } = finding;
  const { line, column } = placeOf(document, range).start;
  const page = documentationOf(definition);
  return [`${line}:${column}`, severity, prose(message), page ? `[${code(rule)}](${page})` : code(rule)];
}
