/** Packages that YAML of provisioning tools lists to be installed: Ansible's modules, and `packages` of cloud-init. */
import type { CarriedPackage } from './carried.ts';
import { itemsOf, member, type YamlNode } from './yaml.ts';
import { wordOf } from './yaml-command.ts';

/** Modules `apt` and `package`, whose parameter `name` has other names, too: one package or a list of them. */
export function ansiblePackages(module: string, value: YamlNode, items: readonly YamlNode[]): CarriedPackage[] {
  const state = member(value, 'state');
  if (state?.kind === 'scalar' && !/^(?:present|installed|latest|build-dep|fixed)$/.test(state.value)) return [];
  return ['name', 'pkg', 'package'].flatMap(key => {
    const names = member(value, key);
    return names ? packagesOf(module, names.kind === 'list' ? names.items : inPlaceOfItem(names, items)) : [];
  });
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
