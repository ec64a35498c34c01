/** Programs of the user's own, told by their name and the words that follow it. */
import type { RowOf } from '../catalogue/catalogue.ts';
import { deleteWords } from '../fixes/call-edits.ts';
import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { baseName } from '../programs/base-name.ts';
import { toDocument } from '../syntax/fragment.ts';
import { locate, skeleton } from '../syntax/word.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';
import type { Sighting } from './sighting.ts';

type ProgramRow = RowOf<'program'>;

export function matchProgram(invocation: Invocation, row: ProgramRow): Sighting[] {
  const { name, context, via } = invocation;
  const action = `extra:${row.id}`;
  const to = row.replacement.kind === 'rewrite' ? row.replacement.to.split(/\s+/) : [];
  if (to.length > 0 && wordsAfter(invocation, to)) return [{ kind: 'reference', action, frame: context.frame }];
  const words = wordsAfter(invocation, row.match.words);
  if (!words) return [];
  const last = words.at(-1);
  const end = last?.source === name.source && !via ? last.end : name.end;
  return [
    {
      kind: 'match',
      row,
      range: toDocument(name.source, { start: name.start, end: Math.max(end, name.end) }),
      use: row.match.words.join(' '),
      fixes: to.length > 0 ? rewritten(invocation, row, words, to) : [],
      notes: [],
      frame: context.frame,
      action,
      via,
    },
  ];
}

/** The arguments that the words behind the first one stand for, options between them left out; undefined when it is another call. */
function wordsAfter({ name, args }: Invocation, [program, ...words]: readonly string[]): ResolvedWord[] | undefined {
  const called = skeleton(name);
  if (called !== program && (program!.includes('/') || baseName(called) !== program)) return undefined;
  const found: ResolvedWord[] = [];
  let at = 0;
  for (const word of words) {
    while (!word.startsWith('-') && args[at]?.value?.startsWith('-')) at++;
    const arg = args[at++];
    if (arg?.value !== word) return undefined;
    found.push(arg);
  }
  return found;
}

/** Word for word, each in its own quotes; the folder of the program stays unless the new one has its own. */
function rewritten(
  { name, certain, spread, via }: Invocation,
  { replacement }: ProgramRow,
  words: readonly ResolvedWord[],
  [program, ...rest]: readonly string[],
): Fix[] {
  const text = skeleton(name);
  const from = program!.includes('/') ? 0 : text.lastIndexOf('/') + 1;
  const range = locate(name, from, text.length - from);
  if (!range) return [];
  const edits = new EditBuilder().replace(name.source, range, program!);
  words.forEach((word, index) => {
    const inside = locate(word, 0, word.value!.length);
    const wanted = rest[index];
    if (wanted === undefined) deleteWords(edits, [word]);
    else if (!inside) edits.impossible();
    else if (wanted !== word.value) edits.replace(word.source, inside, wanted);
  });
  const more = rest.slice(words.length);
  const last = words.at(-1) ?? name;
  if (more.length > 0) edits.insertAfter(last.source, last.end, ` ${more.join(' ')}`);
  const finished = edits.finish();
  const isSafe = certain && !spread && !via && replacement.kind === 'rewrite' && replacement.safety === 'safe';
  const title = `Replace with \`${[program, ...rest].join(' ')}\``;
  return finished ? [{ title, safety: isSafe ? 'safe' : 'review', edits: finished }] : [];
}
