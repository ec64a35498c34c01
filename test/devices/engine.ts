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

/** The lines on which something is found. */
export function reportedLines(text: string): readonly string[] {
  const lines = text.split('\n');
  return [...new Set(check(document(text, PATH), options).map(({ range }) => lines[lineOf(text, range.start)]!))];
}

const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length - 1;

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

/** A deed that stands on a line of its own, or in a loop there: nothing but a message hangs on how it ends. */
const plainDeed =
  /^\s*(?:for \w+ in [\w ]+; do )?(?:sudo )?(?:systemctl (?!is-|status|cat|list)|service (?!\S+ status)|apt-get |(?:\/usr\/bin\/)?mender |\$MENDER |pkill |killall |ln |rm )[^&|;{}]*(?: && (?:echo|true|sleep)\b[^&|;{}]*|; done)?$/;

/** With the first fixes of all that is found on such lines made; undefined when there is none. */
export function afterPlainDeeds(text: string): string | undefined {
  const lines = text.split('\n');
  const isPlain = (line: number) => plainDeed.test(lines[line]!) && !lines[line + 1]?.includes('$?');
  const fixes = check(document(text, PATH), options).flatMap(({ range, fixes: [best] }) =>
    best && isPlain(lineOf(text, range.start)) ? [best] : [],
  );
  const edits = compatible(fixes).flatMap(fix => fix.edits);
  return edits.length === 0 || /^set -e/m.test(text) ? undefined : applyEdits(text, edits);
}
