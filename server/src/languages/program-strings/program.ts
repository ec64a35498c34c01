/** What the syntax tree of a program says of names: scopes, parameters, statements that give a value, calls. */
import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import type { Role, SourceGrammar, TextOf } from './grammar.ts';

export interface Program {
  readonly grammar: SourceGrammar;
  readonly textOf: TextOf;
  roleOf(node: SyntaxNode | SyntaxNodeRef): Role | undefined;
}

/** A function, a class, or the whole program. */
export interface Scope {
  readonly kind: 'program' | 'function' | 'class';
  readonly start: number;
  readonly end: number;
  readonly node: SyntaxNode;
  readonly outer: Scope | undefined;
  /** Of a literal of a function, that of the variable it is given to. */
  readonly name: string | undefined;
  readonly parameters: readonly Parameter[];
  /** What a method calls its object, where it is no keyword. */
  readonly receiver?: Parameter | undefined;
  /** Its own names, and those of the fields of a class. */
  readonly names: Map<string, Binding[]>;
  readonly returns: SyntaxNode[];
}

export interface Parameter {
  readonly name: string;
  /** Its value where a call gives none. */
  readonly otherwise: SyntaxNode | undefined;
  /** It gets all arguments from there on. */
  readonly isRest: boolean;
  /** The type that is written beside it. */
  readonly type?: string | undefined;
}

/** What gives a name a value. */
export interface Binding {
  readonly kind: 'is' | 'adds' | 'loops';
  readonly value: SyntaxNode;
  /** Which item or member of the value. */
  readonly part?: number | string | undefined;
  /** What is added is one item of a list. */
  readonly isItem?: boolean;
  /** The statement. */
  readonly node: SyntaxNode;
  readonly start: number;
}

export interface Call {
  readonly node: SyntaxNode;
  readonly callee: SyntaxNode;
  readonly name: string;
}
