/** Something that was named, or is inside something that was, and that was not checked. */
export interface NamedNotChecked {
  /** As the user would write it. */
  readonly path: string;
  /**
   * `excluded`: the user excluded it, which is no mistake as long as something else was checked. `left-out`: no mistake
   * at all, since the user asked for it. `in-part`: a file in a folder, or one that was named, that was checked as far
   * as it can be read.
   */
  readonly kind: 'missing' | 'not-read' | 'in-part' | 'excluded' | 'left-out';
  /** Follows "because it is". */
  readonly why: string;
  /** Silence about it would be mistaken for a clean file that somebody has named. */
  readonly fails: boolean;
}
