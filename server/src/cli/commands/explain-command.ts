/** `mender-lint explain RULE` */
import { documentationOf, findRow } from '../../catalogue/catalogue.ts';
import type { Row } from '../../catalogue/row.ts';
import { symptomOf } from '../../catalogue/symptoms.ts';
import { visible } from '../../document/visible.ts';
import { exampleText, sinceText, yoctoSeverities } from '../../findings/row-text.ts';
import { severityText } from '../../findings/severity.ts';
import { jsonText } from '../../report/json-text.ts';
import { ProjectFiles } from '../../workspace/project-files.ts';
import { ruleAsJson } from '../formats/rule-json.ts';
import type { ListOptions } from '../list-format.ts';
import { noSuchRule } from '../no-such-rule.ts';
import { extraHere, tellProblems } from '../projects.ts';
import { say } from '../say.ts';
import { type ExitCode, exitCodes, type Surroundings } from '../streams.ts';

export function explainCommand(id: string, { format }: ListOptions, surroundings: Surroundings): ExitCode {
  const { files, cwd, out } = surroundings;
  const projects = new ProjectFiles(files, { hidesKnown: false });
  const extra = extraHere(projects, cwd);
  const row = findRow(id, extra);
  const failed = tellProblems(projects, surroundings);
  if (!row) {
    say(surroundings, `mender-lint: ${noSuchRule(id, extra)}`);
    return exitCodes.failure;
  }
  out(format === 'json' ? `${jsonText({ ...ruleAsJson(row), examples: row.examples }, 2)}\n` : textOf(row));
  return failed ? exitCodes.failure : exitCodes.clean;
}

function textOf(row: Row): string {
  const [example] = row.examples;
  const page = documentationOf(row);
  const lines = [
    `${row.id}: ${row.title.replaceAll('`', '')}`,
    `${severityText(row)}, ${sinceText(row)}`,
    '',
    row.why,
    '',
    ...seen(row),
    ...onYocto(row),
    ...(example ? [exampleText(example), ''] : []),
    ...notReported(row),
    ...(page === undefined ? [] : ['Sources:', ...row.sources.map(source => `  ${source}`), '', page]),
  ];
  const text = lines.join('\n').trimEnd();
  return `${text.split('\n').map(visible).join('\n')}\n`;
}

function seen(row: Row): readonly string[] {
  const { prints = [], silent } = symptomOf(row) ?? {};
  return [
    ...(prints.length > 0 ? ['What is printed:', ...prints.map(text => `    ${text}`), ''] : []),
    ...(silent === undefined ? [] : [silent, '']),
  ];
}

function onYocto(row: Row): readonly string[] {
  if (!row.yocto) return [];
  const { releases, otherwise } = yoctoSeverities(row);
  const width = Math.max(...releases.map(({ name }) => name.length));
  const lines = releases.map(({ name, severity }) => `    ${name.padEnd(width)}  ${severity ?? 'not found'}`);
  return ['By release of Yocto:', ...lines, otherwise, ''];
}

function notReported({ quiet = [] }: Row): readonly string[] {
  const texts = quiet.map(({ bad, path, target, yocto }) => {
    const where = [path, target && `target ${target}`, yocto && `built with ${yocto.join(' and ')}`].filter(Boolean);
    const text = bad.trimEnd().replace(/^/gm, '    ');
    return where.length > 0 ? `  ${where.join(', ')}:\n${text}` : text;
  });
  return texts.length === 0 ? [] : ['Not reported:', texts.join('\n\n'), ''];
}
