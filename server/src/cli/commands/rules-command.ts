/** `mender-lint rules`: the catalogue as a list, with the rules of the project that the current folder is in. */
import { documentationOf, rows } from '../../catalogue/catalogue.ts';
import type { Row } from '../../catalogue/row.ts';
import { replacementText } from '../../findings/message.ts';
import { defaultSeverityOf } from '../../findings/severity.ts';
import { ProjectFiles } from '../../workspace/project-files.ts';
import { extraHere, tellProblems } from '../projects.ts';
import { type ExitCode, exitCodes, type Surroundings } from '../streams.ts';

export function rulesCommand({ json }: { json: boolean }, surroundings: Surroundings): ExitCode {
  const { files, cwd, out } = surroundings;
  const projects = new ProjectFiles(files, { hidesKnown: false });
  const all = [...rows, ...extraHere(projects, cwd)];
  const widest = Math.max(...all.map(({ id }) => id.length));
  out(
    json ? `${JSON.stringify(all.map(asJson), undefined, 2)}\n` : `${all.map(row => line(row, widest)).join('\n')}\n`,
  );
  return tellProblems(projects, surroundings) ? exitCodes.failure : exitCodes.clean;
}

function line(row: Row, widest: number): string {
  return `${row.id.padEnd(widest)}  ${defaultSeverityOf(row).padEnd(11)}  ${row.title}`;
}

function asJson(row: Row) {
  const { id, aliases = [], component, title, deprecatedIn, removedIn, replacement, why, sources } = row;
  const safety = 'safety' in replacement ? replacement.safety : undefined;
  return {
    id,
    aliases,
    component,
    title,
    severity: defaultSeverityOf(row),
    deprecatedIn,
    removedIn,
    replacement: { kind: replacement.kind, to: replacementText(row) || undefined, safety },
    why,
    sources,
    docs: documentationOf(row),
  };
}
