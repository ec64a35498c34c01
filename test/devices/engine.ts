/** The engine under judgement: everything that the devices use of it. */
import { type CheckOptions, check, defaultCheckOptions } from '../../server/src/findings/check.ts';
import type { Finding } from '../../server/src/findings/finding.ts';
import { fixAll } from '../../server/src/findings/fix-all.ts';
import { applyEdits, compatible } from '../../server/src/text/apply-edits.ts';
import { document } from '../support/texts.ts';

export interface OfferedFix {
  readonly rule: string;
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[];
}

const PATH = 'script.sh';
const options: CheckOptions = defaultCheckOptions;

const MOST_REMEMBERED = 64;

/** The engine's results for texts; the same texts are checked repeatedly. */
export class Engine {
  readonly #found = new Map<string, readonly Finding[]>();
  readonly #fixed = new Map<string, string>();

  /** Rules of the findings. */
  findingsOf(text: string): string[] {
    return this.#check(text).map(({ rule }) => rule);
  }

  /** The fixes of each finding, best first. */
  fixesOf(text: string): OfferedFix[][] {
    return this.#check(text).map(({ rule, fixes }) =>
      fixes
        .filter(({ title }) => !/suppress|ignore/i.test(title))
        .map(({ title, safety, edits }) => ({ rule, title, safe: safety === 'safe', edits })),
    );
  }

  /** The lines with findings. */
  reportedLines(text: string): readonly string[] {
    const lines = text.split('\n');
    return [...new Set(this.#check(text).map(({ range }) => lines[lineOf(text, range.start)]!))];
  }

  afterSafeFixes(text: string): string {
    return remembered(this.#fixed, text, () => fixAll(document(text, PATH), options).text);
  }

  /** The places of findings. */
  reportedAt(text: string): readonly number[] {
    return this.#check(text).map(({ range }) => range.start);
  }

  #check(text: string): readonly Finding[] {
    return remembered(this.#found, text, () => check(document(text, PATH), options));
  }
}

function remembered<Value>(known: Map<string, Value>, text: string, find: () => Value): Value {
  const before = known.get(text);
  if (before !== undefined) return before;
  const found = find();
  if (known.size >= MOST_REMEMBERED) known.delete(known.keys().next().value!);
  known.set(text, found);
  return found;
}

const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length - 1;

/** The text after these fixes, if they can be made together. */
export function afterFixes(text: string, fixes: readonly OfferedFix[]): string | undefined {
  return applyEdits(
    text,
    compatible(fixes).flatMap(({ edits }) => edits),
  );
}
