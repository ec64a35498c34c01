/** Findings as JSON. Lines and columns are 1-based, columns count UTF-16 units, ends are exclusive, paths use `/`. */

import type { Finding } from '../../findings/finding.ts';
import type { Fix } from '../../fixes/fix.ts';
import type { Document } from '../../languages/document.ts';
import { documentationOf } from '../../mender/catalogue.ts';
import { jsonText } from '../../report/json-text.ts';
import { placeOf } from '../../report/place.ts';
import { version } from '../../version.ts';
import type { Report } from '../report.ts';
import { movesSecret } from '../secrets.ts';

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
  const report = {
    version,
    target,
    from,
    files: counts,
    notChecked: notChecked.map(({ path, why }) => ({ path, why })),
    baseline,
    leftOut,
    notIncluded,
    findings: findingsAsJson(files),
  };
  return `${jsonText(report, 2)}\n`;
}

export function findingsAsJson(files: Report['files']) {
  return files.flatMap(({ path, document, findings }) => findings.map(finding => asJson(path, document, finding)));
}

function asJson(path: string, document: Document, finding: Finding) {
  return {
    path,
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    ...placeOf(document, finding.range),
    fixes: finding.fixes.map((fix, index) => asJsonFix(document, fix, index)),
    ...(finding.notes.length > 0
      ? { notes: finding.notes.map(note => ({ message: note.message, ...placeOf(document, note.range) })) }
      : {}),
    docs: documentationOf(finding.definition),
  };
}

function asJsonFix(document: Document, fix: Fix, index: number) {
  const { title, safety, edits } = fix;
  return {
    title,
    safety,
    preferred: index === 0 && safety === 'safe',
    ...(movesSecret(fix) ? {} : { edits: edits.map(edit => ({ ...placeOf(document, edit), newText: edit.newText })) }),
  };
}
