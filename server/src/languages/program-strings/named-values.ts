/** The values of names, members and list items, from the statements that assign them. */
import type { SyntaxNode } from '@lezer/common';
import { reaching } from './bindings.ts';
import type { Evaluation, Given } from './evaluation.ts';
import { childrenOf, isSign } from './grammar.ts';
import { definedName } from './names.ts';
import type { Binding, Call, Scope } from './program.ts';
import {
  joinedLists,
  joinedTexts,
  listsOf,
  MOST_VALUES,
  originOf,
  rangeOf,
  textsAmong,
  usedAt,
  type Value,
} from './value.ts';

const MOST_CALLS = 32;
/** Additions to something that itself was added to. */
const DEEPEST = 60;
/** Base classes of base classes; two may name each other. */
const DEEPEST_BASE = 8;

export class NamedValues {
  readonly #in: Evaluation;
  readonly #givenTo = new Map<string, readonly Value[]>();
  readonly #nothingGiven: Given = new Map();
  readonly #boundBy = new WeakMap<Given, Map<Binding, readonly Value[]>>();
  #depth = 0;

  constructor(evaluation: Evaluation) {
    this.#in = evaluation;
  }

  name(name: string, use: SyntaxNode, given: Given | undefined): readonly Value[] {
    const found = reaching(name, use, this.#in.outline);
    if (!found) return [];
    const { bindings, parameter, scope, isLocal } = found;
    const values = bindings.flatMap(binding =>
      this.#bound(binding, name, isLocal ? given : undefined).map(value =>
        usedAt(value, rangeOf(use), binding.value.from, isLocal ? (value.at ?? binding.value.from) : undefined),
      ),
    );
    if (!parameter) return withoutPlaceholders(values);
    const own = given?.get(`${scope.start} ${name}`) ?? this.#given(scope, parameter.index);
    return [...values, ...own.map(value => usedAt(value, rangeOf(use), homeOf(value), isLocal ? value.at : undefined))];
  }

