/** Calls of programs that are not the client's, told by some of their words. */
import type { Catalogue, RowOf } from '../catalogue/catalogue.ts';
import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { toDocument } from '../syntax/fragment.ts';
import { locate, skeleton, type Word } from '../syntax/word.ts';
import type { Invocation } from '../usage/usage.ts';
import type { Match } from './sighting.ts';

type CallRow = RowOf<'call'>;

/** What a pattern has found: the word, and where in its text. */
interface Named {
  readonly word: Word;
  readonly offset: number;
  readonly text: string;
}

export function matchCall(invocation: Invocation, catalogue: Catalogue): Match[] {
  return catalogue
    .rowsOf('call')
    .flatMap(row => (row.match.programs.includes(invocation.program) ? callMatch(row, invocation) : []));
}

function callMatch(row: CallRow, invocation: Invocation): Match[] {
  const { args, program, context } = invocation;
  const [named, ...others] = row.match.words.map(pattern => find(pattern, args));
  if (!named || others.includes(undefined)) return [];
  const range = locate(named.word, named.offset, named.text.length);
  if (!range) return [];
  return [
    {
      kind: 'match',
      row,
      range: toDocument(named.word.source, range),
      use: `${program} ${named.text}`,
      fixes: fixesOf(row, invocation, new EditBuilder().replace(named.word.source, range, replacementOf(row))),
      notes: [],
      frame: context.frame,
      action: `call:${row.id}`,
    },
  ];
}

function find(pattern: RegExp, args: readonly Word[]): Named | undefined {
  for (const [index, word] of args.entries()) {
    const next = args[index + 1];
    const first = skeleton(word);
    const joined = next ? `${first} ${skeleton(next)}` : first;
    const found = pattern.exec(first) ?? pattern.exec(joined);
    if (!found) continue;
    const text = found[1] ?? found[0];
    const offset = found.index + found[0].lastIndexOf(text);
    if (offset + text.length <= first.length) return { word, offset, text };
    if (next && offset > first.length) return { word: next, offset: offset - first.length - 1, text };
    return { word, offset, text: first.slice(offset) };
  }
  return undefined;
}

function replacementOf({ replacement }: CallRow): string {
  return replacement.kind === 'rewrite' ? replacement.to : '';
}

function fixesOf({ replacement, match }: CallRow, invocation: Invocation, edits: EditBuilder): Fix[] {
  if (replacement.kind !== 'rewrite') return [];
  const options = invocation.args.map(word => skeleton(word)).filter(text => text.startsWith('-'));
  if (match.plain && !match.plain.test(options.join(' '))) return [];
  const isSafe = invocation.certain && !invocation.spread && !invocation.via && replacement.safety === 'safe';
  const finished = edits.finish();
  const title = `Replace with \`${replacement.to}\``;
  return finished ? [{ title, safety: isSafe ? 'safe' : 'review', edits: finished }] : [];
}
