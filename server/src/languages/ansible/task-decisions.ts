/** Which tasks of Ansible are in branches of one decision: their conditions test the same variables and differ. */

import { generationIn, generationOf } from '../../mender/generations.ts';
import { oldProgram } from '../../mender/programs.ts';
import { slice } from '../../text/fragment.ts';
import { literal, makeWord } from '../../text/word.ts';
import type { EmbeddedFact, ListPlace } from '../embedded.ts';
import { mayConcernMender } from '../keywords.ts';
import { entriesOf, itemsOf, member, type YamlNode } from '../yaml/yaml.ts';

export function conditionsOf(task: YamlNode): readonly string[] {
  const when = member(task, 'when');
  return [when, ...itemsOf(when)].flatMap(node => (node?.kind === 'scalar' ? [node.value.trim()] : []));
}

/** Keys whose texts are conditions. */
const conditionKeys = ['when', 'failed_when', 'changed_when', 'until'];

/** Ansible, "service_facts" and "package_facts": names that a condition looks for among the facts. */
export function probedFacts(task: YamlNode): EmbeddedFact[] {
  const nodes = [
    ...conditionKeys.map(key => member(task, key)),
    ...['assert', 'ansible.builtin.assert'].map(key => member(member(task, key), 'that')),
  ].filter(node => node !== undefined);
  const removed = new Set(entriesOf(task).flatMap(({ value }) => namesRemoved(value)));
  return nodes.flatMap(node => {
    const found = [node, ...itemsOf(node)].flatMap(each => factsIn(each));
    // A name in a task that removes it is left out.
    const facts = found.filter(({ name }) => !removed.has(name.value ?? ''));
    return isOneProbe(node) ? facts.map((fact, index) => ({ ...fact, device: { list: node, index } })) : facts;
  });
}

function namesRemoved(module: YamlNode): readonly string[] {
  const state = member(module, 'state');
  if (module.kind === 'scalar')
    return /(?:^|\s)state=absent(?:\s|$)/.test(module.value)
      ? [...module.value.matchAll(/(?:^|\s)(?:name|pkg)=([\w.+-]+)/g)].map(([, name]) => name!)
      : [];
  if (state?.kind !== 'scalar' || state.value !== 'absent') return [];
  const names = ['name', 'pkg', 'package'].flatMap(key => member(module, key) ?? []);
  return names.flatMap(node => [node, ...itemsOf(node)]).flatMap(node => (node.kind === 'scalar' ? [node.value] : []));
}

