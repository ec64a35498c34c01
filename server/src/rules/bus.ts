/** Calls of the removed D-Bus API, by the tools that make them. The name in any other text is left alone. */

import type { EmbeddedBusName } from '../languages/embedded.ts';
import { type Catalogue, catalogue } from '../mender/catalogue.ts';
import { programOf } from '../programs/programs.ts';
import { type Range, toDocument } from '../text/fragment.ts';
import { locate, textWithPlaceholders } from '../text/word.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';
import type { Match } from './occurrence.ts';
import type { Probe } from './probe-queries.ts';

const goneNames = catalogue.rulesOf('bus').flatMap(({ match }) => match.names);

/** Whether a command line calls an API that nobody answers any more. */
export function callsGoneBus({ words: [program = [], ...args] }: Probe): boolean {
  if (!program.some(name => programOf(name).bus)) return false;
  return args.flat().some(text => goneNames.some(name => text.includes(name)));
}

/** One finding for each call, at the first word that names the API. */
export function matchBus(invocation: Invocation, catalogue: Catalogue): Match[] {
  const tool = invocation.program;
  if (!programOf(tool).bus) return [];
  for (const rule of catalogue.rulesOf('bus')) {
    for (const word of invocation.args) {
      const found = nameIn(word, rule.match.names);
      if (!found) continue;
      return [
        {
          kind: 'match',
          rule: rule,
          range: found.range,
          use: `${tool} ${found.name}`,
          fixes: [],
          notes: [],
          branchContext: invocation.context.branchContext,
          actionKey: 'bus',
        },
      ];
    }
  }
  return [];
}

/** A policy, an interface or a call of a library for the removed API. */
export function matchBusName({ name, use }: EmbeddedBusName, catalogue: Catalogue): Match[] {
  return catalogue.rulesOf('bus').flatMap(rule => {
    if (!rule.match.names.includes(name.value ?? '')) return [];
    return [
      {
        kind: 'match' as const,
        rule,
        range: toDocument(name.source, name),
        use,
        fixes: [],
        notes: [],
        branchContext: undefined,
        actionKey: 'bus',
      },
    ];
  });
}

function nameIn(word: ResolvedWord, names: readonly string[]): { name: string; range: Range } | undefined {
  for (const name of names) {
    const written = textWithPlaceholders(word).indexOf(name);
    const range = written < 0 ? undefined : locate(word, written, name.length);
    if (range) return { name, range: toDocument(word.source, range) };
    const definition = word.values.find(({ text }) => text.includes(name));
    if (definition) return { name, range: toDocument(word.source, word) };
  }
  return undefined;
}
