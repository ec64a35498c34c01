/** Who owns the files of a repository by its CODEOWNERS, as GitHub reads it. Sections, as GitLab has them, are not known. */
import type { Ignore } from 'ignore';
import { type FileSystem, joined } from './file-system.ts';
import { rulesOf } from './ignore-files.ts';

/** In the order in which GitHub looks for it: the first one found is the only one that counts. */
const places = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

/** Bytes; GitHub does not load a larger one. */
const LARGEST = 3_000_000;

export interface CodeOwners {
  readonly rules: readonly OwnerRule[];
  /** Numbers of lines, from 1, that GitHub skips because of their syntax. */
  readonly skipped: readonly number[];
}

interface OwnerRule {
  readonly pattern: Ignore;
  /** None where a part of the repository is taken away from its owners. */
  readonly owners: readonly string[];
}

export interface CodeOwnersFile extends CodeOwners {
  readonly path: string;
  readonly isRead: boolean;
}

/** Undefined when a repository has none. */
export function codeOwnersIn(files: FileSystem, repository: string): CodeOwnersFile | undefined {
  const path = places.map(place => joined(repository, place)).find(each => files.kindOf(each) === 'file');
  if (path === undefined) return undefined;
  const content = files.read(path, { limit: LARGEST });
  return typeof content === 'string'
    ? { path, isRead: false, rules: [], skipped: [] }
    : { path, isRead: true, ...parseCodeOwners(content.text) };
}

export function parseCodeOwners(text: string): CodeOwners {
  const rules: OwnerRule[] = [];
  const skipped: number[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const [pattern, ...owners] = line.replace(/(?:^|(?<!\\)\s)#.*$/, '').match(/(?:\\.|\S)+/g) ?? [];
    if (pattern === undefined) continue;
    if (isPattern(pattern) && owners.every(isOwner)) rules.push({ pattern: matcherOf(pattern), owners });
    else skipped.push(index + 1);
  }
  return { rules, skipped };
}

/** The last rule that matches decides. `path` is relative to the repository. */
export function ownersOf({ rules }: CodeOwners, path: string): readonly string[] {
  return rules.findLast(({ pattern }) => pattern.ignores(path))?.owners ?? [];
}

/** What a `.gitignore` has and CODEOWNERS has not: negation, ranges of characters, an escaped `#` at the beginning. */
function isPattern(text: string): boolean {
  return !/^(?:!|\\#)|[[\]]/.test(text);
}

/** `@user`, `@organisation/team` or an address. */
function isOwner(text: string): boolean {
  return /^[^\s@]*@[^\s@]+$/.test(text);
}

/** Unlike in a `.gitignore`, `docs/*` is what is in the folder itself, and nothing in the folders below. */
function matcherOf(pattern: string): Ignore {
  return rulesOf(pattern.endsWith('/*') ? [pattern, `!${pattern}/`] : [pattern]);
}
