/** Colours of severities. */
import type { Severity } from '../../findings/finding.ts';
import type { Paint, Style } from '../style.ts';

export function paintOf(severity: Severity, { red, yellow, cyan }: Style): Paint {
  return { error: red, warning: yellow, information: cyan }[severity];
}
