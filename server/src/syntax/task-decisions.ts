/**
 * Which tasks of Ansible are in branches of one decision: conditions about the same variables that say different
 * things.
 */
import type { ListPlace } from './carried.ts';
import { itemsOf, member, type YamlNode } from './yaml.ts';

export function conditionsOf(task: YamlNode): readonly string[] {
  const when = member(task, 'when');
  return [when, ...itemsOf(when)].flatMap(node => (node?.kind === 'scalar' ? [node.value.trim()] : []));
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
