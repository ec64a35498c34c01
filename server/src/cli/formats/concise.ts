/** Findings for `grep` and for programs that search lines for places: one line each, and a summary. */

import type { Finding } from '../../findings/finding.ts';
import { documentationOf } from '../../mender/catalogue.ts';
import { scopeSentences } from '../../report/scope-sentences.ts';
import { visible } from '../../text/visible.ts';
import type { CheckedFile } from '../../workspace/check-file.ts';
import type { Report } from '../report.ts';
import type { Style } from '../style.ts';
import type { Layout } from './layout.ts';
import { paintOf } from './layout.ts';
import { tableLines, totalsSentence } from './summary.ts';

export function conciseReport(report: Report, { style, quiet, statistics }: Layout): string {
  const lines = statistics
    ? tableLines(report.files, style, Number.POSITIVE_INFINITY)
    : report.files.flatMap(file => file.findings.map(finding => conciseLine(file, finding, style)));
  const all = quiet ? [...lines, ...report.leftOut] : [...lines, totalsSentence(report), ...scopeSentences(report)];
  return all.map(line => `${line}\n`).join('');
}

export function conciseLine(
  { path, document }: Pick<CheckedFile, 'path' | 'document'>,
  { range, severity, message, rule, definition }: Finding,
  style: Style,
): string {
  const { line, character } = document.lines.positionAt(range.start);
  const place = `${style.bold(visible(path))}:${line + 1}:${character + 1}:`;
  const link = style.link(visible(rule), documentationOf(definition));
  return `${place} ${paintOf(severity, style)(`${severity}:`)} ${visible(message)} ${style.dim(`[${link}]`)}`;
}
