/** What the expressions of a program are worth, as far as its text says. Never runs anything. */
import type { SyntaxNode } from '@lezer/common';
import { reaching } from './bindings.ts';
import { type Format, formatted } from './formats.ts';
import { childrenOf, isSign } from './grammar.ts';
import { literalParts } from './literals.ts';
import { definedName, isIndexed, segmentsOf, writtenPath } from './names.ts';
import type { Binding, Call, Outline, Scope } from './outline.ts';
import { type TextFunction, textFunction } from './text-functions.ts';
import {
  joinedTexts,
  knownText,
  type ListValue,
  MOST_ITEMS,
  MOST_VALUES,
  type TextValue,
  unknownText,
  usedAt,
  type Value,
  wordsIn,
} from './value.ts';

/** What a function is given, for one call of it. */
type Given = ReadonlyMap<string, readonly Value[]>;

/** Functions in functions, names of names: deeper than this nobody goes. */
const DEEPEST = 60;
const MOST_CALLS = 32;
/** Of one call, so that no text makes it take long. */
const MOST_STEPS = 4000;

export class Values {
  readonly #outline: Outline;
  readonly #known = new Map<string, readonly Value[]>();
  #depth = 0;
  #steps = 0;

  constructor(outline: Outline) {
    this.#outline = outline;
  }

  /** All that an expression can be worth; nothing where that is known only at run time. */
  of(node: SyntaxNode): readonly Value[] {
    this.#steps = 0;
    return this.#of(node);
  }

  #of(node: SyntaxNode, given?: Given): readonly Value[] {
    if (this.#depth > DEEPEST || this.#steps++ > MOST_STEPS) return [];
    const key = `${node.from} ${node.to} ${node.name}`;
    const known = given ? undefined : this.#known.get(key);
    if (known) return known;
    // What it is made of itself is nothing.
    if (!given) this.#known.set(key, []);
    this.#depth++;
    const found = this.#read(node, given).slice(0, MOST_VALUES);
    this.#depth--;
    if (!given) this.#known.set(key, found);
    return found;
  }

