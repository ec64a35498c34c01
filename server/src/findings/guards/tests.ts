/** What `test`, `[ ]`, `[[ ]]` and `(( ))` come to. */
import type { Test, Text } from '../../usage/script.ts';
import { lineOf, succeeds } from './answers.ts';
import type { Environment } from './environment.ts';
import type { ScriptRun } from './script-run.ts';
import { textValue } from './texts.ts';
import { both, either, FALSE, not, TRUE, type Truth, UNKNOWN } from './truth.ts';
import { knownValue, testValue } from './values.ts';

export function testOutcome(run: ScriptRun, test: Test, runs: Truth, environment: Environment): Truth {
  switch (test.kind) {
    case 'unknown':
      return UNKNOWN;
    case 'not':
      return not(testOutcome(run, test.of, runs, environment));
    case 'both':
      return test.of.reduce((all, part) => both(all, testOutcome(run, part, both(runs, all), environment)), TRUE);
    case 'either':
      return test.of.reduce(
        (any, part) => either(any, testOutcome(run, part, both(runs, not(any)), environment)),
        FALSE,
      );
    case 'text': {
      // A test that says the same at all times is being written, or tried out.
      const isTried = isConstant(test.text) && isConstant(test.operand);
      const [text, operand] = [test.text, test.operand].map(side => textValue(run, side, runs, environment));
      if (isTried) return UNKNOWN;
      const truth = testValue(text!, test.test, operand!, run.installed);
      if (truth.value === undefined && (text!.ofNew || operand!.ofNew)) run.evaluation.noteOfNew(test.at);
      if (truth.value !== undefined) run.evaluation.noteMeant(text!.facts, truth);
      return truth;
    }
    case 'file': {
      const value = textValue(run, test.file, runs, environment);
      run.evaluation.note(test.at, runs);
      run.evaluation.noteItem({ at: test.at, words: ['test'], sets: [], writes: false, leaves: undefined });
      const values = [knownValue(['test']), knownValue([test.operator]), value];
      return succeeds([lineOf(test.at, values, run.isWrapped)], undefined, run.installed);
    }
  }
}

/** Written as it is, or put together from what is. */
function isConstant(text: Text): boolean {
  return text.kind === 'literal' || (text.kind === 'joined' && text.parts.every(isConstant));
}
