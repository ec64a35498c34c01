/** The language status item: what the server has checked and skipped, once there is a server. */
import * as vscode from 'vscode';
import type { Status } from '../../server/src/lsp/messages.ts';
import { documentSelector } from './selector.ts';
import { describeStatus } from './status-text.ts';

export class StatusItem implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;

  constructor() {
    this.#item = vscode.languages.createLanguageStatusItem('menderLint', []);
    this.#item.name = 'Mender Lint';
    this.#item.command = { title: 'Show Output', command: 'menderLint.showOutput' };
    this.show({ kind: 'off', files: 0, findings: 0, leftOut: [] });
  }

  /** In windows without a server there is nothing to be said. */
  appear(): void {
    this.#item.selector = documentSelector;
  }

  show(status: Status): void {
    const { text, detail, isPartial } = describeStatus(status);
    this.#item.busy = status.kind === 'checking';
    this.#item.text = text;
    this.#item.detail = detail;
    this.#item.severity = isPartial ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  }

  dispose(): void {
    this.#item.dispose();
  }
}
