/** The values of a program's expressions, as far as its text says. Never runs anything. */
import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, namedArgument } from './arguments.ts';
import { ComputedValues } from './computed-values.ts';
import type { Evaluation, Given, PassedTo } from './evaluation.ts';
import { childrenOf, isSign } from './grammar.ts';
import { literalParts } from './literals.ts';
import { NamedValues } from './named-values.ts';
import { definedName, isIndexed, segmentsOf } from './names.ts';
import type { Outline } from './outline.ts';
import {
  joinedLists,
  joinedTexts,
  knownText,
  type ListValue,
  listsOf,
  MOST_ITEMS,
  MOST_VALUES,
  type TextValue,
  textsAmong,
  unknownText,
  usedAt,
  type Value,
} from './value.ts';

/** Functions in functions, names of names: nobody goes deeper. */
const DEEPEST = 60;
/** For one call, so that no text takes long. */
const MOST_STEPS = 4000;

export class Values implements Evaluation {
  readonly outline: Outline;
  readonly #named = new NamedValues(this);
  readonly #computed = new ComputedValues(this);
  readonly #known = new Map<string, readonly Value[]>();
  #depth = 0;
  #steps = 0;

  constructor(outline: Outline) {
    this.outline = outline;
  }

  /** All values that an expression can have; none where they are known only at run time. */
  of(node: SyntaxNode, given?: Given): readonly Value[] {
    if (this.#depth === 0) this.#steps = 0;
    if (this.#depth > DEEPEST || this.#steps++ > MOST_STEPS) return [];
    const key = `${node.from} ${node.to} ${node.name}`;
    const known = given ? undefined : this.#known.get(key);
    if (known) return known;
    // A value that depends on itself has none.
    if (!given) this.#known.set(key, []);
    this.#depth++;
    const found = this.#read(node, given).slice(0, MOST_VALUES);
    this.#depth--;
    if (!given) this.#known.set(key, found);
    return found;
  }

  #read(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    switch (this.outline.roleOf(node)) {
      case 'string':
      case 'shell':
        return this.#string(node, given);
      case 'strings':
        return joinedTexts(childrenOf(node).map(child => this.texts(child, given)));
      case 'list':
        return this.#list(node, given);
      case 'typed':
        return node.lastChild ? this.of(node.lastChild, given) : [];
      case 'object':
        return [{ kind: 'object', members: this.#members(node) }];
      case 'name':
        return this.#named.name(definedName(node, this.outline) ?? '', node, given);
      case 'member':
        return isIndexed(node) ? this.#named.index(node, given) : this.#named.member(node, given);
      case 'index':
        return this.#named.index(node, given);
      case 'wrapped':
        return this.#wrapped(node, given);
      case 'binary':
        return this.#binary(node, given);
      case 'choice':
        return this.#choice(node, given);
      case 'call':
        return this.#computed.call(node, given);
      default:
        return [];
    }
  }

  texts(node: SyntaxNode, given?: Given): readonly TextValue[] {
    const texts = textsAmong(this.of(node, given));
    return texts.length > 0 ? texts : [{ kind: 'text', text: unknownText(node, this.outline.text) }];
  }

  #string(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    const parts = literalParts(node, this.outline.text, this.outline.grammar);
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
      const written = this.outline.text.slice(start, end);
      const name = /^(?:\$|\{\$|\$\{)(\w+)\}?$/.exec(written)?.[1];
      const field = /^\{?\$this->(\w+)\}?$/.exec(written)?.[1];
      if (field !== undefined) return this.#named.field(this.outline.ownClass(node.from), field, node);
      return name === undefined ? [] : this.#named.name(name, node, given);
    }
    // A format changes the value.
    const [inside, ...others] = childrenOf(hole).filter(child => !isSign(child) && !/^Interpolation/.test(child.name));
    return inside && others.length === 0 ? this.of(inside, given) : [];
  }

  /** Items, or the named members. */
  #list(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    const children = childrenOf(node).filter(({ name }) => !/^(?:[[\](){}]|array)$/.test(name));
    const [first] = children;
    if (first?.name === 'ValueList') return this.#list(first, given);
    if (first?.name === 'Pair' || first?.getChild('Key')) return [{ kind: 'object', members: this.#members(node) }];
    const segments = segmentsOf(children).slice(0, MOST_ITEMS);
    return joinedLists(segments.map(segment => this.#items(segment, given)));
  }

  /** The values of a list item or argument: several items if it is spread, none if it ends the list. */
  #items(segment: readonly SyntaxNode[], given: Given | undefined): readonly ListValue[] {
    const [first, second] = segment.flatMap(node =>
      /^(?:Element|SpreadArgument)$/.test(node.name) ? childrenOf(node) : [node],
    );
    if (!first || /^(?:NULL|nullptr)$/.test(first.name)) return [{ kind: 'list', items: [] }];
    const isSpread = second !== undefined && /^(?:\*|Spread|\.{3})$/.test(first.name);
    if (!isSpread) return [{ kind: 'list', items: [this.orUnknown(first, given)] }];
    const lists = this.of(second, given).filter(value => value.kind === 'list');
    return listsOf(lists.length > 0 ? lists : [{ kind: 'text', text: unknownText(second, this.outline.text) }]);
  }

  orUnknown(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    const values = this.of(node, given);
    return values.length > 0 ? values : [{ kind: 'text', text: unknownText(node, this.outline.text) }];
  }

  #members(node: SyntaxNode): ReadonlyMap<string, SyntaxNode> {
    const members = new Map<string, SyntaxNode>();
    for (const segment of segmentsOf(childrenOf(node).filter(({ name }) => !/^[[\](){}]$/.test(name)))) {
      const [only] = segment;
      const parts = segment.length === 1 && only ? childrenOf(only) : segment;
      const [key, value] = parts.filter(part => !isSign(part));
      if (!key) continue;
      const name = this.keyOf(key.name === 'Key' ? key.firstChild! : key);
      if (name !== undefined) members.set(name, value ?? key);
    }
    return members;
  }

  keyOf(key: SyntaxNode): string | undefined {
    if (this.outline.roleOf(key) !== 'string') return definedName(key, this.outline);
    const [value] = this.of(key);
    return value?.kind === 'text' ? knownText(value.text) : undefined;
  }

  #wrapped(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    const inside = childrenOf(node).filter(child => !isSign(child));
    if (node.name === 'UserDefinedLiteral' && isApart(inside)) return this.#beside(inside, given);
    const isFirst = /^(?:PostfixExpression|UserDefinedLiteral)$/.test(node.name);
    const value = isFirst ? inside[0] : inside.at(-1);
    return value ? this.of(value, given) : [];
  }

  #binary(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    const parts = childrenOf(node);
    const [left, operator, right] = parts;
    if (!left || !operator) return [];
    if (!right) return this.outline.grammar.isC && !isSign(operator) ? this.#beside(parts, given) : [];
    switch (this.outline.textOf(operator)) {
      case 'as':
      case 'satisfies':
        return this.of(left, given);
      case 'or':
      case '||':
      case '??':
        return [...this.of(left, given), ...this.of(right, given)].map(value => ({
          ...value,
          at: value.at ?? node.from,
        }));
      case '<<':
        return this.#streamed(left, right, given);
      case '%':
        return this.#computed.formatted(this.of(left, given), 'printf', this.#operands(right), given);
      case '+':
      case '.':
        return this.#sum(left, right, given);
      default:
        return [];
    }
  }

