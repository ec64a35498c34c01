/**
 * Searches for the old client in lists, which only the control flow of a script shows: `systemctl list-units | grep
 * mender-client`.
 */

import { isSearchProgram } from '../programs/programs.ts';
import type { Match, RuleContext } from '../rules/occurrence.ts';
import { toDocument } from '../text/fragment.ts';
import { shown } from '../text/masked.ts';
import type { Invocation } from '../usage/usage.ts';
import type { Guards } from './guards/guards.ts';

/** Those that probe for the old client, and that no rule has found. */
export function listedClients(
  invocations: readonly Invocation[],
  matches: readonly Match[],
  guards: Guards,
  { catalogue, ...span }: RuleContext,
): readonly Match[] {
  const rule = catalogue.rulesOf('probe').find(({ match }) => match.by === 'list');
  if (!rule || !catalogue.concerns(rule, span)) return [];
  const seen = new Set(matches.map(({ at }) => at));
  return invocations.flatMap(invocation => {
    const { source, command, context, name, args, program } = invocation;
    const at = source.startOf(command.start);
    if (!isSearchProgram(program) || seen.has(at) || !guards.probesOld(context.branchContext, at)) return [];
    const end = args.at(-1)?.end ?? name.end;
    const range = toDocument(name.source, { start: name.start, end });
    const use = [name, ...args].map(word => shown(word)).join(' ');
    return [
      {
        kind: 'match',
        rule,
        range,
        use,
        fixes: [],
        notes: [],
        branchContext: context.branchContext,
        actionKey: 'probe',
        isProbe: true,
        at,
      },
    ];
  });
}
