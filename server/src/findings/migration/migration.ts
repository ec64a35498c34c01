/**
 * All fixes of a document as changes that do not depend on each other: any choice of them gives a consistent text.
 * Fixes to a fixpoint, as fix-all does: first safe fixes, then the best fix to review of each finding.
 */

import type { Fix } from '../../fixes/fix.ts';
import { createDocument, type Document } from '../../languages/document.ts';
import type { Rule, Safety } from '../../mender/rule.ts';
import { compatible } from '../../text/apply-edits.ts';
import type { Edit } from '../../text/fragment.ts';
import { MOST_MIGRATION_ROUNDS } from '../../text/limits.ts';
import { type CheckOptions, check } from '../check.ts';
import { type Finding, safeFix } from '../finding.ts';
import { Changes, type Owned } from './changes.ts';

/** Something that is made, or left, as a whole. */
export interface Change {
  /** More than one where fixes cannot be separated. */
  readonly definitions: readonly Rule[];
  readonly safety: Safety;
  /** What is wrong, one sentence each; for fixes to review also what the fix does and what to check. */
  readonly reasons: readonly string[];
}

export interface Migration {
  /** In the order of the text, without overlaps. */
  readonly edits: readonly Owned<Change>[];
  /** Number of findings fixed, by the safety of their fixes. */
  readonly safe: number;
  readonly review: number;
  /** Findings that have no fix. */
  readonly left: number;
  /** Findings with a fix to review that becomes possible only once safe ones next to it are made. */
  readonly later: number;
}

export interface MigrationOptions {
  /** Fixes to review are neither made nor counted. */
  readonly safeOnly?: boolean;
}

interface Step {
  /** Of the findings that it fixes: findings that depend on each other have one fix. */
  readonly definitions: readonly Rule[];
  readonly reasons: readonly string[];
  readonly fix: Fix;
  readonly edits: readonly Edit[];
}

export function migrationOf(
  document: Document,
  options: CheckOptions,
  findings: readonly Finding[],
  { safeOnly = false }: MigrationOptions = {},
): Migration {
  const planner = new Planner(document, options, findings);
  planner.fix('safe');
  if (safeOnly) return { ...planner.finish(), later: 0 };
  planner.addOffered(findings);
  planner.fix('review');
  return planner.finish();
}

class Planner {
  readonly #document: Document;
  readonly #options: CheckOptions;
  readonly #changes: Changes<Change>;
  /** The fixes of the original text: each of these can be made alone. */
  readonly #offered: ReadonlyMap<string, readonly Edit[]>;
  readonly #counts = { safe: 0, review: 0 };
  #findings: readonly Finding[];

