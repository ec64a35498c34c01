/** Comments that suppress findings: what can be written in them, and which rule is at a place. */

import { type CheckOptions, check } from '../findings/check.ts';
import { type Directive, directiveKinds, directivesIn, MARK as SIGN } from '../findings/suppress/directives.ts';
import type { Document } from '../languages/document.ts';
import { commentPlacesOf } from '../languages/document-comments.ts';
import type { SourceReader } from '../languages/program-strings/source-reader.ts';
import { catalogue as shipped } from '../mender/catalogue.ts';
import type { Rule } from '../mender/rule.ts';
import type { Range } from '../text/fragment.ts';
import type { Completion } from './completion.ts';
import type { RuleText } from './json-explanation.ts';
import { MARK, markedAt } from './marked.ts';

function directivesOf(document: Document, sources: SourceReader | undefined): readonly Directive[] {
  if (!document.text.includes(SIGN)) return [];
  const places = commentPlacesOf(document, sources);
  return places ? directivesIn(document.text, places) : [];
}

export function suppressionCompletions(
  document: Document,
  offset: number,
  options: CheckOptions,
  ruleText: RuleText,
): readonly Completion[] {
  if (!document.text.includes(SIGN)) return [];
  for (const { word, rules } of directivesOf(markedAt(document, offset), options.sources)) {
    const typed = [word, ...rules].find(({ text }) => text.includes(MARK));
    if (!typed) continue;
    const range = { start: typed.start, end: typed.end - MARK.length };
    if (typed === word) return kindCompletions(range);
    const there = new Set(rules.map(({ text }) => text));
    return ruleCompletions(document, range, options, ruleText).filter(({ label }) => !there.has(label));
  }
  return [];
}

function kindCompletions(range: Range): readonly Completion[] {
  return directiveKinds.map(label => ({ label, kind: 'value', newText: label, range }));
}

/** Rules that are found in the document come first. */
function ruleCompletions(
  document: Document,
  range: Range,
  options: CheckOptions,
  ruleText: RuleText,
): readonly Completion[] {
  const { catalogue = shipped, custom } = options;
  const found = new Set(check(document, options).map(({ rule }) => rule));
  const rules = [...(custom?.rules ?? []), ...catalogue.rules];
  const completion = (rule: Rule): Completion => ({
    label: rule.id,
    kind: 'rule',
    ...(found.has(rule.id) ? { detail: 'found in this file' } : {}),
    documentation: ruleText(rule),
    newText: rule.id,
    range,
  });
  return [...rules.filter(({ id }) => found.has(id)), ...rules.filter(({ id }) => !found.has(id))].map(completion);
}

export function suppressedRuleAt(
  document: Document,
  offset: number,
  { custom, catalogue = shipped, sources }: CheckOptions,
): { readonly range: Range; readonly rule: Rule } | undefined {
  for (const { rules } of directivesOf(document, sources))
    for (const { text, start, end } of rules) {
      const rule = start <= offset && offset <= end ? catalogue.findRule(text, custom?.rules ?? []) : undefined;
      if (rule) return { range: { start, end }, rule };
    }
  return undefined;
}
