/**
 * Patterns of a `.gitignore`, matched by the package `ignore`. For a pattern with three or more `**`, its regular
 * expression tries all ways to divide the folders of a path among them; here each takes as few as possible, which is
 * sufficient.
 */
import ignore, { type Ignore } from 'ignore';

export interface PathRules {
  /** Paths are relative; those of folders end with a slash. */
  ignores(path: string): boolean;
  test(path: string): { readonly ignored: boolean; readonly unignored: boolean };
  /** With one more pattern, which wins. */
  and(pattern: string): PathRules;
}

/** Case matters, as for git on Linux and for ripgrep anywhere. */
export function rulesOf(patterns: string | readonly string[]): PathRules {
  const lines = typeof patterns === 'string' ? patterns.replace(/^\uFEFF/, '').split(/\r?\n/) : patterns;
  return lines.some(isDeep) ? new DeepRules(lines) : plainRules(ignore({ ignorecase: false }).add(patterns));
}

function plainRules(rules: Ignore): PathRules {
  return {
    ignores: path => rules.ignores(path),
    test: path => rules.test(path),
    and: pattern => plainRules(ignore({ ignorecase: false }).add(rules).add(pattern)),
  };
}

/** The pattern that matches one path, and nothing else. */
export function literalPattern(path: string): string {
  return `/${path.replace(/[\\*?[\]!# ]/g, '\\$&')}`;
}

/** `**` as a component of a path, at its end or before a slash. */
const anyFolders = /(?:^|\/)\*{2,}(?=\/|$)/g;
const DEEP = 3;

function isDeep(pattern: string): boolean {
  return !pattern.startsWith('#') && (pattern.replace(/^!/, '').match(anyFolders)?.length ?? 0) >= DEEP;
}

/** Replaces each deep pattern by what it matches of the path. */
class DeepRules implements PathRules {
  readonly #patterns: readonly string[];
  readonly #deep: ReadonlyMap<string, DeepPattern>;

  constructor(patterns: readonly string[]) {
    this.#patterns = patterns;
    this.#deep = new Map(patterns.filter(isDeep).map(pattern => [pattern, new DeepPattern(pattern)]));
  }

  ignores(path: string): boolean {
    return this.#rulesFor(path).ignores(path);
  }

  test(path: string): ReturnType<PathRules['test']> {
    return this.#rulesFor(path).test(path);
  }

  and(pattern: string): PathRules {
    return new DeepRules([...this.#patterns, pattern]);
  }

  #rulesFor(path: string): PathRules {
    return rulesOf(
      this.#patterns.flatMap(pattern => {
        const deep = this.#deep.get(pattern);
        return deep ? (deep.matched(path) ?? []) : [pattern];
      }),
    );
  }
}

class DeepPattern {
  readonly #mark: '!' | '';
  readonly #isForFolders: boolean;
  /** The parts between two `**`: consecutive patterns of names. */
  readonly #rows: readonly (readonly Ignore[])[];

  constructor(pattern: string) {
    // Trailing blanks are not part of it, unless they are escaped.
    const written = pattern.replace(/(?<![\\ ]) +$/, '').replace(/^!/, '');
    this.#mark = pattern.startsWith('!') ? '!' : '';
    this.#isForFolders = written.endsWith('/');
    const parts = written.split('/').filter(part => part !== '');
    const rows: Ignore[][] = [[]];
    for (const part of parts) {
      if (/^\*{2,}$/.test(part)) rows.push([]);
      else rows.at(-1)!.push(ignore({ ignorecase: false }).add(`/${part}`));
    }
    this.#rows = rows;
  }

  /** The pattern of the shortest beginning of a path that this one matches; undefined when it matches nothing. */
  matched(path: string): string | undefined {
    const names = path.split('/').filter(name => name !== '');
    const isFolder = path.endsWith('/');
    const [first, ...others] = this.#rows;
    let end = startsWith(names, 0, first!) ? first!.length : undefined;
    for (const [index, row] of others.entries()) {
      if (end === undefined) return undefined;
      // At the end, `**` matches everything in a folder.
      if (row.length > 0) end = endOfFirst(names, end, row);
      else if (index === others.length - 1) end++;
    }
    const isAll = end === names.length;
    if (end === undefined || end > names.length || (isAll && this.#isForFolders && !isFolder)) return undefined;
    return this.#mark + literalPattern(names.slice(0, end).join('/')) + (isAll && !isFolder ? '' : '/');
  }
}

/** Where the first match of the consecutive patterns after `from` ends. */
function endOfFirst(names: readonly string[], from: number, row: readonly Ignore[]): number | undefined {
  for (let start = from; start + row.length <= names.length; start++)
    if (startsWith(names, start, row)) return start + row.length;
  return undefined;
}

function startsWith(names: readonly string[], from: number, row: readonly Ignore[]): boolean {
  return from + row.length <= names.length && row.every((pattern, index) => pattern.ignores(names[from + index]!));
}
