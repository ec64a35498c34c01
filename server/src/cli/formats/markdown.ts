/** Findings as Markdown, for the comment of a merge request or the summary of a job: nothing in it is taken for more than text. */
import { documentationOf } from '../../catalogue/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Report } from '../report.ts';
import { visible } from '../visible.ts';
import { placeOf } from './place.ts';
import { countsByRule, sentences, totalsSentence } from './summary.ts';

export function markdownReport(report: Report): string {
  const { files, notChecked } = report;
  const said = [totalsSentence(report), ...sentences(report)].map(prose);
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
  const { range, severity, message, rule, row } = finding;
  const { line, column } = placeOf(document, range).start;
  const page = documentationOf(row);
  return [`${line}:${column}`, severity, prose(message), page ? `[${code(rule)}](${page})` : code(rule)];
}

/** In a table a bar ends a cell even in code, unless it is escaped. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const written = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  return [written(head), written(head.map(() => '---')), ...rows.map(written), ''];
}

/**
 * Between more backticks than are in it (CommonMark 0.31, 6.1). A bar after a backslash cannot be written in a table:
 * either both backslashes are its escape, or none is.
 */
function code(text: string): string {
  const plain = visible(text).replaceAll('\\|', '\\x7c');
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$|^ .* $/.test(plain) ? ' ' : '';
  return `${fence}${space}${plain}${space}${fence}`;
}

/** Sentences of ours, in which backticks stand around what was found. */
function prose(text: string): string {
  const parts = visible(text).split('`');
  // A lone one stands for itself.
  const isPaired = parts.length % 2 === 1;
  return parts
    .map((part, index) => (index % 2 === 1 && (isPaired || index < parts.length - 1) ? quoted(part) : plain(part)))
    .join('');
}

function quoted(text: string): string {
  return text === '' ? '' : code(text);
}

/** Any punctuation may be escaped (2.4); what forges make of `@name` is not kept off by that. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~&:/$]/g, '\\$&').replaceAll('@', '@<!-- -->');
}
