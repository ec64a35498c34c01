/** The places in repositories that a source of a row names. */

export interface Place {
  readonly repository: string;
  readonly revision: string;
  /** Absent where a whole commit is the source. */
  readonly path?: string;
  readonly lines: readonly { readonly first: number; readonly last: number }[];
}

/** `repository@revision:path:lines`, with a remark in brackets after it. */
export const placePattern = /([a-z][\w-]*)@([\w.+-]+)(?::([^\s:,()]+)(?::([\d,-]+\d|\d+))?)?/g;

/** Manual pages name none. */
export function placesIn(source: string): readonly Place[] {
  return [...source.matchAll(placePattern)].map(([, repository, revision, path, lines]) => ({
    repository: repository!,
    revision: revision!,
    ...(path === undefined ? {} : { path }),
    lines: (lines?.split(',') ?? []).map(range => {
      const [first, last = first] = range.split('-').map(Number);
      return { first: first!, last: last! };
    }),
  }));
}
