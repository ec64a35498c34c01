/** The tree of the migration view: findings in groups, by rule, folder or what can be done. Pure. */
import type { Todo } from '../../../server/src/lsp/messages.ts';
import { type Finding, todoNames, todos } from './finding.ts';

type Level = 'rule' | 'folder' | 'file' | 'todo';

const levels = {
  rule: ['rule'],
  folder: ['folder', 'file'],
  safety: ['todo', 'rule'],
} as const satisfies Record<string, readonly Level[]>;

export type Grouping = keyof typeof levels;

export const groupings = Object.keys(levels) as readonly Grouping[];

export type Filter = 'all' | Todo;

export const filters: readonly Filter[] = ['all', ...todos];

export interface Group {
  readonly kind: 'group';
  readonly id: string;
  readonly level: Level;
  readonly label: string;
  /** All findings in it, at any depth. */
  readonly findings: readonly Finding[];
  readonly parent: Group | undefined;
  readonly children: readonly Node[];
}

export interface Leaf {
  readonly kind: 'finding';
  readonly id: string;
  readonly finding: Finding;
  readonly parent: Group;
}

export type Node = Group | Leaf;

export function treeOf(findings: readonly Finding[], grouping: Grouping, filter: Filter): readonly Group[] {
  const shown = findings.filter(({ todo }) => filter === 'all' || todo === filter);
  return groupsOf(shown.toSorted(byPlace), levels[grouping], undefined) as readonly Group[];
}

/** Findings in the order of the tree. */
export function inOrder(nodes: readonly Node[]): readonly Leaf[] {
  return nodes.flatMap(node => (node.kind === 'group' ? inOrder(node.children) : [node]));
}

function groupsOf(
  findings: readonly Finding[],
  [level, ...others]: readonly Level[],
  parent: Group | undefined,
): readonly Node[] {
  // Every list of levels ends within a group.
  if (!level)
    return findings.map(finding => ({ kind: 'finding', id: `${parent!.id} ${finding.id}`, finding, parent: parent! }));
  const byKey = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keys[level](finding);
    const known = byKey.get(key);
    if (known) known.push(finding);
    else byKey.set(key, [finding]);
  }
  return [...byKey]
    .sort(([a], [b]) => order(a, b))
    .map(([key, own]) => groupOf({ level, key, findings: own, others, parent }));
}

interface Parts {
  readonly level: Level;
  readonly key: string;
  readonly findings: readonly Finding[];
  readonly others: readonly Level[];
  readonly parent: Group | undefined;
}

function groupOf({ level, key, findings, others, parent }: Parts): Group {
  let children: readonly Node[] | undefined;
  const group: Group = {
    kind: 'group',
    id: `${parent ? `${parent.id} ` : ''}${level}=${key}`,
    level,
    label: labels[level](findings[0]!),
    findings,
    parent,
    get children() {
      children ??= groupsOf(findings, others, group);
      return children;
    },
  };
  return group;
}

const keys: Readonly<Record<Level, (finding: Finding) => string>> = {
  rule: ({ rule }) => rule,
  folder: ({ path }) => folderOf(path),
  file: ({ uri }) => uri,
  todo: ({ todo }) => String(todos.indexOf(todo)),
};

const labels: Readonly<Record<Level, (finding: Finding) => string>> = {
  rule: ({ rule }) => rule,
  folder: ({ path }) => folderOf(path) || 'Top folder',
  file: ({ path }) => nameOf(path),
  todo: ({ todo }) => `${todoNames[todo][0]!.toUpperCase()}${todoNames[todo].slice(1)}`,
};

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function byPlace(a: Finding, b: Finding): number {
  const { start: first } = a.range;
  const { start: second } = b.range;
  return order(a.path, b.path) || order(a.uri, b.uri) || first.line - second.line || first.character - second.character;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
