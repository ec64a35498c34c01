/** Searches for the old client in lists, which only the flow of a script tells: `systemctl list-units | grep mender-client`. */
import { isSearchProgram } from '../rules/presence.ts';
import type { Match, RuleContext } from '../rules/sighting.ts';
import { toDocument } from '../syntax/fragment.ts';
import { shown } from '../syntax/masked.ts';
import type { Invocation } from '../usage/usage.ts';
import type { Guards } from './guards/guards.ts';

/** Those that ask for the old client, and that no rule has seen. */
export function listedClients(
  invocations: readonly Invocation[],
  matches: readonly Match[],
  guards: Guards,
  { catalogue, ...span }: RuleContext,
): readonly Match[] {
  const row = catalogue.rowsOf('probe').find(({ match }) => match.by === 'list');
  if (!row || !catalogue.concerns(row, span)) return [];
  const seen = new Set(matches.map(({ at }) => at));
  return invocations.flatMap(invocation => {
    const { source, command, context, name, args, program } = invocation;
    const at = source.startOf(command.start);
    if (!isSearchProgram(program) || seen.has(at) || !guards.asksOld(context.frame, at)) return [];
    const end = args.at(-1)?.end ?? name.end;
    const range = toDocument(name.source, { start: name.start, end });
    const use = [name, ...args].map(word => shown(word)).join(' ');
    return [
      { kind: 'match', row, range, use, fixes: [], notes: [], frame: context.frame, action: 'probe', asks: true, at },
    ];
  });
}
