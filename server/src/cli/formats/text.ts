/** Findings for people: file by file, each with its line, a mark below it, and the text after the fix. */

import { type Finding, safeFix } from '../../findings/finding.ts';
import type { Fix } from '../../fixes/fix.ts';
import { documentationOf } from '../../mender/catalogue.ts';
import { scopeSentences } from '../../report/scope-sentences.ts';
import { visible } from '../../text/visible.ts';
import type { CheckedFile } from '../../workspace/check-file.ts';
import { columnsOf, linesOf } from '../fit.ts';
import type { Report } from '../report.ts';
import type { Style } from '../style.ts';
import type { Layout } from './layout.ts';
import { paintOf } from './layout.ts';
import { SourceLines } from './source-lines.ts';
import { tableLines, totalsSentence } from './summary.ts';

export function textReport(report: Report, { style, quiet, statistics }: Layout): string {
  const { files, leftOut } = report;
  const findings = statistics ? [] : files.flatMap(file => fileLines(file, style));
  if (quiet && !statistics) return written([...findings, ...leftOut]);
  const table = tableLines(files, style, statistics ? Number.POSITIVE_INFINITY : undefined);
  const said = quiet ? leftOut : [style.bold(totalsSentence(report)), ...scopeSentences(report), ...hints(files)];
  return written([...findings, ...table, ...(table.length > 0 && said.length > 0 ? [''] : []), ...said]);
}

function written(lines: readonly string[]): string {
  return lines.map(line => `${line}\n`).join('');
}

/** What to do next, if anything. */
function hints(files: readonly CheckedFile[]): readonly string[] {
  const found = files.flatMap(({ findings }) => findings);
  if (found.length === 0) return [];
  const fixes = found.some(safeFix) ? ['`mender-lint fix` applies the safe fixes'] : [];
  const all = [...fixes, '`mender-lint explain RULE` explains a rule'].join('; ');
  return [`${all}.`];
}

/** The findings of one file, with a heading and an empty line at the end. */
export function fileLines(file: Pick<CheckedFile, 'path' | 'document' | 'findings'>, style: Style): readonly string[] {
  const { path, document, findings } = file;
  const lastLine = findings.reduce((last, { range }) => Math.max(last, document.lines.positionAt(range.start).line), 0);
  const source = new SourceLines(document, style, lastLine);
  return [
    style.bold(visible(path)),
    ...findings.flatMap(finding => [...headLines(document, finding, style), ...bodyLines(source, finding, style), '']),
  ];
}

/** Place, severity and message; the rule at the end of the last line, or on a separate one. */
function headLines(document: CheckedFile['document'], finding: Finding, style: Style): readonly string[] {
  const { range, severity, message, rule, definition } = finding;
  const { line, character } = document.lines.positionAt(range.start);
  const place = `${line + 1}:${character + 1}`;
  const indent = place.length + severity.length + 4;
  const isNarrow = style.width !== undefined && style.width < 60;
  const margin = isNarrow ? 4 : indent;
  const room = style.width === undefined ? undefined : Math.max(20, style.width - margin);
  const name = visible(rule);
  const lines = isNarrow ? ['', ...linesOf(visible(message), room)] : [...linesOf(visible(message), room)];
  const isRuleBeside = room === undefined || columnsOf(lines.at(-1)!) + columnsOf(name) + 2 <= room;
  const link = style.dim(style.link(name, documentationOf(definition)));
  const [first, ...others] = isRuleBeside ? [...lines.slice(0, -1), `${lines.at(-1)}  ${link}`] : [...lines, link];
  const head = `${style.dim(`  ${place}`)} ${paintOf(severity, style)(style.bold(severity))} ${first}`.trimEnd();
  return [head, ...others.map(other => ' '.repeat(margin) + other)];
}

function bodyLines(source: SourceLines, { range, severity, fixes, notes }: Finding, style: Style): readonly string[] {
  // A call of either program need not be mentioned.
  const [best, ...others] = fixes.filter(({ probesAtRuntime }) => !probesAtRuntime);
  const said = (label: string, title: string) => source.said(`${label}: ${visible(title)}`);
  return [
    ...source.found(range, paintOf(severity, style)),
    ...notes.flatMap(({ message }) => said('note', message)),
    ...(best ? [...source.fixed(best.edits), ...said(labelOf(best), best.title)] : []),
    ...others.flatMap(({ title }) => said('or', title)),
  ];
}

function labelOf({ safety }: Fix): string {
  return safety === 'safe' ? 'safe fix' : 'to review';
}
