/** Something that was named, or is in something that was, and that nobody has looked at. */
export interface NamedNotChecked {
  /** As the user would write it. */
  readonly path: string;
  /**
   * `excluded`: the user has said so, and it is no mistake as long as something else was checked. `left-out`: and none
   * whatever was checked, since that was asked for. `in-part`: a file in a folder, or one that was named, that was
   * checked as far as it can be read.
   */
  readonly kind: 'missing' | 'not-read' | 'in-part' | 'excluded' | 'left-out';
  /** Follows "because it is". */
  readonly why: string;
  /** Silence about it would be taken for a clean file that somebody has named. */
  readonly fails: boolean;
}
