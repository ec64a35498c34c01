/** The owners of a repository's files by its CODEOWNERS, as GitHub reads it, or GitLab if it has sections. */
import { type FileSystem, joined } from './file-system.ts';
import { type PathRules, rulesOf } from './path-rules.ts';

/** GitLab does not look there. */
const GITHUB = '.github/CODEOWNERS';

/** In the order in which GitHub and GitLab look for it: the first one found is the only one that counts. */
const places = [GITHUB, 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'] as const;

/** Bytes; GitHub does not load a larger one. */
const LARGEST = 3_000_000;

export interface CodeOwners {
  /** Each has its own owners: one for GitHub; for GitLab those of the file, and one for the text before the first. */
  readonly sections: readonly Section[];
  /** Numbers of lines, from 1, that are skipped because of their syntax. */
  readonly skipped: readonly number[];
}

interface Section {
  readonly rules: readonly OwnerRule[];
}

interface OwnerRule {
  readonly pattern: PathRules;
  /** Empty where a part of the repository has no owners. */
  readonly owners: readonly string[];
  /** GitLab: nothing in the section owns the matching files, whatever follows. */
  readonly isExclusion?: boolean;
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
    ? { path, isRead: false, sections: [], skipped: [] }
    : {
        path,
        isRead: true,
        ...parseCodeOwners(content.text, { mayHaveSections: path !== joined(repository, GITHUB) }),
      };
}

export function parseCodeOwners(text: string, { mayHaveSections } = { mayHaveSections: true }): CodeOwners {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map(line => line.replace(/(?:^|(?<!\\)\s)#.*$/, '').trim());
  return mayHaveSections && lines.some(line => headingOf(line)) ? ofGitLab(lines) : ofGitHub(lines);
}

/** The last matching rule of each section decides. `path` is relative to the repository. */
export function ownersOf({ sections }: CodeOwners, path: string): readonly string[] {
  const owners = sections.flatMap(({ rules }) => {
    const isExcluded = rules.some(({ isExclusion, pattern }) => isExclusion && pattern.ignores(path));
    return isExcluded ? [] : (rules.findLast(({ pattern }) => pattern.ignores(path))?.owners ?? []);
  });
  return [...new Set(owners)];
}

function ofGitHub(lines: readonly string[]): CodeOwners {
  const rules: OwnerRule[] = [];
  const skipped: number[] = [];
  for (const [index, line] of lines.entries()) {
    const [pattern, ...owners] = wordsOf(line);
    if (pattern === undefined) continue;
    if (isPattern(pattern) && owners.every(isOwner)) rules.push({ pattern: matcherOf(pattern), owners });
    else skipped.push(index + 1);
  }
  return { sections: [{ rules }], skipped };
}

/** Sections with the same name, ignoring case, are one section. */
function ofGitLab(lines: readonly string[]): CodeOwners {
  const sections = new Map<string, OwnerRule[]>();
  const skipped: number[] = [];
  let current: Heading = { name: '', owners: [] };
  for (const [index, line] of lines.entries()) {
    const heading = headingOf(line);
    if (heading) current = heading;
    const [pattern, ...owners] = heading ? [] : wordsOf(line);
    if (pattern === undefined) continue;
    const isExclusion = pattern.startsWith('!');
    const written = isExclusion ? pattern.slice(1) : pattern;
    const rules = sections.get(current.name) ?? [];
    sections.set(current.name, rules);
    if (written === '' || !owners.every(isOwner)) skipped.push(index + 1);
    else
      rules.push({
        pattern: matcherOf(anywhere(written)),
        owners: owners.length > 0 ? owners : current.owners,
        isExclusion,
      });
  }
  return { sections: [...sections.values()].map(rules => ({ rules })), skipped };
}

interface Heading {
  readonly name: string;
  /** For entries without owners. */
  readonly owners: readonly string[];
}

/** `[Name]`, `^[Optional]`, `[Name][2] @owner`. */
function headingOf(line: string): Heading | undefined {
  const [, name, owners] = /^\^?\[([^\]]+)\](?:\[\d+\])?(?:\s+(.*))?$/.exec(line) ?? [];
  if (name === undefined) return undefined;
  const words = wordsOf(owners ?? '');
  return words.every(isOwner) ? { name: name.trim().toLowerCase(), owners: words } : undefined;
}

function wordsOf(line: string): readonly string[] {
  return line.match(/(?:\\.|\S)+/g) ?? [];
}

/** Features of `.gitignore` that CODEOWNERS lacks: negation, character ranges, an escaped `#` at the beginning. */
function isPattern(text: string): boolean {
  return !/^(?:!|\\#)|[[\]]/.test(text);
}

/** `@user`, `@organisation/team`, `@@role` of GitLab, or an address. */
function isOwner(text: string): boolean {
  return /^(?:@@[^\s@]+|[^\s@]*@[^\s@]+)$/.test(text);
}

/** For GitLab `x/y` matches in any folder, unlike in a `.gitignore`. */
function anywhere(pattern: string): string {
  return pattern.startsWith('/') ? pattern : `**/${pattern}`;
}

/** Unlike in a `.gitignore`, `docs/*` matches entries of the folder itself, and nothing in the folders below. */
function matcherOf(pattern: string): PathRules {
  return rulesOf(pattern.endsWith('/*') ? [pattern, `!${pattern}/`] : [pattern]);
}