  #read(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    switch (this.#outline.roleOf(node)) {
      case 'string':
      case 'shell':
        return this.#string(node, given);
      case 'strings':
        return joinedTexts(childrenOf(node).map(child => this.#texts(child, given)));
      case 'list':
        return [this.#list(node, given)];
      case 'typed':
        return node.lastChild ? this.#of(node.lastChild, given) : [];
      case 'object':
        return [{ kind: 'object', members: this.#members(node) }];
      case 'name':
        return this.#name(definedName(node, this.#outline) ?? '', node, given);
      case 'member':
        return isIndexed(node) ? this.#index(node, given) : this.#member(node, given);
      case 'index':
        return this.#index(node, given);
      case 'wrapped':
        return this.#wrapped(node, given);
      case 'binary':
        return this.#binary(node, given);
      case 'choice':
        return this.#choice(node, given);
      case 'call':
        return this.#call(node, given);
      default:
        return [];
    }
  }

  #texts(node: SyntaxNode, given?: Given): readonly TextValue[] {
    const texts = textsAmong(this.#of(node, given));
    return texts.length > 0 ? texts : [{ kind: 'text', text: unknownText(node) }];
  }

  #string(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    const parts = literalParts(node, this.#outline.text, this.#outline.grammar);
    if (!parts) return [];
    return joinedTexts(
      parts.map((part): readonly TextValue[] => {
        if (!('hole' in part)) return [{ kind: 'text', text: [part] }];
        const place = { start: part.start, end: part.end };
        const values = textsAmong(this.#hole(part.hole, { node, ...place }, given));
        if (values.length === 0) return [{ kind: 'text', text: [{ text: undefined, ...place }] }];
        return values.map(value => usedAt(value, place, value.text[0]?.start ?? place.start, value.at));
      }),
    );
  }

  #hole(
    hole: SyntaxNode | undefined,
    { node, start, end }: { readonly node: SyntaxNode; readonly start: number; readonly end: number },
    given: Given | undefined,
  ): readonly Value[] {
    if (!hole) {
      const written = this.#outline.text.slice(start, end);
      const name = /^(?:\$|\{\$|\$\{)(\w+)\}?$/.exec(written)?.[1];
      const field = /^\{?\$this->(\w+)\}?$/.exec(written)?.[1];
      if (field !== undefined) return this.#field(this.#outline.ownClass(node.from), field, node);
      return name === undefined ? [] : this.#name(name, node, given);
    }
    // How a value is formatted changes it.
    const [inside, ...others] = childrenOf(hole).filter(child => !isSign(child) && !/^Interpolation/.test(child.name));
    return inside && others.length === 0 ? this.#of(inside, given) : [];
  }

  /** Items, or the members of what has names for its values. */
  #list(node: SyntaxNode, given: Given | undefined): Value {
    const children = childrenOf(node).filter(({ name }) => !/^(?:[[\](){}]|array)$/.test(name));
    const [first] = children;
    if (first?.name === 'ValueList') return this.#list(first, given);
    if (first?.name === 'Pair' || first?.getChild('Key')) return { kind: 'object', members: this.#members(node) };
    const items = segmentsOf(children)
      .slice(0, MOST_ITEMS)
      .flatMap(segment => this.#items(segment, given));
    return { kind: 'list', items };
  }

  #items(segment: readonly SyntaxNode[], given: Given | undefined): readonly (readonly Value[])[] {
    const [first, second] = segment.flatMap(node =>
      /^(?:Element|SpreadArgument)$/.test(node.name) ? childrenOf(node) : [node],
    );
    if (!first || /^(?:NULL|nullptr)$/.test(first.name)) return [];
    const isSpread = second !== undefined && /^(?:\*|Spread|\.{3})$/.test(first.name);
    if (!isSpread) return [this.#orUnknown(first, given)];
    const [list] = this.#of(second, given).filter(value => value.kind === 'list');
    return list ? list.items : [[{ kind: 'text', text: unknownText(second) }]];
  }

  #orUnknown(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    const values = this.#of(node, given);
    return values.length > 0 ? values : [{ kind: 'text', text: unknownText(node) }];
  }

  #members(node: SyntaxNode): ReadonlyMap<string, SyntaxNode> {
    const members = new Map<string, SyntaxNode>();
    for (const segment of segmentsOf(childrenOf(node).filter(({ name }) => !/^[[\](){}]$/.test(name)))) {
      const [only] = segment;
      const parts = segment.length === 1 && only ? childrenOf(only) : segment;
      const [key, value] = parts.filter(part => !isSign(part));
      if (!key) continue;
      const name = this.#keyOf(key.name === 'Key' ? key.firstChild! : key);
      if (name !== undefined) members.set(name, value ?? key);
    }
    return members;
  }

  #keyOf(key: SyntaxNode): string | undefined {
    if (this.#outline.roleOf(key) !== 'string') return definedName(key, this.#outline);
    const [value] = this.#of(key);
    return value?.kind === 'text' ? knownText(value.text) : undefined;
  }

  #name(name: string, use: SyntaxNode, given: Given | undefined): readonly Value[] {
    const found = reaching(name, use, this.#outline);
    if (!found) return [];
    const { bindings, parameter, scope, isLocal } = found;
    const values = bindings.flatMap(binding =>
      this.#bound(binding, name, isLocal ? given : undefined).map(value =>
        usedAt(value, rangeOf(use), binding.value.from, isLocal ? (value.at ?? binding.value.from) : undefined),
      ),
    );
    if (!parameter) return values;
    const own = given?.get(`${scope.start} ${name}`) ?? this.#given(scope, parameter.index);
    return [...values, ...own.map(value => usedAt(value, rangeOf(use), homeOf(value), isLocal ? value.at : undefined))];
  }

  #bound(binding: Binding, name: string, given: Given | undefined): readonly Value[] {
    const { kind, value, part, isItem, node } = binding;
    if (kind === 'adds') return this.#longer(this.#before(name, node, given), value, isItem === true, given);
    const values = this.#of(value, given);
    const whole = kind === 'is' ? values : values.flatMap(list => (list.kind === 'list' ? list.items.flat() : []));
    return part === undefined ? whole : whole.flatMap(one => this.#part(one, part));
  }

  #before(name: string, node: SyntaxNode, given: Given | undefined): readonly Value[] {
    return this.#name(name, node, given);
  }

