/**
 * Playbooks and lists of tasks of Ansible: modules that run commands, install packages, write files or act on services.
 */
import type {
  Carried,
  CarriedCommand,
  CarriedFile,
  CarriedPackage,
  CarriedScript,
  CarriedService,
  SecondService,
} from './carried.ts';
import { type Fragment, type Range, slice } from './fragment.ts';
import { lineEndAt } from './line.ts';
import { conditionsOf, TaskDecisions } from './task-decisions.ts';
import { literal, makeWord } from './word.ts';
import { entriesOf, itemsOf, member, type YamlEntry, type YamlList, type YamlNode, type YamlScalar } from './yaml.ts';
import { wordOf, yamlCommand } from './yaml-command.ts';
import { ansiblePackages, inPlaceOfItem } from './yaml-packages.ts';
import { scriptOf, scriptPart, writtenFile } from './yaml-script.ts';

/** Keys of plays and blocks that hold lists of tasks. */
const taskLists = ['pre_tasks', 'tasks', 'post_tasks', 'handlers', 'block', 'rescue', 'always'];

const commandModules = new Set(['shell', 'command', 'raw']);
const packageModules = new Set(['apt', 'package']);
const serviceModules = new Set(['systemd', 'systemd_service', 'service', 'sysvinit']);

export function ansibleParts(root: YamlList): Carried[] {
  const parts: Carried[] = [];
  addTasks(root, [], parts, new TaskDecisions());
  return parts;
}

/** `outer` are the conditions of the blocks around the tasks. */
function addTasks(list: YamlList, outer: readonly string[], parts: Carried[], decisions: TaskDecisions): void {
  for (const item of list.items) {
    const conditions = [...outer, ...conditionsOf(item)];
    for (const key of taskLists) {
      const inner = member(item, key);
      if (inner?.kind === 'list') addTasks(inner, conditions, parts, decisions);
    }
    const items = itemsOf(member(item, 'loop') ?? member(item, 'with_items'));
    const isLooping = entriesOf(item).some(({ key }) => key === 'loop' || key.startsWith('with_'));
    const own = entriesOf(item).flatMap(entry => moduleParts(entry, items, isLooping));
    const places = decisions.placesOf(item, conditions, own.length);
    own.forEach((part, index) => {
      const device = places?.[index];
      parts.push(device && part.kind !== 'file' ? { ...part, device } : part);
    });
  }
}

/** `items`: what the task is done for, one after the other. */
function moduleParts(
  entry: YamlEntry,
  items: readonly YamlNode[],
  isLooping: boolean,
): (CarriedScript | CarriedCommand | CarriedPackage | CarriedFile | CarriedService)[] {
  const { key, value } = entry;
  const module = key.replace(/^ansible\.(?:builtin|legacy)\./, '');
  if (commandModules.has(module)) return commandParts(module, value);
  if (packageModules.has(module)) return ansiblePackages(module, value, items);
  if (module === 'copy') return writtenFile(member(value, 'dest'), value);
  return serviceModules.has(module) ? serviceParts(entry, items, isLooping) : [];
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

function serviceParts(entry: YamlEntry, items: readonly YamlNode[], isLooping: boolean): CarriedService[] {
  const { value } = entry;
  if (value.kind === 'scalar')
    return /\b(?:name|service)=["']?\{\{\s*item\s*\}\}/.test(value.value)
      ? items.flatMap(item => service(item, besideItem(item)))
      : inlineService(value, isLooping ? undefined : entry);
  const name = member(value, 'name');
  if (!name) return [];
  const named = inPlaceOfItem(name, items);
  if (named === items) return items.flatMap(item => service(item, besideItem(item)));
  if (name.kind !== 'scalar') return [];
  const item =
    name.style === 'plain' || name.style === 'single' || name.style === 'double' ? '"{{ item }}"' : undefined;
  return service(name, isLooping || !item ? undefined : loopBehind(entry, name.source, name, item));
}

function service(name: YamlNode, second: SecondService | undefined): CarriedService[] {
  return name.kind === 'scalar' ? [{ kind: 'service', name: wordOf(name), ...(second && { second }) }] : [];
}

/** A key of its own after the module's, in the column of that. */
function loopBehind(
  { start, value }: YamlEntry,
  source: Fragment,
  name: Range,
  item: string,
): SecondService | undefined {
  const { text } = source;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  // In a mapping between braces it would have to be written in another way.
  if (!/^[ \t]*(?:-[ \t]+)*$/.test(before)) return undefined;
  const end = endOf(value);
  const at = end + /^[^\r\n]*/.exec(text.slice(end))![0].trimEnd().length;
  const newLine = lineEndAt(text, at);
  return { kind: 'loop', source, name, at, before: `${newLine}${before.replace(/\S/g, ' ')}loop: `, item };
}

/** After an item of a list, written as that list is. */
function besideItem(item: YamlNode): SecondService | undefined {
  if (item.kind !== 'scalar') return undefined;
  const { source, start, end } = item;
  const before = source.text.slice(source.text.lastIndexOf('\n', start - 1) + 1, start);
  const isBlock = /^[ \t]*-[ \t]+$/.test(before);
  return isBlock || /[[,][ \t]*$/.test(before)
    ? { kind: 'item', source, at: end, before: isBlock ? `${lineEndAt(source.text, start)}${before}` : ', ' }
    : undefined;
}

function endOf(node: YamlNode): number {
  if (node.kind === 'scalar') return node.end;
  const inner = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.items;
  return Math.max(0, ...inner.map(endOf));
}

/** Parameters in one line: `service: name=NAME state=restarted`; `task` is the module that can loop over several. */
function inlineService(value: YamlScalar, task: YamlEntry | undefined): CarriedService[] {
  const { fragment: source, source: file } = value;
  const found = source && /(?:^|\s)(?:name|service)=([\w@.-]+)(?=\s|$)/.exec(source.text);
  if (!found) return [];
  const [whole, name] = found;
  const start = found.index + whole.length - name!.length;
  const inside = slice(source, { start, end: start + name!.length });
  const word = makeWord(inside, { start: 0, end: name!.length }, [literal(0, name!, 'double')]);
  const isPlain = value.style === 'plain' && file.text.startsWith(source.text, value.start);
  const range = { start: value.start + start, end: value.start + start + name!.length };
  const second = task && isPlain ? loopBehind(task, file, range, '{{ item }}') : undefined;
  return [{ kind: 'service', name: word, ...(second && { second }) }];
}
