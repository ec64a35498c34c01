/** The row about a defect of an option, a command or a program: one that names it before one about all. */
import type { RowOf } from '../catalogue/catalogue.ts';
import type { RuleContext } from './sighting.ts';

export type OptionRow = RowOf<'option'>;

export function optionRow(
  { catalogue }: RuleContext,
  defect: OptionRow['match']['defect'],
  name: string,
): OptionRow | undefined {
  const rows = catalogue.rowsOf('option').filter(({ match }) => match.defect === defect);
  return rows.find(({ match }) => match.options?.includes(name)) ?? rows.find(({ match }) => !match.options);
}
