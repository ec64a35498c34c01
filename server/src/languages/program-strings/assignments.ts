/** Statements that give names their values: assignments, declarations, loops, and calls that add to a list. */
import type { SyntaxNode } from '@lezer/common';
import { childrenOf, isSign } from './grammar.ts';
import { definedName, segmentsOf } from './names.ts';
import type { Binding, Program } from './program.ts';

export interface Assignment extends Binding {
  readonly target: SyntaxNode;
}

type Named = Binding & { readonly name: string };

const sign = /^(?:AssignOp|Equals|=|:=|UpdateOp)$/;

export function assignmentsOf(node: SyntaxNode, program: Program): readonly Assignment[] {
  const children = childrenOf(node);
  switch (program.roleOf(node)) {
    case 'targets':
      return targets(node, children, program);
    case 'declarators':
      return segmentsOf(children).flatMap(segment => targets(node, segment, program));
    case 'pair':
      return pair(node, children, program);
    case 'define': {
      const [, target, value, ...others] = children.filter(child => program.roleOf(child) !== 'comment');
      const isConstant = value?.name === 'PreprocArg' && others.length === 0;
      return target && isConstant ? [{ kind: 'is', target, value, node, start: node.from }] : [];
    }
    default:
      return [];
  }
}

function targets(node: SyntaxNode, children: readonly SyntaxNode[], program: Program): readonly Assignment[] {
  const signs = children.flatMap((child, index) => (sign.test(child.name) ? [index] : []));
  const end = signs.at(-1);
  if (end === undefined) return [];
  const kind = kindOf(children[end]!, program);
  if (!kind) return [];
  const values = segmentsOf(children.slice(end + 1).filter(({ name }) => name !== ';')).map(segment => segment[0]!);
  const [first] = values;
  if (!first) return [];
  return signs.flatMap((at, index) => {
    const side = children.slice(index === 0 ? 0 : signs[index - 1]! + 1, at);
    const places = side.filter(child => !isSign(child) && !/Type/.test(child.name));
    return places.flatMap((target, position): Assignment[] => {
      const value = values.length === places.length ? values[position]! : first;
      const isPart = values.length < places.length;
      if (/Pattern$/.test(target.name)) return patternParts(target, { kind, value, node, start: node.from }, program);
      // When a function of Go returns several values, the first one is the value.
      if (isPart && node.name === 'VarDecl' && position > 0) return [];
      const part = isPart && !/^(?:VarDecl|Assignment)$/.test(node.name) ? { part: position } : {};
      return [{ kind, target, value, ...part, node, start: node.from }];
    });
  });
}

function kindOf(operator: SyntaxNode, program: Program): Binding['kind'] | undefined {
  if (operator.name !== 'UpdateOp') return 'is';
  return /^[+.]=$/.test(program.textOf(operator)) ? 'adds' : undefined;
}

/** `const { exec: run } = ...`, `const [a, b] = ...` */
function patternParts(pattern: SyntaxNode, binding: Binding, program: Program): Assignment[] {
  return segmentsOf(childrenOf(pattern).filter(child => !/^[[\]{}]$/.test(child.name))).flatMap(([item], index) => {
    if (!item) return [];
    const parts = item.name === 'PatternProperty' ? childrenOf(item).filter(child => !isSign(child)) : [item];
    const target = parts.at(-1)!;
    const name = definedName(parts[0]!, program);
    if (target.name !== 'VariableDefinition' || name === undefined) return [];
    return [{ ...binding, target, part: pattern.name === 'ArrayPattern' ? index : name }];
  });
}

function pair(node: SyntaxNode, children: readonly SyntaxNode[], program: Program): readonly Assignment[] {
  const operator = children.find(child => sign.test(child.name));
  const kind = operator ? kindOf(operator, program) : 'is';
  const parts = children.filter(child => !isSign(child) && !sign.test(child.name));
  const [target, value] = parts.slice(-2);
  if (!kind || !target || !value || isTarget(value, node)) return [];
  // `$list[] = "item"`
  const isItem = program.roleOf(target) === 'index' && childrenOf(target).length === 3;
  const named = isItem ? target.firstChild! : target;
  return [
    {
      kind: isItem ? 'adds' : kind,
      isItem,
      target: named,
      value: initial(value, node, program),
      node,
      start: node.from,
    },
  ];
}

/** `char *name;` in a class has no value. */
function isTarget(value: SyntaxNode, { name }: SyntaxNode): boolean {
  return name === 'FieldDeclaration' && /Declarator$|^FieldIdentifier$/.test(value.name);
}

/** `std::string a("b")`, `std::string a{"b"}` */
function initial(value: SyntaxNode, node: SyntaxNode, program: Program): SyntaxNode {
  const isOfText = () => /(?:string(?:_view)?|QString)$/.test(program.textOf(node.prevSibling ?? node));
  const inside = childrenOf(value).filter(child => !isSign(child));
  const isAlone = value.name === 'ArgumentList' || (value.name === 'InitializerList' && isOfText());
  return isAlone && inside.length === 1 ? inside[0]! : value;
}

