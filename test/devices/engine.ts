/** The engine under judgement: all that the devices take from it. */
import { type CheckOptions, check, defaultCheckOptions } from '../../server/src/findings/check.ts';
import { fixAll } from '../../server/src/findings/fix-all.ts';
import { applyEdits, compatible } from '../../server/src/fixes/apply.ts';
import { document } from '../support/texts.ts';

export interface OfferedFix {
  readonly rule: string;
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[];
}

const PATH = 'script.sh';
const options: CheckOptions = defaultCheckOptions;

/** Rules of what is found. */
export function findingsOf(text: string): string[] {
  return check(document(text, PATH), options).map(({ rule }) => rule);
}

/** The fixes of each finding, best first. */
export function fixesOf(text: string): OfferedFix[][] {
  return check(document(text, PATH), options).map(({ rule, fixes }) =>
    fixes
      .filter(({ title }) => !/suppress|ignore/i.test(title))
      .map(({ title, safety, edits }) => ({ rule, title, safe: safety === 'safe', edits })),
  );
}

export function afterSafeFixes(text: string): string {
  return fixAll(document(text, PATH), options).text;
}

/** With these fixes made, as far as they can be made together. */
export function afterFixes(text: string, fixes: readonly OfferedFix[]): string | undefined {
  return applyEdits(
    text,
    compatible(fixes).flatMap(({ edits }) => edits),
  );
}
