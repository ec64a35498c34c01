/** `mender-lint rules`: the catalogue as a list, with the rules of the project that the current folder is in. */
import { rows } from '../../catalogue/catalogue.ts';
import type { Row } from '../../catalogue/row.ts';
import { visible } from '../../document/visible.ts';
import { defaultSeverityOf } from '../../findings/severity.ts';
import { jsonText } from '../../report/json-text.ts';
import { ProjectFiles } from '../../workspace/project-files.ts';
import { ruleAsJson } from '../formats/rule-json.ts';
import type { ListOptions } from '../list-format.ts';
import { extraHere, tellProblems } from '../projects.ts';
import { type ExitCode, exitCodes, type Surroundings } from '../streams.ts';

export function rulesCommand({ format }: ListOptions, surroundings: Surroundings): ExitCode {
  const { files, cwd, out } = surroundings;
  const projects = new ProjectFiles(files, { hidesKnown: false });
  const all = [...rows, ...extraHere(projects, cwd)];
  const widest = Math.max(...all.map(({ id }) => id.length));
  const lines = all.map(row => `${visible(line(row, widest))}\n`);
  out(format === 'json' ? `${jsonText(all.map(ruleAsJson), 2)}\n` : lines.join(''));
  return tellProblems(projects, surroundings) ? exitCodes.failure : exitCodes.clean;
}

function line(row: Row, widest: number): string {
  return `${row.id.padEnd(widest)}  ${defaultSeverityOf(row).padEnd(11)}  ${row.title}`;
}