  constructor(document: Document, options: CheckOptions, findings: readonly Finding[]) {
    this.#document = document;
    this.#options = options;
    this.#findings = findings;
    this.#changes = new Changes(document.text);
    this.#offered = new Map(
      findings.flatMap(({ definition, fixes: [best] }) =>
        best ? [[placeOf(definition, best.edits), best.edits] as const] : [],
      ),
    );
  }

  /**
   * Adds the fixes to review of the original text, as far as the safe ones leave them alone. Not all of them are found
   * in the changed text: it may look like one that knows both generations.
   */
  addOffered(findings: readonly Finding[]): void {
    const best = findings.map(finding => ({ finding, fix: finding.fixes[0] }));
    const offered = stepsOf(best.filter(({ fix }) => fix?.safety === 'review')).map(
      ({ definitions, reasons, edits }) => {
        const owner: Change = { definitions: [...new Set(definitions)], safety: 'review', reasons };
        return { definitions, edits: edits.map(edit => ({ ...edit, owner })) };
      },
    );
    const [, ...possible] = compatible([{ definitions: [], edits: this.#changes.all }, ...offered]);
    this.#counts.review += numberOf(possible);
    this.#changes.add(possible.flatMap(({ edits }) => edits));
    this.#check();
  }

  fix(safety: Safety): void {
    for (let round = 0; round < MOST_MIGRATION_ROUNDS; round++) {
      const steps = stepsOf(
        this.#findings.map(finding => ({ finding, fix: safety === 'safe' ? safeFix(finding) : finding.fixes[0] })),
      );
      const number = this.#add(compatible(steps), safety);
      if (number === 0) return;
      this.#counts[safety] += number;
      this.#check();
    }
  }

  #check(): void {
    const { uri, path, languageId } = this.#document;
    this.#findings = check(createDocument({ uri, path, languageId, text: this.#changes.text }), this.#options);
  }

  finish(): Migration {
    const later = this.#findings.filter(({ fixes }) => fixes.length > 0).length;
    const edits = withoutGaps(this.#document.text, this.#changes.all);
    return { edits, ...this.#counts, left: this.#findings.length - later, later };
  }

  /** Number of those that could be added. Fixes that depend on others wait until nothing else is left to do. */
  #add(steps: readonly Step[], safety: Safety): number {
    const alone = steps.flatMap(({ definitions, reasons, fix }) => {
      const edits = this.#changes.translated(fix.edits);
      // As it was first offered: the layout of the text around it may have changed.
      const offered = edits && this.#offered.get(placeOf(definitions[0]!, edits));
      const owner: Change = { definitions: [...new Set(definitions)], safety, reasons };
      return offered ? [{ definitions, edits: offered.map(edit => ({ ...edit, owner })) }] : [];
    });
    if (alone.length > 0) {
      this.#changes.add(alone.flatMap(({ edits }) => edits));
      return numberOf(alone);
    }
    let number = 0;
    let end = Number.POSITIVE_INFINITY;
    // From the end: text before an edit keeps its place.
    for (const step of steps.toSorted((a, b) => b.fix.edits[0]!.start - a.fix.edits[0]!.start)) {
      if (step.fix.edits.at(-1)!.end > end || !this.#addDependent(step, safety)) continue;
      number += step.definitions.length;
      end = step.fix.edits[0]!.start;
    }
    return number;
  }

  /** A fix that earlier changes have made possible is merged with those on its lines. */
  #addDependent({ definitions: own, reasons, fix: { edits } }: Step, safety: Safety): boolean {
    return this.#changes.merge(
      edits,
      this.#changes.ownersNear(edits),
      // A safe fix must not need a review because of others.
      owner => owner.safety === safety,
      owners => ({
        definitions: [...new Set([...owners.flatMap(({ definitions }) => definitions), ...own])],
        safety,
        reasons: [...new Set([...owners.flatMap(owner => owner.reasons), ...reasons])],
      }),
    );
  }
}

/** One for all findings that have the same fix. */
function stepsOf(found: readonly { readonly finding: Finding; readonly fix: Fix | undefined }[]): readonly Step[] {
  const steps = new Map<string, Step>();
  for (const { finding, fix } of found) {
    if (!fix) continue;
    const key = JSON.stringify(fix.edits);
    const known = steps.get(key);
    steps.set(key, {
      definitions: [...(known?.definitions ?? []), finding.definition],
      reasons: [...new Set([...(known?.reasons ?? []), ...reasonsOf(finding, fix)])],
      fix,
      edits: fix.edits,
    });
  }
  return [...steps.values()];
}

function reasonsOf({ message }: Finding, { title, safety }: Fix): readonly string[] {
  return safety === 'safe' ? [message] : [message, `${title}.`];
}

function numberOf(steps: readonly { readonly definitions: readonly Rule[] }[]): number {
  return steps.reduce((number, { definitions }) => number + definitions.length, 0);
}

function placeOf({ id }: Rule, edits: readonly Edit[]): string {
  return JSON.stringify([id, edits.map(({ start, end }) => [start, end])]);
}

/** Edits of one change that share a line become one: an editor shows each separately, to be chosen or not. */
function withoutGaps(text: string, edits: readonly Owned<Change>[]): readonly Owned<Change>[] {
  const joined: Owned<Change>[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    const gap = last?.owner === edit.owner ? text.slice(last.end, edit.start) : '\n';
    if (gap.includes('\n')) joined.push(edit);
    else
      joined.splice(-1, 1, {
        start: last!.start,
        end: edit.end,
        newText: last!.newText + gap + edit.newText,
        owner: edit.owner,
      });
  }
  return joined;
}
