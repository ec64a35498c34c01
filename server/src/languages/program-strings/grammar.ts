/** What the reader of programs must know of a language: the nodes of its syntax tree, and how it writes strings. */
import type { SyntaxNode, Tree } from '@lezer/common';

/** What a node means to the reader; all others are only traversed. */
export type Role =
  // Expressions.
  | 'string'
  /** Strings beside each other, which are one. */
  | 'strings'
  /** A command line that a shell runs, as a literal. */
  | 'shell'
  | 'list'
  /** A value with its type: `[]string{"a"}`, `exec.Cmd{Path: "a"}`. */
  | 'typed'
  | 'object'
  | 'call'
  | 'tagged'
  | 'name'
  | 'self'
  | 'member'
  | 'index'
  /** Has the value of its content. */
  | 'wrapped'
  | 'binary'
  | 'choice'
  // Nodes that introduce names.
  | 'function'
  | 'class'
  | 'parameters'
  /** `A = B = VALUE`, `a, b = VALUE, VALUE`. */
  | 'targets'
  /** `A = VALUE, B = VALUE`. */
  | 'declarators'
  /** A target and a value alone, whatever is between them. */
  | 'pair'
  | 'define'
  | 'loop'
  | 'return'
  | 'import'
  // Nodes that decide when something runs.
  | 'block'
  | 'decision'
  /** Separates what is before it from what is after it. */
  | 'turn'
  | 'comment'
  /** Text of another language around the program. */
  | 'foreign';

/** How a string is written. */
export interface Quoting {
  /** The beginning, up to the first character of the text; `end` closes it. */
  readonly opening: RegExp;
  readonly end: (opening: RegExpExecArray) => string;
  /** What a backslash does: it always begins an escape; it stays where it begins none; it quotes quotes; nothing. */
  readonly escapes: 'all' | 'known' | 'quotes' | 'none';
  /** Insertions that are not separate nodes. */
  readonly holes?: RegExp;
}

export interface SourceGrammar {
  readonly parse: (text: string) => Tree;
  readonly roles: ReadonlyMap<string, Role>;
  readonly quotings: readonly Quoting[];
  /** The node of adjacent strings without nodes of their own, and a pattern for one with the blanks around it. */
  readonly bareStrings?: { readonly node: string; readonly pattern: RegExp };
  /** Nodes in a string that insert the value of an expression. */
  readonly holes: ReadonlySet<string>;
  /** The node of a string in which a brace is written twice. */
  readonly doublesBraces?: string;
  /** `self`, `this`, and other names of classes. */
  readonly selves: ReadonlySet<string>;
  /** Argument lists end with a null pointer, and texts are written into the first argument. */
  readonly isC?: true;
  /** Fields of a class can be used without `this`. */
  readonly seesFields?: true;
  /** The names under which it imports modules. */
  readonly imports: (node: SyntaxNode, textOf: TextOf) => readonly ImportedName[];
}

export type TextOf = (node: SyntaxNode) => string;

export interface ImportedName {
  readonly module: string;
  /** Absent where no name is introduced. */
  readonly name?: string | undefined;
  /** The part of the module with that name; absent for the module itself. */
  readonly member?: string | undefined;
}

/** `{ string: 'String FormatString' }`: the nodes of each role. */
export function rolesOf(nodes: Partial<Record<Role, string>>): ReadonlyMap<string, Role> {
  return new Map(
    Object.entries(nodes).flatMap(([role, names]) => names.split(' ').map(name => [name, role as Role] as const)),
  );
}

/** Its parts in order, without those that the parser could not read. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (!child.type.isError) children.push(child);
  return children;
}

/** The nodes of signs and keywords have names without letters, or in lower case. */
export function isSign(node: SyntaxNode): boolean {
  return !/^[A-Z]/.test(node.name) && node.name !== 'this';
}
