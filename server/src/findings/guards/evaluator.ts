/**
 * Evaluates a script for a device, as far as its text says: every part in the order in which it runs, with the possible
 * values of its variables. Branches that may or may not run are both evaluated; parts that certainly do not run are
 * noted, too.
 */
import { DEEPEST_CALL, MOST_STEPS } from '../../text/limits.ts';
import type { ListStep, Part, Script, Step } from '../../usage/script.ts';
import { PRESENT, runsNew } from './answers.ts';
import { caseOutcome, ifOutcome, takeBranch } from './branches.ts';
import { commandOutcome } from './commands.ts';
import { bothInTurn, failingWith, reachedAfter } from './decisions.ts';
import { Environment } from './environment.ts';
import { Evaluation } from './evaluation.ts';
import { noFacts } from './facts.ts';
import { forOutcome, linesOutcome, loopOutcome } from './loops.ts';
import {
  done,
  type Enclosing,
  maybePrinted,
  type Outcome,
  printedAfter,
  statusWith,
  unknownOutcome,
} from './outcome.ts';
import { pipelineOutcome } from './pipelines.ts';
import type { ReadLine } from './read-line.ts';
import type { ScriptRun } from './script-run.ts';
import { both, either, FALSE, not, type Ternary, TRUE, UNKNOWN } from './ternary.ts';
import { decidedTest } from './tests.ts';
import type { Installed, Value } from './values.ts';

export function evaluate(script: Script, installed: Installed, isWrapped: boolean): Evaluation {
  const evaluator = new Evaluator(script, installed, isWrapped);
  evaluator.run();
  return evaluator.evaluation;
}

class Evaluator implements ScriptRun {
  readonly evaluation = new Evaluation();
  readonly installed: Installed;
  readonly isWrapped: boolean;
  readonly assigned: ReadonlySet<string>;
  readonly functions = new Map<string, Part>();
  readonly lines = new Map<Step, ReadLine>();
  enclosing: readonly Enclosing[] = [];
  lastStatus = TRUE;
  round: object | undefined;
  negated = false;
  readonly #script: Script;
  readonly #called = new Set<Part>();
  #depth = 0;
  #steps = 0;

  constructor(script: Script, installed: Installed, isWrapped: boolean) {
    this.#script = script;
    this.isWrapped = isWrapped;
    this.installed = installed;
    this.assigned = script.assigned;
  }

  run(): void {
    this.#declare(this.#script.list);
    const environment = new Environment();
    this.evaluation.noteLast(this.#list(this.#script.list, TRUE, environment).status);
    // A function that nothing in the script calls may be called from anywhere.
    for (const body of this.functions.values()) if (!this.#called.has(body)) this.#uncalled(body, environment);
  }

  #uncalled(body: Part, environment: Environment): void {
    this.#called.add(body);
    this.within('function', () => this.part(body, TRUE, new Environment(environment)));
  }

  /** Functions can be called before the text reaches them. */
  #declare({ parts }: ListStep): void {
    for (const { step } of parts) {
      if (step.kind === 'list') this.#declare(step);
      if (step.kind === 'function' && !this.functions.has(step.name)) this.functions.set(step.name, step.body);
    }
  }

  within<T>(kind: Enclosing['kind'], work: (enclosing: Enclosing) => T): T {
    const before = this.enclosing;
    const enclosing: Enclosing = { kind, left: [] };
    this.enclosing = kind === 'loop' ? [...before, enclosing] : [...before.filter(isProcess), enclosing];
    const result = work(enclosing);
    this.enclosing = before;
    return result;
  }

  part({ at, step }: Part, runs: Ternary, environment: Environment): Outcome {
    this.evaluation.note(at, runs);
    return this.#step(step, at, runs, environment);
  }

  /** POSIX, "set": the last command of a chain is not ignored. */
  tested(part: Part, runs: Ternary, environment: Environment): Outcome {
    const { leavesOnFailure } = environment;
    environment.leavesOnFailure = false;
    const outcome = this.part(part, runs, environment);
    environment.leavesOnFailure = leavesOnFailure;
    return outcome;
  }

  #step(step: Step, at: number, runs: Ternary, environment: Environment): Outcome {
    if (this.#steps++ > MOST_STEPS) return unknownOutcome;
    switch (step.kind) {
      case 'list':
        return this.#list(step, runs, environment);
      case 'chain':
        return this.#chain(step, runs, environment);
      case 'if':
        return ifOutcome(this, step, runs, environment);
      case 'case':
        return caseOutcome(this, step, runs, environment);
      case 'loop':
        return loopOutcome(this, step, runs, environment);
      case 'for':
        return forOutcome(this, step, runs, environment);
      case 'lines':
        return linesOutcome(this, step, runs, environment);
      case 'function':
        this.functions.set(step.name, step.body);
        return done;
      case 'subshell':
        return this.process(step.body, runs, environment);
      case 'background':
        this.process(step.body, runs, environment);
        return done;
      case 'not': {
        this.negated = !this.negated;
        const outcome = this.tested(step.of, runs, environment);
        this.negated = !this.negated;
        return { ...outcome, status: not(outcome.status) };
      }
      case 'pipeline':
        return pipelineOutcome(this, step.parts, at, runs, environment);
      case 'test':
        this.evaluation.noteItem({ at, words: ['test'], sets: [], writes: false, leaves: undefined });
        return { ...done, status: decidedTest(this, step.test, at, runs, environment) };
      case 'command':
        return commandOutcome(this, step, at, runs, environment);
      case 'unknown':
        return unknownOutcome;
    }
  }

