/** The path by which a function is called; local names of modules and functions are resolved. */
import type { SyntaxNode } from '@lezer/common';
import { argumentsOf } from './arguments.ts';
import { reaching } from './bindings.ts';
import { childrenOf, isSign } from './grammar.ts';
import { moduleName } from './javascript.ts';
import { definedName, writtenPath } from './names.ts';
import type { Outline } from './outline.ts';

/** A name of a name of a name: nobody looks further. */
const DEEPEST = 4;

export function calledPath(callee: SyntaxNode, outline: Outline, depth = 0): readonly string[] {
  const path = writtenPath(callee, outline);
  const [first = '', ...rest] = path;
  const imported = outline.imported.get(first);
  if (imported) return [...imported, ...rest];
  if (first === '' || depth > DEEPEST) return path;
  let name = callee;
  while (outline.roleOf(name) === 'member' && name.firstChild) name = name.firstChild;
  if (outline.roleOf(name) !== 'name') return path;
  const bindings = reaching(first, name, outline)?.bindings ?? [];
  const [binding] = bindings;
  const found =
    bindings.length === 1 && binding!.kind === 'is' ? namedBy(binding!.value, outline, depth + 1) : undefined;
  if (!found) return path;
  return [...found, ...(typeof binding!.part === 'string' ? [binding!.part] : []), ...rest];
}

/** `require("child_process").exec`, `promisify(exec)`, `partial(subprocess.run, check=True)` */
function namedBy(value: SyntaxNode, outline: Outline, depth: number): readonly string[] | undefined {
  const role = outline.roleOf(value);
  if (role === 'name') return calledPath(value, outline, depth);
  if (role === 'wrapped') {
    const inside = childrenOf(value).find(child => !isSign(child));
    return inside && namedBy(inside, outline, depth);
  }
  if (role === 'member') {
    const [object] = childrenOf(value).filter(child => !isSign(child));
    const name = definedName(value, outline);
    const before = object && name !== undefined ? namedBy(object, outline, depth) : undefined;
    return before && [...before, name!];
  }
  if (role !== 'call') return undefined;
  const [callee] = childrenOf(value).filter(child => !isSign(child));
  const called = callee && definedName(callee, outline);
  const argument = argumentsOf(value)[0]?.value;
  if (!argument) return undefined;
  if (called === 'require') return [moduleName(outline.textOf(argument).slice(1, -1))];
  return called === 'promisify' || called === 'partial' ? namedBy(argument, outline, depth) : undefined;
}
