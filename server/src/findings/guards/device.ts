/**
 * A script as it runs on a device that has one generation and nothing of the other: which of its parts run there, as far as
 * its text says. Everything is worked out once, so that the whole is linear in the size of the script.
 */
import type { Generation } from '../../catalogue/generations.ts';
import { type Condition, type Flow, type Frame, framesOf, type Text } from '../../usage/frame.ts';
import { Nesting } from './nesting.ts';
import { comparesWithNew, runsInstalled, succeeds } from './pipelines.ts';
import { Texts } from './texts.ts';
import { both, either, not, type Truth } from './truth.ts';
import { namesNewVersion, testValue } from './values.ts';

export class Device {
  readonly #installed: Generation;
  readonly #frames = new Map<Frame, Truth>();
  readonly #constructs = new Map<object, readonly Truth[]>();
  readonly #conditions = new Map<Condition, Truth>();
  readonly #nesting = new Nesting();
  readonly #texts: Texts;

  constructor(installed: Generation) {
    this.#installed = installed;
    this.#texts = new Texts(installed, this, this.#nesting);
  }

  /** Whether the part runs when the script does; false only when it surely does not. */
  runs(frame: Frame | undefined): Truth {
    // From the outside in, and without recursion: statements can be nested deep.
    const path: Frame[] = [];
    let at = frame;
    while (at && !this.#frames.has(at)) {
      path.push(at);
      at = at.outer;
    }
    let truth = at ? this.#frames.get(at) : true;
    for (const inner of path.reverse()) {
      // What asks for itself while it is worked out is not known.
      this.#frames.set(inner, undefined);
      truth = both(truth, truth === false ? false : this.#part(inner));
      this.#frames.set(inner, truth);
    }
    return truth;
  }

  /** Of one part of a construct, when the construct is reached. */
  #part({ flow, arm, construct }: Frame): Truth {
    switch (flow?.kind) {
      case undefined:
        return undefined;
      case 'list':
        return arm <= this.#lastOf(construct, flow.exits);
      case 'loop':
        return arm === 0 || this.holds(flow.condition());
      case 'function':
        return this.#called(flow.calls());
      case 'chain':
        return this.#arms(construct, () => this.#chain(flow.conditions(), flow.operators))[arm];
      case 'case':
        return this.#arms(construct, () => this.#alternatives(flow.conditions()).bodies)[arm];
      case 'if':
        return this.#arms(construct, () => {
          const { tests, bodies, rest } = this.#alternatives(flow.conditions());
          return [...tests.flatMap((test, index) => [test, bodies[index]]), rest];
        })[arm];
    }
  }

  #arms(construct: object, work: () => readonly Truth[]): readonly Truth[] {
    const known = this.#constructs.get(construct);
    if (known) return known;
    this.#constructs.set(construct, []);
    const arms = work();
    this.#constructs.set(construct, arms);
    return arms;
  }

  /** Whether the script, or the function, leaves at this statement of a list. */
  endsAt({ flow, arm }: Frame): boolean {
    return flow?.kind === 'list' && flow.exits().some(exit => exit.arm === arm && this.holds(exit.when) === true);
  }

  /** The last statement of a list that is reached. */
  #lastOf(construct: object, exits: Extract<Frame['flow'], { kind: 'list' }>['exits']): number {
    const known = this.#lists.get(construct);
    if (known !== undefined) return known;
    this.#lists.set(construct, Number.POSITIVE_INFINITY);
    const last = exits().find(({ when }) => this.holds(when) === true)?.arm ?? Number.POSITIVE_INFINITY;
    this.#lists.set(construct, last);
    return last;
  }
  readonly #lists = new Map<object, number>();

  /** A function that nobody in the script calls may be called from anywhere. */
  #called(calls: readonly (Frame | undefined)[]): Truth {
    if (calls.length === 0) return true;
    let called: Truth = false;
    for (const frame of calls) {
      called = either(called, this.runs(frame));
      if (called === true) break;
    }
    return called;
  }

  #chain(conditions: readonly Condition[], operators: readonly ('&&' | '||')[]): readonly Truth[] {
    let status = this.holds(conditions[0]!);
    const arms: Truth[] = [true];
    operators.forEach((operator, index) => {
      arms.push(operator === '&&' ? status : not(status));
      const next = conditions[index + 1]!;
      if (operator === '||') status = either(status, this.holds(next));
      else status = status === true ? this.#succeeds(next) : both(status, this.holds(next));
    });
    return arms;
  }

  /** The first condition that holds decides; `tests` tells which are asked, `rest` whether none holds. */
  #alternatives(conditions: readonly Condition[]): { tests: Truth[]; bodies: Truth[]; rest: Truth } {
    const tests: Truth[] = [];
    const bodies: Truth[] = [];
    let rest: Truth = true;
    for (const condition of conditions) {
      tests.push(rest);
      const holds = this.holds(condition);
      bodies.push(both(rest, holds));
      rest = both(rest, not(holds));
    }
    return { tests, bodies, rest };
  }

  /** Whether a command succeeds, as far as that is known. */
  holds(condition: Condition): Truth {
    const known = this.#conditions.get(condition);
    if (known !== undefined || this.#conditions.has(condition) || this.#nesting.isTooDeep) return known;
    this.#conditions.set(condition, undefined);
    const truth = this.#nesting.within(() => this.#evaluate(condition));
    this.#conditions.set(condition, truth);
    return truth;
  }

  #evaluate(condition: Condition): Truth {
    switch (condition.kind) {
      case 'unknown':
        return undefined;
      case 'constant':
        return condition.value;
      case 'not':
        return not(this.holds(condition.of));
      case 'both':
        return this.#all(condition.of);
      case 'either':
        return condition.of.map(part => this.holds(part)).reduce(either, false);
      case 'choice': {
        const test = this.holds(condition.test);
        if (test !== undefined) return test ? this.#succeeds(condition.yes) : this.holds(condition.no);
        const yes = this.holds(condition.yes);
        return yes === this.holds(condition.no) ? yes : undefined;
      }
      case 'pipeline':
        return succeeds(
          condition.commands.map(line => this.#texts.line(line)),
          condition.input && this.#texts.value(condition.input),
          this.#installed,
        );
      case 'text':
        // A test that says the same at all times is being written, or tried out.
        if (isConstant(condition.text) && isConstant(condition.operand)) return undefined;
        return testValue(
          this.#texts.value(condition.text),
          condition.test,
          this.#texts.value(condition.operand),
          this.#installed,
        );
    }
  }

  /** Whether what decides about the part compares a version with one of the new generation. */
  isToldByVersion(frame: Frame | undefined): boolean {
    return [...framesOf(frame)].some(({ flow }) => conditionsOf(flow).some(condition => this.#comparesNew(condition)));
  }

  #comparesNew(condition: Condition): boolean {
    switch (condition.kind) {
      case 'not':
        return this.#comparesNew(condition.of);
      case 'both':
      case 'either':
        return condition.of.some(part => this.#comparesNew(part));
      case 'choice':
        return [condition.test, condition.yes, condition.no].some(part => this.#comparesNew(part));
      case 'text': {
        const sides = [this.#texts.value(condition.text), this.#texts.value(condition.operand)];
        return sides.some(({ version }) => version) && sides.some(namesNewVersion);
      }
      case 'pipeline':
        return condition.commands.some(line => comparesWithNew(this.#texts.line(line)));
      default:
        return false;
    }
  }

  #all(conditions: readonly Condition[]): Truth {
    let truth: Truth = true;
    let asked = false;
    for (const condition of conditions) {
      truth = both(truth, asked && truth === true ? this.#succeeds(condition) : this.holds(condition));
      asked = true;
    }
    return truth;
  }

  /**
   * Behind a test that has found a generation, its programs are taken to do what they are told: the script does not turn to
   * the other one when they fail.
   */
  #succeeds(condition: Condition): Truth {
    const truth = this.holds(condition);
    if (truth !== undefined || this.#nesting.isTooDeep) return truth;
    return this.#nesting.within(() => this.#attempt(condition));
  }

  #attempt(condition: Condition): Truth {
    switch (condition.kind) {
      case 'pipeline':
        return (
          runsInstalled(
            condition.commands.map(line => this.#texts.line(line)),
            this.#installed,
          ) || undefined
        );
      case 'both':
        return condition.of.map(part => this.#succeeds(part)).reduce(both, true);
      case 'either':
        return condition.of.map(part => this.#succeeds(part)).reduce(either, false);
      case 'not':
        return not(this.#succeeds(condition.of));
      default:
        return undefined;
    }
  }
}

function conditionsOf(flow: Flow | undefined): readonly Condition[] {
  switch (flow?.kind) {
    case 'if':
    case 'case':
    case 'chain':
      return flow.conditions();
    case 'list':
      return flow.exits().map(({ when }) => when);
    default:
      return [];
  }
}

/** Written as it is, or put together from what is. */
function isConstant(text: Text): boolean {
  return text.kind === 'literal' || (text.kind === 'joined' && text.parts.every(isConstant));
}
