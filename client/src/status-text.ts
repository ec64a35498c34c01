/** How the status item puts what the server tells. */
import type { Status } from '../../server/src/lsp/messages.ts';

export interface StatusText {
  readonly text: string;
  /** Whole sentences, or nothing. */
  readonly detail: string;
}

export function describeStatus({ kind, files, findings, leftOut }: Status): StatusText {
  return {
    text:
      kind === 'off' ? 'Mender: open files' : `Mender: ${counted(findings, 'finding')} in ${counted(files, 'file')}`,
    detail: [...(kind === 'cancelled' ? ['The check of the workspace was cancelled.'] : []), ...leftOut].join(' '),
  };
}

export function counted(number: number, noun: string): string {
  return `${number.toLocaleString()} ${noun}${number === 1 ? '' : 's'}`;
}