/** Whether it asks for one of several names, or for none of them; a list asks for all of its items. */
function isOneProbe(node: YamlNode): boolean {
  const texts = [node, ...itemsOf(node)].flatMap(each => (each.kind === 'scalar' ? [each.value] : []));
  const text = texts.map(each => each.replace(/(["'])[\w@.+-]+\1/g, 'NAME')).join(' and ');
  const probes = (negated: string, joint: string) =>
    new RegExp(`^\\(?NAME ${negated}in [\\w.]+\\)?(?: ${joint} \\(?NAME ${negated}in [\\w.]+\\)?)+$`).test(text);
  return probes('', 'or') || probes('not ', 'and');
}

function factsIn(node: YamlNode | undefined): EmbeddedFact[] {
  const source = node?.kind === 'scalar' ? node.fragment : undefined;
  const of =
    source && /\bansible_facts(?:\.|\[['"])(services|packages)\b|^(?:.*[^\w.])?(services|packages)\b/.exec(source.text);
  if (!source || !of) return [];
  return [...source.text.matchAll(/(["'])([\w@.+-]+)\1/g)].map(({ 2: text, index }) => {
    const inside = slice(source, { start: index + 1, end: index + 1 + text!.length });
    const name = makeWord(inside, { start: 0, end: text!.length }, [literal(0, text!, 'double')]);
    return { kind: 'fact', of: (of[1] ?? of[2]) as EmbeddedFact['of'], name };
  });
}

export class TaskDecisions {
  /** What is looked for, by the variable that says whether it was found. */
  readonly #looks: ReadonlyMap<string, string>;
  /** Variables that contain whether the new client is there. */
  readonly #looksForNew: readonly string[];
  readonly #byNames = new Map<string, { readonly list: object; readonly indexes: Map<string, number> }>();

  constructor(root: YamlNode) {
    this.#looks = looksDecidedBy(root);
    this.#looksForNew = [...this.#looks].flatMap(([register, name]) =>
      generationOf(name) === 'new' ? [register] : [],
    );
  }

  /** For the parts of a task: undefined where it runs on every device and must succeed. */
  placesOf(task: YamlNode, conditions: readonly string[], count: number): readonly ListPlace[] | undefined {
    const mayFail = ['ignore_errors', 'failed_when'].some(key => member(task, key));
    // One task for both clients, which continues after the part that fails.
    if (mayFail && count > 1) {
      const list = {};
      return Array.from({ length: count }, (_, index) => ({ list, index }));
    }
    const register = registeredBy(task) ?? '';
    const result = register !== '' && (mayFail || this.#looks.has(register)) ? [register] : [];
    const text = (conditions.length > 0 ? conditions : result).join(' and ');
    if (text === '' || this.#isForOther(task, text)) return undefined;
    const place = this.#placeOf(text);
    return Array.from({ length: count }, () => place);
  }

  /** Whether it is for the old client, and runs where the new one is. */
  #isForOther(task: YamlNode, condition: string): boolean {
    if (/\bor\b/.test(condition)) return false;
    return this.#looksForNew.some(register => saysThere(condition, register)) && isOfOld(task);
  }

  #placeOf(text: string): ListPlace {
    const names = namesIn(text, this.#looks);
    const { list, indexes } = this.#byNames.get(names) ?? { list: {}, indexes: new Map<string, number>() };
    this.#byNames.set(names, { list, indexes });
    const index = indexes.get(text) ?? indexes.size;
    indexes.set(text, index);
    return { list, index };
  }
}

/** `R.stat.exists`, `R.rc == 0`, `R is succeeded`. */
function saysThere(condition: string, register: string): boolean {
  const says = `(?<!\\bnot\\s+)\\b${register}(?:\\.stat\\.exists\\b(?!\\s*(?:==|is)\\s*[fF]alse)|\\.rc\\s*==\\s*0\\b|\\s+is\\s+succe)`;
  return new RegExp(says).test(condition);
}

/** Keys whose texts do not say what a task does. */
const asides: ReadonlySet<string> = new Set([...conditionKeys, 'name', 'register', 'tags']);
const oldName = new RegExp(`(?<![\\w-])${oldProgram.name}(?![\\w-])`);

function isOfOld(task: YamlNode): boolean {
  const texts = entriesOf(task).flatMap(({ key, value }) => (asides.has(key) ? [] : textsIn(value)));
  const text = texts.join('\n');
  return generationIn(text) === 'old' || (generationIn(text) === undefined && oldName.test(text));
}

function textsIn(node: YamlNode): readonly string[] {
  if (node.kind === 'scalar') return [node.value];
  return (node.kind === 'map' ? node.entries.map(({ value }) => value) : itemsOf(node)).flatMap(textsIn);
}

/** Ansible, "Conditionals": the variables of a condition, without the strings, tests and filters applied to them. */
function namesIn(text: string, looks: ReadonlyMap<string, string>): string {
  const plain = text.replace(/'[^']*'|"[^"]*"|\bis\s+(?:not\s+)?\w+|\|\s*\w+/g, ' ');
  const names = (plain.match(/[A-Za-z_][\w.]*/g) ?? []).filter(name => !operators.has(name));
  // Whichever of them is tested, it is one decision.
  return [...new Set(names.map(name => (looks.has(name.split('.')[0]!) ? 'looks' : name)))].sort().join(' ');
}

const operators = new Set(['not', 'and', 'or', 'in', 'is', 'true', 'false', 'True', 'False', 'none', 'None']);

function registeredBy(task: YamlNode): string | undefined {
  const register = member(task, 'register');
  return register?.kind === 'scalar' ? register.value : undefined;
}

/** Where programs and units are. */
const lookedFor = /(?:^|\/)(?:s?bin|systemd\/system)\/([\w-]+)(?:\.service)?$/;
/** A command that tests whether a program is there. */
const look = /^(?:which|type|command\s+-v|test\s+-[xefs]|\[\s+-[xefs])\s+([\w./-]+)(?:\s+\])?$/;

/**
 * The variables in which tasks register whether a program of Mender's was found, where conditions test more than one of
 * them.
 */
function looksDecidedBy(root: YamlNode): ReadonlyMap<string, string> {
  const looks = new Map<string, string>();
  const conditions: string[] = [];
  for (const task of tasksIn(root)) {
    conditions.push(...conditionsOf(task));
    const register = registeredBy(task);
    const name = register && lookOf(task);
    if (name && mayConcernMender('', name)) looks.set(register, name);
  }
  const asked = [...looks].filter(([name]) => conditions.some(text => new RegExp(`\\b${name}\\b`).test(text)));
  return new Map(new Set(asked.map(([, program]) => program)).size > 1 ? asked : []);
}

function lookOf(task: YamlNode): string | undefined {
  for (const { key, value } of entriesOf(task)) {
    const module = key.slice(key.lastIndexOf('.') + 1);
    const path = member(value, 'path');
    if (module === 'stat' && path?.kind === 'scalar') return lookedFor.exec(path.value)?.[1];
    const command = value.kind === 'scalar' ? value : (member(value, 'cmd') ?? value);
    if (!/^(?:shell|command)$/.test(module) || command.kind !== 'scalar') continue;
    const operand = look.exec(command.value.replace(/\s*(?:&>|2>)\S+|>\s*\/dev\/null/g, '').trim())?.[1];
    return operand?.slice(operand.lastIndexOf('/') + 1);
  }
  return undefined;
}

/** Tasks, however they are grouped. */
function* tasksIn(node: YamlNode): Generator<YamlNode> {
  if (node.kind === 'map') yield node;
  for (const inner of node.kind === 'map' ? node.entries.map(({ value }) => value) : itemsOf(node))
    if (inner.kind === 'list' || node.kind === 'list') yield* tasksIn(inner);
}
