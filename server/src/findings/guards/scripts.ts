/** The scripts that contain the uses of a document, each evaluated once for a device. */
import type { BranchContext } from '../../usage/branch-context.ts';
import type { Script } from '../../usage/script.ts';
import type { Evaluation } from './evaluation.ts';
import { evaluate } from './evaluator.ts';
import { both, type Ternary, TRUE, UNKNOWN } from './ternary.ts';
import type { Installed } from './values.ts';

export class Scripts {
  readonly #installed: Installed;
  readonly #isWrapped: boolean;
  readonly #evaluations = new Map<Script, Evaluation>();

  /** `isWrapped`: a script has replaced the old program. */
  constructor(installed: Installed, isWrapped = false) {
    this.#installed = installed;
    this.#isWrapped = isWrapped;
  }

  /** Whether the part runs; code outside of scripts does. */
  runs(branchContext: BranchContext | undefined): Ternary {
    const known = branchContext && this.#runs.get(branchContext);
    if (known) return known;
    const truth = this.#runsAnew(branchContext);
    if (branchContext) this.#runs.set(branchContext, truth);
    return truth;
  }
  readonly #runs = new Map<BranchContext, Ternary>();

  #runsAnew(branchContext: BranchContext | undefined): Ternary {
    const at = placeOf(branchContext);
    if (at === undefined) return TRUE;
    const roots = rootsOf(branchContext);
    const [outermost] = roots;
    const known = outermost && this.#evaluated(outermost).runs(at);
    if (known) return known;
    // A script that nothing is seen to run, such as the input of a shell, runs where the command around it is.
    const inner = roots.at(-1);
    if (!inner) return UNKNOWN;
    if (inner !== outermost) return both(this.runs(inner.outer), this.#evaluated(inner).runs(at) ?? UNKNOWN);
    // `diff <(OLD show-artifact) FILE`: a place that is not evaluated is reached at most where the part around it is.
    for (const { at: around } of branchContext!.outward) {
      const runs = around === undefined ? undefined : this.#evaluated(inner).runs(around);
      if (runs) return both(runs, UNKNOWN);
    }
    return UNKNOWN;
  }

  /** The evaluation that contains the part; undefined outside of scripts. */
  evaluationOf(branchContext: BranchContext | undefined): Evaluation | undefined {
    if (!branchContext) return undefined;
    if (!this.#known.has(branchContext)) this.#known.set(branchContext, this.#evaluationAround(branchContext));
    return this.#known.get(branchContext);
  }
  readonly #known = new Map<BranchContext, Evaluation | undefined>();

  #evaluationAround(branchContext: BranchContext): Evaluation | undefined {
    const at = placeOf(branchContext);
    const roots = rootsOf(branchContext);
    const known = [roots[0], roots.at(-1)].find(root => root && at !== undefined && this.#evaluated(root).runs(at));
    return known && this.#evaluated(known);
  }

  #evaluated({ script }: RootContext): Evaluation {
    const known = this.#evaluations.get(script);
    if (known) return known;
    const evaluation = evaluate(script, this.#installed, this.#isWrapped);
    this.#evaluations.set(script, evaluation);
    return evaluation;
  }
}

type RootContext = BranchContext & { readonly script: Script };

/** From the outside in. */
function rootsOf(branchContext: BranchContext | undefined): readonly RootContext[] {
  const inner = branchContext?.outward ?? [];
  return inner.filter((each): each is RootContext => each.script !== undefined).reverse();
}

/** The place of the innermost part that has one. */
export function placeOf(branchContext: BranchContext | undefined): number | undefined {
  return branchContext?.outward.find(({ at }) => at !== undefined)?.at;
}
