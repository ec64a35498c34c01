/** Variables, functions and calls of a whole script by name, wherever they stand. */
import type { Fragment } from '../../syntax/fragment.ts';
import type * as sh from '../../syntax/shell.ts';
import type { Frame } from '../frame.ts';
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
  readonly functions: readonly (ShellBody & { readonly name: string })[];
  readonly commands: readonly {
    readonly name: sh.Word | undefined;
    readonly args: readonly sh.Word[];
    readonly context: { readonly frame: Frame | undefined };
  }[];
}

export class ScriptIndex {
  readonly #definitions = new Map<string, IndexedDefinition[]>();
  readonly #functions: ReadonlyMap<string, ShellBody>;
  readonly #calls = new Map<string, (Frame | undefined)[]>();

  constructor({ definitions, functions, commands }: IndexedScript) {
    for (const definition of definitions) append(this.#definitions, definition.name, definition);
    this.#functions = new Map(functions.map(body => [body.name, body]));
    for (const { name, args, context } of commands) {
      // What is given to another command, such as `trap cleanup EXIT`, may be called by it.
      for (const { value } of [...(name ? [name] : []), ...args]) {
        if (this.#functions.has(value)) append(this.#calls, value, context.frame);
      }
    }
  }

  /** In the order of the text. */
  definitionsOf(name: string): readonly IndexedDefinition[] {
    return this.#definitions.get(name) ?? [];
  }

  functionNamed(name: string): ShellBody | undefined {
    return this.#functions.get(name);
  }

  callsOf(name: string): readonly (Frame | undefined)[] {
    return this.#calls.get(name) ?? [];
  }
}

function append<T>(lists: Map<string, T[]>, name: string, value: T): void {
  const known = lists.get(name);
  if (known) known.push(value);
  else lists.set(name, [value]);
}
