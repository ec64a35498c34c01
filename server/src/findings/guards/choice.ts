/** A text that depends on the result of a command: a variable that is set if a client is found, or a printed state. */
import { LONGEST_TEXT, MOST_CHOICES } from '../../text/limits.ts';
import { type Facts, isEmpty, union } from './facts.ts';
import { known, not, type Ternary } from './ternary.ts';

export interface Choice {
  /** The result that decides. */
  readonly truth: Ternary;
  /** Possible texts if it is true, and if it is false. */
  readonly met: readonly string[];
  readonly unmet: readonly string[];
}

/** `set` are the texts in the branch that runs if `truth` is true, `unset` those otherwise. */
export function choiceOf(
  truth: Ternary,
  set: readonly string[] | undefined,
  unset: readonly string[] | undefined,
): Choice | undefined {
  if (truth.value !== undefined || isEmpty(truth.yes) || isEmpty(truth.no)) return undefined;
  const [[met, ...more] = [], [unmet, ...others] = []] = [set, unset];
  if (met === undefined || unmet === undefined || more.length + others.length > 0 || met === unmet) return undefined;
  return { truth, met: [met], unmet: [unmet] };
}

interface Part {
  readonly texts: readonly string[] | undefined;
  readonly facts: Facts;
  readonly choice?: Choice;
}

/** Joins known texts with one that depends on a result; their facts are further reasons for its being false. */
export function joinedChoice(parts: readonly Part[]): Choice | undefined {
  const chosen = parts.filter(({ choice }) => choice);
  const [only] = chosen;
  if (!only?.choice || chosen.length > 1) return undefined;
  let [met, unmet]: readonly (readonly string[])[] = [[''], ['']];
  let facts: Facts | undefined;
  for (const { texts, choice, facts: own } of parts) {
    const [ofMet, ofUnmet] = choice ? [choice.met, choice.unmet] : [texts, texts];
    if (!ofMet || !ofUnmet || ofMet.some(isPartial)) return undefined;
    met = met!.flatMap(before => ofMet.map(text => before + text));
    unmet = unmet!.flatMap(before => ofUnmet.map(text => before + text));
    if (met.length + unmet.length > MOST_CHOICES || met[0]!.length > LONGEST_TEXT) return undefined;
    if (!choice) facts = facts ? union(facts, own) : own;
  }
  const { truth } = only.choice;
  return { truth: facts ? { ...truth, no: union(truth.no, facts) } : truth, met: met!, unmet: unmet! };
}

/** Part of the text is known only at run time. */
export function isPartial(text: string): boolean {
  return text.includes('\0') || text.includes('\u0001');
}

/** The result of the test `holds` on the text; undefined if the test is open for one of the two alternatives. */
export function chosen(
  { truth, met, unmet }: Choice,
  holds: (texts: readonly string[]) => boolean | undefined,
  facts: Facts,
): Ternary | undefined {
  const [yes, no] = [holds(met), holds(unmet)];
  if (yes === undefined || no === undefined) return undefined;
  return yes === no ? known(yes, facts) : yes ? truth : not(truth);
}