  #list({ parts, broken }: ListStep, runs: Ternary, environment: Environment): Outcome {
    let outcome = done;
    let scope = environment;
    for (const part of parts) {
      const reached = reachedAfter(this, runs, outcome.goesOn);
      // A part that is not reached is evaluated all the same, and its assignments are forgotten after it.
      if (outcome.goesOn.value === false && scope === environment) scope = new Environment(environment);
      const next = this.part(part, reached, scope);
      const leaves = leavesOnFailure(part.step, scope) ? this.#mayLeave(next.status, reached) : TRUE;
      outcome = {
        status: next.status,
        goesOn: broken ? TRUE : both(outcome.goesOn, both(next.goesOn, leaves)),
        // The output of a list is joined only if something reads it: the list may be a script of any length.
        printed: this.#isHeard ? printedAfter(outcome.printed, next.printed) : next.printed,
      };
      scope.status = next.status;
    }
    return outcome;
  }

  /** `set -e`: a failure ends the script, but statements after a use of the old client are evaluated all the same. */
  #mayLeave(status: Ternary, reached: Ternary): Ternary {
    if (status.value === false) {
      if (reached.value !== false) this.evaluation.noteEnding(status.no);
      return either(status, FALSE);
    }
    if (!this.evaluation.restsOn('old', status.no)) return TRUE;
    this.evaluation.noteEnding(status.no);
    return { value: undefined, yes: noFacts, no: status.no };
  }

  #chain({ parts, operators }: Extract<Step, { kind: 'chain' }>, runs: Ternary, environment: Environment): Outcome {
    let outcome = this.tested(parts[0]!, runs, environment);
    let isAsked = false;
    operators.forEach((operator, index) => {
      const decides = operator === '&&' ? outcome.status : not(outcome.status);
      isAsked ||= operator === '&&' && decides === PRESENT;
      const branch = new Environment(environment);
      branch.status = outcome.status;
      const reached = both(runs, both(outcome.goesOn, decides));
      const isLast = index === operators.length - 1;
      const next = this[isLast ? 'part' : 'tested'](parts[index + 1]!, reached, branch);
      const own = isAsked && operator === '&&' ? this.#attempt(parts[index + 1]!.step, next.status) : next.status;
      takeBranch(this, environment, branch, decides, parts[index + 1]!.step);
      if (operator === '||' && isTest(parts[index + 1]!.step))
        this.evaluation.states.noteEither(outcome.status, next.status);
      const join = operator === '||' ? either : this.#isState(outcome.status) ? both : bothInTurn;
      const joint = join(outcome.status, own);
      // A use of the old client fails whenever it is reached, and then the whole chain has failed.
      const status = operator === '&&' ? failingWith(this, joint, own) : joint;
      const follows = either(not(decides), next.goesOn);
      outcome = {
        status,
        goesOn: both(outcome.goesOn, follows),
        printed: maybePrinted(outcome.printed, next.printed, decides),
      };
    });
    return outcome;
  }

  /** Where the state of the new client decides, the consequences of a no are independent of those of a yes. */
  #isState({ no }: Ternary): boolean {
    return [...no.of].some(fact => this.evaluation.states.isState(fact));
  }

  /** After a test that has found the new client, its programs are assumed to succeed. */
  #attempt(step: Step, status: Ternary): Ternary {
    if (status.value !== undefined || step.kind !== 'command') return status;
    const line = this.lines.get(step);
    return line && runsNew(line) ? TRUE : status;
  }

  heard(body: Part, runs: Ternary, environment: Environment): Outcome {
    const before = this.#isHeard;
    this.#isHeard = true;
    const outcome = this.process(body, runs, environment);
    this.#isHeard = before;
    return outcome;
  }
  #isHeard = false;

  /** `exit` ends only the process, and its assignments are forgotten. */
  process(body: Part, runs: Ternary, environment: Environment): Outcome {
    return this.within('process', process => {
      const outcome = this.part(body, runs, new Environment(environment));
      return { ...outcome, status: statusWith(process, outcome), goesOn: TRUE };
    });
  }

  /** An argument of another command, such as `trap cleanup EXIT`, may be called by it. */
  mayCall(name: string, runs: Ternary, environment: Environment): void {
    const body = this.functions.get(name);
    if (!body || this.#depth > DEEPEST_CALL) return;
    this.#called.add(body);
    this.#depth++;
    this.within('function', () => this.part(body, runs, new Environment(environment)));
    this.#depth--;
  }

  call(body: Part, args: readonly Value[], runs: Ternary, environment: Environment): Outcome {
    this.#called.add(body);
    if (this.#depth > DEEPEST_CALL) {
      this.evaluation.note(body.at, UNKNOWN);
      return unknownOutcome;
    }
    this.#depth++;
    const before = environment.args;
    environment.args = args;
    const outcome = this.within('function', called => {
      const inside = this.part(body, runs, environment);
      // An early exit that is never reached ends nothing: the statements after it are skipped for the same reason.
      const isLeft = called.left.some(({ runs: left }) => left.value !== false || runs.value === false);
      return { ...inside, status: statusWith(called, inside), goesOn: isLeft ? TRUE : inside.goesOn };
    });
    environment.args = before;
    this.#depth--;
    return outcome;
  }
}

function isProcess({ kind }: Enclosing): boolean {
  return kind === 'process';
}

/** `set -e`: a plain command that fails ends the script. */
function leavesOnFailure({ kind }: Step, environment: Environment): boolean {
  return environment.leavesOnFailure && (kind === 'command' || kind === 'pipeline' || kind === 'subshell');
}

function isTest(step: Step): boolean {
  return step.kind === 'test' || (step.kind === 'command' && step.test !== undefined);
}
