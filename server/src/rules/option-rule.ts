/** The rule about a defect of an option, a command or a program: a rule that names it precedes a general one. */
import type { RuleOf } from '../mender/catalogue.ts';
import type { RuleContext } from './occurrence.ts';

export type OptionRule = RuleOf<'option'>;

export function optionRule(
  { catalogue }: RuleContext,
  defect: OptionRule['match']['defect'],
  name: string,
): OptionRule | undefined {
  const rules = catalogue.rulesOf('option').filter(({ match }) => match.defect === defect);
  return rules.find(({ match }) => match.options?.includes(name)) ?? rules.find(({ match }) => !match.options);
}
