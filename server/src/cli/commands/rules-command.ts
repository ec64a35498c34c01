/** `mender-lint rules`: the catalogue as a list, with the custom rules of the project around the current folder. */

import { defaultSeverityOf } from '../../findings/severity.ts';
import { allRules } from '../../mender/catalogue.ts';
import type { Rule } from '../../mender/rule.ts';
import { jsonText } from '../../report/json-text.ts';
import { visible } from '../../text/visible.ts';
import { ProjectFiles } from '../../workspace/project-files.ts';
import { ruleAsJson } from '../formats/rule-json.ts';
import type { ListOptions } from '../list-format.ts';
import { customRulesHere, printConfigurationErrors } from '../projects.ts';
import { type CliContext, type ExitCode, exitCodes } from '../streams.ts';

export function rulesCommand({ format }: ListOptions, context: CliContext): ExitCode {
  const { files, cwd, out } = context;
  const projects = new ProjectFiles(files, { excludesBaselined: false });
  const all = [...allRules, ...customRulesHere(projects, cwd)];
  const widest = Math.max(...all.map(({ id }) => id.length));
  const lines = all.map(rule => `${visible(line(rule, widest))}\n`);
  out(format === 'json' ? `${jsonText(all.map(ruleAsJson), 2)}\n` : lines.join(''));
  return printConfigurationErrors(projects, context) ? exitCodes.failure : exitCodes.clean;
}

function line(rule: Rule, widest: number): string {
  return `${rule.id.padEnd(widest)}  ${defaultSeverityOf(rule).padEnd(11)}  ${rule.title}`;
}
