/**
 * The control flow of a shell script as plain data, built once: statements, what decides about them, and the texts that
 * the decisions depend on. It does not contain the answers of programs: those depend on the device it is evaluated for.
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
  | { readonly kind: 'if'; readonly branches: readonly IfBranch[]; readonly otherwise: Part | undefined }
  | { readonly kind: 'case'; readonly subject: Text; readonly branches: readonly CaseBranch[] }
  | { readonly kind: 'loop'; readonly until: boolean; readonly test: Part; readonly body: Part }
  /** `for`; without values it loops over the arguments, or over values that only a user knows. */
  | {
      readonly kind: 'for';
      readonly variable: string;
      readonly values: readonly Text[] | undefined;
      readonly body: Part;
    }
  /** `while read NAME ...; do ...; done <<EOF`: the values of each line for the names, in their order. */
  | {
      readonly kind: 'lines';
      readonly names: readonly string[];
      readonly lines: readonly (readonly Text[])[];
      readonly body: Part;
    }
  | { readonly kind: 'function'; readonly name: string; readonly body: Part }
  /** A separate process: what it sets is forgotten after it, and `exit` leaves it alone. */
  | { readonly kind: 'subshell' | 'background'; readonly body: Part }
  | { readonly kind: 'not'; readonly of: Part }
  | { readonly kind: 'pipeline'; readonly parts: readonly Part[] }
  | { readonly kind: 'test'; readonly test: Test }
  | CommandStep
  /** A statement that is not understood here. */
  | { readonly kind: 'unknown' };

export interface ListStep {
  readonly kind: 'list';
  readonly parts: readonly Part[];
  /** Some of the text could not be read: a branch that is not seen may contain an `exit`. */
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
  /** `A=b program`: set for the program alone. */
  readonly given: readonly ScriptAssignment[];
  /** Name and arguments of the program that finally runs, after `sudo` and the like; empty for assignments alone. */
  readonly words: readonly Text[];
  /** The words before them: they are evaluated, and mean nothing else. */
  readonly wrapping: readonly Text[];
  /** The script of `sh -c SCRIPT`, `ssh HOST SCRIPT` and the like, which runs instead of a program. */
  readonly script: Part | undefined;
  /** The test, when the program is `test` or `[`. */
  readonly test: Test | undefined;
  /** `exec`: the script ends with it. */
  readonly replaces: boolean;
  /** The here-string that it reads. */
  readonly input: Text | undefined;
  /** Its output is redirected. */
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

/** The value of a word. */
export type Text =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'literal'; readonly value: string }
  /** `$1` and so on, counted from 1. */
  | { readonly kind: 'argument'; readonly position: number }
  /** `"$@"` and `$*` */
  | { readonly kind: 'arguments' }
  | { readonly kind: 'variable'; readonly name: string }
  /** The output of a substitution. */
  | { readonly kind: 'output'; readonly of: Part }
  /** `$?` */
  | { readonly kind: 'status' }
  /** `${V:-mender}`: the value if the variable is not set, or with `:` if it is empty; `=` sets the variable, too. */
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
  /** A part of another value: `${V%%.*}` */
  | { readonly kind: 'part'; readonly of: Text }
  | { readonly kind: 'joined'; readonly parts: readonly Text[] };

/**
 * What `test`, `[ ]`, `[[ ]]` and `(( ))` test. `at` is where the command, or the operand of `[[ ]]`, starts that looks
 * for a file.
 */
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

/** A whole script, with the names of all variables that it sets anywhere. */
export interface Script {
  readonly list: ListStep;
  readonly assigned: ReadonlySet<string>;
}

export const unknownText = { kind: 'unknown' } as const;

export function literalText(value: string): Text {
  return { kind: 'literal', value };
}
