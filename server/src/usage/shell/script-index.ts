/**
 * Variables, functions and calls of a whole script by name, wherever they stand. Only the statements that name what is asked
 * for are looked into.
 */
import type { Fragment } from '../../syntax/fragment.ts';
import type * as sh from '../../syntax/shell.ts';
import type { Frame } from '../frame.ts';
import { definedFunctions } from './defined-functions.ts';
import { Mentions } from './mentions.ts';
import { once } from './once.ts';
import { placesOf } from './places.ts';
import type { ShellBody } from './test-reader.ts';

export interface IndexedDefinition {
  readonly name: string;
  readonly frame: Frame | undefined;
  readonly nodes: readonly sh.Word[];
  readonly source: Fragment;
  readonly previous: sh.SyntaxNode | undefined;
  /** `assignment`, `loop`, or a way to get a value that is known only at run time. */
  readonly kind: string;
}

export interface IndexedScript {
  readonly definitions: readonly IndexedDefinition[];
  readonly commands: readonly {
    readonly name: sh.Word | undefined;
    readonly args: readonly sh.Word[];
    readonly context: { readonly frame: Frame | undefined };
  }[];
}

export class ScriptIndex {
  readonly #tree: sh.ShellTree;
  readonly #walk: (mentions: Mentions) => IndexedScript;
  readonly #definitions = new Map<string, readonly IndexedDefinition[]>();
  readonly #assignments = once(() => placesOf(this.#tree.parts, 'assignments'));
  readonly #functions = once(() => definedFunctions(this.#tree));
  readonly #functionsByName = once(() => new Map(this.#functions().map(found => [found.name, found])));
  readonly #calls = once(() => this.#findCalls());

  constructor(tree: sh.ShellTree, walk: (mentions: Mentions) => IndexedScript) {
    this.#tree = tree;
    this.#walk = walk;
  }

  /** In the order of the text. */
  definitionsOf(name: string): readonly IndexedDefinition[] {
    const known = this.#definitions.get(name);
    if (known) return known;
    const places = this.#assignments().get(name);
    const found = places
      ? this.#walk(Mentions.of(places)).definitions.filter(definition => definition.name === name)
      : [];
    this.#definitions.set(name, found);
    return found;
  }

  functionNamed(name: string): ShellBody | undefined {
    return this.#functionsByName().get(name);
  }

  callsOf(name: string): readonly (Frame | undefined)[] {
    return this.#calls().get(name) ?? [];
  }

  /** Of all functions at once: a script that has many calls them from many places. */
  #findCalls(): ReadonlyMap<string, readonly (Frame | undefined)[]> {
    const functions = this.#functionsByName();
    const definitions = new Set(this.#functions().map(({ namedAt }) => namedAt));
    const named = [...placesOf(this.#tree.parts, 'words', new Set(functions.keys())).values()].flat();
    const calls = new Map<string, (Frame | undefined)[]>();
    // What is given to another command, such as `trap cleanup EXIT`, may be called by it.
    const { commands } = this.#walk(Mentions.of(named.filter(at => !definitions.has(at))));
    for (const { name, args, context } of commands) {
      for (const { value } of [...(name ? [name] : []), ...args]) {
        if (functions.has(value)) append(calls, value, context.frame);
      }
    }
    return calls;
  }
}

function append<T>(lists: Map<string, T[]>, name: string, value: T): void {
  const known = lists.get(name);
  if (known) known.push(value);
  else lists.set(name, [value]);
}
