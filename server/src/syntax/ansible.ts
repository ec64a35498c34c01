/** Playbooks and lists of tasks of Ansible: modules that run commands, install packages, write files or act on services. */
import type { Carried, CarriedCommand, CarriedFile, CarriedPackage, CarriedScript, CarriedService } from './carried.ts';
import { type Fragment, slice } from './fragment.ts';
import { literal, makeWord } from './word.ts';
import { entriesOf, itemsOf, member, type YamlList, type YamlNode } from './yaml.ts';
import { wordOf, yamlCommand } from './yaml-command.ts';
import { ansiblePackages, inPlaceOfItem } from './yaml-packages.ts';
import { scriptOf, scriptPart, writtenFile } from './yaml-script.ts';

/** Keys of plays and blocks that hold lists of tasks. */
const taskLists = ['pre_tasks', 'tasks', 'post_tasks', 'handlers', 'block', 'rescue', 'always'];

const commandModules = new Set(['shell', 'command', 'raw']);
const packageModules = new Set(['apt', 'package']);
const serviceModules = new Set(['systemd', 'systemd_service', 'service', 'sysvinit']);

/** Keys of a task, or of a block, that is not for every device, or may fail on some. */
const conditions = ['when', 'failed_when', 'ignore_errors'];

export function ansibleParts(root: YamlList): Carried[] {
  const parts: Carried[] = [];
  addTasks(root, false, parts);
  return parts;
}

function addTasks(list: YamlList, isConditional: boolean, parts: Carried[]): void {
  for (const item of list.items) {
    const forSome = isConditional || conditions.some(key => member(item, key));
    for (const key of taskLists) {
      const inner = member(item, key);
      if (inner?.kind === 'list') addTasks(inner, forSome, parts);
    }
    const items = itemsOf(member(item, 'loop') ?? member(item, 'with_items'));
    for (const part of entriesOf(item).flatMap(({ key, value }) => moduleParts(key, value, items)))
      parts.push(forSome && part.kind !== 'file' ? { ...part, device: { list: parts, index: parts.length } } : part);
  }
}

/** `items`: what the task is done for, one after the other. */
function moduleParts(
  key: string,
  value: YamlNode,
  items: readonly YamlNode[],
): (CarriedScript | CarriedCommand | CarriedPackage | CarriedFile | CarriedService)[] {
  const module = key.replace(/^ansible\.(?:builtin|legacy)\./, '');
  if (commandModules.has(module)) return commandParts(module, value);
  if (packageModules.has(module)) return ansiblePackages(module, value, items);
  if (module === 'copy') return writtenFile(member(value, 'dest'), value);
  return serviceModules.has(module) ? serviceParts(value, items) : [];
}

/** The command alone, as `cmd`, or as a list of words. */
function commandParts(module: string, value: YamlNode): (CarriedScript | CarriedCommand)[] {
  const argv = itemsOf(member(value, 'argv'));
  if (argv.length > 0) return yamlCommand(argv);
  const command = value.kind === 'map' ? member(value, 'cmd') : value;
  if (module !== 'command') return scriptPart(command);
  // The module `command` has no shell: one program is all it runs.
  const source = scriptOf(command);
  return source ? [{ kind: 'script', source, single: true }] : [];
}

function serviceParts(value: YamlNode, items: readonly YamlNode[]): CarriedService[] {
  if (value.kind === 'scalar')
    return /\b(?:name|service)=["']?\{\{\s*item\s*\}\}/.test(value.value)
      ? services(items)
      : inlineService(value.fragment);
  const name = member(value, 'name');
  return name ? services(inPlaceOfItem(name, items)) : [];
}

function services(names: readonly YamlNode[]): CarriedService[] {
  return names.flatMap(name => (name.kind === 'scalar' ? [{ kind: 'service' as const, name: wordOf(name) }] : []));
}

/** Parameters in one line: `service: name=NAME state=restarted`. */
function inlineService(source: Fragment | undefined): CarriedService[] {
  const found = source && /(?:^|\s)(?:name|service)=([\w@.-]+)(?=\s|$)/.exec(source.text);
  if (!found) return [];
  const [whole, name] = found;
  const start = found.index + whole.length - name!.length;
  const inside = slice(source, { start, end: start + name!.length });
  return [{ kind: 'service', name: makeWord(inside, { start: 0, end: name!.length }, [literal(0, name!, 'double')]) }];
}
