/** `mender-lint explain RULE` */
import { documentationOf, findRow } from '../catalogue/catalogue.ts';
import type { Row } from '../catalogue/row.ts';
import { symptomOf } from '../catalogue/symptoms.ts';
import { exampleText, sinceText } from '../findings/row-text.ts';
import { severityText } from '../findings/severity.ts';
import { ProjectFiles } from '../workspace/project-files.ts';
import { noSuchRule } from './no-such-rule.ts';
import { extraHere, tellProblems } from './projects.ts';
import { type ExitCode, exitCodes, type Surroundings } from './streams.ts';

export function explainCommand(id: string, surroundings: Surroundings): ExitCode {
  const { files, cwd, out, err } = surroundings;
  const projects = new ProjectFiles(files, { hidesKnown: false });
  const extra = extraHere(projects, cwd);
  const row = findRow(id, extra);
  const failed = tellProblems(projects, surroundings);
  if (!row) {
    err(`mender-lint: ${noSuchRule(id, extra)}\n`);
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
    ...seen(row),
    ...(example ? [exampleText(example), ''] : []),
    ...(page === undefined ? [] : ['Sources:', ...row.sources.map(source => `  ${source}`), '', page]),
  ];
  out(`${lines.join('\n').trimEnd()}\n`);
  return failed ? exitCodes.failure : exitCodes.clean;
}

function seen(row: Row): readonly string[] {
  const { prints = [], silent } = symptomOf(row) ?? {};
  return [
    ...(prints.length > 0 ? ['What is printed:', ...prints.map(text => `    ${text}`), ''] : []),
    ...(silent === undefined ? [] : [silent, '']),
  ];
}
