/** Findings as people read them, one line each, with a summary. */
import type { Finding } from '../findings/finding.ts';
import { safeFix } from '../findings/finding.ts';
import type { CheckedFile } from '../workspace/check-file.ts';
import { notIncludedSentence } from '../workspace/left-out.ts';
import type { Report } from './report.ts';

export function humanReport({ files, counts, baseline, leftOut, notIncluded, from }: Report): string {
  const lines = files.flatMap(file => file.findings.flatMap(finding => findingLines(file, finding)));
  const others = notIncludedSentence(notIncluded);
  const sentences = [
    ...originSentences(from),
    ...baselineSentences(baseline),
    ...leftOut,
    ...(others === undefined ? [] : [others]),
  ];
  return `${[...lines, summary(files, counts.checked), ...sentences].join('\n')}\n`;
}

/** That nothing is found is true of what was looked for. */
function originSentences(from: Report['from']): string[] {
  return from === 'any' ? [] : [`Looked only for what was changed after Mender ${from}.`];
}

function baselineSentences({ known, prunable }: Report['baseline']): string[] {
  const isOne = (number: number) => (number === 1 ? 'is' : 'are');
  return [
    ...(known > 0 ? [`${count(known, 'finding')} ${isOne(known)} in the baseline and not shown.`] : []),
    ...(prunable > 0
      ? [
          `${count(prunable, 'finding')} in the baseline ${isOne(prunable)} gone: \`mender-lint baseline --prune\` forgets ${prunable === 1 ? 'it' : 'them'}.`,
        ]
      : []),
  ];
}

function findingLines({ path, document }: CheckedFile, { range, severity, message, rule, fixes }: Finding): string[] {
  const { line, character } = document.lines.positionAt(range.start);
  // That a call can take either program goes without saying.
  const [best, ...others] = fixes.filter(({ asks }) => !asks);
  const head = `${path}:${line + 1}:${character + 1}: ${severity}: ${message} [${rule}]`;
  if (!best) return [head];
  const more = others.length > 0 ? `, or ${others.length} other ${others.length === 1 ? 'way' : 'ways'}` : '';
  return [head, `    ${best.safety === 'safe' ? 'fix' : 'suggestion'}: ${best.title}${more}`];
}

function summary(files: readonly CheckedFile[], checked: number): string {
  const findings = files.flatMap(file => file.findings);
  const inFiles = count(checked, 'file');
  if (findings.length === 0) return `No findings in ${inFiles}.`;
  const severities = (['error', 'warning', 'information'] as const)
    .map(severity => [severity, findings.filter(finding => finding.severity === severity).length] as const)
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => (severity === 'information' ? `${number} information` : count(number, severity)));
  const safe = findings.filter(safeFix).length;
  const review = findings.filter(finding => finding.fixes.length > 0).length - safe;
  const none = findings.length - safe - review;
  const parts = [`${safe} with a safe fix`, `${review} to review`, `${none} without a fix`];
  return `${count(findings.length, 'finding')} (${severities.join(', ')}) in ${inFiles}: ${parts.join(', ')}.`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
