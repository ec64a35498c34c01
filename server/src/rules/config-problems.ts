/** Problems of the JSON of a configuration, each as a match. */
import { EditBuilder } from '../fixes/fix.ts';
import { removeComment } from '../fixes/json-edit.ts';
import type { JsonProblem } from '../languages/json/json.ts';
import type { ConfigUse } from '../usage/usage.ts';
import { type ConfigRule, fix, found } from './config-match.ts';
import type { Match } from './occurrence.ts';

export function problemMatches(rule: ConfigRule, use: ConfigUse): Match[] {
  return problems(use).map(problem => problemMatch(rule, problem, use));
}

/** All comments and commas; of other problems only the first, since the rest may follow from it. */
function problems({ tree }: ConfigUse): readonly JsonProblem[] {
  const isPlain = (problem: JsonProblem) => problem.kind === 'comment' || problem.kind === 'trailing-comma';
  const first = tree.problems.find(problem => !isPlain(problem));
  const plain = firstAtEach(tree.problems.filter(isPlain));
  return first ? [...plain, first] : plain;
}

/** The first problem at each place. */
function firstAtEach(problems: readonly JsonProblem[]): readonly JsonProblem[] {
  const known = new Map<number, JsonProblem>();
  for (const problem of problems) if (!known.has(problem.start)) known.set(problem.start, problem);
  return [...known.values()];
}

function problemMatch(rule: ConfigRule, problem: JsonProblem, use: ConfigUse): Match {
  const { source } = use.tree;
  const uses: Readonly<Record<JsonProblem['kind'], string>> = {
    comment: 'This comment',
    'trailing-comma': 'This trailing comma',
    'single-quote': 'The single quote',
    empty: 'An empty file',
    syntax: `Invalid JSON (${problem.detail})`,
  };
  const fixes =
    problem.kind === 'comment'
      ? fix('Remove the comment', rule, removeComment(use.tree, problem))
      : problem.kind === 'trailing-comma'
        ? fix('Remove the trailing comma', rule, new EditBuilder().replace(source, problem, ''))
        : [];
  const end = Math.min(problem.end, source.text.length);
  return found(rule, { start: Math.min(problem.start, end), end }, uses[problem.kind], fixes, use);
}
