/**
 * Which tasks of Ansible are in branches of one decision: conditions about the same variables that say different
 * things.
 */

import { slice } from '../../text/fragment.ts';
import { literal, makeWord } from '../../text/word.ts';
import type { EmbeddedFact, ListPlace } from '../embedded.ts';
import { itemsOf, member, type YamlNode } from '../yaml/yaml.ts';

export function conditionsOf(task: YamlNode): readonly string[] {
  const when = member(task, 'when');
  return [when, ...itemsOf(when)].flatMap(node => (node?.kind === 'scalar' ? [node.value.trim()] : []));
}

/** Keys whose texts are conditions. */
const conditionKeys = ['when', 'failed_when', 'changed_when', 'until'];

/** Ansible, "service_facts" and "package_facts": names that a condition looks for among what was found. */
export function factsAsked(task: YamlNode): EmbeddedFact[] {
  const nodes = [
    ...conditionKeys.map(key => member(task, key)),
    ...['assert', 'ansible.builtin.assert'].map(key => member(member(task, key), 'that')),
  ];
  return nodes.flatMap(node => [node, ...itemsOf(node)]).flatMap(node => factsIn(node));
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
  readonly #byNames = new Map<string, { readonly list: object; readonly texts: string[] }>();

  /** Of the parts of a task: undefined where it is done on every device, and must succeed. */
  placesOf(task: YamlNode, conditions: readonly string[], count: number): readonly ListPlace[] | undefined {
    const mayFail = ['ignore_errors', 'failed_when'].some(key => member(task, key));
    // One task for both, which goes on after the one that fails.
    if (mayFail && count > 1) {
      const list = {};
      return Array.from({ length: count }, (_, index) => ({ list, index }));
    }
    const register = member(task, 'register');
    const result = mayFail && register?.kind === 'scalar' ? [register.value] : [];
    const text = (conditions.length > 0 ? conditions : result).join(' and ');
    if (text === '') return undefined;
    const place = this.#placeOf(text);
    return Array.from({ length: count }, () => place);
  }

  #placeOf(text: string): ListPlace {
    const names = namesIn(text);
    const decision = this.#byNames.get(names) ?? { list: {}, texts: [] };
    this.#byNames.set(names, decision);
    if (!decision.texts.includes(text)) decision.texts.push(text);
    return { list: decision.list, index: decision.texts.indexOf(text) };
  }
}

/** Ansible, "Conditionals": variables, without the strings, tests and filters that they are given to. */
function namesIn(text: string): string {
  const plain = text.replace(/'[^']*'|"[^"]*"|\bis\s+(?:not\s+)?\w+|\|\s*\w+/g, ' ');
  const names = plain.match(/[A-Za-z_][\w.]*/g) ?? [];
  return [...new Set(names.filter(name => !operators.has(name)))].sort().join(' ');
}

const operators = new Set(['not', 'and', 'or', 'in', 'is', 'true', 'false', 'True', 'False', 'none', 'None']);
