/** The options files that a run used. */

import { type CheckOptions, defaultCheckOptions } from '../findings/check.ts';
import type { Rule } from '../mender/rule.ts';
import type { Origin, Target } from '../mender/version.ts';
import type { ProjectProblem } from '../options/project-file.ts';
import { linesOf } from '../text/lines.ts';
import { joined } from '../workspace/file-system.ts';
import type { ProjectFiles } from '../workspace/project-files.ts';
import { say } from './say.ts';
import { absolute } from './scan.ts';
import type { CliContext } from './streams.ts';

/** Whether there are mistakes in them: the command then fails. */
export function printConfigurationErrors(projects: ProjectFiles, context: CliContext): boolean {
  const broken = projects.read().filter(({ problems }) => problems.length > 0);
  for (const { path, text, problems } of broken) {
    const lines = linesOf(text);
    for (const { start, message } of worthSaying(problems)) {
      const { line, character } = lines.positionAt(start);
      say(context, `${path}:${line + 1}:${character + 1}: ${message}`);
    }
  }
  return broken.length > 0;
}

/** After the first syntax error everything is misread, so that further problems mean nothing. */
function worthSaying(problems: readonly ProjectProblem[]): readonly ProjectProblem[] {
  const first = problems.find(({ isSyntax }) => isSyntax);
  return first ? [first] : problems;
}

/** Those for files in the current folder. */
export function releasesHere(projects: ProjectFiles, cwd: string): { readonly target: Target; readonly from: Origin } {
  const { target, from = 'any' } = optionsHere(projects, cwd);
  return { target, from };
}

/** Custom rules of the project around the current folder. */
export function customRulesHere(projects: ProjectFiles, cwd: string): readonly Rule[] {
  return optionsHere(projects, cwd).custom?.rules ?? [];
}

function optionsHere(projects: ProjectFiles, cwd: string): CheckOptions {
  const here = absolute(cwd, '.');
  return projects.optionsFor(joined(here, 'any'), defaultCheckOptions);
}
