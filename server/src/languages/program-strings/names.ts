/** Names in a syntax tree: what something is called, and by which path. */
import type { SyntaxNode } from '@lezer/common';
import { childrenOf, isSign } from './grammar.ts';
import type { Parameter, Program } from './program.ts';

const last = new Set([
  'QualifiedType',
  'ClassMemberName',
  'QualifiedName',
  'ScopedTypeIdentifier',
  'ScopedNamespaceIdentifier',
]);

/** The last name of a target, a callee or a member; undefined if it has none. */
export function definedName(node: SyntaxNode, program: Program): string | undefined {
  const own = node.firstChild ? undefined : /^[$#]?([A-Za-z_]\w*|\$)$/.exec(program.textOf(node))?.[1];
  if (own !== undefined) return own;
  const parts = childrenOf(node).filter(child => !isSign(child));
  if (program.roleOf(node) === 'member' || last.has(node.name)) {
    const end = parts.at(-1);
    return end && !isIndexed(node) ? definedName(end, program) : undefined;
  }
  if (!/Declarator$|^Template(?:Function|Type)$/.test(node.name)) return undefined;
  for (const part of parts) {
    const name = definedName(part, program);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** `a[0]`, where the grammar has one node for it and for `a.b`. */
export function isIndexed(node: SyntaxNode): boolean {
  return node.firstChild?.nextSibling?.name === '[';
}

/** `a.b.c` as its names; the first one is empty where something without a name precedes them. */
export function writtenPath(node: SyntaxNode, program: Program): readonly string[] {
  const role = program.roleOf(node);
  if (role === 'self') return [program.textOf(node)];
  const name = definedName(node, program);
  if (name === undefined) return [''];
  const object = role === 'member' || last.has(node.name) ? childrenOf(node).find(child => !isSign(child)) : undefined;
  return object && object.to < node.to ? [...writtenPath(object, program), name] : [name];
}

const naming =
  /^(?:VariableName|VariableDefinition|PropertyDefinition|PrivatePropertyDefinition|DefName|FieldName|Name)$/;

export function functionName(node: SyntaxNode, program: Program): string | undefined {
  const children = childrenOf(node);
  const own = children.find(child => naming.test(child.name) || child.name === 'FunctionDeclarator');
  if (own && program.roleOf(own) !== 'parameters') return definedName(own, program);
  // `const run = command => ...`, `{ run: command => ... }`
  const { parent } = node;
  const before = node.prevSibling?.prevSibling;
  const isNamed = parent && before && /^(?:Equals|AssignOp|:|:=|=)$/.test(node.prevSibling!.name);
  return isNamed ? definedName(before, program) : undefined;
}

export function parametersOf(node: SyntaxNode, program: Program): readonly Parameter[] {
  const list = listOfParameters(node, program);
  if (!list) return [];
  const found = segmentsOf(childrenOf(list).filter(({ name }) => name !== '(' && name !== ')')).flatMap(segment =>
    parametersIn(segment, program),
  );
  return found[0] && program.grammar.selves.has(found[0].name) ? found.slice(1) : found;
}

/** The name of the object in a method of Go. */
export function receiverOf(node: SyntaxNode, program: Program): Parameter | undefined {
  if (node.name !== 'MethodDecl') return undefined;
  const [first] = node.getChildren('Parameters');
  return first && parametersIn(childrenOf(first), program)[0];
}

function listOfParameters(node: SyntaxNode, program: Program): SyntaxNode | undefined {
  const children = childrenOf(node).flatMap(child =>
    /FunctionDeclarator$/.test(child.name) ? childrenOf(child) : [child],
  );
  const name = children.findIndex(child => naming.test(child.name));
  return children.find((child, index) => index > name && program.roleOf(child) === 'parameters');
}

function parametersIn(segment: readonly SyntaxNode[], program: Program): readonly Parameter[] {
  const inner = segment.flatMap(node => (/Parameter(?:Declaration)?$/.test(node.name) ? childrenOf(node) : [node]));
  const sign = inner.findIndex(({ name }) => /^(?:AssignOp|Equals|=)$/.test(name));
  const otherwise =
    sign >= 0 ? inner[sign + 1] : segment[0]?.name === 'OptionalParameterDeclaration' ? inner.at(-1) : undefined;
  const isRest = inner.some(child => /^(?:\*{1,2}|\.{3}|Spread)$/.test(program.textOf(child)));
  const type = inner.findLast(({ name }) => /Type/.test(name));
  const names = inner
    .slice(0, sign < 0 ? undefined : sign)
    .filter(({ name }) => /^(?:VariableName|VariableDefinition|DefName|Identifier)$|Declarator$/.test(name));
  return (names[0]?.name === 'DefName' ? names : names.slice(0, 1)).map(name => ({
    name: definedName(name, program) ?? '',
    otherwise,
    isRest,
    type: type && program.textOf(type).replace(/^\*/, ''),
  }));
}

/** The nodes between commas. */
export function segmentsOf(nodes: readonly SyntaxNode[]): readonly (readonly SyntaxNode[])[] {
  const segments: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === ',') segments.push([]);
    else segments.at(-1)!.push(node);
  }
  return segments.filter(segment => segment.length > 0);
}