  #bound(binding: Binding, name: string, given: Given | undefined): readonly Value[] {
    const known = this.#boundFor(given);
    const found = known.get(binding);
    if (found) return found;
    known.set(binding, []);
    const values = this.#depth < DEEPEST ? this.#read(binding, name, given).slice(0, MOST_VALUES) : [];
    known.set(binding, values);
    return values;
  }

  #boundFor(given: Given | undefined): Map<Binding, readonly Value[]> {
    const key = given ?? this.#nothingGiven;
    const known = this.#boundBy.get(key) ?? new Map<Binding, readonly Value[]>();
    this.#boundBy.set(key, known);
    return known;
  }

  #read({ kind, value, part, isItem, node }: Binding, name: string, given: Given | undefined): readonly Value[] {
    if (kind === 'adds') {
      this.#depth++;
      const before = this.name(name, node, given);
      this.#depth--;
      return this.#longer(before, value, isItem === true, given);
    }
    const values = this.#in.of(value, given);
    const whole = kind === 'is' ? values : values.flatMap(list => (list.kind === 'list' ? list.items.flat() : []));
    return part === undefined ? whole : whole.flatMap(one => this.#part(one, part));
  }

  #longer(before: readonly Value[], added: SyntaxNode, isItem: boolean, given: Given | undefined): readonly Value[] {
    const lists = before.filter(value => value.kind === 'list');
    const texts = textsAmong(before);
    const more = this.#in.orUnknown(added, given);
    return [
      ...joinedLists([lists, isItem ? [{ kind: 'list', items: [more] }] : listsOf(more)]),
      ...(texts.length > 0 && !isItem ? joinedTexts([texts, this.#in.texts(added, given)]) : []),
    ];
  }

  #part(value: Value, part: number | string): readonly Value[] {
    if (value.kind === 'list' && typeof part === 'number')
      return (value.items[part] ?? []).map(item => ({ ...item, calls: originOf(item, value).calls }));
    const member = value.kind === 'object' ? value.members.get(String(part)) : undefined;
    return member ? this.#in.of(member) : [];
  }

  /** The arguments of calls in the same file for a parameter, and its default where they have none. */
  #given(scope: Scope, index: number): readonly Value[] {
    const parameter = scope.parameters[index]!;
    const key = `given ${scope.start} ${index}`;
    const known = this.#givenTo.get(key);
    if (known) return known;
    this.#givenTo.set(key, []);
    const calls = scope.name === undefined ? [] : this.#callsOf(scope, scope.name);
    const values = [
      ...calls.flatMap(({ node }) =>
        this.#in.passed(node, { index, ...parameter }).map(value => ({
          ...value,
          at: value.at ?? node.from,
          calls: new Map([...(value.calls ?? []), [scope.start, node.from]]),
        })),
      ),
      ...(parameter.otherwise ? this.#in.of(parameter.otherwise) : []),
      ...this.#iterated(scope, index),
    ].slice(0, MOST_VALUES);
    this.#givenTo.set(key, values);
    return values;
  }

  /** `list.forEach(item => ...)` */
  #iterated({ node }: Scope, index: number): readonly Value[] {
    const callee = index === 0 ? node.parent?.prevSibling : undefined;
    if (!callee || !/^(?:forEach|map|each|for_each)$/.test(definedName(callee, this.#in.outline) ?? '')) return [];
    const object = callee.firstChild;
    return object ? this.#in.of(object).flatMap(value => (value.kind === 'list' ? value.items.flat() : [])) : [];
  }

  #callsOf(scope: Scope, name: string): readonly Call[] {
    if (this.#in.outline.functions.get(name)?.length !== 1) return [];
    return (this.#in.outline.callsOf.get(name) ?? [])
      .filter(({ node }) => node.from < scope.start || node.from >= scope.end)
      .slice(0, MOST_CALLS);
  }

  member(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    const outline = this.#in.outline;
    const [object] = childrenOf(node).filter(child => !isSign(child));
    const name = definedName(node, outline);
    if (!object || name === undefined) return [];
    if (outline.isSelf(object)) return this.field(outline.ownClass(node.from), name, node);
    const type = definedName(object, outline) ?? '';
    if (outline.classes.has(type)) return this.field(type, name, node);
    const values = this.#in.of(object, given).flatMap(value => this.#part(value, name));
    if (values.length > 0) return values.map(value => usedAt(value, rangeOf(node), homeOf(value), undefined));
    const made = this.#classOf(object);
    if (made !== undefined) return this.field(made, name, node);
    // A constant of a namespace.
    return /^Scoped/.test(node.name) ? this.name(name, node, given) : [];
  }

  /** The class whose object a name holds. */
  #classOf(object: SyntaxNode): string | undefined {
    const name = definedName(object, this.#in.outline);
    const found = name === undefined ? undefined : reaching(name, object, this.#in.outline);
    for (const { value } of found?.bindings ?? []) {
      const made = value.name === 'UnaryExp' ? value.lastChild! : value;
      const callee = childrenOf(made).find(child => !isSign(child));
      const type = callee && definedName(callee, this.#in.outline);
      if (type !== undefined && this.#in.outline.classes.has(type)) return type;
    }
    return undefined;
  }

  field(type: string, name: string, use: SyntaxNode, depth = 0): readonly Value[] {
    const { classes, fields } = this.#in.outline;
    const bindings = [...(classes.get(type)?.names.get(name) ?? []), ...(fields.get(type)?.get(name) ?? [])];
    const own = bindings
      .slice(0, MOST_CALLS)
      .flatMap(binding =>
        this.#bound(binding, name, undefined).map(value => usedAt(value, rangeOf(use), binding.value.from, undefined)),
      );
    if (own.length > 0) return own;
    const base = this.#baseOf(type);
    return base === undefined || depth > DEEPEST_BASE ? [] : this.field(base, name, use, depth + 1);
  }

  #baseOf(type: string): string | undefined {
    const scope = this.#in.outline.classes.get(type);
    if (!scope) return undefined;
    const [, base] = childrenOf(scope.node).filter(child => !isSign(child));
    const names =
      base && /^(?:ArgList|BaseClause|BaseClassClause)$/.test(base.name) ? childrenOf(base) : base ? [base] : [];
    const first = names.find(child => !isSign(child) && this.#in.outline.classes.has(this.#in.outline.textOf(child)));
    return first && this.#in.outline.textOf(first);
  }

  /** `list[0]`, `list[1:]`, `object["key"]` */
  index(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    const children = childrenOf(node);
    const open = children.findIndex(({ name }) => name === '[');
    const object = children[0];
    const inside = children.slice(open + 1, -1);
    if (!object || open < 1 || inside.length === 0) return [];
    const colon = inside.findIndex(({ name }) => name === ':');
    const numberAt = (at: number) => Number.parseInt(inside[at] ? this.#in.outline.textOf(inside[at]) : '', 10);
    const values = this.#in.of(object, given);
    const found = values.flatMap((value): readonly Value[] => {
      if (colon >= 0) {
        const items =
          value.kind === 'list' ? value.items.slice(numberAt(0) || 0, numberAt(colon + 1) || undefined) : [];
        return value.kind === 'list' ? [{ ...value, items }] : [];
      }
      const key = /Number|Integer/.test(inside[0]!.name) ? numberAt(0) : this.#in.keyOf(inside[0]!);
      return key === undefined ? [] : this.#part(value, key);
    });
    return found.map(value => usedAt(value, rangeOf(node), homeOf(value), value.at));
  }
}

/** An initial value such as an empty text is never run. */
function withoutPlaceholders(values: readonly Value[]): readonly Value[] {
  const others = values.filter(value => value.kind !== 'text' || value.text.some(({ text }) => text !== ''));
  return others.length > 0 ? others : values;
}

/** A value that has no place yet is at home where it is written. */
function homeOf(value: Value): number {
  if (value.kind === 'text') return value.text[0]?.start ?? 0;
  const [first] = value.kind === 'list' ? (value.items[0] ?? []) : [];
  return first ? homeOf(first) : 0;
}
