/** Calls of programs that are not the client's, recognised by some of their words. */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import type { Catalogue, RuleOf } from '../mender/catalogue.ts';
import { toDocument } from '../text/fragment.ts';
import { locate, textWithPlaceholders, type Word } from '../text/word.ts';
import type { Invocation } from '../usage/usage.ts';
import type { Match } from './occurrence.ts';

type CallRule = RuleOf<'call'>;

/** A match of a pattern: the word, and where in its text. */
interface Named {
  readonly word: Word;
  readonly offset: number;
  readonly text: string;
}

export function matchCall(invocation: Invocation, catalogue: Catalogue): Match[] {
  return catalogue
    .rulesOf('call')
    .flatMap(rule => (rule.match.programs.includes(invocation.program) ? callMatch(rule, invocation) : []));
}

function callMatch(rule: CallRule, invocation: Invocation): Match[] {
  const { args, program, context } = invocation;
  const [named, ...others] = rule.match.words.map(pattern => find(pattern, args));
  if (!named || others.includes(undefined)) return [];
  const range = locate(named.word, named.offset, named.text.length);
  if (!range) return [];
  return [
    {
      kind: 'match',
      rule: rule,
      range: toDocument(named.word.source, range),
      use: `${program} ${named.text}`,
      fixes: fixesOf(rule, invocation, new EditBuilder().replace(named.word.source, range, replacementOf(rule))),
      notes: [],
      branchContext: context.branchContext,
      actionKey: `call:${rule.id}`,
    },
  ];
}

function find(pattern: RegExp, args: readonly Word[]): Named | undefined {
  for (const [index, word] of args.entries()) {
    const next = args[index + 1];
    const first = textWithPlaceholders(word);
    const joined = next ? `${first} ${textWithPlaceholders(next)}` : first;
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

function replacementOf({ replacement }: CallRule): string {
  return replacement.kind === 'rewrite' ? replacement.to : '';
}

function fixesOf({ replacement, match }: CallRule, invocation: Invocation, edits: EditBuilder): Fix[] {
  if (replacement.kind !== 'rewrite') return [];
  const options = invocation.args.map(word => textWithPlaceholders(word)).filter(text => text.startsWith('-'));
  if (match.plain && !match.plain.test(options.join(' '))) return [];
  const isSafe = invocation.certain && !invocation.spread && !invocation.indirection && replacement.safety === 'safe';
  const finished = edits.finish();
  const title = `Replace with \`${replacement.to}\``;
  return finished ? [{ title, safety: isSafe ? 'safe' : 'review', edits: finished }] : [];
}
