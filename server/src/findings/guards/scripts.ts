/** The scripts that the uses of a document stand in, each evaluated once for a device. */
import { type Frame, framesOf } from '../../usage/frame.ts';
import type { Script } from '../../usage/script.ts';
import type { Evaluation } from './evaluation.ts';
import { evaluate } from './evaluator.ts';
import { both, TRUE, type Truth, UNKNOWN } from './truth.ts';
import type { Installed } from './values.ts';

export class Scripts {
  readonly #installed: Installed;
  readonly #isWrapped: boolean;
  readonly #evaluations = new Map<Script, Evaluation>();

  /** `isWrapped`: a script stands in place of the old program. */
  constructor(installed: Installed, isWrapped = false) {
    this.#installed = installed;
    this.#isWrapped = isWrapped;
  }

  /** Whether the part runs; what is in no script does. */
  runs(frame: Frame | undefined): Truth {
    const known = frame && this.#runs.get(frame);
    if (known) return known;
    const truth = this.#runsAnew(frame);
    if (frame) this.#runs.set(frame, truth);
    return truth;
  }
  readonly #runs = new Map<Frame, Truth>();

  #runsAnew(frame: Frame | undefined): Truth {
    const at = placeOf(frame);
    if (at === undefined) return TRUE;
    const roots = rootsOf(frame);
    const [outermost] = roots;
    const known = outermost && this.#evaluated(outermost).runs(at);
    if (known) return known;
    // A script that nobody sees run, such as the input of a shell: it runs where the command stands that it is in.
    const inner = roots.at(-1);
    if (!inner || inner === outermost) return UNKNOWN;
    return both(this.runs(inner.outer), this.#evaluated(inner).runs(at) ?? UNKNOWN);
  }

  /** The evaluation that knows of the part; undefined for what is in no script. */
  evaluationOf(frame: Frame | undefined): Evaluation | undefined {
    if (!frame) return undefined;
    if (!this.#known.has(frame)) this.#known.set(frame, this.#evaluationAround(frame));
    return this.#known.get(frame);
  }
  readonly #known = new Map<Frame, Evaluation | undefined>();

  #evaluationAround(frame: Frame): Evaluation | undefined {
    const at = placeOf(frame);
    const roots = rootsOf(frame);
    const known = [roots[0], roots.at(-1)].find(root => root && at !== undefined && this.#evaluated(root).runs(at));
    return known && this.#evaluated(known);
  }

  #evaluated({ script }: RootFrame): Evaluation {
    const known = this.#evaluations.get(script);
    if (known) return known;
    const evaluation = evaluate(script, this.#installed, this.#isWrapped);
    this.#evaluations.set(script, evaluation);
    return evaluation;
  }
}

type RootFrame = Frame & { readonly script: Script };

/** From the outside in. */
function rootsOf(frame: Frame | undefined): readonly RootFrame[] {
  return [...framesOf(frame)].filter((each): each is RootFrame => each.script !== undefined).reverse();
}

/** Of the innermost part that has one. */
export function placeOf(frame: Frame | undefined): number | undefined {
  for (const { at } of framesOf(frame)) if (at !== undefined) return at;
  return undefined;
}
