/** The findings of the workspace as an editor shows them. Holds only files with findings, within the limits. */
import isEqual from 'fast-deep-equal';
import type { Diagnostic } from 'vscode-languageserver';
import type { Limits } from '../../options/limits.ts';
import { addHidden, type Hidden, trimmed } from '../../workspace/finding-limits.ts';
import type { SkippedFiles } from '../../workspace/skipped-files.ts';

export interface FileFindings {
  readonly diagnostics: readonly Diagnostic[];
  /** Changes with the findings. */
  readonly resultId: string;
}

interface Entry extends FileFindings {
  /** Includes those that are not shown. */
  readonly all: readonly Diagnostic[];
  readonly hidden: Hidden;
}

export class WorkspaceFindings {
  readonly #entries = new Map<string, Entry>();
  readonly #newId: () => string;
  #shown = 0;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  /** Returns whether they have changed. */
  set(path: string, diagnostics: readonly Diagnostic[], limits: Limits): boolean {
    const before = this.#entries.get(path);
    const ofOthers = this.#shown - (before?.diagnostics.length ?? 0);
    const { shown, hidden } = trimmed(diagnostics, limits, ofOthers);
    if (isEqual([before?.all ?? [], before?.diagnostics.length ?? 0], [diagnostics, shown.length])) return false;
    this.#shown = ofOthers + shown.length;
    if (diagnostics.length === 0) this.#entries.delete(path);
    else this.#entries.set(path, { diagnostics: shown, resultId: this.#newId(), all: diagnostics, hidden });
    return true;
  }

  /** After a change of others, or of the limits. Returns whether the shown findings have changed. */
  trimAgain(path: string, limits: Limits): boolean {
    const entry = this.#entries.get(path);
    return entry !== undefined && this.set(path, entry.all, limits);
  }

  /**
   * Shows findings that the general limit hid, where there is room by now. Returns the files whose shown findings have
   * changed.
   */
  showHidden(limitsOf: (path: string) => Limits): readonly string[] {
    const changed: string[] = [];
    for (const [path, { hidden }] of this.#entries) {
      if (hidden.findings === 0) continue;
      const limits = limitsOf(path);
      if (this.#shown < limits.findings && this.trimAgain(path, limits)) changed.push(path);
    }
    return changed;
  }

  get(path: string): FileFindings | undefined {
    const entry = this.#entries.get(path);
    return entry && entry.diagnostics.length > 0 ? entry : undefined;
  }

  paths(): Iterable<string> {
    return this.#entries.keys();
  }

  count(): { readonly files: number; readonly findings: number } {
    return { files: this.#entries.size, findings: this.#shown };
  }

  /** The number of findings for each rule, shown or not. */
  rules(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { all } of this.#entries.values())
      for (const { code } of all) counts.set(String(code), (counts.get(String(code)) ?? 0) + 1);
    return counts;
  }

  addHidden(leftOut: SkippedFiles): void {
    for (const { hidden } of this.#entries.values()) addHidden(leftOut, hidden);
  }
}
