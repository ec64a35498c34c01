/** What the reader of programs has to know of a language: the nodes of its syntax tree, and how it writes strings. */
import type { SyntaxNode, Tree } from '@lezer/common';

/** What a node is to the reader; all others are only gone through. */
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
  /** Worth what is in it. */
  | 'wrapped'
  | 'binary'
  | 'choice'
  // What makes names.
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
  // What says when something is run.
  | 'block'
  | 'decision'
  /** Tells what is before it from what is after it. */
  | 'turn'
  | 'comment'
  /** Text of another language around the program. */
  | 'foreign';

/** How a string is written. */
export interface Quoting {
  /** The beginning, up to the first character of its text; `end` is what closes it. */
  readonly opening: RegExp;
  readonly end: (opening: RegExpExecArray) => string;
  /** What a backslash does: it begins an escape sequence; it is left where it makes none; it quotes quotes; nothing. */
  readonly escapes: 'all' | 'known' | 'quotes' | 'none';
  /** Values that are put in and have no node of their own. */
  readonly holes?: RegExp;
}

export interface SourceGrammar {
  readonly parse: (text: string) => Tree;
  readonly roles: ReadonlyMap<string, Role>;
  readonly quotings: readonly Quoting[];
  /** The node of strings beside each other that have no nodes of their own, and one with the blanks around it. */
  readonly bareStrings?: { readonly node: string; readonly pattern: RegExp };
  /** Nodes in a string that put in the value of an expression. */
  readonly holes: ReadonlySet<string>;
  /** The node of a string in which braces stand twice for themselves. */
  readonly doublesBraces?: string;
  /** `self`, `this`, and classes by other names. */
  readonly selves: ReadonlySet<string>;
  /** Lists of arguments end with a null pointer, and texts are written into what is given first. */
  readonly isC?: true;
  /** Fields of a class have no need of `this`. */
  readonly seesFields?: true;
  /** What its modules are imported as. */
  readonly imports: (node: SyntaxNode, textOf: TextOf) => readonly ImportedName[];
}

export type TextOf = (node: SyntaxNode) => string;

export interface ImportedName {
  readonly module: string;
  /** Absent where nothing gets a name. */
  readonly name?: string | undefined;
  /** What of the module has that name; absent for the module itself. */
  readonly member?: string | undefined;
}

/** `{ string: 'String FormatString' }`: the nodes of each role. */
export function rolesOf(nodes: Partial<Record<Role, string>>): ReadonlyMap<string, Role> {
  return new Map(
    Object.entries(nodes).flatMap(([role, names]) => names.split(' ').map(name => [name, role as Role] as const)),
  );
}

/** Its parts in order, without what the parser could not make sense of. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (!child.type.isError) children.push(child);
  return children;
}

/** Signs and keywords have no letters in the name of their node, or small ones. */
export function isSign(node: SyntaxNode): boolean {
  return !/^[A-Z]/.test(node.name) && node.name !== 'this';
}
