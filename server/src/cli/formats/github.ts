/** Findings as commands to a runner of GitHub Actions, which shows them next to the lines of a pull request. */

import { placeOf } from '../../report/place.ts';
import { visible } from '../../text/visible.ts';
import type { Report } from '../report.ts';

const levels = { error: 'error', warning: 'warning', information: 'notice' } as const;

export function githubReport({ files, nameOf }: Report): string {
  const commands = files.flatMap(({ path, document, findings }) =>
    findings.map(({ range, severity, message, rule, fixes }) => {
      const { start, end } = placeOf(document, range);
      const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
      const place = { file: nameOf(path), line: start.line, endLine: end.line, ...columns };
      const properties = Object.entries({ ...place, title: `Mender Lint: ${rule}` });
      const given = properties.map(([key, value]) => `${key}=${property(String(value))}`).join(',');
      const [best] = fixes.filter(({ probesAtRuntime: probes }) => !probes);
      return `::${levels[severity]} ${given}::${data(best ? `${message} ${best.title}.` : message)}\n`;
    }),
  );
  return commands.join('');
}

/** As the runner decodes it: `%` first, then line ends; in properties their separators, too. */
function data(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

/** No visible name could locate a path with a line end, so nothing is lost by replacing it. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
