/** Searches for the old client in lists, which only the flow of a script tells: `systemctl list-units | grep mender-client`. */
import { rowsOf } from '../catalogue/catalogue.ts';
import type { Match } from '../rules/sighting.ts';
import { toDocument } from '../syntax/fragment.ts';
import { shown } from '../syntax/masked.ts';
import type { Invocation } from '../usage/usage.ts';
import type { Guards } from './guards/guards.ts';

const [row] = rowsOf('probe').filter(({ match }) => match.by === 'list');

/** Those that ask for the old client, and that no rule has seen. */
export function listedClients(
  invocations: readonly Invocation[],
  matches: readonly Match[],
  guards: Guards,
): readonly Match[] {
  if (!row) return [];
  const seen = new Set(matches.map(({ at }) => at));
  return invocations.flatMap(invocation => {
    const { source, command, context, name, args, program } = invocation;
    const at = source.startOf(command.start);
    if (!/^[efz]?grep$/.test(program) || seen.has(at) || !guards.asksOld(context.frame, at)) return [];
    const end = args.at(-1)?.end ?? name.end;
    const range = toDocument(name.source, { start: name.start, end });
    const use = [name, ...args].map(word => shown(word)).join(' ');
    return [
      { kind: 'match', row, range, use, fixes: [], notes: [], frame: context.frame, action: 'probe', asks: true, at },
    ];
  });
}
