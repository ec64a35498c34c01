/**
 * Variables of Ansible whose values are in the same file: `vars` of plays, blocks and tasks, and the items of a loop.
 */
import { entriesOf, member, type YamlNode } from '../yaml/yaml.ts';

export type Variables = ReadonlyMap<string, YamlNode>;

export interface Task {
  /** The task runs once for each of these. */
  readonly items: readonly YamlNode[];
  readonly isLooping: boolean;
  readonly variables: Variables;
}

export function withVariables(outer: Variables, vars: YamlNode | undefined): Variables {
  const own = entriesOf(vars);
  return own.length === 0 ? outer : new Map([...outer, ...own.map(({ key, value }) => [key, value] as const)]);
}

/** Ansible, "Loops": `{{ item }}` is the whole value. */
export function isItem(node: YamlNode): boolean {
  return referenceOf(node)?.[1] === 'item' && referenceOf(node)?.[2] === undefined;
}

/** The nodes that a value resolves to if it is only a variable or a loop item; else the value itself. */
export function expanded(node: YamlNode, { items, variables }: Pick<Task, 'items' | 'variables'>): readonly YamlNode[] {
  if (node.kind === 'list') return node.items.flatMap(item => expanded(item, { items: [], variables }));
  const [, name = '', key] = referenceOf(node) ?? [];
  if (name === 'item') return key === undefined ? items : items.flatMap(item => member(item, key) ?? []);
  const value = variables.get(name);
  const found = key === undefined ? value : member(value, key);
  if (!found) return [node];
  // A variable that is set from another one is left alone: it might refer to itself.
  return found.kind === 'list' ? found.items : [found];
}

/** The items of a list, or of the variable that holds one. */
export function itemsOfList(node: YamlNode, variables: Variables): readonly YamlNode[] {
  if (node.kind === 'list') return node.items;
  const [found, ...others] = expanded(node, { items: [], variables });
  return found === undefined || found === node ? [] : [found, ...others];
}

function referenceOf(node: YamlNode): RegExpExecArray | undefined {
  if (node.kind !== 'scalar') return undefined;
  return /^\{\{\s*([a-z_]\w*)(?:\.([a-z_]\w*)|\[['"](\w+)['"]\])?\s*\}\}$/i.exec(node.value) ?? undefined;
}
