/** `mender-lint explain RULE` */

import { exampleText, sinceText, yoctoSeverities } from '../../findings/rule-text.ts';
import { severityText } from '../../findings/severity.ts';
import { documentationOf, findRule } from '../../mender/catalogue.ts';
import type { Rule } from '../../mender/rule.ts';
import { symptomOf } from '../../mender/symptoms.ts';
import { jsonText } from '../../report/json-text.ts';
import { visible } from '../../text/visible.ts';
import { ProjectFiles } from '../../workspace/project-files.ts';
import { ruleAsJson } from '../formats/rule-json.ts';
import type { ListOptions } from '../list-format.ts';
import { noSuchRule } from '../no-such-rule.ts';
import { customRulesHere, printConfigurationErrors } from '../projects.ts';
import { say } from '../say.ts';
import { type CliContext, type ExitCode, exitCodes } from '../streams.ts';

export function explainCommand(id: string, { format }: ListOptions, context: CliContext): ExitCode {
  const { files, cwd, out } = context;
  const projects = new ProjectFiles(files, { excludesBaselined: false });
  const custom = customRulesHere(projects, cwd);
  const rule = findRule(id, custom);
  const failed = printConfigurationErrors(projects, context);
  if (!rule) {
    say(context, `mender-lint: ${noSuchRule(id, custom)}`);
    return exitCodes.failure;
  }
  out(format === 'json' ? `${jsonText({ ...ruleAsJson(rule), examples: rule.examples }, 2)}\n` : textOf(rule));
  return failed ? exitCodes.failure : exitCodes.clean;
}

function textOf(rule: Rule): string {
  const [example] = rule.examples;
  const page = documentationOf(rule);
  const lines = [
    `${rule.id}: ${rule.title.replaceAll('`', '')}`,
    `${severityText(rule)}, ${sinceText(rule)}`,
    '',
    rule.why,
    '',
    ...seen(rule),
    ...onYocto(rule),
    ...(example ? [exampleText(example), ''] : []),
    ...notReported(rule),
    ...(page === undefined ? [] : ['Sources:', ...rule.sources.map(source => `  ${source}`), '', page]),
  ];
  const text = lines.join('\n').trimEnd();
  return `${text.split('\n').map(visible).join('\n')}\n`;
}

function seen(rule: Rule): readonly string[] {
  const { prints = [], silent } = symptomOf(rule) ?? {};
  return [
    ...(prints.length > 0 ? ['What is printed:', ...prints.map(text => `    ${text}`), ''] : []),
    ...(silent === undefined ? [] : [silent, '']),
  ];
}

function onYocto(rule: Rule): readonly string[] {
  if (!rule.yocto) return [];
  const { releases, otherwise } = yoctoSeverities(rule);
  const width = Math.max(...releases.map(({ name }) => name.length));
  const lines = releases.map(({ name, severity }) => `    ${name.padEnd(width)}  ${severity ?? 'not reported'}`);
  return ['By release of Yocto:', ...lines, otherwise, ''];
}

/** Texts without a heading come first: after one with a heading they would seem to belong to it. */
function notReported({ quiet = [] }: Rule): readonly string[] {
  const texts = quiet.map(({ bad, path, target, yocto }) => {
    const where = [path, target && `target ${target}`, yocto && `built with ${yocto.join(' and ')}`].filter(Boolean);
    const text = bad.trimEnd().replace(/^/gm, '    ');
    return { isPlain: where.length === 0, text: where.length > 0 ? `  ${where.join(', ')}:\n${text}` : text };
  });
  const ordered = [...texts.filter(({ isPlain }) => isPlain), ...texts.filter(({ isPlain }) => !isPlain)];
  return texts.length === 0 ? [] : ['Not reported:', ordered.map(({ text }) => text).join('\n\n'), ''];
}
