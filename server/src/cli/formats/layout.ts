/** How a report for people is laid out, and the colours of severities. */

import type { Severity } from '../../findings/finding.ts';
import type { Paint, Style } from '../style.ts';

export interface Layout {
  readonly style: Style;
  /** Only findings, and how many of them limits have hidden. */
  readonly quiet: boolean;
  /** Numbers by rule replace the findings. */
  readonly statistics: boolean;
}

export function paintOf(severity: Severity, { red, yellow, cyan }: Style): Paint {
  return { error: red, warning: yellow, information: cyan }[severity];
}
