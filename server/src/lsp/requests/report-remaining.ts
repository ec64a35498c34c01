/** `menderLint.reportRemaining`: shows what fix-all has left, and why, when it was run by hand. Never on save. */
import { type Command, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { remainingParts } from '../../findings/remaining-summary.ts';
import type { Document } from '../../languages/document.ts';
import { nameOf } from '../../workspace/paths.ts';
import { findingsOf, type Session } from '../session.ts';

export const REPORT_REMAINING = 'menderLint.reportRemaining';

export function reportRemainingCommand(title: string, { uri }: Document): Command {
  return { title, command: REPORT_REMAINING, arguments: [uri] };
}

/** The client runs it after the edit: findings at that time are what is left. */
export async function reportRemaining(session: Session, [uri]: readonly unknown[]): Promise<void> {
  const document = typeof uri === 'string' ? session.documents.get(uri) : undefined;
  if (!document) return;
  const left = await findingsOf(session, document);
  if (left.length > 0) tell(session, sentence(document, left.length, remainingParts(left)));
}

function tell({ connection }: Session, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}

function sentence({ path }: Document, number: number, parts: readonly string[]): string {
  return `${number === 1 ? '1 finding is' : `${number} findings are`} left in ${nameOf(path)}. ${parts.map(part => `${part}.`).join(' ')}`;
}
