/**
 * Playbooks and task lists of Ansible: what their tasks do, under which conditions, with which variables. What each
 * module does is in ansible-modules.ts.
 */

import { type Fragment, type Range, slice } from '../../text/fragment.ts';
import { lineEndAt } from '../../text/line.ts';
import { literal, makeWord } from '../../text/word.ts';
import type { Embedded, EmbeddedService, ListPlace, SecondService } from '../embedded.ts';
import { entriesOf, member, type YamlEntry, type YamlList, type YamlNode, type YamlScalar } from '../yaml/yaml.ts';
import { wordOf } from '../yaml/yaml-command.ts';
import { type ModulePart, partsOfModule } from './ansible-modules.ts';
import { expanded, isItem, itemsOfList, type Task, type Variables, withVariables } from './ansible-variables.ts';
import { conditionsOf, probedFacts, TaskDecisions } from './task-decisions.ts';

/** Keys of plays and blocks that hold lists of tasks. */
const taskLists = ['pre_tasks', 'tasks', 'post_tasks', 'handlers', 'block', 'rescue', 'always'];

export function ansibleParts(root: YamlList): Embedded[] {
  const parts: Embedded[] = [];
  addTasks(root, { conditions: [], variables: new Map() }, parts, new TaskDecisions(root));
  return parts;
}

/** Settings of the blocks and plays around some tasks. */
interface Around {
  readonly conditions: readonly string[];
  readonly variables: Variables;
  /** Where the tasks end that may not run at all: what they put somewhere is there for those tasks alone. */
  readonly passes?: number | undefined;
  /** Whether they are tried, or run after a failure. */
  readonly device?: ListPlace | undefined;
}

/** These run only when something has failed or has changed. */
const passing = new Set(['rescue', 'handlers']);

/** Tasks run in order: what one of them puts somewhere is there for those after it. */
function lasting(part: ModulePart, passes = Number.MAX_SAFE_INTEGER): ModulePart {
  if (part.kind !== 'path' || !part.created) return part;
  const { source, end } = part.path;
  return { ...part, lasts: { start: source.endOf(end), end: passes } };
}

function addTasks(list: YamlList, outer: Around, parts: Embedded[], decisions: TaskDecisions): void {
  for (const item of list.items) {
    const conditions = [...outer.conditions, ...conditionsOf(item)];
    const variables = withVariables(outer.variables, member(item, 'vars'));
    for (const key of taskLists) {
      const inner = member(item, key);
      const passes = passing.has(key) && inner ? endOf(inner) : outer.passes;
      if (inner?.kind !== 'list') continue;
      const attempt = key === 'block' ? 0 : key === 'rescue' ? 1 : undefined;
      const device = attempt !== undefined && member(item, 'rescue') ? { list: item, index: attempt } : outer.device;
      addTasks(inner, { conditions, variables, passes, device }, parts, decisions);
    }
    const task = taskOf(item, variables);
    const own = entriesOf(item).flatMap(entry => moduleParts(entry, task).map(part => lasting(part, outer.passes)));
    const places = decisions.placesOf(item, conditions, own.length);
    // When a task of a block fails, its rescue runs, and the rest of the block is skipped.
    const isLast = outer.device?.index !== 0 || item === list.items.at(-1);
    own.forEach((part, index) => {
      const device = places?.[index] ?? (isLast ? outer.device : undefined);
      parts.push(device && part.kind !== 'file' ? { ...part, device } : part);
    });
    const [device] = decisions.placesOf(item, conditions, 1) ?? [];
    for (const fact of probedFacts(item)) parts.push(device && !fact.device ? { ...fact, device } : fact);
  }
}

function taskOf(item: YamlNode, variables: Variables): Task {
  const loop = member(item, 'loop') ?? member(item, 'with_items');
  return {
    items: loop ? itemsOfList(loop, variables) : [],
    isLooping: entriesOf(item).some(({ key }) => key === 'loop' || key.startsWith('with_')),
    variables,
  };
}

function moduleParts(entry: YamlEntry, task: Task): ModulePart[] {
  const { key, value } = entry;
  const module = key.replace(/^(?:ansible\.(?:builtin|legacy)|community\.general)\./, '');
  if (serviceModules.has(module)) return serviceParts(entry, task);
  return partsOfModule(module, value, task);
}

const serviceModules = new Set(['systemd', 'systemd_service', 'service', 'sysvinit']);

function serviceParts(entry: YamlEntry, { items, isLooping, variables }: Task): EmbeddedService[] {
  const { value } = entry;
  if (value.kind === 'scalar')
    return /\b(?:name|service)=["']?\{\{\s*item\s*\}\}/.test(value.value)
      ? items.flatMap(item => service(item, besideItem(item)))
      : inlineService(value, isLooping ? undefined : entry);
  const name = member(value, 'name');
  if (!name) return [];
  if (isItem(name)) return items.flatMap(item => service(item, besideItem(item)));
  const named = expanded(name, { items, variables });
  if (named[0] !== name) return named.flatMap(each => service(each, undefined));
  if (name.kind !== 'scalar') return [];
  const item =
    name.style === 'plain' || name.style === 'single' || name.style === 'double' ? '"{{ item }}"' : undefined;
  return service(name, isLooping || !item ? undefined : loopAfter(entry, name.source, name, item));
}

function service(name: YamlNode, second: SecondService | undefined): EmbeddedService[] {
  return name.kind === 'scalar' ? [{ kind: 'service', name: wordOf(name), ...(second && { second }) }] : [];
}

/** A separate key after the module's key, in the same column. */
function loopAfter(
  { start, value }: YamlEntry,
  source: Fragment,
  name: Range,
  item: string,
): SecondService | undefined {
  const { text } = source;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  // In a mapping between braces it would need another notation.
  if (!/^[ \t]*(?:-[ \t]+)*$/.test(before)) return undefined;
  const end = endOf(value);
  const at = end + /^[^\r\n]*/.exec(text.slice(end))![0].trimEnd().length;
  const newLine = lineEndAt(text, at);
  return { kind: 'loop', source, name, at, before: `${newLine}${before.replace(/\S/g, ' ')}loop: `, item };
}

/** A second item after an item of a list, written as that list is. */
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
  // Not `Math.max(...ends)`: too many arguments overflow the stack.
  return inner.reduce((end, each) => Math.max(end, endOf(each)), 0);
}

/** Parameters on one line: `service: name=NAME state=restarted`; `task` is the module that can loop over several. */
function inlineService(value: YamlScalar, task: YamlEntry | undefined): EmbeddedService[] {
  const { fragment: source, source: file } = value;
  const found = source && /(?:^|\s)(?:name|service)=([\w@.-]+)(?=\s|$)/.exec(source.text);
  if (!found) return [];
  const [whole, name] = found;
  const start = found.index + whole.length - name!.length;
  const inside = slice(source, { start, end: start + name!.length });
  const word = makeWord(inside, { start: 0, end: name!.length }, [literal(0, name!, 'double')]);
  const isPlain = value.style === 'plain' && file.text.startsWith(source.text, value.start);
  const range = { start: value.start + start, end: value.start + start + name!.length };
  const second = task && isPlain ? loopAfter(task, file, range, '{{ item }}') : undefined;
  return [{ kind: 'service', name: word, ...(second && { second }) }];
}
