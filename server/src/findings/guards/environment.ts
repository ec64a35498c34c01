/** The variables of a script during its evaluation: branches write on top of earlier values. */
import { choiceOf } from './choice.ts';
import type { Facts } from './facts.ts';
import { type Ternary, TRUE } from './ternary.ts';
import { anyOf, restingOn, type Value } from './values.ts';

export class Environment {
  readonly #outer: Environment | undefined;
  readonly #values = new Map<string, Value>();
  /** `$?` */
  status: Ternary;
  /** `$1` and so on; undefined where they are unknown. */
  args: readonly Value[] | undefined;
  /** `set -e` */
  leavesOnFailure: boolean;
  /** `set -o pipefail` */
  failsInPipe: boolean;

  constructor(outer?: Environment) {
    this.#outer = outer;
    this.status = outer?.status ?? TRUE;
    this.args = outer?.args;
    this.leavesOnFailure = outer?.leavesOnFailure ?? false;
    this.failsInPipe = outer?.failsInPipe ?? false;
  }

  get(name: string): Value | undefined {
    for (let at: Environment | undefined = this; at; at = at.#outer) {
      const value = at.#values.get(name);
      if (value) return value;
    }
    return undefined;
  }

  set(name: string, value: Value): void {
    this.#values.set(name, value);
  }

  /** Takes over what was set in a branch that runs because of these facts. */
  take(branch: Environment, facts: Facts): void {
    for (const [name, value] of branch.#values) this.set(name, restingOn(value, facts));
    this.leavesOnFailure = branch.leavesOnFailure;
    this.failsInPipe = branch.failsInPipe;
  }

  /**
   * One of several branches may have run; `before` gives a variable that one of them leaves alone. Of two branches, the
   * first runs if `truth` is true.
   */
  takeAny(branches: readonly Environment[], before: (name: string) => Value, truth?: Ternary): void {
    const names = new Set(branches.flatMap(branch => [...branch.#values.keys()]));
    for (const name of names) {
      const values = branches.map(branch => branch.#values.get(name) ?? before(name));
      const choice = truth && values.length === 2 ? choiceOf(truth, values[0]!.texts, values[1]!.texts) : undefined;
      this.set(name, choice ? { ...anyOf(values), choice } : anyOf(values));
    }
  }
}
