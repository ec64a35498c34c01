/** How a report for people is laid out. */
import type { Style } from '../style.ts';

export interface Layout {
  readonly style: Style;
  /** Nothing but findings, and what limits have hidden of them. */
  readonly quiet: boolean;
  /** Numbers by rule take the place of findings. */
  readonly statistics: boolean;
}