/** `for NAME in LIST`, `for (const NAME of LIST)`, `for _, NAME := range LIST`, `foreach (LIST as NAME)` */
export function loopOf(node: SyntaxNode, program: Program): readonly Named[] {
  const children = childrenOf(node);
  const found: Named[] = [];
  children.forEach((child, index) => {
    if (child.name === 'in' || child.name === 'of')
      found.push(
        ...loopNames(between(children, index, ['for', 'const', 'let', 'var']), children[index + 1], node, program),
      );
    if (child.name === 'as')
      found.push(...loopNames([lastOf(children[index + 1])], children[index - 1], node, program));
    if (child.name === 'range') {
      const names = between(children, index, []).filter(({ name }) => name === 'DefName' || name === 'VariableName');
      if (names.length === 2) found.push(...loopNames([names[1]], children[index + 1], node, program));
    }
  });
  if (node.name !== 'ForRangeLoop') return found;
  const end = children.findIndex(({ name }) => name === ')');
  return loopNames([children[end - 2]], children[end - 1], node, program);
}

function between(children: readonly SyntaxNode[], end: number, keywords: readonly string[]): readonly SyntaxNode[] {
  const before = children.slice(0, end);
  return before
    .slice(before.findLastIndex(({ name }) => keywords.includes(name)) + 1)
    .filter(child => child.name !== ',');
}

/** The value of a pair of key and value. */
function lastOf(node: SyntaxNode | undefined): SyntaxNode | undefined {
  return node?.name === 'Pair' ? (node.lastChild ?? undefined) : node;
}

function loopNames(
  targets: readonly (SyntaxNode | undefined)[],
  value: SyntaxNode | undefined,
  node: SyntaxNode,
  program: Program,
): Named[] {
  const places = targets.flatMap(target =>
    target && /Pattern$|Tuple/.test(target.name) ? itemsIn(target) : (target ?? []),
  );
  if (!value) return [];
  return places.flatMap((target, index): Named[] => {
    const name = definedName(target, program);
    const part = places.length > 1 ? { part: index } : {};
    return name === undefined ? [] : [{ kind: 'loops', name, value, ...part, node, start: node.from }];
  });
}

function itemsIn(node: SyntaxNode): readonly SyntaxNode[] {
  return childrenOf(node).filter(child => !isSign(child));
}

const adding = /^(?:append|push|push_back|emplace_back|add|extend)$/;

/** `list.append("item")`, `list.extend([...])`, `list << "item"` */
export function additionOf(node: SyntaxNode, program: Program): Named | undefined {
  if (program.grammar.isC) {
    const written = writtenInto(node, program);
    if (written) return written;
  }
  const [callee, args] = childrenOf(node).filter(child => !isSign(child));
  if (!callee || !args || program.roleOf(callee) !== 'member') return undefined;
  const method = definedName(callee, program) ?? '';
  const object = callee.firstChild;
  const name = object && program.roleOf(object) === 'name' ? definedName(object, program) : undefined;
  const value = childrenOf(args).find(child => !isSign(child));
  if (!adding.test(method) || name === undefined || !value) return undefined;
  return { kind: 'adds', isItem: method !== 'extend', name, value, node, start: node.from };
}

/** `T{name: "value"}` */
export function fieldsIn(node: SyntaxNode, program: Program): readonly Named[] {
  return (node.lastChild?.getChildren('Element') ?? []).flatMap((element): Named[] => {
    const key = element.getChild('Key')?.firstChild;
    const name = key && definedName(key, program);
    const value = element.lastChild;
    return name && value && value.name !== 'Key' ? [{ kind: 'is', name, value, node, start: node.from }] : [];
  });
}

const copies = /^(?:strcpy|strncpy|strlcpy|s?n?printf|asprintf)$/;

/** In C, `snprintf(NAME, SIZE, "format", ...)` and `strcat(NAME, "text")` */
function writtenInto(node: SyntaxNode, program: Program): Named | undefined {
  const [callee, args] = childrenOf(node).filter(child => !isSign(child));
  const method = callee && definedName(callee, program);
  const [target, text] = args ? childrenOf(args).filter(child => !isSign(child)) : [];
  if (!method || !target || !text) return undefined;
  const name = definedName(target.name === 'PointerExpression' ? target.lastChild! : target, program);
  if (name === undefined) return undefined;
  const place = { name, node, start: node.from };
  if (/^str(?:n|l)?cat$/.test(method)) return { kind: 'adds', value: text, ...place };
  return copies.test(method) ? { kind: 'is', value: method.endsWith('printf') ? node : text, ...place } : undefined;
}

export function streamedInto(node: SyntaxNode, program: Program): Named | undefined {
  if (node.name !== 'BinaryExpression' || node.parent?.name !== 'ExpressionStatement') return undefined;
  let left: SyntaxNode = node;
  while (program.roleOf(left) === 'binary' && left.firstChild) {
    if (!childrenOf(left).some(child => program.textOf(child) === '<<')) return undefined;
    left = left.firstChild;
  }
  const name = program.roleOf(left) === 'name' ? definedName(left, program) : undefined;
  return name === undefined ? undefined : { kind: 'is', name, value: node, node, start: node.from };
}
