/** What the syntax tree of a program says about names: scopes, parameters, assignments, calls. */
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
  /** For a function literal, the name of the variable that it is assigned to. */
  readonly name: string | undefined;
  readonly parameters: readonly Parameter[];
  /** The name of the object in a method, where that is no keyword. */
  readonly receiver?: Parameter | undefined;
  /** Its own names, and the fields of a class. */
  readonly names: Map<string, Binding[]>;
  readonly returns: SyntaxNode[];
}

export interface Parameter {
  readonly name: string;
  /** The default value. */
  readonly otherwise: SyntaxNode | undefined;
  /** It gets all arguments from there on. */
  readonly isRest: boolean;
  /** The type that is written with it. */
  readonly type?: string | undefined;
}

/** A statement that gives a name a value. */
export interface Binding {
  readonly kind: 'is' | 'adds' | 'loops';
  readonly value: SyntaxNode;
  /** Which item or member of the value. */
  readonly part?: number | string | undefined;
  /** Adds one item to a list. */
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
