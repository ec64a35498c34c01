/**
 * Evaluates a script for a device, as far as its text says: every part in the order in which it runs, with the values that its
 * variables then can have. Branches that may or may not run are both gone through; what is sure to be left out is noted too.
 */
import type { CommandStep, ListStep, Part, Script, Step, Test, Text } from '../../usage/script.ts';
import { isOfNew, isOldDeed, PRESENT, printed, type ReadLine, runsNew, succeeds } from './answers.ts';
import { assignedIn } from './assigned-in.ts';
import { bothInTurn, decidedAt, takenAt } from './decisions.ts';
import { Environment } from './environment.ts';
import { Evaluation } from './evaluation.ts';
import { isEmpty, noFacts, union } from './facts.ts';
import { namedClients } from './named-clients.ts';
import {
  done,
  type Enclosing,
  maybePrinted,
  nothing,
  type Outcome,
  printedAfter,
  statusWith,
  unknownOutcome,
} from './outcome.ts';
import { both, either, FALSE, known, not, ofAny, resting, TRUE, type Truth, UNKNOWN } from './truth.ts';
import {
  anyOf,
  argumentValue,
  givenVersion,
  type Installed,
  joinedValue,
  knownValue,
  orDefault,
  restingOn,
  testValue,
  unknownValue,
  type Value,
  versionValue,
} from './values.ts';

const DEEPEST_CALL = 6;
/** Commands that are evaluated; what a longer run comes to is not known. */
const MOST_STEPS = 60_000;
const MOST_VALUES = 8;

/** Loops in loops that are gone through twice. */
const MOST_ROUNDS_DEEP = 3;

export function evaluate(script: Script, installed: Installed): Evaluation {
  const evaluator = new Evaluator(script, installed);
  evaluator.run();
  return evaluator.evaluation;
}

class Evaluator {
  readonly evaluation = new Evaluation();
  readonly #script: Script;
  readonly #installed: Installed;
  readonly #functions = new Map<string, Part>();
  readonly #called = new Set<Part>();
  #enclosing: readonly Enclosing[] = [];
  #depth = 0;
  #steps = 0;

  constructor(script: Script, installed: Installed) {
    this.#script = script;
    this.#installed = installed;
  }

  run(): void {
    this.#declare(this.#script.list);
    const environment = new Environment();
    this.#list(this.#script.list, TRUE, environment);
    // A function that nothing in the script calls may be called from anywhere.
    for (const body of this.#functions.values()) if (!this.#called.has(body)) this.#uncalled(body, environment);
  }

  #uncalled(body: Part, environment: Environment): void {
    this.#called.add(body);
    this.#within('function', () => this.#part(body, TRUE, new Environment(environment)));
  }

  /** Functions can be called before the text comes to them. */
  #declare({ parts }: ListStep): void {
    for (const { step } of parts) {
      if (step.kind === 'list') this.#declare(step);
      if (step.kind === 'function' && !this.#functions.has(step.name)) this.#functions.set(step.name, step.body);
    }
  }

