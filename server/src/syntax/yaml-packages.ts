/** Packages that YAML of provisioning tools lists to be installed: Ansible's modules, and `packages` of cloud-init. */
import type { CarriedPackage } from './carried.ts';
import { slice } from './fragment.ts';
import { literal, makeWord } from './word.ts';
import { itemsOf, member, type YamlNode, type YamlScalar } from './yaml.ts';
import { wordOf } from './yaml-command.ts';

/** Modules `apt` and `package`, whose parameter `name` has other names, too: one package or a list of them. */
export function ansiblePackages(module: string, value: YamlNode, items: readonly YamlNode[]): CarriedPackage[] {
  if (value.kind === 'scalar') return inlinePackages(module, value);
  const state = member(value, 'state');
  if (state?.kind === 'scalar' && !isInstalled(state.value)) return [];
  return ['name', 'pkg', 'package'].flatMap(key => {
    const names = member(value, key);
    return names ? packagesOf(module, names.kind === 'list' ? names.items : inPlaceOfItem(names, items)) : [];
  });
}

/** Parameters in one line: `apt: name=NAME,NAME state=present` */
function inlinePackages(module: string, { fragment: source }: YamlScalar): CarriedPackage[] {
  if (!source) return [];
  const { text } = source;
  const [, state = 'present'] = /(?:^|\s)state=["']?([\w-]+)/.exec(text) ?? [];
  const [found, names] = /(?:^|\s)(?:name|pkg|package)=["']?([\w.,+=:~-]+)/.exec(text) ?? [];
  if (found === undefined || !isInstalled(state)) return [];
  const first = text.indexOf(found) + found.length - names!.length;
  return [...names!.matchAll(/[^,]+/g)].flatMap(({ 0: name, index }) => {
    const inside = slice(source, { start: first + index, end: first + index + name.length });
    const word = makeWord(inside, { start: 0, end: name.length }, [literal(0, name, 'double')]);
    return named.test(name) ? [{ kind: 'package', tool: module, name: word, versioned: /[=/]/.test(name) }] : [];
  });
}

function isInstalled(state: string): boolean {
  return /^(?:present|installed|latest|build-dep|fixed)$/.test(state);
}

/** Ansible, "Loops": the items where `{{ item }}` is the whole value. */
export function inPlaceOfItem(node: YamlNode, items: readonly YamlNode[]): readonly YamlNode[] {
  return node.kind === 'scalar' && /^\{\{\s*item\s*\}\}$/.test(node.value) ? items : [node];
}

/**
 * cloud-init, "Package Update Upgrade Install": a name, a name and its version, or lists of these by package manager.
 */
export function cloudInitPackages(node: YamlNode | undefined): CarriedPackage[] {
  return itemsOf(node).flatMap(item => {
    if (item.kind === 'map') return cloudInitPackages(member(item, 'apt'));
    return packagesOf('packages', item.kind === 'list' ? item.items.slice(0, 1) : [item], item.kind === 'list');
  });
}

export function listedPackages(tool: string, names: YamlNode | undefined): CarriedPackage[] {
  return packagesOf(tool, itemsOf(names));
}

/** A name, and what apt-get(8) allows after it. */
const named = /^[a-z\d][a-z\d.+-]*(?:[=/:].*)?$/;

function packagesOf(tool: string, nodes: readonly YamlNode[], versioned = false): CarriedPackage[] {
  return nodes.flatMap(node =>
    node.kind === 'scalar' && named.test(node.value)
      ? [{ kind: 'package' as const, tool, name: wordOf(node), versioned: versioned || /[=/]/.test(node.value) }]
      : [],
  );
}
