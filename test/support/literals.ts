/** All strings, parts of templates, regular expressions and keys of objects in a TypeScript file, without names of modules. */
import { parseSync, Visitor } from 'oxc-parser';

export interface Literal {
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
}

export function literalsOf(path: string, source: string): readonly Literal[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  const found: Literal[] = [];
  const modules = new Set<number>();
  const add = (text: string, start: number) => {
    if (!modules.has(start)) found.push({ text, line: source.slice(0, start).split('\n').length });
  };
  const visitor = new Visitor({
    ImportDeclaration: node => void modules.add(node.source.start),
    ImportExpression: node => void modules.add(node.source.start),
    ExportNamedDeclaration: node => void (node.source && modules.add(node.source.start)),
    ExportAllDeclaration: node => void modules.add(node.source.start),
    Property: node =>
      void (node.key.type === 'Identifier' && !node.computed && !node.shorthand && add(node.key.name, node.key.start)),
    TemplateElement: node => add(node.value.cooked ?? node.value.raw, node.start),
    Literal: node => {
      if ('regex' in node) add(node.regex.pattern, node.start);
      else if (typeof node.value === 'string') add(node.value, node.start);
    },
  });
  visitor.visit(program);
  return found;
}
