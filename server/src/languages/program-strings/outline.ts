/** One pass over a program: functions and classes, assignments, calls, and where it decides. */

import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import { append } from '../../text/append.ts';
import { firstIndex } from '../../text/first-index.ts';
import type { ListPlace } from '../embedded.ts';
import { additionOf, assignmentsOf, fieldsIn, loopOf, streamedInto } from './assignments.ts';
import { childrenOf, isSign, type Role, type SourceGrammar, type TextOf } from './grammar.ts';
import { definedName, functionName, parametersOf, receiverOf } from './names.ts';
import type { Binding, Call, Program, Scope } from './program.ts';

export class Outline implements Program {
  readonly text: string;
  readonly grammar: SourceGrammar;
  /** In the order of the text. */
  readonly scopes: Scope[] = [];
  readonly calls: Call[] = [];
  readonly strings: SyntaxNode[] = [];
  readonly modules = new Set<string>();
  /** The local name of a module, or of a part of one. */
  readonly imported = new Map<string, readonly string[]>();
  readonly functions = new Map<string, Scope[]>();
  readonly classes = new Map<string, Scope>();
  /** Assignments to fields outside of their class's own statements, by class. */
  readonly fields = new Map<string, Map<string, Binding[]>>();
  readonly callsOf = new Map<string, Call[]>();
  readonly #turns: number[] = [];
  readonly #statements: number[] = [];
  #open: Scope[] = [];

  constructor(text: string, tree: Tree, grammar: SourceGrammar) {
    this.text = text;
    this.grammar = grammar;
    this.#open = [this.#begin('program', tree.topNode, undefined)];
    for (let child = tree.topNode.firstChild; child; child = child.nextSibling) this.#statements.push(child.from);
    tree.iterate({ enter: ref => this.#enter(ref), leave: ref => this.#leave(ref) });
    this.#turns.sort((a, b) => a - b);
  }

  readonly textOf: TextOf = ({ from, to }) => this.text.slice(from, to);

  roleOf(node: SyntaxNode | SyntaxNodeRef): Role | undefined {
    return this.grammar.roles.get(node.name);
  }

  scopeAt(offset: number): Scope {
    let scope: Scope | undefined =
      this.scopes[firstIndex(this.scopes.length, at => this.scopes[at]!.start > offset) - 1];
    while (scope && scope.end <= offset && scope.outer) scope = scope.outer;
    return scope ?? this.scopes[0]!;
  }

  /** The innermost scope of this kind around an offset. */
  enclosing(kind: Scope['kind'], offset: number): Scope | undefined {
    let scope: Scope | undefined = this.scopeAt(offset);
    while (scope && scope.kind !== kind) scope = scope.outer;
    return scope;
  }

  /** The place within one function, or one statement outside of all: between which decisions. */
  placeAt(offset: number): ListPlace {
    let scope: Scope | undefined = this.scopeAt(offset);
    while (scope && !(scope.kind === 'function' && scope.name !== undefined)) scope = scope.outer;
    const list = scope ?? this.#statementAt(offset);
    return { list, index: firstIndex(this.#turns.length, at => this.#turns[at]! > offset) };
  }

  readonly #lists = new Map<number, object>();

  #statementAt(offset: number): object {
    const index = firstIndex(this.#statements.length, at => this.#statements[at]! > offset);
    const known = this.#lists.get(index) ?? {};
    this.#lists.set(index, known);
    return known;
  }

  #begin(kind: Scope['kind'], node: SyntaxNode, name: string | undefined): Scope {
    const scope: Scope = {
      kind,
      start: node.from,
      end: node.to,
      node,
      outer: this.#open.at(-1),
      name,
      parameters: kind === 'function' ? parametersOf(node, this) : [],
      receiver: kind === 'function' ? receiverOf(node, this) : undefined,
      names: new Map(),
      returns: [],
    };
    this.scopes.push(scope);
    return scope;
  }

  #enter(ref: SyntaxNodeRef): void {
    const role = this.roleOf(ref);
    if (role === undefined) return;
    switch (role) {
      case 'function':
        return this.#function(ref.node);
      case 'class':
        return this.#class(ref.node);
      case 'call':
      case 'tagged':
      case 'typed':
      case 'shell':
        return this.#call(ref.node);
      case 'string':
        return void this.strings.push(ref.node);
      case 'targets':
      case 'declarators':
      case 'pair':
        return this.#assignment(ref.node);
      case 'define':
        this.#import(ref.node);
        return this.#assignment(ref.node);
      case 'loop':
        for (const { name, ...binding } of loopOf(ref.node, this)) append(this.scopeHere.names, name, binding);
        return;
      case 'return': {
        const value = childrenOf(ref.node).find(child => !isSign(child));
        if (value) this.scopeHere.returns.push(value);
        return this.#turn(ref.from);
      }
      case 'import':
        return this.#import(ref.node);
      case 'turn':
        if (this.text.slice(ref.from, ref.to) !== '&&') this.#turn(ref.from);
        return;
      case 'binary': {
        const streamed = streamedInto(ref.node, this);
        if (streamed) append(this.scopeHere.names, streamed.name, streamed);
        return;
      }
      case 'decision':
      case 'choice':
        // The condition of a decision, and what follows from it, are separate.
        for (const child of childrenOf(ref.node).slice(1)) if (!isSign(child)) this.#turn(child.from);
        return;
      default:
    }
  }

  #leave(ref: SyntaxNodeRef): void {
    const last = this.#open.at(-1)!;
    if (this.#open.length > 1 && last.start === ref.from && last.end === ref.to && last.node.name === ref.name)
      this.#open.pop();
  }

  get scopeHere(): Scope {
    return this.#open.at(-1)!;
  }

  #turn(offset: number): void {
    this.#turns.push(offset);
  }

  #function(node: SyntaxNode): void {
    const scope = this.#begin('function', node, functionName(node, this));
    append(this.functions, scope.name, scope);
    const body = childrenOf(node).at(-1);
    // `x => "mender commit"`
    if (body && this.roleOf(body) !== 'block' && !isSign(body) && this.roleOf(body) !== 'parameters')
      scope.returns.push(body);
    this.#open.push(scope);
  }

