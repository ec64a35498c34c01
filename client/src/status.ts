/**
 * The status item: target, findings, and what was skipped; a click shows the available actions. Windows without a
 * server have none.
 */
import * as vscode from 'vscode';
import type { Status } from '../../server/src/lsp/messages.ts';
import { describeStatus } from './status-text.ts';

export class StatusItem implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;
  readonly #changed = new vscode.EventEmitter<void>();
  #last: Status = { kind: 'off', files: 0, findings: 0, targets: [], leftOut: [] };

  constructor() {
    this.#item = vscode.window.createStatusBarItem('menderLint.status', vscode.StatusBarAlignment.Right, 100);
    this.#item.name = 'Mender Lint';
    this.#item.command = 'menderLint.showActions';
  }

  /** The last reported status. */
  get last(): Status {
    return this.#last;
  }

  /** Fired for reports of the server, not when the same is shown again. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  appear(): void {
    this.#render();
    this.#item.show();
  }

  show(status: Status): void {
    this.#last = status;
    this.#render();
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
    this.#item.dispose();
  }

  #render(): void {
    const { text, tooltip, isPartial } = describeStatus(this.#last);
    this.#item.text = text;
    this.#item.tooltip = new vscode.MarkdownString(tooltip);
    this.#item.accessibilityInformation = { label: tooltip.replaceAll('**', '') };
    this.#item.backgroundColor = isPartial ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  }
}
