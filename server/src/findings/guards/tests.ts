/** Results of `test`, `[ ]`, `[[ ]]` and `(( ))`. */
import type { Test, Text, TextTestKind } from '../../usage/script.ts';
import { succeeds } from './answers.ts';
import { decidedAt } from './decisions.ts';
import type { Environment } from './environment.ts';
import { isEmpty, placeIn } from './facts.ts';
import { lineOf } from './read-line.ts';
import type { ScriptRun } from './script-run.ts';
import { both, either, FALSE, not, openAt, type Ternary, TRUE, UNKNOWN } from './ternary.ts';
import { textValue } from './texts.ts';
import { testValue } from './value-tests.ts';
import { knownValue, type Value } from './values.ts';

/** An unknown result is decided where the test is. */
export function decidedTest(run: ScriptRun, test: Test, at: number, runs: Ternary, environment: Environment): Ternary {
  const truth = testOutcome(run, test, at, runs, environment);
  if (truth.value === undefined) run.evaluation.states.noteTest(at, truth);
  return decidedAt(truth, at);
}

function testOutcome(run: ScriptRun, test: Test, at: number, runs: Ternary, environment: Environment): Ternary {
  switch (test.kind) {
    case 'unknown':
      return UNKNOWN;
    case 'not': {
      run.negated = !run.negated;
      const outcome = testOutcome(run, test.of, at, runs, environment);
      run.negated = !run.negated;
      return not(outcome);
    }
    case 'both':
      return test.of.reduce((all, part) => both(all, testOutcome(run, part, at, both(runs, all), environment)), TRUE);
    case 'either':
      return test.of.reduce((any, part) => {
        const outcome = testOutcome(run, part, at, both(runs, not(any)), environment);
        run.evaluation.states.noteEither(any, outcome);
        return either(any, outcome);
      }, FALSE);
    case 'text':
      return textOutcome(run, test, at, runs, environment);
    case 'file': {
      const value = textValue(run, test.file, runs, environment);
      run.evaluation.note(test.at, runs);
      if (run.negated) run.evaluation.noteNegated(test.at);
      run.evaluation.noteItem({ at: test.at, words: ['test'], sets: [], writes: false, leaves: undefined });
      const values = [knownValue(['test']), knownValue([test.operator]), value];
      const found = succeeds([lineOf(test.at, values, run.isWrapped)], undefined, run.installed);
      if (found.value === false) run.evaluation.noteProbed(found.no);
      return found;
    }
  }
}

function textOutcome(
  run: ScriptRun,
  test: Extract<Test, { kind: 'text' }>,
  at: number,
  runs: Ternary,
  environment: Environment,
): Ternary {
  // A test with a constant result is being written, or tried out.
  const isTried = isConstant(test.text) && isConstant(test.operand);
  const text = textValue(run, test.text, runs, environment);
  const operand = textValue(run, test.operand, runs, environment);
  if (isTried) return UNKNOWN;
  const truth = comparedOutcome(run, text, test.test, [operand]);
  if (truth.value !== undefined) run.evaluation.noteMeant(text.facts, truth);
  else if (text.ofNew || operand.ofNew) {
    run.evaluation.noteOfNew(at);
    // It depends on the new client in an unknown way.
    if (isEmpty(truth.yes) && isEmpty(truth.no)) run.evaluation.states.note(at, test.test, 'new');
  }
  return truth;
}

/** Whether a text is one of several; a text that shows a client's state probes for it where it was queried. */
export function comparedOutcome(run: ScriptRun, text: Value, test: TextTestKind, operands: readonly Value[]): Ternary {
  const { states } = run.evaluation;
  const truths = operands.map(operand => testValue(text, test, operand, run.installed));
  const truth = truths.reduce((any, next) => {
    states.noteEither(any, next);
    return either(any, next);
  }, FALSE);
  const words = test === 'equal' || test === 'glob' ? operands.flatMap(({ texts }) => texts ?? []) : [];
  if (truth.value === undefined) {
    const isState = text.state !== undefined && words.some(word => states.isPrinted(text.state!, word));
    return isState ? openAt(text.state!) : truth;
  }
  // A variable that is set if the client is in a state says nothing about the printed word.
  if (words.length === 0 || words.includes('*') || text.state === undefined) return truth;
  for (const place of [...text.facts.of].map(placeIn)) {
    if (states.isOf('old', place) && !words.some(word => states.isPrinted(place, word)))
      states.note(place, words.join('|'), 'old');
  }
  return truth;
}

/** A literal, or a text of literals. */
function isConstant(text: Text): boolean {
  return text.kind === 'literal' || (text.kind === 'joined' && text.parts.every(isConstant));
}
