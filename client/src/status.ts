/** What the server has checked and left out, in the language status of the files that it is for. */
import * as vscode from 'vscode';
import type { Status } from '../../server/src/lsp/messages.ts';
import { documentSelector } from './selector.ts';

export class StatusItem implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;

  constructor() {
    this.#item = vscode.languages.createLanguageStatusItem('menderLint', documentSelector);
    this.#item.name = 'Mender Lint';
    this.#item.command = { title: 'Show Output', command: 'menderLint.showOutput' };
    this.show({ kind: 'off', files: 0, findings: 0, leftOut: [] });
  }

  show({ kind, files, findings, leftOut }: Status): void {
    this.#item.busy = kind === 'checking';
    this.#item.text =
      kind === 'off' ? 'Mender: open files' : `Mender: ${counted(findings, 'finding')} in ${counted(files, 'file')}`;
    this.#item.detail = [
      ...(kind === 'cancelled' ? ['The check of the workspace was cancelled.'] : []),
      ...leftOut,
    ].join(' ');
    this.#item.severity =
      this.#item.detail === '' ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Warning;
  }

  dispose(): void {
    this.#item.dispose();
  }
}

function counted(number: number, noun: string): string {
  return `${number.toLocaleString()} ${noun}${number === 1 ? '' : 's'}`;
}
