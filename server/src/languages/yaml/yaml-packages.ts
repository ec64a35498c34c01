/** Packages that YAML of provisioning tools lists for installation: Ansible's modules, and `packages` of cloud-init. */

import { slice } from '../../text/fragment.ts';
import { literal, makeWord } from '../../text/word.ts';
import { expanded, type Task } from '../ansible/ansible-variables.ts';
import type { EmbeddedPackage } from '../embedded.ts';
import { itemsOf, member, type YamlNode, type YamlScalar } from './yaml.ts';
import { wordOf } from './yaml-command.ts';

/** Modules `apt` and `package`, whose parameter `name` has other names, too: one package or a list of them. */
export function ansiblePackages(
  module: string,
  value: YamlNode,
  task: Pick<Task, 'items' | 'variables'>,
): EmbeddedPackage[] {
  if (value.kind === 'scalar') return inlinePackages(module, value);
  const state = member(value, 'state');
  if (state?.kind === 'scalar' && !isInstalled(state.value)) return [];
  return ['name', 'pkg', 'package'].flatMap(key => {
    const names = member(value, key);
    return names ? packagesOf(module, expanded(names, task)) : [];
  });
}

/** Parameters on one line: `apt: name=NAME,NAME state=present` */
function inlinePackages(module: string, { fragment: source }: YamlScalar): EmbeddedPackage[] {
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

/**
 * cloud-init, "Package Update Upgrade Install": a name, a name and its version, or lists of these by package manager.
 */
export function cloudInitPackages(node: YamlNode | undefined): EmbeddedPackage[] {
  return itemsOf(node).flatMap(item => {
    if (item.kind === 'map') return cloudInitPackages(member(item, 'apt'));
    return packagesOf('packages', item.kind === 'list' ? item.items.slice(0, 1) : [item], item.kind === 'list');
  });
}

export function listedPackages(tool: string, names: YamlNode | undefined): EmbeddedPackage[] {
  return packagesOf(tool, itemsOf(names));
}

/** A name, and what apt-get(8) allows after it. */
const named = /^[a-z\d][a-z\d.+-]*(?:[=/:].*)?$/;

function packagesOf(tool: string, nodes: readonly YamlNode[], versioned = false): EmbeddedPackage[] {
  return nodes.flatMap(node =>
    node.kind === 'scalar' && named.test(node.value)
      ? [{ kind: 'package' as const, tool, name: wordOf(node), versioned: versioned || /[=/]/.test(node.value) }]
      : [],
  );
}

/** One line of sources.list(5). */
export function repositoryOfLine(line: YamlNode | undefined): EmbeddedPackage[] {
  return line?.kind === 'scalar' ? [{ ...repository, name: wordOf(line), before: '', after: '' }] : [];
}

/** deb822 sources, sources.list(5): where the packages are, and in which suite. */
export function repositoryOfSources(uris: YamlNode | undefined, suites: YamlNode | undefined): EmbeddedPackage[] {
  const [suite] = itemsOrNode(suites);
  return itemsOrNode(uris).flatMap(uri =>
    uri.kind === 'scalar' && suite?.kind === 'scalar'
      ? [{ ...repository, name: wordOf(uri), before: 'deb ', after: ` ${suite.value} main` }]
      : [],
  );
}

const repository = { kind: 'package', use: 'repository', tool: 'apt', versioned: false } as const;

function itemsOrNode(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : node ? [node] : [];
}
