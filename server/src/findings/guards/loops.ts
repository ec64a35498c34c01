/** Loops: assignments of the first round apply to all later ones, and what breaks off the last one. */

import { MOST_LOOP_VALUES, MOST_ROUNDS_DEEP } from '../../text/limits.ts';
import type { Part, Step, Text } from '../../usage/script.ts';
import { reachedAfter } from './decisions.ts';
import { Environment } from './environment.ts';
import { isEmpty, noFacts } from './facts.ts';
import { namedClients } from './named-clients.ts';
import { type Outcome, unknownOutcome } from './outcome.ts';
import type { ScriptRun } from './script-run.ts';
import { both, either, known, not, type Ternary, TRUE, UNKNOWN } from './ternary.ts';
import { fieldsOf, textValue, textWords, variableValue } from './texts.ts';
import { knownValue, unknownValue, type Value } from './values.ts';

export function loopOutcome(
  run: ScriptRun,
  { until, test, body }: Extract<Step, { kind: 'loop' }>,
  runs: Ternary,
  environment: Environment,
): Outcome {
  return run.within('loop', loop => {
    let again = TRUE;
    let last = TRUE;
    const depth = run.enclosing.filter(({ kind }) => kind === 'loop').length;
    // Assignments of the first round apply to all later ones.
    for (let round = 0; round < (depth > MOST_ROUNDS_DEEP ? 1 : 2); round++) {
      const scope = new Environment(environment);
      const tested = run.tested(test, runs, scope);
      again = until ? not(tested.status) : tested.status;
      const inside = run.part(body, both(runs, again), scope);
      last = inside.goesOn;
      environment.takeAny([scope, new Environment()], name => variableValue(run, name, environment));
      if (inside.goesOn.value === false && loop.left.length === 0)
        return { ...unknownOutcome, goesOn: either(not(again), both(again, inside.goesOn)) };
    }
    const isLeft = loop.left.some(({ runs: left }) => left.value !== false);
    if (last.value === undefined && run.evaluation.restsOn('old', last.no))
      return { ...unknownOutcome, goesOn: { value: undefined, yes: noFacts, no: last.no } };
    const isEndless = again.value === true && !isEmpty(again.yes) && !isLeft;
    if (isEndless) run.evaluation.noteEndless(again.yes);
    return { status: UNKNOWN, goesOn: isEndless ? known(false, again.yes) : TRUE, printed: unknownValue };
  });
}

export function forOutcome(
  run: ScriptRun,
  { variable, values, body }: Extract<Step, { kind: 'for' }>,
  runs: Ternary,
  environment: Environment,
): Outcome {
  const rounds = loopValues(run, values, runs, environment).map(value => [value]);
  return roundsOutcome(run, [variable], rounds, body, runs, environment);
}

/** With more lines than are evaluated, their texts are unknown. */
export function linesOutcome(
  run: ScriptRun,
  { names, lines, body }: Extract<Step, { kind: 'lines' }>,
  runs: Ternary,
  environment: Environment,
): Outcome {
  const rounds =
    lines.length > MOST_LOOP_VALUES
      ? [names.map(() => unknownValue)]
      : lines.map(fields => fields.map(field => textValue(run, field, runs, environment)));
  return roundsOutcome(run, names, rounds, body, runs, environment);
}

function roundsOutcome(
  run: ScriptRun,
  names: readonly string[],
  rounds: readonly (readonly Value[])[],
  body: Part,
  runs: Ternary,
  environment: Environment,
): Outcome {
  const outer = run.round;
  if (names.some((_, position) => namesBoth(rounds.map(values => values[position]!)))) run.round ??= {};
  const outcome = eachOutcome(run, names, rounds, body, runs, environment);
  run.round = outer;
  return outcome;
}

function eachOutcome(
  run: ScriptRun,
  names: readonly string[],
  rounds: readonly (readonly Value[])[],
  body: Part,
  runs: Ternary,
  environment: Environment,
): Outcome {
  return run.within('loop', loop => {
    let goes = TRUE;
    // Cut off by a use of the old client that fails.
    let lost = TRUE;
    let status = UNKNOWN;
    for (const values of rounds) {
      for (const [position, name] of names.entries()) environment.set(name, values[position]!);
      const left = loop.left.length;
      const inside = run.part(body, reachedAfter(run, both(runs, goes), lost), environment);
      status = inside.status;
      const breaks = loop.left.slice(left).filter(({ status: isBreak }) => isBreak === TRUE);
      goes = breaks.length > 0 ? both(goes, not(breaks.map(({ runs: at }) => at).reduce(either))) : goes;
      const { value: goesOn, no } = inside.goesOn;
      if (goesOn === undefined && run.evaluation.restsOn('old', no))
        lost = both(lost, { value: undefined, yes: noFacts, no });
      if (inside.goesOn.value === false && loop.left.length === left)
        return { ...unknownOutcome, goesOn: inside.goesOn };
    }
    return { status, goesOn: lost, printed: unknownValue };
  });
}

function loopValues(
  run: ScriptRun,
  texts: readonly Text[] | undefined,
  runs: Ternary,
  environment: Environment,
): readonly Value[] {
  const words = (texts ?? []).flatMap(text =>
    text.kind === 'elements'
      ? textWords(run, text, runs, environment)
      : fieldsOf(textValue(run, text, runs, environment)),
  );
  return words.length === 0 || words.length > MOST_LOOP_VALUES ? [unknownValue] : words;
}

function namesBoth(values: readonly Value[]): boolean {
  const named = values.map(value => namedClients([knownValue(['']), value]));
  return named.some(each => each.oldAlone) && named.some(each => each.new);
}
