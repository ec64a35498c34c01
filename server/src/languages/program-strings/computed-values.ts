/** Results of calls: of functions of libraries whose results are known, and of functions of the file. */
import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, namedArgument } from './arguments.ts';
import type { Evaluation, Given } from './evaluation.ts';
import { type Format, formatted } from './formats.ts';
import { childrenOf, isSign } from './grammar.ts';
import { definedName, writtenPath } from './names.ts';
import type { Scope } from './program.ts';
import { type TextFunction, textFunction } from './text-functions.ts';
import {
  joinedLists,
  joinedTexts,
  knownText,
  type ListValue,
  listsOf,
  originOf,
  rangeOf,
  type TextValue,
  textsAmong,
  usedAt,
  type Value,
  wordsIn,
} from './value.ts';

export class ComputedValues {
  readonly #in: Evaluation;

  constructor(evaluation: Evaluation) {
    this.#in = evaluation;
  }

  call(node: SyntaxNode, given: Given | undefined): readonly Value[] {
    const [callee] = childrenOf(node).filter(child => !isSign(child));
    if (!callee) return [];
    const known = textFunction(writtenPath(callee, this.#in.outline), this.#in.outline.grammar.isC === true);
    return known ? this.#computed(known, node, callee, given) : this.#returned(node, callee, given);
  }

  #computed(what: TextFunction, node: SyntaxNode, callee: SyntaxNode, given: Given | undefined): readonly Value[] {
    const args = argumentsOf(node);
    const nodes = args.filter(({ name }) => name === undefined).map(({ value }) => value);
    const object = this.#in.outline.roleOf(callee) === 'member' ? callee.firstChild : undefined;
    const of = (from: SyntaxNode | null | undefined) => (from ? this.#in.of(from, given) : []);
    const into = (from: number) => this.formatted(of(nodes[from]), 'printf', nodes.slice(from + 1), given);
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
        return this.#joined([{ kind: 'list', items: nodes.map(part => this.#in.orUnknown(part, given)) }], '/', node);
      case 'printf':
        return into(0);
      case 'printf into':
        return into(1);
      case 'printf into limited':
        return into(2);
      case 'braces':
        return this.formatted(of(nodes[0]), 'braces', nodes.slice(1), given);
      case 'braces of object':
        return this.formatted(of(object), 'braces', nodes, given, name => namedArgument(args, name, this.#in.outline));
      case 'numbers of object':
        return this.formatted(of(object), 'numbers', nodes, given);
      case 'list': {
        const lists = of(nodes[0]).filter(value => value.kind === 'list');
        return lists.length > 0 ? lists : [{ kind: 'list', items: nodes.map(item => this.#in.orUnknown(item, given)) }];
      }
      case 'longer list':
        return this.#extended(of(nodes[0]), nodes.slice(1), given);
      case 'otherwise':
        return of(nodes[1]);
    }
  }

  #extended(values: readonly Value[], more: readonly SyntaxNode[], given: Given | undefined): readonly Value[] {
    const lists = values.filter(value => value.kind === 'list');
    return joinedLists([lists, ...more.map(item => listsOf(this.#in.orUnknown(item, given)))]);
  }

  /** What was written to a stream; a copy of a list is a list. */
  #streamedText(list: ListValue, callee: SyntaxNode, node: SyntaxNode): readonly Value[] {
    return /^(?:slice|copy)$/.test(definedName(callee, this.#in.outline) ?? '')
      ? [list]
      : this.#joined([list], '', node);
  }

  /** The items of a list as one text. */
  #joined(values: readonly Value[], between: string, { from, to }: SyntaxNode): readonly Value[] {
    return values.flatMap((value): readonly Value[] => {
      if (value.kind !== 'list') return [];
      const parts = value.items.flatMap((item, index) => {
        const separator: TextValue = { kind: 'text', text: [{ text: between, start: from, end: to }] };
        return index > 0 && between !== '' ? [[separator], textsAmong(item)] : [textsAmong(item)];
      });
      return joinedTexts(parts).map(text => ({ ...text, ...originOf(text, value) }));
    });
  }

  /** The result of a function of the file for the arguments of this call. */
  #returned(node: SyntaxNode, callee: SyntaxNode, given: Given | undefined): readonly Value[] {
    const name = definedName(callee, this.#in.outline) ?? '';
    const [scope, ...others] = this.#in.outline.functions.get(name) ?? [];
    if (!scope || others.length > 0 || isInside(node, scope)) return [];
    const args = argumentsOf(node);
    const inner = new Map(
      scope.parameters.map(({ name: parameter, isRest, otherwise }, index) => {
        const values = args.length === 0 ? [] : this.#in.passed(node, { index, name: parameter, isRest }, given);
        return [`${scope.start} ${parameter}`, values.length > 0 || !otherwise ? values : this.#in.of(otherwise)];
      }),
    );
    return scope.returns.flatMap(value =>
      this.#in
        .of(value, inner.size > 0 ? inner : undefined)
        .map(one => usedAt(one, rangeOf(node), value.from, undefined)),
    );
  }

  /** `" ".join(list)`, `list.join(" ")`, `strings.Join(list, " ")` */
  #join(node: SyntaxNode, object: SyntaxNode | null | undefined, given: Given | undefined): readonly Value[] {
    const args = argumentsOf(node).map(({ value }) => value);
    const candidates = [object, ...args].flatMap(candidate => (candidate ? [this.#in.of(candidate, given)] : []));
    const [lists = []] = candidates
      .map(values => values.filter(value => value.kind === 'list'))
      .filter(({ length }) => length > 0);
    const between = candidates.flatMap(values => textsAmong(values).flatMap(({ text }) => knownText(text) ?? []))[0];
    return this.#joined(lists, between ?? ',', node);
  }

  formatted(
    patterns: readonly Value[],
    format: Format,
    values: readonly SyntaxNode[],
    given: Given | undefined,
    named: (name: string) => SyntaxNode | undefined = () => undefined,
  ): readonly Value[] {
    const insertedAt = (key: number | string): readonly TextValue[] => {
      const node = typeof key === 'number' ? values[key] : named(key);
      return node ? textsAmong(this.#in.of(node, given)) : [];
    };
    return textsAmong(patterns).flatMap(({ text }) => formatted(text, format, insertedAt));
  }
}

function wordLists(values: readonly Value[]): readonly Value[] {
  return textsAmong(values).map(({ text, at, calls }) => {
    const items = wordsIn(text).map((word): readonly Value[] => [{ kind: 'text', text: word }]);
    return { kind: 'list', items, at, calls };
  });
}

function isInside({ from }: SyntaxNode, { start, end }: Scope): boolean {
  return from >= start && from < end;
}
