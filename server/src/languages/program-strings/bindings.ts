/** Which statements may have given a name its value at a place where it is used. */

import type { SyntaxNode } from '@lezer/common';
import { firstIndex } from '../../text/first-index.ts';
import type { Outline } from './outline.ts';
import type { Binding, Parameter, Scope } from './program.ts';

export interface Reaching {
  readonly scope: Scope;
  readonly bindings: readonly Binding[];
  /** Its value may be an argument of a call. */
  readonly parameter: { readonly index: number; readonly of: Parameter } | undefined;
  /** The use is in the same function, or both are outside of all functions. */
  readonly isLocal: boolean;
}

/** Statements before a use that are looked at: a file of nothing else must not take long. */
const NEAREST = 16;

export function reaching(name: string, use: SyntaxNode, outline: Outline): Reaching | undefined {
  const { grammar } = outline;
  const innermost = outline.scopeAt(use.from);
  let isLocal = true;
  for (let scope: Scope | undefined = innermost; scope; scope = scope.outer) {
    const isHidden = scope.kind === 'class' && scope !== innermost && !grammar.seesFields;
    const found = isHidden ? undefined : inScope(name, use, { scope, isLocal }, outline);
    if (found) return found;
    if (scope.kind === 'function') isLocal = false;
  }
  return undefined;
}

function inScope(
  name: string,
  use: SyntaxNode,
  { scope, isLocal }: { readonly scope: Scope; readonly isLocal: boolean },
  outline: Outline,
): Reaching | undefined {
  const index = scope.parameters.findIndex(parameter => parameter.name === name);
  const known = scope.names.get(name) ?? [];
  const before = isLocal
    ? known.slice(
        0,
        firstIndex(known.length, index => known[index]!.start >= use.from),
      )
    : known;
  const near = before.slice(-NEAREST).filter(binding => !isLocal || mayReach(binding, use, outline));
  if (near.length === 0 && index < 0) return undefined;
  const end = isLocal ? use.from : scope.end;
  const bindings = near.filter(
    (binding, at) => !near.slice(at + 1).some(later => replaces(later, binding, end, outline)),
  );
  const isReplaced = near.some(binding => binding.kind !== 'adds' && blockOf(binding, outline).from <= scope.start);
  const isCertain = isLocal && near.some(binding => isAround(blockOf(binding, outline), end));
  const parameter = index < 0 || isReplaced || isCertain ? undefined : { index, of: scope.parameters[index]! };
  return { scope, bindings, parameter, isLocal };
}

/** It is before the use, and not in another branch of a decision. */
function mayReach({ kind, node, value }: Binding, use: SyntaxNode, outline: Outline): boolean {
  if (kind === 'loops' && isAround(node, use.from) && value.to > use.from && value.from <= use.from) return false;
  // The body of a comprehension precedes its loop.
  if (kind === 'loops' && isAround(node, use.from)) return true;
  if (value.to > use.from || (kind === 'adds' && node.to > use.from)) return false;
  let part: SyntaxNode = node;
  for (let around = node.parent; around; part = around, around = around.parent) {
    if (!isAround(around, use.from)) continue;
    const isBranch = outline.roleOf(around) === 'decision' && around.firstChild?.nextSibling?.from !== part.from;
    return !(isBranch && outline.roleOf(part) === 'block');
  }
  return true;
}

/** Whether it is in the same list of statements, or in one around it or around the use. */
function replaces(later: Binding, earlier: Binding, use: number, outline: Outline): boolean {
  if (later.node === earlier.node || later.start === earlier.start) return false;
  const block = blockOf(later, outline);
  return isAround(block, earlier.start) || isAround(block, use);
}

function blockOf({ node, kind }: Binding, outline: Outline): SyntaxNode {
  if (kind === 'loops') return loopAround(node);
  let block = node;
  while (block.parent && outline.roleOf(block) !== 'block') block = block.parent;
  return block;
}

/** The head of a loop is a separate node in some languages. */
function loopAround(node: SyntaxNode): SyntaxNode {
  return /^(?:ForOfSpec|RangeClause|ForSpec)$/.test(node.name) ? (node.parent ?? node) : node;
}

function isAround({ from, to }: SyntaxNode, offset: number): boolean {
  return from <= offset && offset < to;
}
