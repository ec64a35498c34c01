/** The texts of the status item, from the server's reports. */
import type { Status } from '../../server/src/lsp/messages.ts';

export interface StatusText {
  /** With the icons of VS Code. */
  readonly text: string;
  /** Markdown: whole sentences. */
  readonly tooltip: string;
  /** Something was skipped that may have findings. */
  readonly isPartial: boolean;
}

export function describeStatus({ kind, files, findings, targets, leftOut, notIncluded }: Status): StatusText {
  const partial = [...(kind === 'cancelled' ? ['The check of the workspace was cancelled.'] : []), ...leftOut];
  const isPartial = partial.length > 0;
  const icon = kind === 'checking' ? '$(sync~spin) ' : isPartial ? '$(warning) ' : '';
  const found = `${counted(findings, 'finding')} in ${counted(files, 'file')}`;
  const sentences = [
    `**Mender Lint**: ${kind === 'off' ? 'open files are checked' : found}.`,
    ...(targets.length > 0 ? [`Checked for mender-update and mender-auth ${targets.join(', ')}.`] : []),
    ...partial,
    ...(notIncluded === undefined ? [] : [notIncluded]),
  ];
  return {
    text: `${icon}${['Mender', ...targets.slice(0, 1)].join(' ')}${kind === 'off' ? '' : `: ${findings.toLocaleString()}`}`,
    tooltip: sentences.join('\n\n'),
    isPartial,
  };
}

export function counted(number: number, noun: string): string {
  return `${number.toLocaleString()} ${noun}${number === 1 ? '' : 's'}`;
}