  #within<T>(kind: Enclosing['kind'], work: (enclosing: Enclosing) => T): T {
    const before = this.#enclosing;
    const enclosing: Enclosing = { kind, left: [] };
    this.#enclosing = kind === 'loop' ? [...before, enclosing] : [...before.filter(isProcess), enclosing];
    const result = work(enclosing);
    this.#enclosing = before;
    return result;
  }

  #part({ at, step }: Part, runs: Truth, environment: Environment): Outcome {
    this.evaluation.note(at, runs);
    return this.#step(step, at, runs, environment);
  }

  #step(step: Step, at: number, runs: Truth, environment: Environment): Outcome {
    if (this.#steps++ > MOST_STEPS) return unknownOutcome;
    switch (step.kind) {
      case 'list':
        return this.#list(step, runs, environment);
      case 'chain':
        return this.#chain(step, runs, environment);
      case 'if':
        return this.#if(step, runs, environment);
      case 'case':
        return this.#case(step, runs, environment);
      case 'loop':
        return this.#loop(step, runs, environment);
      case 'for':
        return this.#for(step, runs, environment);
      case 'function':
        this.#functions.set(step.name, step.body);
        return done;
      case 'subshell':
        return this.#process(step.body, runs, environment);
      case 'background':
        this.#process(step.body, runs, environment);
        return done;
      case 'not': {
        const outcome = this.#part(step.of, runs, environment);
        return { ...outcome, status: not(outcome.status) };
      }
      case 'pipeline':
        return this.#pipeline(step.parts, at, runs, environment);
      case 'test':
        this.evaluation.noteItem({ at, words: ['test'], sets: [], writes: false, leaves: undefined });
        return { ...done, status: decidedAt(this.#test(step.test, runs, environment), at) };
      case 'command':
        return this.#command(step, at, runs, environment);
      case 'unknown':
        return unknownOutcome;
    }
  }

  #list({ parts, broken }: ListStep, runs: Truth, environment: Environment): Outcome {
    let outcome = done;
    let scope = environment;
    for (const part of parts) {
      const reached = both(runs, outcome.goesOn);
      // What is not come to is looked at all the same, and what it sets is forgotten after it.
      if (outcome.goesOn.value === false && scope === environment) scope = new Environment(environment);
      const next = this.#part(part, reached, scope);
      const leaves = leavesOnFailure(part.step, scope) ? this.#mayLeave(next.status) : TRUE;
      outcome = {
        status: next.status,
        goesOn: broken ? TRUE : both(outcome.goesOn, both(next.goesOn, leaves)),
        printed: printedAfter(outcome.printed, next.printed),
      };
      scope.status = next.status;
    }
    return outcome;
  }

  /** `set -e`: what fails ends the script, but what comes after a use of the old client is looked at all the same. */
  #mayLeave(status: Truth): Truth {
    if (status.value === false) return either(status, FALSE);
    return this.evaluation.restsOnOld(status.no) ? { value: undefined, yes: noFacts, no: status.no } : TRUE;
  }

  #chain({ parts, operators }: Extract<Step, { kind: 'chain' }>, runs: Truth, environment: Environment): Outcome {
    let outcome = this.#part(parts[0]!, runs, environment);
    let isAsked = false;
    operators.forEach((operator, index) => {
      const decides = operator === '&&' ? outcome.status : not(outcome.status);
      isAsked ||= operator === '&&' && decides === PRESENT;
      const branch = new Environment(environment);
      branch.status = outcome.status;
      const reached = both(runs, both(outcome.goesOn, decides));
      const next = this.#part(parts[index + 1]!, reached, branch);
      const own = isAsked && operator === '&&' ? this.#attempt(parts[index + 1]!.step, next.status) : next.status;
      this.#takeBranch(environment, branch, decides, parts[index + 1]!.step);
      const status = operator === '&&' ? bothInTurn(outcome.status, own) : either(outcome.status, own);
      const follows = either(not(decides), next.goesOn);
      const spoken = decides.value === false ? outcome.printed : maybePrinted(outcome.printed, next.printed, decides);
      outcome = { status, goesOn: both(outcome.goesOn, follows), printed: spoken };
    });
    return outcome;
  }

  /** After a test that has found the new client, its programs are taken to do what they are told. */
  #attempt(step: Step, status: Truth): Truth {
    if (status.value !== undefined || step.kind !== 'command') return status;
    const line = this.#lines.get(step);
    return line && runsNew(line) ? TRUE : status;
  }
  readonly #lines = new Map<Step, ReadLine>();

  /** What a branch sets, as far as it runs. */
  #takeBranch(environment: Environment, branch: Environment, runs: Truth, step: Step): void {
    if (runs.value === true) environment.take(branch, runs.yes);
    else if (runs.value === undefined)
      environment.takeAny([branch, new Environment()], name => this.#variable(name, environment));
    else this.#leaveAlone(environment, step, runs);
  }

  /** What a branch would have set has the value it has since it did not run. */
  #leaveAlone(environment: Environment, step: Step, runs: Truth): void {
    if (isEmpty(runs.no)) return;
    for (const name of assignedIn(step)) environment.set(name, restingOn(this.#variable(name, environment), runs.no));
  }

  #if({ arms, otherwise }: Extract<Step, { kind: 'if' }>, runs: Truth, environment: Environment): Outcome {
    const branches: Branch[] = [];
    let rest = TRUE;
    for (const { test, body } of arms) {
      const asked = this.#part(test, both(runs, rest), environment);
      if (this.#isIndifferent(asked.status)) this.evaluation.noteIndifferent(body.at);
      const status = takenAt(asked.status, body.at);
      branches.push({ body, taken: both(rest, status), testGoesOn: asked.goesOn });
      rest = both(rest, not(status));
    }
    return this.#branches(branches, { body: otherwise, taken: rest, testGoesOn: TRUE }, runs, environment);
  }

  /** What is not known rests on how the new client fares. */
  #isIndifferent({ value, yes, no }: Truth): boolean {
    return value === undefined && (this.evaluation.restsOnNew(yes) || this.evaluation.restsOnNew(no));
  }

  #case({ subject, arms }: Extract<Step, { kind: 'case' }>, runs: Truth, environment: Environment): Outcome {
    const value = this.#value(subject, runs, environment);
    const branches: Branch[] = [];
    let rest = TRUE;
    for (const { patterns, body } of arms) {
      if (value.argument || value.ofNew) this.evaluation.noteIndifferent(body.at);
      const matches = patterns
        .map(pattern => testValue(value, 'glob', this.#value(pattern, runs, environment), this.#installed))
        .reduce(either, FALSE);
      const decided = takenAt(matches, body.at);
      branches.push({ body, taken: both(rest, decided), testGoesOn: TRUE });
      rest = both(rest, not(decided));
    }
    return this.#branches(branches, { body: undefined, taken: rest, testGoesOn: TRUE }, runs, environment);
  }

  /** One of them is taken. */
  #branches(arms: readonly Branch[], rest: Branch, runs: Truth, environment: Environment): Outcome {
    const outcomes: { taken: Truth; outcome: Outcome; scope: Environment; step: Step | undefined }[] = [];
    for (const { body, taken, testGoesOn } of [...arms, rest]) {
      const scope = new Environment(environment);
      const own = body ? this.#part(body, both(runs, taken), scope) : done;
      const outcome = testGoesOn === TRUE ? own : { ...own, goesOn: both(testGoesOn, own.goesOn) };
      outcomes.push({ taken, outcome, scope, step: body?.step });
    }
    const possible = outcomes.filter(({ taken }) => taken.value !== false);
    const sure = possible.find(({ taken }) => taken.value === true);
    if (sure) environment.take(sure.scope, sure.taken.yes);
    else
      environment.takeAny(
        possible.map(({ scope }) => scope),
        name => this.#variable(name, environment),
      );
    for (const { taken, step } of outcomes)
      if (step && taken.value === false) this.#leaveAlone(environment, step, taken);
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
      printed: anyOf(
        possible.map(({ outcome, taken }) => restingOn(outcome.printed, taken.value ? taken.yes : noFacts)),
      ),
    };
  }

  #loop({ until, test, body }: Extract<Step, { kind: 'loop' }>, runs: Truth, environment: Environment): Outcome {
    return this.#within('loop', loop => {
      let again = TRUE;
      let last = TRUE;
      const depth = this.#enclosing.filter(({ kind }) => kind === 'loop').length;
      // What the first round sets holds for all later ones.
      for (let round = 0; round < (depth > MOST_ROUNDS_DEEP ? 1 : 2); round++) {
        const scope = new Environment(environment);
        const asked = this.#part(test, runs, scope);
        again = until ? not(asked.status) : asked.status;
        const inside = this.#part(body, both(runs, again), scope);
        last = inside.goesOn;
        environment.takeAny([scope, new Environment()], name => this.#variable(name, environment));
        if (inside.goesOn.value === false && loop.left.length === 0)
          return { ...unknownOutcome, goesOn: either(not(again), both(again, inside.goesOn)) };
      }
      const isLeft = loop.left.some(({ runs: left }) => left.value !== false);
      if (last.value === undefined && this.evaluation.restsOnOld(last.no))
        return { ...unknownOutcome, goesOn: { value: undefined, yes: noFacts, no: last.no } };
      const isEndless = again.value === true && !isEmpty(again.yes) && !isLeft;
      return { status: UNKNOWN, goesOn: isEndless ? known(false, again.yes) : TRUE, printed: unknownValue };
    });
  }

  #for({ variable, values, body }: Extract<Step, { kind: 'for' }>, runs: Truth, environment: Environment): Outcome {
    const each = this.#valuesOf(values, runs, environment);
    const outer = this.#round;
    if (namesBoth(each)) this.#round ??= {};
    const outcome = this.#forEach(each, variable, body, runs, environment);
    this.#round = outer;
    return outcome;
  }
  /** Set in a loop over names of both clients. */
  #round: object | undefined;

  #forEach(each: readonly Value[], variable: string, body: Part, runs: Truth, environment: Environment): Outcome {
    return this.#within('loop', loop => {
      let goes = TRUE;
      // What a use of the old client cuts off when it fails.
      let lost = TRUE;
      let status = UNKNOWN;
      for (const value of each) {
        environment.set(variable, value);
        const left = loop.left.length;
        const inside = this.#part(body, both(runs, both(goes, lost)), environment);
        status = inside.status;
        const breaks = loop.left.slice(left).filter(({ status: isBreak }) => isBreak === TRUE);
        goes = breaks.length > 0 ? both(goes, not(breaks.map(({ runs: at }) => at).reduce(either))) : goes;
        const { value: goesOn, no } = inside.goesOn;
        if (goesOn === undefined && this.evaluation.restsOnOld(no))
          lost = both(lost, { value: undefined, yes: noFacts, no });
        if (inside.goesOn.value === false && loop.left.length === left)
          return { ...unknownOutcome, goesOn: inside.goesOn };
      }
      return { status, goesOn: lost, printed: unknownValue };
    });
  }

  #valuesOf(texts: readonly Text[] | undefined, runs: Truth, environment: Environment): readonly Value[] {
    const words = (texts ?? []).flatMap(text =>
      text.kind === 'elements' ? this.#words(text, runs, environment) : fieldsOf(this.#value(text, runs, environment)),
    );
    return words.length === 0 || words.length > MOST_VALUES ? [unknownValue] : words;
  }

  /** `exit` ends it alone, and what it sets is forgotten. */
  #process(body: Part, runs: Truth, environment: Environment): Outcome {
    return this.#within('process', process => {
      const outcome = this.#part(body, runs, new Environment(environment));
      return { ...outcome, status: statusWith(process, outcome), goesOn: TRUE };
    });
  }

  #pipeline(parts: readonly Part[], at: number, runs: Truth, environment: Environment): Outcome {
    const simple = parts.every(({ step }) => step.kind === 'command' && !step.script);
    const outcomes = parts.map(part => this.#process(part, runs, environment));
    const last = parts.at(-1)!.step;
    const status = decidedAt(outcomes.at(-1)!.status, at);
    if (!simple || last.kind !== 'command') return { ...done, status, printed: unknownValue };
    const lines = parts.map(({ step }) => this.#lines.get(step) ?? { at, words: [], values: [] });
    const input = last.input && this.#value(last.input, runs, environment);
    const version = outcomes.find(outcome => outcome.printed.version)?.printed;
    const isCall = this.#functions.has(lines.at(-1)!.words[0]?.[0] ?? '');
    return this.#answered(
      isCall ? status : decidedAt(succeeds(lines, input, this.#installed), at),
      version ?? printed(lines, input, this.#installed),
    );
  }

  #test(test: Test, runs: Truth, environment: Environment): Truth {
    switch (test.kind) {
      case 'unknown':
        return UNKNOWN;
      case 'not':
        return not(this.#test(test.of, runs, environment));
      case 'both':
        return test.of.reduce((all, part) => both(all, this.#test(part, both(runs, all), environment)), TRUE);
      case 'either':
        return test.of.reduce((any, part) => either(any, this.#test(part, both(runs, not(any)), environment)), FALSE);
      case 'text': {
        // A test that says the same at all times is being written, or tried out.
        const isTried = isConstant(test.text) && isConstant(test.operand);
        const [text, operand] = [test.text, test.operand].map(side => this.#value(side, runs, environment));
        if (isTried) return UNKNOWN;
        const truth = testValue(text!, test.test, operand!, this.#installed);
        if (truth.value === undefined && (text!.ofNew || operand!.ofNew)) this.evaluation.noteOfNew(test.at);
        if (truth.value !== undefined) this.evaluation.noteMeant(text!.facts, truth);
        return truth;
      }
      case 'file': {
        const value = this.#value(test.file, runs, environment);
        this.evaluation.note(test.at, runs);
        this.evaluation.noteItem({ at: test.at, words: ['test'], sets: [], writes: false, leaves: undefined });
        const values = [knownValue(['test']), knownValue([test.operator]), value];
        return succeeds([lineOf(test.at, values)], undefined, this.#installed);
      }
    }
  }

  #command(step: CommandStep, at: number, runs: Truth, environment: Environment): Outcome {
    let substituted = TRUE;
    const sets: { name: string; at: number; texts: readonly string[] }[] = [];
    for (const { name, at: place, value } of step.assignments) {
      this.evaluation.note(place, runs);
      const set = this.#value(value, runs, environment);
      if (value.kind === 'output') substituted = this.#lastStatus;
      environment.set(name, set);
      sets.push({ name, at: place, texts: set.texts ?? [] });
    }
    for (const text of step.wrapping) this.#value(text, runs, environment);
    const values = step.test
      ? [knownValue(['test'])]
      : step.words.flatMap(text => this.#words(text, runs, environment));
    const line = lineOf(step.at, values);
    this.#lines.set(step, line);
    const words = line.words.map(([word = '']) => word);
    const leaves = leavingOf(words, environment.status);
    this.evaluation.noteItem({ at, words, sets, writes: step.writes, leaves });
    if (isOfNew(line)) this.evaluation.noteOfNew(step.at);
    if (isOldDeed(line)) this.evaluation.noteOldDeed(step.at);
    if (!step.script) this.evaluation.noteNamed(step.at, namedClients(values), runs, this.#round ?? {});
    const outcome = this.#ran(step, line, runs, environment, substituted);
    return step.replaces ? { ...outcome, goesOn: FALSE } : outcome;
  }

  #ran(step: CommandStep, line: ReadLine, runs: Truth, environment: Environment, substituted: Truth): Outcome {
    if (step.test) return { ...done, status: decidedAt(this.#test(step.test, runs, environment), step.at) };
    if (step.script) return this.#process(step.script, runs, this.#given(step, runs, environment));
    if (line.values.length === 0) return { ...done, status: substituted };
    const input = step.input && this.#value(step.input, runs, environment);
    const outcome = this.#program(line, step, input, runs, environment);
    return step.quiet ? { ...outcome, printed: nothing } : outcome;
  }

  /** `M=mender sh -c '$M commit'` */
  #given({ given }: CommandStep, runs: Truth, environment: Environment): Environment {
    const child = new Environment(environment);
    for (const { name, value } of given) child.set(name, this.#value(value, runs, environment));
    return child;
  }
  /** Of the substitution that was evaluated last. */
  #lastStatus = TRUE;

  #program(
    line: ReadLine,
    step: CommandStep,
    input: Value | undefined,
    runs: Truth,
    environment: Environment,
  ): Outcome {
    const [name = '', ...args] = line.words.map(([word = '']) => word);
    // `if $IS_NEW`, with `true` or `false` in it
    if (step.words[0]?.kind === 'variable' && args.length === 0 && /^(?:true|false)?$/.test(name))
      return { ...done, status: testValue(line.values[0]!, 'equal', knownValue(['true']), this.#installed) };
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
        if (args.some(word => /^-\w*e/.test(word))) environment.leavesOnFailure = true;
        if (args.some(word => /^\+\w*e/.test(word))) environment.leavesOnFailure = false;
        return done;
      case 'exit':
      case 'return':
      case 'break':
      case 'continue':
        return this.#leave(name, args[0], runs, environment);
    }
    for (const word of args) this.#mayCall(word, runs, environment);
    const body = this.#functions.get(name);
    if (body) {
      const outcome = this.#call(body, line.values.slice(1), runs, environment);
      // `retry mender commit`: how the loop in it ends is how the command does.
      const isOpen = isEmpty(outcome.status.yes) && isEmpty(outcome.status.no);
      return isOpen ? { ...outcome, status: decidedAt(outcome.status, line.at) } : outcome;
    }
    const isPrint = name === 'echo' || name === 'printf';
    const status = isPrint ? TRUE : succeeds([line], input, this.#installed);
    return this.#answered(status, printed([line], input, this.#installed));
  }

  #answered(status: Truth, spoken: Value): Outcome {
    if (status.value === false) this.evaluation.noteAsked(status.no);
    this.evaluation.noteAsked(spoken.facts);
    return { status, goesOn: TRUE, printed: spoken };
  }

  /** What is given to another command, such as `trap cleanup EXIT`, may be called by it. */
  #mayCall(name: string, runs: Truth, environment: Environment): void {
    const body = this.#functions.get(name);
    if (!body || this.#depth > DEEPEST_CALL) return;
    this.#called.add(body);
    this.#depth++;
    this.#within('function', () => this.#part(body, runs, new Environment(environment)));
    this.#depth--;
  }

  #call(body: Part, args: readonly Value[], runs: Truth, environment: Environment): Outcome {
    this.#called.add(body);
    if (this.#depth > DEEPEST_CALL) {
      this.evaluation.note(body.at, UNKNOWN);
      return unknownOutcome;
    }
    this.#depth++;
    const before = environment.args;
    environment.args = args;
    const outcome = this.#within('function', called => {
      const inside = this.#part(body, runs, environment);
      const isLeft = called.left.some(({ runs: left }) => left.value !== false);
      return { ...inside, status: statusWith(called, inside), goesOn: isLeft ? TRUE : inside.goesOn };
    });
    environment.args = before;
    this.#depth--;
    return outcome;
  }

  #leave(word: string, operand: string | undefined, runs: Truth, environment: Environment): Outcome {
    const status =
      operand === undefined ? environment.status : /^\d+$/.test(operand) ? known(Number(operand) === 0) : UNKNOWN;
    const kinds = { exit: ['process'], return: ['function', 'process'], break: ['loop'], continue: ['loop'] }[word]!;
    const target = this.#enclosing.findLast(({ kind }) => kinds.includes(kind));
    target?.left.push({ runs, status: target.kind === 'loop' ? known(word === 'break') : status });
    return { status, goesOn: FALSE, printed: nothing };
  }

  #words(text: Text, runs: Truth, environment: Environment): readonly Value[] {
    if (text.kind === 'arguments') return environment.args ?? [unknownValue];
    if (text.kind === 'elements') return environment.get(text.name)?.elements ?? [unknownValue];
    const value = this.#value(text, runs, environment);
    // Without quotes a value falls apart into words.
    return text.kind === 'variable' && value.texts?.some(each => /\s/.test(each)) ? fieldsOf(value) : [value];
  }

  #value(text: Text, runs: Truth, environment: Environment): Value {
    switch (text.kind) {
      case 'unknown':
        return unknownValue;
      case 'literal':
        return knownValue([text.value]);
      case 'argument':
        return environment.args ? (environment.args[text.position - 1] ?? nothing) : argumentValue;
      case 'arguments':
        return environment.args ? joinedValue(environment.args) : argumentValue;
      case 'variable':
        return this.#variable(text.name, environment);
      case 'status': {
        const { value, yes, no } = environment.status;
        if (value === undefined) return { ...unknownValue, status: environment.status };
        return value ? knownValue(['0'], yes) : knownValue(failures, no);
      }
      case 'output': {
        const outcome = this.#process(text.of, runs, environment);
        this.#lastStatus = outcome.status;
        return outcome.printed;
      }
      case 'default':
        return this.#default(text, runs, environment);
      case 'array': {
        const elements = text.elements.flatMap(element => this.#words(element, runs, environment));
        return { ...(elements[0] ?? nothing), elements };
      }
      case 'elements':
        return unknownValue;
      case 'part': {
        const { version, filled, facts } = this.#value(text.of, runs, environment);
        if (version) return restingOn(versionValue, facts);
        return filled === false ? knownValue([''], facts) : restingOn(unknownValue, facts);
      }
      case 'joined':
        return joinedValue(text.parts.map(part => this.#value(part, runs, environment)));
    }
  }

  /** A variable that nothing has set yet may come from elsewhere. */
  #default(
    { name, otherwise, sets }: Extract<Text, { kind: 'default' }>,
    runs: Truth,
    environment: Environment,
  ): Value {
    const value = environment.get(name) ?? (namesVersion(name) ? givenVersion : unknownValue);
    if (value.version || value.filled) {
      this.#value(otherwise, both(runs, known(false, value.facts)), new Environment(environment));
      return value;
    }
    const other = this.#value(otherwise, runs, environment);
    const isSet = environment.get(name) !== undefined;
    const result =
      value.filled === false ? restingOn(other, value.facts) : isSet ? anyOf([value, other]) : orDefault(other);
    if (sets) environment.set(name, result);
    return result;
  }

  #variable(name: string, environment: Environment): Value {
    const value = environment.get(name);
    if (value) return value.texts || value.version || !namesVersion(name) ? value : givenVersion;
    if (namesVersion(name)) return givenVersion;
    return this.#script.assigned.has(name) ? nothing : unknownValue;
  }
}

interface Branch {
  readonly body: Part | undefined;
  readonly taken: Truth;
  /** The test itself may end the script. */
  readonly testGoesOn: Truth;
}

/** Statuses of a command that fails. */
const failures = ['1', '2', '3', '4', '5', '127'];

function isProcess({ kind }: Enclosing): boolean {
  return kind === 'process';
}

/** The words that the only text of a value falls apart into. */
function fieldsOf(value: Value): readonly Value[] {
  const [only, ...others] = value.texts ?? [];
  if (only === undefined || others.length > 0) return [value];
  return only
    .split(/\s+/)
    .filter(Boolean)
    .map(word => knownValue([word], value.facts));
}

function lineOf(at: number, values: readonly Value[]): ReadLine {
  return { at, values, words: values.map(({ texts }) => texts ?? ['\0']) };
}

/** `set -e`: a plain command that fails ends the script. */
function leavesOnFailure({ kind }: Step, environment: Environment): boolean {
  return environment.leavesOnFailure && (kind === 'command' || kind === 'pipeline' || kind === 'subshell');
}

function leavingOf([name = '', operand]: readonly string[], status: Truth): 'well' | 'badly' | undefined {
  if (name === 'break' || name === 'continue') return 'well';
  if (name !== 'exit' && name !== 'return') return undefined;
  if (operand === undefined) return status.value === false ? 'badly' : 'well';
  return operand === '0' ? 'well' : 'badly';
}

/** `MENDER_VERSION`, from the environment or from where this cannot see. */
function namesVersion(name: string): boolean {
  return /mender.*(?:ver|major|gen)/i.test(name);
}

function namesBoth(values: readonly Value[]): boolean {
  const named = values.map(value => namedClients([knownValue(['']), value]));
  return named.some(each => each.oldAlone) && named.some(each => each.new);
}

/** Written as it is, or put together from what is. */
function isConstant(text: Text): boolean {
  return text.kind === 'literal' || (text.kind === 'joined' && text.parts.every(isConstant));
}
