/** Findings as JSON. Lines and columns are 1-based, columns count UTF-16 units, ends are exclusive, paths use `/`. */
import { documentationOf } from '../catalogue/catalogue.ts';
import type { Document } from '../document/document.ts';
import type { Finding } from '../findings/finding.ts';
import type { Fix } from '../fixes/fix.ts';
import type { Range } from '../syntax/fragment.ts';
import { version } from '../version.ts';
import type { Report } from './report.ts';

export function jsonReport({
  target,
  from,
  files,
  counts,
  notChecked,
  baseline,
  leftOut,
  notIncluded,
}: Report): string {
  const findings = files.flatMap(({ path, document, findings: found }) =>
    found.map(finding => asJson(path, document, finding)),
  );
  const report = {
    version,
    target,
    from,
    files: counts,
    notChecked: notChecked.map(({ path, why }) => ({ path, why })),
    baseline,
    leftOut,
    notIncluded,
    findings,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function asJson(path: string, document: Document, finding: Finding) {
  return {
    path,
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    ...place(document, finding.range),
    fixes: finding.fixes.map((fix, index) => asJsonFix(document, fix, index)),
    ...(finding.notes.length > 0
      ? { notes: finding.notes.map(note => ({ message: note.message, ...place(document, note.range) })) }
      : {}),
    docs: documentationOf(finding.row),
  };
}

function asJsonFix(document: Document, { title, safety, edits }: Fix, index: number) {
  return {
    title,
    safety,
    preferred: index === 0 && safety === 'safe',
    edits: edits.map(edit => ({ ...place(document, edit), newText: edit.newText })),
  };
}

function place({ lines }: Document, { start, end }: Range) {
  return { start: position(lines.positionAt(start)), end: position(lines.positionAt(end)) };
}

function position({ line, character }: { line: number; character: number }) {
  return { line: line + 1, column: character + 1 };
}
