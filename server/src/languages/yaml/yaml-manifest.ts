/** Manifests of Kubernetes: what containers run, and what probes and hooks run in them. */
import type { Embedded } from '../embedded.ts';
import { containerCommands } from '../entry-point.ts';
import { entriesOf, itemsOf, member, type YamlNode } from './yaml.ts';
import { yamlCommand } from './yaml-command.ts';

export function isManifest(root: YamlNode): boolean {
  return member(root, 'apiVersion')?.kind === 'scalar' && member(root, 'kind')?.kind === 'scalar';
}

/** Keys on the path from an object to its pods. */
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
  const [command] = yamlCommand(itemsOf(member(container, 'command')));
  const [args] = yamlCommand(itemsOf(member(container, 'args')));
  const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap(key =>
    executed(member(container, key)).map(part => ({ ...part, tested: true as const })),
  );
  const hooks = entriesOf(member(container, 'lifecycle')).flatMap(({ value }) => executed(value));
  return [...containerCommands(command, args), ...probes, ...hooks];
}

function executed(handler: YamlNode | undefined): ReturnType<typeof yamlCommand> {
  return yamlCommand(itemsOf(member(member(handler, 'exec'), 'command')));
}
