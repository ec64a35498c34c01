/** `mender-lint explain RULE` */
import { documentationOf, findRow } from '../../catalogue/catalogue.ts';
import { exampleText, sinceText } from '../../findings/row-text.ts';
import { severityText } from '../../findings/severity.ts';
import { ProjectFiles } from '../../workspace/project-files.ts';
import { noSuchRule } from '../no-such-rule.ts';
import { extraHere, tellProblems } from '../projects.ts';
import { say } from '../say.ts';
import { type ExitCode, exitCodes, type Surroundings } from '../streams.ts';

export function explainCommand(id: string, surroundings: Surroundings): ExitCode {
  const { files, cwd, out } = surroundings;
  const projects = new ProjectFiles(files, { hidesKnown: false });
  const extra = extraHere(projects, cwd);
  const row = findRow(id, extra);
  const failed = tellProblems(projects, surroundings);
  if (!row) {
    say(surroundings, `mender-lint: ${noSuchRule(id, extra)}`);
    return exitCodes.failure;
  }
  const [example] = row.examples;
  const page = documentationOf(row);
  const lines = [
    `${row.id}: ${row.title.replaceAll('`', '')}`,
    `${severityText(row)}, ${sinceText(row)}`,
    '',
    row.why,
    '',
    ...(example ? [exampleText(example), ''] : []),
    ...(page === undefined ? [] : ['Sources:', ...row.sources.map(source => `  ${source}`), '', page]),
  ];
  out(`${lines.join('\n').trimEnd()}\n`);
  return failed ? exitCodes.failure : exitCodes.clean;
}
