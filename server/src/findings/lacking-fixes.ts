/**
 * Removes fixes that would write something that the target, or the release of Yocto, lacks, whichever matcher made
 * them.
 */

import type { Fix } from '../fixes/fix.ts';
import { yoctoLayer } from '../mender/tool-names.ts';
import { newerThan } from '../mender/yocto.ts';
import type { Match, RuleContext } from '../rules/occurrence.ts';
import { whyLacking } from './rule-text.ts';

export function withoutLacking(matches: readonly Match[], context: RuleContext): readonly Match[] {
  return matches.map(match => {
    // Replacements in custom rules are the project's own concern.
    const reasons = match.rule.component === 'project' ? [] : match.fixes.map(fix => whyNot(fix, context));
    const [noFix] = reasons.filter(reason => reason !== undefined);
    return noFix === undefined ? match : { ...match, fixes: match.fixes.filter((_, index) => !reasons[index]), noFix };
  });
}

function whyNot({ edits }: Fix, { catalogue, target, yocto = [] }: RuleContext): string | undefined {
  for (const { newText } of edits) {
    const named = catalogue.lacking(newText, target);
    if (named) return `\`${named.name}\` ${whyLacking(named.lifetime, target)}`;
    const newer = newerThan(newText, yocto);
    if (newer) return `${yoctoLayer} has no \`${newer.name}\` on ${newer.on}`;
  }
  return undefined;
}
