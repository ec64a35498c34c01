/** Takes away fixes that would write what the target lacks, whatever matcher made them. */
import type { Fix } from '../fixes/fix.ts';
import type { Match, RuleContext } from '../rules/sighting.ts';
import { whyLacking } from './lifetime-text.ts';

export function withoutLacking(matches: readonly Match[], { catalogue, target }: RuleContext): readonly Match[] {
  const lacking = ({ edits }: Fix) => edits.flatMap(({ newText }) => catalogue.lacking(newText, target) ?? [])[0];
  return matches.map(match => {
    // What takes the place of something of the project's own is for the project to know.
    const named = match.row.component === 'project' ? [] : match.fixes.map(lacking);
    const [first] = named.filter(name => name !== undefined);
    if (!first) return match;
    const fixes = match.fixes.filter((_, index) => !named[index]);
    return { ...match, fixes, noFix: `\`${first.name}\` ${whyLacking(first.lifetime, target)}` };
  });
}
