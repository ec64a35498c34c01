/** Properties of any text, wherever it comes from. */
import assert from 'node:assert/strict';
import { check } from '../../server/src/findings/check.ts';
import { type Finding, safeFix } from '../../server/src/findings/finding.ts';
import { fixAll } from '../../server/src/findings/fix-all.ts';
import type { Fix } from '../../server/src/fixes/fix.ts';
import type { Document } from '../../server/src/languages/document.ts';
import { optIns } from '../../server/src/languages/opt-ins.ts';
import { parseSafely } from '../../server/src/languages/shell/shell-parser.ts';
import { newestTarget } from '../../server/src/mender/release-names.ts';
import type { Target } from '../../server/src/mender/version.ts';
import { sourceReader } from '../../server/src/sources.ts';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { document } from './texts.ts';

export interface Flaw {
  /** The broken property: the same words for every text that breaks it. */
  readonly what: string;
  /** The rule that it happened to, if any. */
  readonly rule?: string;
  readonly detail: string;
}

export interface Sample {
  readonly text: string;
  readonly path: string;
  readonly target: Target;
}

export interface Examined {
  readonly findings: readonly Finding[];
  readonly fixed: string;
  readonly flaws: readonly Flaw[];
}

/** Checks and fixes a text, and returns the flaws of the results. */
export function examine({ text, path, target }: Sample): Examined {
  const options = { target, rules: {}, include: optIns, sources: sourceReader };
  const flaws: Flaw[] = [];
  let findings: readonly Finding[] = [];
  let fixed = text;
  try {
    const read = document(text, path);
    findings = check(read, options);
    flaws.push(...placeFlaws(text, findings), ...findings.flatMap(finding => [...fixFlaws(text, finding)]));
    if (findings.some(finding => safeFix(finding))) {
      const once = fixAll(read, options);
      fixed = once.text;
      flaws.push(...fixAllFlaws(read, once));
      if (fixAll(document(fixed, path), options).text !== fixed)
        flaws.push({ what: 'what is fixed is fixed again', detail: fixed });
    }
  } catch (error) {
    flaws.push({ what: 'it throws', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  return { findings, fixed, flaws };
}

/** Rules about a file, or about errors of a JSON parser: their ranges may be empty. */
const ofWholeFile: ReadonlySet<string> = new Set([
  'config-invalid-json',
  'config-not-an-object',
  'unit-drop-in',
  'state-script-name',
  'recipe-append',
]);

/** A word ends with white space when that is quoted, or when the word is incomplete. */
function hasLooseEdge(named: string): boolean {
  return /^[ \t\n]/.test(named) || (/[ \t\n]$/.test(named) && !/["'`\\({]/.test(named));
}

function* placeFlaws(text: string, findings: readonly Finding[]): Generator<Flaw> {
  let last = 0;
  for (const { rule, range, notes, message } of findings) {
    const detail = `${range.start}-${range.end} ${JSON.stringify(text.slice(range.start, range.end))}`;
    if (range.start < last) yield { what: 'findings are out of order', rule, detail };
    last = range.start;
    for (const place of [range, ...notes.map(note => note.range)]) {
      if (place.start < 0 || place.end < place.start || place.end > text.length)
        yield { what: 'a range is not inside the text', rule, detail };
      if (!ofWholeFile.has(rule) && (splitsCharacter(text, place.start) || splitsCharacter(text, place.end)))
        yield { what: 'a range splits a character or a line end', rule, detail };
    }
    if (range.start === range.end && !ofWholeFile.has(rule)) yield { what: 'a finding names nothing', rule, detail };
    if (hasLooseEdge(text.slice(range.start, range.end)) && !ofWholeFile.has(rule))
      yield { what: 'a range has white space at its edge', rule, detail };
    const [gap] = /\{\w+\}|undefined|\0/.exec(message) ?? [];
    if (gap !== undefined && !text.includes(gap)) yield { what: 'a message has a gap', rule, detail: message };
  }
}

function* fixFlaws(text: string, { rule, fixes }: Finding): Generator<Flaw> {
  for (const fix of fixes) {
    const detail = `${fix.title} ${JSON.stringify(fix.edits)}`;
    if (fix.edits.length === 0 || fix.title === '') yield { what: 'a fix is empty', rule, detail };
    let end = 0;
    for (const edit of fix.edits) {
      if (edit.start < end || edit.end < edit.start || edit.end > text.length)
        yield { what: 'edits overlap or are not inside the text', rule, detail };
      if (splitsCharacter(text, edit.start) || splitsCharacter(text, edit.end))
        yield { what: 'an edit splits a character or a line end', rule, detail };
      if (/undefined|\0/.test(edit.newText) && !/undefined|\0/.test(text))
        yield { what: 'a new text has a gap', rule, detail };
      end = edit.end;
    }
    const after = afterFix(text, fix);
    if (after === undefined) yield { what: 'edits cannot be applied', rule, detail };
    else if (after === text) yield { what: 'a fix changes nothing', rule, detail };
  }
}

function* fixAllFlaws(read: Document, { text, fixed, left }: ReturnType<typeof fixAll>): Generator<Flaw> {
  const unfixed = left.find(finding => safeFix(finding));
  if (unfixed) yield { what: 'a safe fix is left', rule: unfixed.rule, detail: text };
  if (fixed > 0 !== (text !== read.text)) yield { what: 'the number of fixes is wrong', detail: String(fixed) };
}

/** A surrogate pair, or a carriage return and its line feed. */
function splitsCharacter(text: string, offset: number): boolean {
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
  return (before >> 10 === 0x36 && after >> 10 === 0x37) || (before === 13 && after === 10);
}

export function afterFix(text: string, { edits }: Fix): string | undefined {
  return applyEdits(text, edits);
}

/** The same script with other line ends gives the same: the found rules, and the fixed text. */
export function lineEndFlaws({ text, path, target }: Sample, { findings, fixed }: Examined): readonly Flaw[] {
  if (text.includes('\r') || !text.includes('\n')) return [];
  const other = examine({ text: text.replaceAll('\n', '\r\n'), path, target });
  const rules = (found: readonly Finding[]) => found.map(({ rule }) => rule).join(' ');
  if (rules(other.findings) !== rules(findings))
    return [{ what: 'other line ends, other findings', detail: `${rules(findings)} | ${rules(other.findings)}` }];
  if (other.fixed !== fixed.replaceAll('\n', '\r\n'))
    return [{ what: 'other line ends, another fix', detail: JSON.stringify([fixed, other.fixed]) }];
  return [];
}

/** A document read in pieces, as in an editor, gives the same as the whole one. */
export function pieceFlaws({ text, path, target }: Sample, { findings }: Examined): readonly Flaw[] {
  // A broken text may be read differently while it is edited: another line is at fault.
  if (parseSafely(text).errors?.length) return [];
  const inEditor = { ...document(text, path), memory: new Map<string, unknown>() };
  const found = check(inEditor, { target, rules: {}, include: optIns, sources: sourceReader });
  const places = (list: readonly Finding[]) => list.map(({ rule, range }) => `${rule} ${range.start}`).join(', ');
  return places(found) === places(findings)
    ? []
    : [{ what: 'read in pieces it is another text', detail: `${places(findings)} | ${places(found)}` }];
}

/** Fails with all properties that the text breaks. */
export function assertSound(text: string, path: string): void {
  assert.deepEqual(examine({ text, path, target: newestTarget }).flaws, []);
}