  #class(node: SyntaxNode): void {
    const name = childrenOf(node).find(child => !isSign(child));
    const scope = this.#begin('class', node, name && this.textOf(name));
    this.#open.push(scope);
    if (scope.name !== undefined && !this.classes.has(scope.name)) this.classes.set(scope.name, scope);
  }

  #call(node: SyntaxNode): void {
    const [first = node] = childrenOf(node).filter(child => !isSign(child));
    // `$({ cwd })`text``
    const callee = this.roleOf(node) === 'tagged' && this.roleOf(first) === 'call' ? first.firstChild! : first;
    const name = definedName(callee, this) ?? '';
    const call = { node, callee, name };
    this.calls.push(call);
    const addition = additionOf(node, this);
    if (addition) append(this.scopeHere.names, addition.name, addition);
    if (this.roleOf(node) === 'typed')
      for (const { name: field, ...binding } of fieldsIn(node, this)) append(this.fieldsOf(name), field, binding);
    append(this.callsOf, name, call);
  }

  #assignment(node: SyntaxNode): void {
    for (const { target, ...binding } of assignmentsOf(node, this)) {
      const name = definedName(target, this);
      if (name === undefined) continue;
      if (this.roleOf(target) !== 'member') append(this.scopeHere.names, name, binding);
      else if (target.firstChild && this.isSelf(target.firstChild))
        append(this.fieldsOf(this.ownClass(target.from)), name, binding);
    }
  }

  /** The name of the class around an offset; empty outside of all. */
  ownClass(offset: number): string {
    const method = this.enclosing('function', offset);
    return method?.receiver?.type ?? this.enclosing('class', offset)?.name ?? '';
  }

  fieldsOf(type: string): Map<string, Binding[]> {
    const fields = this.fields.get(type) ?? new Map<string, Binding[]>();
    this.fields.set(type, fields);
    return fields;
  }

  isSelf(node: SyntaxNode): boolean {
    if (this.roleOf(node) === 'self') return true;
    const name = definedName(node, this) ?? '';
    return (
      this.grammar.selves.has(name) || (name !== '' && this.enclosing('function', node.from)?.receiver?.name === name)
    );
  }

  #import(node: SyntaxNode): void {
    for (const { module, name, member } of this.grammar.imports(node, this.textOf)) {
      this.modules.add(module);
      if (name !== undefined) this.imported.set(name, [...module.split(/[./]/), ...(member ? member.split('.') : [])]);
    }
  }
}
