/** Findings as a report of GitLab's Code Quality. */

import { fingerprintsOf } from '../../report/fingerprints.ts';
import { jsonText } from '../../report/json-text.ts';
import { placeOf } from '../../report/place.ts';
import type { Report } from '../report.ts';

const severities = { error: 'major', warning: 'minor', information: 'info' } as const;

export function gitlabReport({ files, nameOf }: Report): string {
  const issues = files.flatMap(file => {
    const path = nameOf(file.path);
    const fingerprints = fingerprintsOf(file, path);
    return file.findings.map(({ rule, severity, message, range }, index) => {
      const { start, end } = placeOf(file.document, range);
      return {
        description: message,
        check_name: rule,
        fingerprint: fingerprints[index],
        severity: severities[severity],
        location: { path, lines: { begin: start.line, end: end.line } },
      };
    });
  });
  return `${jsonText(issues, 2)}\n`;
}
