/** Manifests of Kubernetes: what containers run, and what is run in them to ask for their health or to start and stop them. */
import type { Embedded } from '../embedded.ts';
import { entriesOf, itemsOf, member, type YamlNode } from './yaml.ts';
import { yamlCommand } from './yaml-command.ts';

export function isManifest(root: YamlNode): boolean {
  return member(root, 'apiVersion')?.kind === 'scalar' && member(root, 'kind')?.kind === 'scalar';
}

/** Keys on the way from an object to the pods in it. */
const pathToPods = ['spec', 'template', 'jobTemplate'];

export function manifestParts(node: YamlNode): Embedded[] {
  const inner = pathToPods.flatMap(key => {
    const value = member(node, key);
    return value ? manifestParts(value) : [];
  });
  const items = itemsOf(member(node, 'items')).flatMap(manifestParts);
  const containers = ['initContainers', 'containers'].flatMap(key => itemsOf(member(node, key)));
  return [...inner, ...items, ...containers.flatMap(containerParts)];
}

function containerParts(container: YamlNode): Embedded[] {
  const command = itemsOf(member(container, 'command'));
  const args = itemsOf(member(container, 'args'));
  const [own] = yamlCommand([...command, ...args]);
  // Another list can take the place of one list, not of two.
  const { list, ...rest } = own ?? {};
  const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap(key =>
    executed(member(container, key)).map(part => ({ ...part, tested: true as const })),
  );
  const hooks = entriesOf(member(container, 'lifecycle')).flatMap(({ value }) => executed(value));
  return [...(own ? [command.length > 0 && args.length > 0 ? (rest as typeof own) : own] : []), ...probes, ...hooks];
}

function executed(handler: YamlNode | undefined): ReturnType<typeof yamlCommand> {
  return yamlCommand(itemsOf(member(member(handler, 'exec'), 'command')));
}
