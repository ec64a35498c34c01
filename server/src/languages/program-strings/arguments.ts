/** The arguments of a call, as nodes of its syntax tree. */
import type { SyntaxNode } from '@lezer/common';
import { childrenOf, isSign } from './grammar.ts';
import { segmentsOf } from './names.ts';
import type { Program } from './program.ts';

export interface ArgumentNode {
  readonly name: SyntaxNode | undefined;
  readonly value: SyntaxNode;
  /** Includes the sign that spreads it. */
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

export function namedArgument(args: readonly ArgumentNode[], name: string, program: Program): SyntaxNode | undefined {
  return args.find(argument => argument.name && program.textOf(argument.name) === name)?.value;
}
