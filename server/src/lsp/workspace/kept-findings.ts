/** What is known of the files of the workspace: their findings, and what a change of the rules affects. */
import { defaultOptions } from '../../options/options.ts';
import type { CheckedFile } from '../../workspace/check-file.ts';
import { toDiagnostic } from '../convert.ts';
import { newResultId } from '../result-ids.ts';
import type { Session } from '../session.ts';
import type { OpenRoot, OpenRoots } from './open-roots.ts';
import { WorkspaceFindings } from './workspace-findings.ts';

export class KeptFindings {
  readonly findings = new WorkspaceFindings(newResultId);
  readonly #session: Session;
  readonly #roots: OpenRoots;
  /** Called for each file whose findings have changed. */
  readonly #changed: (path: string) => void;

  constructor(session: Session, roots: OpenRoots, changed: (path: string) => void) {
    this.#session = session;
    this.#roots = roots;
    this.#changed = changed;
  }

  forgetUnlinked(target: string | undefined): void {
    if (target !== undefined && !this.#roots.of(target)) this.forget(target);
  }

  keep(opened: OpenRoot, { path, document, options, findings }: CheckedFile): void {
    opened.concerned.add(path, document.text, options);
    const uri = this.#session.documents.uriOf(path);
    const diagnostics = findings.map(finding =>
      toDiagnostic({ ...document, uri, lines: document.lines }, finding, this.#session.client),
    );
    if (this.findings.set(path, diagnostics, opened.options.limits)) this.#changed(path);
  }

  forget(path: string): void {
    for (const { concerned } of this.#roots.all()) concerned.delete(path);
    if (this.findings.set(path, [], defaultOptions.limits)) this.#changed(path);
  }

  forgetWhere(isGone: (path: string) => boolean): void {
    for (const path of [...this.findings.paths()]) if (isGone(path)) this.forget(path);
    for (const { concerned } of this.#roots.all())
      for (const path of concerned.paths()) if (isGone(path)) concerned.delete(path);
  }
}
