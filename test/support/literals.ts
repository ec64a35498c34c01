/**
 * All strings, parts of templates, regular expressions and keys of objects in a TypeScript file, without names of modules
 * and without the `example` of a language.
 */
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
  const left = new Set<number>();
  const add = (text: string, start: number) => {
    if (!left.has(start)) found.push({ text, line: source.slice(0, start).split('\n').length });
  };
  const visitor = new Visitor({
    ImportDeclaration: node => void left.add(node.source.start),
    ImportExpression: node => void left.add(node.source.start),
    ExportNamedDeclaration: node => void (node.source && left.add(node.source.start)),
    ExportAllDeclaration: node => void left.add(node.source.start),
    Property: node => {
      if (node.key.type !== 'Identifier' || node.computed || node.shorthand) return;
      add(node.key.name, node.key.start);
      if (node.key.name === 'example' && node.value.type === 'Literal') left.add(node.value.start);
    },
    TemplateElement: node => add(node.value.cooked ?? node.value.raw, node.start),
    Literal: node => {
      if ('regex' in node) add(node.regex.pattern, node.start);
      else if (typeof node.value === 'string') add(node.value, node.start);
    },
  });
  visitor.visit(program);
  return found;
}