  /** `"mender " COMMAND`: the preprocessor replaces the name with a text. */
  #beside(parts: readonly SyntaxNode[], given: Given | undefined): readonly Value[] {
    return joinedTexts(parts.map(part => this.texts(part, given)));
  }

  #sum(left: SyntaxNode, right: SyntaxNode, given: Given | undefined): readonly Value[] {
    const [before, after] = [this.of(left, given), this.of(right, given)];
    if (before.length + after.length === 0) return [];
    const texts = [this.texts(left, given), this.texts(right, given)];
    const isList = [...before, ...after].some(({ kind }) => kind === 'list');
    if (!isList) return joinedTexts(texts);
    return joinedLists(
      [before, after].map((values, side) =>
        listsOf([...values.filter(({ kind }) => kind === 'list'), ...texts[side]!]),
      ),
    );
  }

  /** `QStringList() << "item"`, `stream << "text"` */
  #streamed(left: SyntaxNode, right: SyntaxNode, given: Given | undefined): readonly Value[] {
    const before = this.of(left, given).filter(value => value.kind === 'list');
    const item: ListValue = { kind: 'list', items: [this.orUnknown(right, given)] };
    return joinedLists(before.length > 0 ? [before, [item]] : [[item]]);
  }

  #operands(node: SyntaxNode): readonly SyntaxNode[] {
    return node.name === 'TupleExpression' ? childrenOf(node).filter(child => !isSign(child)) : [node];
  }

  #choice(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    const parts = childrenOf(node).filter(child => !isSign(child) && child.name !== 'LogicOp');
    const isPython = node.getChild('if') !== null;
    const branches = isPython ? [parts[0], parts[2]] : parts.slice(-2);
    return branches.flatMap(branch =>
      branch ? this.of(branch, given).map(value => ({ ...value, at: value.at ?? branch.from })) : [],
    );
  }

  /** The argument of a call for a parameter. */
  passed(node: SyntaxNode, { index, name, isRest }: PassedTo, given?: Given): readonly Value[] {
    const args = argumentsOf(node);
    const rest = args.filter(argument => argument.name === undefined).slice(index);
    if (isRest) return joinedLists(rest.map(({ nodes }) => this.#items(nodes, given)));
    const value = namedArgument(args, name, this.outline) ?? rest[0]?.value;
    return value ? this.of(value, given) : [];
  }
}

/** Unlike `"text"s`, whose suffix belongs to the string. */
function isApart([text, name]: readonly SyntaxNode[]): boolean {
  return text !== undefined && name !== undefined && text.to < name.from;
}
