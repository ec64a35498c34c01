/** Findings in the XML of Checkstyle, which most build servers read. */

import { placeOf } from '../../report/place.ts';
import type { Report } from '../report.ts';
import { xml } from './xml.ts';

const severities = { error: 'error', warning: 'warning', information: 'info' } as const;

export function checkstyleReport({ files }: Report): string {
  return xml({
    name: 'checkstyle',
    attributes: { version: '10.0' },
    content: files.map(({ path, document, findings }) => ({
      name: 'file',
      attributes: { name: path },
      content: findings.map(({ range, severity, message, rule }) => {
        const { line, column } = placeOf(document, range).start;
        return {
          name: 'error',
          attributes: { line, column, severity: severities[severity], message, source: `mender-lint.${rule}` },
        };
      }),
    })),
  });
}
