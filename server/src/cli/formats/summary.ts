/** The number of findings, for people: by severity, by rule, and by the safety of their fixes. */

import { type Remedy, remedyOf, type Severity } from '../../findings/finding.ts';
import { count } from '../../report/count.ts';
import { visible } from '../../text/visible.ts';
import type { CheckedFile } from '../../workspace/check-file.ts';
import type { Report } from '../report.ts';
import type { Style } from '../style.ts';

const severities: readonly Severity[] = ['error', 'warning', 'information'];

export interface RuleCounts extends Readonly<Record<Remedy, number>> {
  readonly rule: string;
  readonly findings: number;
}

/** The most frequent first. */
export function countsByRule(files: readonly CheckedFile[]): readonly RuleCounts[] {
  const counts = new Map<string, Record<Remedy, number>>();
  for (const { findings } of files)
    for (const finding of findings) {
      const ofRule = counts.get(finding.rule) ?? { safe: 0, review: 0, none: 0 };
      ofRule[remedyOf(finding)]++;
      counts.set(finding.rule, ofRule);
    }
  return [...counts]
    .map(([rule, { safe, review, none }]) => ({ rule, safe, review, none, findings: safe + review + none }))
    .sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1));
}

/** Rules in the summary table, unless the user asks for all. */
const MOST_RULES = 12;

export function tableLines(files: readonly CheckedFile[], { dim, bold }: Style, most = MOST_RULES): readonly string[] {
  const counts = countsByRule(files);
  const row = (...cells: readonly string[]) => `  ${cells.map(cell => cell.padStart(8)).join('  ')}`;
  const number = (value: number) => (value === 0 ? '-' : String(value));
  const head = row('findings', 'safe', 'review', 'no fix');
  const lines = counts.slice(0, most).map(({ rule, findings, safe, review, none }) => {
    return `${row(String(findings), number(safe), number(review), number(none))}  ${bold(visible(rule))}`;
  });
  const rest = counts.slice(most);
  const more = rest.reduce((sum, { findings }) => sum + findings, 0);
  const others = `${row(String(more), '', '', '')}  of ${count(rest.length, 'other rule')}: \`--statistics\` shows all`;
  return counts.length === 0 ? [] : [dim(`${head}  rule`), ...lines, ...(rest.length > 0 ? [dim(others)] : [])];
}

export function totalsSentence({ files, counts }: Pick<Report, 'files' | 'counts'>): string {
  const findings = files.flatMap(file => file.findings);
  const inFiles = count(counts.checked, 'file');
  if (findings.length === 0) return `No findings in ${inFiles}.`;
  const bySeverity = severities
    .map(severity => [severity, findings.filter(finding => finding.severity === severity).length] as const)
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => (severity === 'information' ? `${number} information` : count(number, severity)));
  const number = (remedy: Remedy) => findings.filter(finding => remedyOf(finding) === remedy).length;
  const parts = [
    `${number('safe')} with a safe fix`,
    `${number('review')} to review`,
    `${number('none')} without a fix`,
  ];
  return `${count(findings.length, 'finding')} (${bySeverity.join(', ')}) in ${inFiles}: ${parts.join(', ')}.`;
}
