/** Branches of a decision, of which one is taken: all that are possible are evaluated. */
import type { Part, Step } from '../../usage/script.ts';
import { assignedIn } from './assigned-in.ts';
import { takenAt } from './decisions.ts';
import { Environment } from './environment.ts';
import { isEmpty, noFacts, union } from './facts.ts';
import { done, type Outcome } from './outcome.ts';
import type { ScriptRun } from './script-run.ts';
import { both, either, FALSE, not, ofAny, resting, type Ternary, TRUE } from './ternary.ts';
import { comparedOutcome } from './tests.ts';
import { textValue, variableValue } from './texts.ts';
import { anyOf, restingOn } from './values.ts';

interface Branch {
  readonly body: Part | undefined;
  readonly taken: Ternary;
  /** The test itself may end the script. */
  readonly testGoesOn: Ternary;
}

export function ifOutcome(
  run: ScriptRun,
  { branches, otherwise }: Extract<Step, { kind: 'if' }>,
  runs: Ternary,
  environment: Environment,
): Outcome {
  const possible: Branch[] = [];
  let rest = TRUE;
  for (const { test, body } of branches) {
    const tested = run.tested(test, both(runs, rest), environment);
    if (isIndifferent(run, tested.status)) run.evaluation.noteIndifferent(body.at);
    if (tested.status.value === undefined) run.evaluation.states.noteBranch(body.at, tested.status, false);
    const status = takenAt(tested.status, body.at);
    possible.push({ body, taken: both(rest, status), testGoesOn: tested.goesOn });
    rest = both(rest, not(status));
  }
  return branchesOutcome(run, possible, { body: otherwise, taken: rest, testGoesOn: TRUE }, runs, environment);
}

/** The unknown value depends on the state of the new client. */
function isIndifferent(run: ScriptRun, { value, yes, no }: Ternary): boolean {
  return value === undefined && (run.evaluation.restsOn('new', yes) || run.evaluation.restsOn('new', no));
}

export function caseOutcome(
  run: ScriptRun,
  { subject, branches }: Extract<Step, { kind: 'case' }>,
  runs: Ternary,
  environment: Environment,
): Outcome {
  const value = textValue(run, subject, runs, environment);
  const possible: Branch[] = [];
  let rest = TRUE;
  for (const { patterns, body } of branches) {
    if (value.argument || value.ofNew) run.evaluation.noteIndifferent(body.at);
    const operands = patterns.map(pattern => textValue(run, pattern, runs, environment));
    const matches = comparedOutcome(run, value, 'glob', operands);
    if (matches.value === undefined) run.evaluation.states.noteBranch(body.at, matches, value.ofNew === true);
    const decided = takenAt(matches, body.at);
    possible.push({ body, taken: both(rest, decided), testGoesOn: TRUE });
    rest = both(rest, not(decided));
  }
  return branchesOutcome(run, possible, { body: undefined, taken: rest, testGoesOn: TRUE }, runs, environment);
}

/** One of them is taken. */
function branchesOutcome(
  run: ScriptRun,
  branches: readonly Branch[],
  rest: Branch,
  runs: Ternary,
  environment: Environment,
): Outcome {
  const outcomes: { taken: Ternary; outcome: Outcome; scope: Environment; step: Step | undefined }[] = [];
  for (const { body, taken, testGoesOn } of [...branches, rest]) {
    const scope = new Environment(environment);
    const own = body ? run.part(body, both(runs, taken), scope) : done;
    const outcome = testGoesOn === TRUE ? own : { ...own, goesOn: both(testGoesOn, own.goesOn) };
    outcomes.push({ taken, outcome, scope, step: body?.step });
  }
  const possible = outcomes.filter(({ taken }) => taken.value !== false);
  const sure = possible.find(({ taken }) => taken.value === true);
  if (sure) environment.take(sure.scope, sure.taken.yes);
  else
    environment.takeAny(
      possible.map(({ scope }) => scope),
      name => variableValue(run, name, environment),
    );
  for (const { taken, step } of outcomes) if (step && taken.value === false) leaveAlone(run, environment, step, taken);
  const goes = outcomes.every(({ outcome }) => outcome.goesOn === TRUE)
    ? TRUE
    : outcomes.map(({ taken, outcome }) => both(taken, outcome.goesOn)).reduce(either, FALSE);
  const [leaver, ...otherLeavers] = possible.filter(({ outcome }) => outcome.goesOn !== TRUE);
  const why = leaver && otherLeavers.length === 0 && goes.value === undefined ? leaver.outcome.goesOn.no : noFacts;
  return {
    status: sure
      ? resting(sure.outcome.status, sure.taken.yes)
      : ofAny(possible.map(({ outcome, taken }) => resting(outcome.status, taken.yes))),
    goesOn: isEmpty(why) ? goes : { ...goes, no: union(goes.no, why) },
    printed: anyOf(possible.map(({ outcome, taken }) => restingOn(outcome.printed, taken.value ? taken.yes : noFacts))),
  };
}

/** The assignments of a branch, as far as it runs. */
export function takeBranch(
  run: ScriptRun,
  environment: Environment,
  branch: Environment,
  runs: Ternary,
  step: Step,
): void {
  if (runs.value === true) environment.take(branch, runs.yes);
  else if (runs.value === undefined)
    environment.takeAny([branch, new Environment()], name => variableValue(run, name, environment));
  else leaveAlone(run, environment, step, runs);
}

/** Variables of a branch that did not run keep their values for that reason. */
function leaveAlone(run: ScriptRun, environment: Environment, step: Step, runs: Ternary): void {
  if (isEmpty(runs.no)) return;
  for (const name of assignedIn(step)) environment.set(name, restingOn(variableValue(run, name, environment), runs.no));
}
