/**
 * The control flow of a shell script as plain data, built once: statements, what decides about them, and the texts that
 * the decisions rest on. It says nothing about what programs answer: that depends on the device it is evaluated for.
 *
 * Places are UTF-16 offsets of the document, those of the first character of a statement, an operand or a command.
 */

/** A statement, an operand of a chain or a branch, and where it starts. */
export interface Part {
  readonly at: number;
  readonly step: Step;
}

export type Step =
  | ListStep
  | { readonly kind: 'chain'; readonly parts: readonly Part[]; readonly operators: readonly ('&&' | '||')[] }
  | { readonly kind: 'if'; readonly arms: readonly IfBranch[]; readonly otherwise: Part | undefined }
  | { readonly kind: 'case'; readonly subject: Text; readonly arms: readonly CaseBranch[] }
  | { readonly kind: 'loop'; readonly until: boolean; readonly test: Part; readonly body: Part }
  /** `for`; without values it goes through the arguments, or through what only a user knows. */
  | {
      readonly kind: 'for';
      readonly variable: string;
      readonly values: readonly Text[] | undefined;
      readonly body: Part;
    }
  /** `while read NAME ...; do ...; done <<EOF`: what each line gives to the names, in their order. */
  | {
      readonly kind: 'lines';
      readonly names: readonly string[];
      readonly lines: readonly (readonly Text[])[];
      readonly body: Part;
    }
  | { readonly kind: 'function'; readonly name: string; readonly body: Part }
  /** A process of its own: what it sets is forgotten after it, and it alone is left by `exit`. */
  | { readonly kind: 'subshell' | 'background'; readonly body: Part }
  | { readonly kind: 'not'; readonly of: Part }
  | { readonly kind: 'pipeline'; readonly parts: readonly Part[] }
  | { readonly kind: 'test'; readonly test: Test }
  | CommandStep
  /** What this does not read. */
  | { readonly kind: 'unknown' };

export interface ListStep {
  readonly kind: 'list';
  readonly parts: readonly Part[];
  /** Some of the text could not be read: an `exit` may stand in a branch that is not seen. */
  readonly broken?: boolean;
}

export interface IfBranch {
  readonly test: Part;
  readonly body: Part;
}

export interface CaseBranch {
  readonly patterns: readonly Text[];
  readonly body: Part;
}

export interface CommandStep {
  readonly kind: 'command';
  /** Where the command starts, with the wrappers around it. */
  readonly at: number;
  readonly assignments: readonly ScriptAssignment[];
  /** `A=b program`: what is set for the program alone. */
  readonly given: readonly ScriptAssignment[];
  /** Name and arguments of the program that runs in the end, after `sudo` and the like; empty for assignments alone. */
  readonly words: readonly Text[];
  /** The words in front of them: they are evaluated, and say nothing else. */
  readonly wrapping: readonly Text[];
  /** The script of `sh -c SCRIPT`, `ssh HOST SCRIPT` and the like, which runs in place of a program. */
  readonly script: Part | undefined;
  /** What the program asks, when it is `test` or `[`. */
  readonly test: Test | undefined;
  /** `exec`: the script ends with it. */
  readonly replaces: boolean;
  /** What a here-string feeds it. */
  readonly input: Text | undefined;
  /** Its output goes elsewhere. */
  readonly quiet: boolean;
  /** It writes into a file. */
  readonly writes: boolean;
}

export interface ScriptAssignment {
  readonly name: string;
  /** Where its value starts. */
  readonly at: number;
  readonly value: Text;
}

/** What a word stands for. */
export type Text =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'literal'; readonly value: string }
  /** `$1` and so on, counted from 1. */
  | { readonly kind: 'argument'; readonly position: number }
  /** `"$@"` and `$*` */
  | { readonly kind: 'arguments' }
  | { readonly kind: 'variable'; readonly name: string }
  /** What a substitution writes. */
  | { readonly kind: 'output'; readonly of: Part }
  /** `$?` */
  | { readonly kind: 'status' }
  /** `${V:-mender}`: what counts where nothing is set; with `=` the variable is set to it, with `:` an empty one is none. */
  | {
      readonly kind: 'default';
      readonly name: string;
      readonly otherwise: Text;
      readonly sets: boolean;
      readonly replacesEmpty: boolean;
    }
  /** The elements of an array, each a word or more. */
  | { readonly kind: 'array'; readonly elements: readonly Text[] }
  /** `"${A[@]}"` */
  | { readonly kind: 'elements'; readonly name: string }
  /** Cut out of another one: `${V%%.*}` */
  | { readonly kind: 'part'; readonly of: Text }
  | { readonly kind: 'joined'; readonly parts: readonly Text[] };

/** What `test`, `[ ]`, `[[ ]]` and `(( ))` ask. `at` is where the command, or the operand of `[[ ]]`, starts that looks for a file. */
export type Test =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not'; readonly of: Test }
  | { readonly kind: 'both' | 'either'; readonly of: readonly Test[] }
  | {
      readonly kind: 'text';
      readonly text: Text;
      readonly test: TextTestKind;
      readonly operand: Text;
    }
  | { readonly kind: 'file'; readonly at: number; readonly operator: string; readonly file: Text };

export type TextTestKind = 'filled' | 'equal' | 'glob' | 'regex' | Comparison;

/** How two numbers or versions are compared. */
export type Comparison = 'lt' | 'le' | 'gt' | 'ge' | 'eq';

/** A whole script, with the names of all variables that it sets somewhere. */
export interface Script {
  readonly list: ListStep;
  readonly assigned: ReadonlySet<string>;
}

export const unknownText = { kind: 'unknown' } as const;

export function literalText(value: string): Text {
  return { kind: 'literal', value };
}
