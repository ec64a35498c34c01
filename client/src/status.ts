/** What the server has checked and left out, in the language status of the files that it is for. */
import * as vscode from 'vscode';
import type { Status } from '../../server/src/lsp/messages.ts';
import { documentSelector } from './selector.ts';
import { describeStatus } from './status-text.ts';

export class StatusItem implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;

  constructor() {
    this.#item = vscode.languages.createLanguageStatusItem('menderLint', documentSelector());
    this.#item.name = 'Mender Lint';
    this.#item.command = { title: 'Show Output', command: 'menderLint.showOutput' };
    this.show({ kind: 'off', files: 0, findings: 0, leftOut: [] });
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