  #longer(before: readonly Value[], added: SyntaxNode, isItem: boolean, given: Given | undefined): readonly Value[] {
    const lists = before.filter(value => value.kind === 'list');
    const texts = textsAmong(before);
    const more = this.#of(added, given).flatMap(value => (value.kind === 'list' ? [value] : []))[0];
    const items = isItem || !more ? [this.#orUnknown(added, given)] : more.items;
    return [
      ...lists.map(
        ({ items: first, at }): ListValue => ({ kind: 'list', items: [...first, ...items].slice(0, MOST_ITEMS), at }),
      ),
      ...(texts.length > 0 && !isItem ? joinedTexts([texts, this.#texts(added, given)]) : []),
    ];
  }

  #part(value: Value, part: number | string): readonly Value[] {
    if (value.kind === 'list' && typeof part === 'number') return value.items[part] ?? [];
    const member = value.kind === 'object' ? value.members.get(String(part)) : undefined;
    return member ? this.#of(member) : [];
  }

  /** What calls in the same file give for a parameter, and its value where they give none. */
  #given(scope: Scope, index: number): readonly Value[] {
    const parameter = scope.parameters[index]!;
    const key = `given ${scope.start} ${index}`;
    const known = this.#known.get(key);
    if (known) return known;
    this.#known.set(key, []);
    const calls = scope.name === undefined ? [] : this.#callsOf(scope, scope.name);
    const values = [
      ...calls.flatMap(({ node }) =>
        this.#passed(node, { index, ...parameter }).map(value => ({ ...value, at: value.at ?? node.from })),
      ),
      ...(parameter.otherwise ? this.#of(parameter.otherwise) : []),
      ...this.#iterated(scope, index),
    ].slice(0, MOST_VALUES);
    this.#known.set(key, values);
    return values;
  }

  /** `list.forEach(item => ...)` */
  #iterated({ node }: Scope, index: number): readonly Value[] {
    const callee = index === 0 ? node.parent?.prevSibling : undefined;
    if (!callee || !/^(?:forEach|map|each|for_each)$/.test(definedName(callee, this.#outline) ?? '')) return [];
    const object = callee.firstChild;
    return object ? this.#of(object).flatMap(value => (value.kind === 'list' ? value.items.flat() : [])) : [];
  }

  #callsOf(scope: Scope, name: string): readonly Call[] {
    if (this.#outline.functions.get(name)?.length !== 1) return [];
    return (this.#outline.callsOf.get(name) ?? [])
      .filter(({ node }) => node.from < scope.start || node.from >= scope.end)
      .slice(0, MOST_CALLS);
  }

  /** What a call gives for a parameter. */
  #passed(
    node: SyntaxNode,
    { index, name, isRest }: { readonly index: number; readonly name: string; readonly isRest: boolean },
    given?: Given,
  ): readonly Value[] {
    const args = argumentsOf(node);
    const rest = args.filter(argument => argument.name === undefined).slice(index);
    if (isRest) return [{ kind: 'list', items: rest.flatMap(({ nodes }) => this.#items(nodes, given)) }];
    const value = namedArgument(args, name, this.#outline) ?? rest[0]?.value;
    return value ? this.#of(value, given) : [];
  }

  #member(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    const outline = this.#outline;
    const [object] = childrenOf(node).filter(child => !isSign(child));
    const name = definedName(node, outline);
    if (!object || name === undefined) return [];
    if (outline.isSelf(object)) return this.#field(outline.ownClass(node.from), name, node);
    const type = definedName(object, outline) ?? '';
    if (outline.classes.has(type)) return this.#field(type, name, node);
    const values = this.#of(object, given).flatMap(value => this.#part(value, name));
    if (values.length > 0) return values.map(value => usedAt(value, rangeOf(node), homeOf(value), undefined));
    const made = this.#classOf(object);
    if (made !== undefined) return this.#field(made, name, node);
    // A constant of a namespace.
    return /^Scoped/.test(node.name) ? this.#name(name, node, given) : [];
  }

  /** The class whose object a name has been given. */
  #classOf(object: SyntaxNode): string | undefined {
    const name = definedName(object, this.#outline);
    const found = name === undefined ? undefined : reaching(name, object, this.#outline);
    for (const { value } of found?.bindings ?? []) {
      const made = value.name === 'UnaryExp' ? value.lastChild! : value;
      const callee = childrenOf(made).find(child => !isSign(child));
      const type = callee && definedName(callee, this.#outline);
      if (type !== undefined && this.#outline.classes.has(type)) return type;
    }
    return undefined;
  }

  #field(type: string, name: string, use: SyntaxNode): readonly Value[] {
    const { classes, fields } = this.#outline;
    const bindings = [...(classes.get(type)?.names.get(name) ?? []), ...(fields.get(type)?.get(name) ?? [])];
    const own = bindings
      .slice(0, MOST_CALLS)
      .flatMap(binding =>
        this.#bound(binding, name, undefined).map(value => usedAt(value, rangeOf(use), binding.value.from, undefined)),
      );
    if (own.length > 0) return own;
    const base = this.#baseOf(type);
    return base === undefined || base === type ? [] : this.#field(base, name, use);
  }

  #baseOf(type: string): string | undefined {
    const scope = this.#outline.classes.get(type);
    if (!scope || this.#depth++ > DEEPEST) return undefined;
    this.#depth--;
    const [, base] = childrenOf(scope.node).filter(child => !isSign(child));
    const names =
      base && /^(?:ArgList|BaseClause|BaseClassClause)$/.test(base.name) ? childrenOf(base) : base ? [base] : [];
    const first = names.find(child => !isSign(child) && this.#outline.classes.has(this.#outline.textOf(child)));
    return first && this.#outline.textOf(first);
  }

  /** `list[0]`, `list[1:]`, `object["key"]` */
  #index(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    const children = childrenOf(node);
    const open = children.findIndex(({ name }) => name === '[');
    const object = children[0];
    const inside = children.slice(open + 1, -1);
    if (!object || open < 1 || inside.length === 0) return [];
    const colon = inside.findIndex(({ name }) => name === ':');
    const numberAt = (at: number) => Number.parseInt(inside[at] ? this.#outline.textOf(inside[at]) : '', 10);
    const values = this.#of(object, given);
    const found = values.flatMap((value): readonly Value[] => {
      if (colon >= 0) {
        const items =
          value.kind === 'list' ? value.items.slice(numberAt(0) || 0, numberAt(colon + 1) || undefined) : [];
        return value.kind === 'list' ? [{ ...value, items }] : [];
      }
      const key = /Number|Integer/.test(inside[0]!.name) ? numberAt(0) : this.#keyOf(inside[0]!);
      return key === undefined ? [] : this.#part(value, key);
    });
    return found.map(value => usedAt(value, rangeOf(node), homeOf(value), value.at));
  }

  #wrapped(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    const inside = childrenOf(node).filter(child => !isSign(child));
    const isFirst = /^(?:PostfixExpression|UserDefinedLiteral)$/.test(node.name);
    const value = isFirst ? inside[0] : inside.at(-1);
    return value ? this.#of(value, given) : [];
  }

  #binary(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    const [left, operator, right] = childrenOf(node);
    if (!left || !operator || !right) return [];
    switch (this.#outline.textOf(operator)) {
      case 'as':
      case 'satisfies':
        return this.#of(left, given);
      case 'or':
      case '||':
      case '??':
        return [...this.#of(left, given), ...this.#of(right, given)].map(value => ({
          ...value,
          at: value.at ?? node.from,
        }));
      case '<<':
        return this.#streamed(left, right, given);
      case '%':
        return this.#formatted(this.#of(left, given), 'printf', this.#operands(right), given);
      case '+':
      case '.':
        return this.#sum(left, right, given);
      default:
        return [];
    }
  }

  #sum(left: SyntaxNode, right: SyntaxNode, given: Given | undefined): readonly Value[] {
    const [before, behind] = [this.#of(left, given), this.#of(right, given)];
    const lists = [before, behind].map(values => values.filter(value => value.kind === 'list'));
    if (lists[0]![0] || lists[1]![0]) {
      const [first, second] = [lists[0]![0], lists[1]![0]];
      const items = [first?.items ?? [this.#texts(left, given)], second?.items ?? [this.#texts(right, given)]].flat();
      return [{ kind: 'list', items: items.slice(0, MOST_ITEMS) }];
    }
    if (before.length + behind.length === 0) return [];
    return joinedTexts([this.#texts(left, given), this.#texts(right, given)]);
  }

  /** `QStringList() << "item"`, `stream << "text"` */
  #streamed(left: SyntaxNode, right: SyntaxNode, given: Given | undefined): readonly Value[] {
    const before = this.#of(left, given).find(value => value.kind === 'list')?.items ?? [];
    return [{ kind: 'list', items: [...before, this.#orUnknown(right, given)].slice(0, MOST_ITEMS) }];
  }

  #operands(node: SyntaxNode): readonly SyntaxNode[] {
    return node.name === 'TupleExpression' ? childrenOf(node).filter(child => !isSign(child)) : [node];
  }

  #formatted(
    patterns: readonly Value[],
    format: Format,
    values: readonly SyntaxNode[],
    given: Given | undefined,
    named: (name: string) => SyntaxNode | undefined = () => undefined,
  ): readonly Value[] {
    const insertedAt = (key: number | string): readonly TextValue[] => {
      const node = typeof key === 'number' ? values[key] : named(key);
      return node ? textsAmong(this.#of(node, given)) : [];
    };
    return textsAmong(patterns).flatMap(({ text }) => formatted(text, format, insertedAt));
  }

  #choice(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    const parts = childrenOf(node).filter(child => !isSign(child) && child.name !== 'LogicOp');
    const isPython = node.getChild('if') !== null;
    const branches = isPython ? [parts[0], parts[2]] : parts.slice(-2);
    return branches.flatMap(branch =>
      branch ? this.#of(branch, given).map(value => ({ ...value, at: value.at ?? branch.from })) : [],
    );
  }

  #call(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    const [callee] = childrenOf(node).filter(child => !isSign(child));
    if (!callee) return [];
    const known = textFunction(writtenPath(callee, this.#outline), this.#outline.grammar.isC === true);
    return known ? this.#computed(known, node, callee, given) : this.#returned(node, callee, given);
  }

  #computed(what: TextFunction, node: SyntaxNode, callee: SyntaxNode, given: Given | undefined): readonly Value[] {
    const args = argumentsOf(node);
    const nodes = args.filter(({ name }) => name === undefined).map(({ value }) => value);
    const object = this.#outline.roleOf(callee) === 'member' ? callee.firstChild : undefined;
    const of = (from: SyntaxNode | null | undefined) => (from ? this.#of(from, given) : []);
    const into = (from: number) => this.#formatted(of(nodes[from]), 'printf', nodes.slice(from + 1), given);
    switch (what) {
      case 'argument':
        return of(nodes[0]);
      case 'object':
        return of(object).flatMap(value => (value.kind === 'list' ? this.#streamedText(value, callee, node) : [value]));
      case 'words of argument':
        return wordLists(of(nodes[0]));
      case 'words of object':
        return wordLists(of(object));
      case 'joined words':
        return this.#joined(of(nodes[0]), ' ', node);
      case 'joined':
        return this.#join(node, object, given);
      case 'path':
        return this.#joined([{ kind: 'list', items: nodes.map(part => this.#orUnknown(part, given)) }], '/', node);
      case 'printf':
        return into(0);
      case 'printf into':
        return into(1);
      case 'printf into limited':
        return into(2);
      case 'braces':
        return this.#formatted(of(nodes[0]), 'braces', nodes.slice(1), given);
      case 'braces of object':
        return this.#formatted(of(object), 'braces', nodes, given, name => namedArgument(args, name, this.#outline));
      case 'numbers of object':
        return this.#formatted(of(object), 'numbers', nodes, given);
      case 'list': {
        const lists = of(nodes[0]).filter(value => value.kind === 'list');
        return lists.length > 0 ? lists : [{ kind: 'list', items: nodes.map(item => this.#orUnknown(item, given)) }];
      }
      case 'longer list':
        return this.#extended(of(nodes[0]), nodes.slice(1), given);
      case 'otherwise':
        return of(nodes[1]);
    }
  }

  #extended(values: readonly Value[], more: readonly SyntaxNode[], given: Given | undefined): readonly Value[] {
    const items = more.flatMap(item => spread(this.#orUnknown(item, given)));
    return values.flatMap(value =>
      value.kind === 'list' ? [{ ...value, items: [...value.items, ...items].slice(0, MOST_ITEMS) }] : [],
    );
  }

  /** What has been put into a stream; a copy of a list is a list. */
  #streamedText(list: ListValue, callee: SyntaxNode, node: SyntaxNode): readonly Value[] {
    return /^(?:slice|copy)$/.test(definedName(callee, this.#outline) ?? '') ? [list] : this.#joined([list], '', node);
  }

  /** The items of a list as one text. */
  #joined(values: readonly Value[], between: string, { from, to }: SyntaxNode): readonly Value[] {
    return values.flatMap((value): readonly Value[] => {
      if (value.kind !== 'list') return [];
      const parts = value.items.flatMap((item, index) => {
        const separator: TextValue = { kind: 'text', text: [{ text: between, start: from, end: to }] };
        return index > 0 && between !== '' ? [[separator], textsAmong(item)] : [textsAmong(item)];
      });
      return joinedTexts(parts);
    });
  }

  /** What a function of the file gives, for what this call gives it. */
  #returned(node: SyntaxNode, callee: SyntaxNode, given: Given | undefined): readonly Value[] {
    const name = definedName(callee, this.#outline) ?? '';
    const [scope, ...others] = this.#outline.functions.get(name) ?? [];
    if (!scope || others.length > 0 || isInside(node, scope)) return [];
    const args = argumentsOf(node);
    const inner = new Map(
      scope.parameters.map(({ name: parameter, isRest, otherwise }, index) => {
        const values = args.length === 0 ? [] : this.#passed(node, { index, name: parameter, isRest }, given);
        return [`${scope.start} ${parameter}`, values.length > 0 || !otherwise ? values : this.#of(otherwise)];
      }),
    );
    return scope.returns.flatMap(value =>
      this.#of(value, inner.size > 0 ? inner : undefined).map(one => usedAt(one, rangeOf(node), value.from, undefined)),
    );
  }

  /** `" ".join(list)`, `list.join(" ")`, `strings.Join(list, " ")` */
  #join(node: SyntaxNode, object: SyntaxNode | null | undefined, given: Given | undefined): readonly Value[] {
    const args = argumentsOf(node).map(({ value }) => value);
    const candidates = [object, ...args].flatMap(candidate => (candidate ? [this.#of(candidate, given)] : []));
    const lists = candidates.flatMap(values => values.filter(value => value.kind === 'list'));
    const between = candidates.flatMap(values => textsAmong(values).flatMap(({ text }) => knownText(text) ?? []))[0];
    return this.#joined(lists.slice(0, 1), between ?? ',', node);
  }
}

function wordLists(values: readonly Value[]): readonly Value[] {
  return textsAmong(values).map(({ text, at }) => {
    const items = wordsIn(text).map((word): readonly Value[] => [{ kind: 'text', text: word }]);
    return { kind: 'list', items, at };
  });
}

function namedArgument(args: readonly ArgumentNode[], name: string, outline: Outline): SyntaxNode | undefined {
  return args.find(argument => argument.name && outline.textOf(argument.name) === name)?.value;
}

function spread(item: readonly Value[]): readonly (readonly Value[])[] {
  const [list] = item.filter(value => value.kind === 'list');
  return list ? list.items : [item];
}

function textsAmong(values: readonly Value[]): readonly TextValue[] {
  return values.filter(value => value.kind === 'text');
}

function rangeOf({ from, to }: SyntaxNode): { start: number; end: number } {
  return { start: from, end: to };
}

/** A value that has no place yet is its own. */
function homeOf(value: Value): number {
  if (value.kind === 'text') return value.text[0]?.start ?? 0;
  const [first] = value.kind === 'list' ? (value.items[0] ?? []) : [];
  return first ? homeOf(first) : 0;
}

function isInside({ from }: SyntaxNode, { start, end }: Scope): boolean {
  return from >= start && from < end;
}

export interface ArgumentNode {
  readonly name: SyntaxNode | undefined;
  readonly value: SyntaxNode;
  /** With the sign that spreads it. */
  readonly nodes: readonly SyntaxNode[];
}

/** Arguments of a call in their order. */
export function argumentsOf(call: SyntaxNode): readonly ArgumentNode[] {
  const list = childrenOf(call).find(({ name }) => /^(?:ArgList|Arguments|ArgumentList)$/.test(name));
  if (!list) return [];
  const inside = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')');
  return segmentsOf(inside).flatMap((segment): ArgumentNode[] => {
    const parts = segment[0]?.name === 'NamedArgument' ? childrenOf(segment[0]) : segment;
    const isNamed = parts.length > 2 && /^(?:AssignOp|:)$/.test(parts[1]!.name);
    const value = isNamed ? parts[2] : parts.find(part => !isSign(part) || part.name === 'this');
    return value ? [{ name: isNamed ? parts[0] : undefined, value, nodes: isNamed ? [value] : parts }] : [];
  });
}
