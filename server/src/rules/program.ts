/** The user's own programs, recognised by their name and the words that follow it. */

import { deleteWords } from '../fixes/call-edits.ts';
import { EditBuilder, type Fix } from '../fixes/fix.ts';
import type { RuleOf } from '../mender/catalogue.ts';
import { toDocument } from '../text/fragment.ts';
import { locate, textWithPlaceholders } from '../text/word.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';
import type { Occurrence } from './occurrence.ts';

type ProgramRule = RuleOf<'program'>;

export function matchProgram(invocation: Invocation, rule: ProgramRule): Occurrence[] {
  const { name, context, indirection } = invocation;
  const actionKey = `extra:${rule.id}`;
  const to = rule.replacement.kind === 'rewrite' ? rule.replacement.to.split(/\s+/) : [];
  if (to.length > 0 && wordsAfter(invocation, to))
    return [{ kind: 'reference', actionKey, branchContext: context.branchContext }];
  const words = wordsAfter(invocation, rule.match.words);
  if (!words) return [];
  const last = words.at(-1);
  const end = last?.source === name.source && !indirection ? last.end : name.end;
  return [
    {
      kind: 'match',
      rule: rule,
      range: toDocument(name.source, { start: name.start, end: Math.max(end, name.end) }),
      use: rule.match.words.join(' '),
      fixes: to.length > 0 ? rewritten(invocation, rule, words, to) : [],
      notes: [],
      branchContext: context.branchContext,
      actionKey,
      indirection,
    },
  ];
}

/**
 * The arguments in place of the words after the first one, without options between them; undefined for another call.
 */
function wordsAfter(invocation: Invocation, [program, ...words]: readonly string[]): ResolvedWord[] | undefined {
  const { name, args } = invocation;
  const called = program!.includes('/') ? textWithPlaceholders(name) : invocation.program;
  if (called !== program) return undefined;
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

/** Word by word, each in its own quotes; the folder of the program stays unless the new one has its own. */
function rewritten(
  { name, certain, spread, indirection }: Invocation,
  { replacement }: ProgramRule,
  words: readonly ResolvedWord[],
  [program, ...rest]: readonly string[],
): Fix[] {
  const text = textWithPlaceholders(name);
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
  const isSafe = certain && !spread && !indirection && replacement.kind === 'rewrite' && replacement.safety === 'safe';
  const title = `Replace with \`${[program, ...rest].join(' ')}\``;
  return finished ? [{ title, safety: isSafe ? 'safe' : 'review', edits: finished }] : [];
}
