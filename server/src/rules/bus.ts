/** Calls of the D-Bus API that was removed, by the tools that make them. The name in any other text is left alone. */
import { type Catalogue, catalogue } from '../catalogue/catalogue.ts';
import { programOf } from '../programs/programs.ts';
import type { CarriedBusName } from '../syntax/carried.ts';
import { type Range, toDocument } from '../syntax/fragment.ts';
import { locate, skeleton } from '../syntax/word.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';
import type { Spelled } from './presence.ts';
import type { Match } from './sighting.ts';

const goneNames = catalogue.rowsOf('bus').flatMap(({ match }) => match.names);

/** Whether a command line calls what nobody answers any more. */
export function callsGoneBus([program = [], ...args]: Spelled): boolean {
  if (!program.some(name => programOf(name).bus)) return false;
  return args.flat().some(text => goneNames.some(name => text.includes(name)));
}

/** One finding a call, at the first word that names the API. */
export function matchBus(invocation: Invocation, catalogue: Catalogue): Match[] {
  const tool = invocation.program;
  if (!programOf(tool).bus) return [];
  for (const row of catalogue.rowsOf('bus')) {
    for (const word of invocation.args) {
      const found = nameIn(word, row.match.names);
      if (!found) continue;
      return [
        {
          kind: 'match',
          row,
          range: found.range,
          use: `${tool} ${found.name}`,
          fixes: [],
          notes: [],
          frame: invocation.context.frame,
          action: 'bus',
        },
      ];
    }
  }
  return [];
}

/** A policy, an interface or a call of a library that is about nothing any more. */
export function matchBusName({ name, use }: CarriedBusName, catalogue: Catalogue): Match[] {
  return catalogue.rowsOf('bus').flatMap(row => {
    if (!row.match.names.includes(name.value ?? '')) return [];
    return [
      {
        kind: 'match' as const,
        row,
        range: toDocument(name.source, name),
        use,
        fixes: [],
        notes: [],
        frame: undefined,
        action: 'bus',
      },
    ];
  });
}

function nameIn(word: ResolvedWord, names: readonly string[]): { name: string; range: Range } | undefined {
  for (const name of names) {
    const written = skeleton(word).indexOf(name);
    const range = written < 0 ? undefined : locate(word, written, name.length);
    if (range) return { name, range: toDocument(word.source, range) };
    const definition = word.values.find(({ text }) => text.includes(name));
    if (definition) return { name, range: toDocument(word.source, word) };
  }
  return undefined;
}
