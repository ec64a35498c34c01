/** Commands: what they set, which client they name, their status and output. */
import { isShell } from '../../programs/programs.ts';
import { errexitSet, pipefailSet } from '../../programs/shells.ts';
import type { CommandStep } from '../../usage/script.ts';
import { isOfNew, isOldAction, printed, succeeds } from './answers.ts';
import { decidedAt } from './decisions.ts';
import { Environment } from './environment.ts';
import { isEmpty } from './facts.ts';
import { withoutNames } from './items.ts';
import { namedClients } from './named-clients.ts';
import { done, nothing, type Outcome } from './outcome.ts';
import { lineOf, type ReadLine } from './read-line.ts';
import type { ScriptRun } from './script-run.ts';
import { probedState } from './states.ts';
import { FALSE, known, type Ternary, TRUE } from './ternary.ts';
import { decidedTest } from './tests.ts';
import { textValue, textWords } from './texts.ts';
import { testValue } from './value-tests.ts';
import { knownValue, type Value } from './values.ts';

export function commandOutcome(
  run: ScriptRun,
  step: CommandStep,
  at: number,
  runs: Ternary,
  environment: Environment,
): Outcome {
  let substituted = TRUE;
  const sets: { name: string; at: number; texts: readonly string[] }[] = [];
  for (const { name, at: place, value } of step.assignments) {
    run.evaluation.note(place, runs);
    const set = textValue(run, value, runs, environment);
    if (value.kind === 'output') substituted = run.lastStatus;
    environment.set(name, set);
    sets.push({ name, at: place, texts: set.texts ?? [] });
  }
  for (const text of step.wrapping) textValue(run, text, runs, environment);
  const values = step.test
    ? [knownValue(['test'])]
    : step.words.flatMap(text => textWords(run, text, runs, environment));
  const line = lineOf(step.at, values, run.isWrapped);
  run.lines.set(step, line);
  const words = line.texts;
  const leaves = leavingOf(words, environment.status);
  run.evaluation.noteItem({ at, words, sets, writes: step.writes, leaves });
  if (!step.test && !line.known.quiet)
    for (const value of values) if (value.filled === false) run.evaluation.noteLacking(value.facts);
  if (isOfNew(line)) run.evaluation.noteOfNew(step.at);
  if (isOldAction(line)) run.evaluation.noteOldAction(step.at);
  if (run.negated) run.evaluation.noteNegated(step.at);
  const state = probedState(line);
  if (state) run.evaluation.states.note(step.at, state.kind, state.generation);
  if (!step.script && !step.test)
    run.evaluation.noteNamed(step.at, namedClients(values), runs, run.round ?? {}, withoutNames(words));
  const outcome = ranOutcome(run, step, line, runs, environment, substituted);
  return step.replaces ? { ...outcome, goesOn: FALSE } : outcome;
}

function ranOutcome(
  run: ScriptRun,
  step: CommandStep,
  line: ReadLine,
  runs: Ternary,
  environment: Environment,
  substituted: Ternary,
): Outcome {
  if (step.test) return { ...done, status: decidedTest(run, step.test, step.at, runs, environment) };
  if (step.script) return run.process(step.script, runs, withGiven(run, step, line, runs, environment));
  if (line.values.length === 0) return { ...done, status: substituted };
  const input = step.input && textValue(run, step.input, runs, environment);
  const outcome = programOutcome(run, line, step, input, runs, environment);
  return step.quiet ? { ...outcome, printed: nothing } : outcome;
}

/** `M=mender sh -c '$M commit'` */
function withGiven(
  run: ScriptRun,
  { given }: CommandStep,
  { texts }: ReadLine,
  runs: Ternary,
  environment: Environment,
): Environment {
  const child = new Environment(environment);
  const shell = texts.findIndex(isShell);
  if (shell >= 0) {
    // Another shell has its own options.
    const args = texts.slice(shell + 1);
    child.leavesOnFailure = errexitSet(args) ?? false;
    child.failsInPipe = pipefailSet(args) ?? false;
  }
  for (const { name, value } of given) child.set(name, textValue(run, value, runs, environment));
  return child;
}

function programOutcome(
  run: ScriptRun,
  line: ReadLine,
  step: CommandStep,
  input: Value | undefined,
  runs: Ternary,
  environment: Environment,
): Outcome {
  const [name = '', ...args] = line.texts;
  // `if $IS_NEW`, with `true` or `false` in it
  if (step.words[0]?.kind === 'variable' && args.length === 0 && /^(?:true|false)?$/.test(name))
    return { ...done, status: testValue(line.values[0]!, 'equal', knownValue(['true']), run.installed) };
  switch (name) {
    case 'true':
    case ':':
    case 'local':
    case 'export':
    case 'readonly':
    case 'declare':
    case 'typeset':
      return done;
    case 'false':
      return { ...done, status: FALSE };
    case 'set':
      environment.leavesOnFailure = errexitSet(args) ?? environment.leavesOnFailure;
      environment.failsInPipe = pipefailSet(args) ?? environment.failsInPipe;
      return done;
    case 'exit':
    case 'return':
    case 'break':
    case 'continue':
      return leaveOutcome(run, name, line.values[1], runs, environment);
  }
  for (const word of args) run.mayCall(word, runs, environment);
  const body = run.functions.get(name);
  if (body) {
    const outcome = run.call(body, line.values.slice(1), runs, environment);
    // `retry mender commit`: the status of the loop in it is that of the command.
    const isOpen = isEmpty(outcome.status.yes) && isEmpty(outcome.status.no);
    return isOpen ? { ...outcome, status: decidedAt(outcome.status, line.at) } : outcome;
  }
  const status = line.known.prints ? TRUE : succeeds([line], input, run.installed);
  return answered(run, status, printed([line], input, run.installed));
}

export function answered(run: ScriptRun, status: Ternary, spoken: Value): Outcome {
  if (status.value === false) run.evaluation.noteProbed(status.no);
  run.evaluation.noteProbed(spoken.facts);
  return { status, goesOn: TRUE, printed: spoken };
}

function leaveOutcome(
  run: ScriptRun,
  word: string,
  operand: Value | undefined,
  runs: Ternary,
  environment: Environment,
): Outcome {
  const status = operand === undefined ? environment.status : testValue(operand, 'eq', success, run.installed);
  const kinds = { exit: ['process'], return: ['function', 'process'], break: ['loop'], continue: ['loop'] }[word]!;
  const target = run.enclosing.findLast(({ kind }) => kinds.includes(kind));
  target?.left.push({ runs, status: target.kind === 'loop' ? known(word === 'break') : status });
  return { status, goesOn: FALSE, printed: nothing };
}

const success = knownValue(['0']);

function leavingOf([name = '', operand]: readonly string[], status: Ternary): 'well' | 'badly' | undefined {
  if (name === 'break' || name === 'continue') return 'well';
  if (name !== 'exit' && name !== 'return') return undefined;
  if (operand === undefined) return status.value === false ? 'badly' : 'well';
  return operand === '0' ? 'well' : 'badly';
}
