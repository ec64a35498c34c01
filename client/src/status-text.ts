/** The texts of the status item, from what the server reports. */
import type { Status } from '../../server/src/lsp/messages.ts';

export interface StatusText {
  readonly text: string;
  /** Whole sentences, or nothing. */
  readonly detail: string;
  /** Something was left out that may have findings. */
  readonly isPartial: boolean;
}

export function describeStatus({ kind, files, findings, leftOut, notIncluded }: Status): StatusText {
  const partial = [...(kind === 'cancelled' ? ['The check of the workspace was cancelled.'] : []), ...leftOut];
  return {
    text:
      kind === 'off' ? 'Mender: open files' : `Mender: ${counted(findings, 'finding')} in ${counted(files, 'file')}`,
    detail: [...partial, ...(notIncluded === undefined ? [] : [notIncluded])].join(' '),
    isPartial: partial.length > 0,
  };
}

export function counted(number: number, noun: string): string {
  return `${number.toLocaleString()} ${noun}${number === 1 ? '' : 's'}`;
}
