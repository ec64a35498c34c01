/**
 * Where a command stands among branches: `if` and its arms, `&&` and `||`, `case`, a list of statements. A linked list
 * from the inside out, shared by all commands of a branch. With it, what has to hold for each part to run, as far as the
 * text says. Free of the shell's words for all that, and without a word on what the answers to the tests are.
 */
export interface Frame {
  readonly outer: Frame | undefined;
  /** The same object for all frames of one construct. */
  readonly construct: object;
  readonly kind: 'if' | 'loop' | 'chain' | 'case' | 'list' | 'function';
  /** Which part of the construct: conditions and arms counted in the order of the text, from 0. */
  readonly arm: number;
  /** The part is one that decides which other part runs. */
  readonly condition: boolean;
  /** Nothing comes of a no: `|| true` follows. */
  readonly ignored?: boolean;
  /** When the part runs; absent where the text says nothing about it. The same object for all frames of one construct. */
  readonly flow?: Flow;
}

export function* framesOf(frame: Frame | undefined): Generator<Frame> {
  for (let at = frame; at; at = at.outer) yield at;
}

/** Whether a command succeeds. */
export type Condition =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'both' | 'either'; readonly of: readonly Condition[] }
  | { readonly kind: 'choice'; readonly test: Condition; readonly yes: Condition; readonly no: Condition }
  | Pipeline
  | TextTest;

/** The status of the last command of a pipeline. */
export interface Pipeline {
  readonly kind: 'pipeline';
  readonly commands: readonly CommandLine[];
  /** What a here-string feeds the last one. */
  readonly input: Text | undefined;
}

/** A program's name and its arguments, behind `sudo` and the like; empty for anything but a simple command. */
export type CommandLine = readonly Text[];

export interface TextTest {
  readonly kind: 'text';
  readonly text: Text;
  readonly test: TextTestKind;
  readonly operand: Text;
}

export type TextTestKind = 'filled' | 'equal' | 'glob' | 'regex' | Comparison;

/** How two numbers or versions are compared. */
export type Comparison = 'lt' | 'le' | 'gt' | 'ge' | 'eq';

/** What a word stands for. */
export type Text =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'literal'; readonly value: string }
  /** An argument of the script, or of a function whose calls are not looked at. */
  | { readonly kind: 'argument' }
  | { readonly kind: 'variable'; readonly name: string; readonly values: () => readonly Assigned[] }
  | { readonly kind: 'output'; readonly of: Pipeline }
  /** `$?`: 0 when it succeeded. */
  | { readonly kind: 'status'; readonly of: Condition }
  | { readonly kind: 'choice'; readonly test: Condition; readonly yes: Text; readonly no: Text }
  /** Cut out of another one: `${V%%.*}` */
  | { readonly kind: 'part'; readonly of: Text }
  | { readonly kind: 'joined'; readonly parts: readonly Text[] };

/** One of the values a variable is given, in the order of the text. */
export interface Assigned {
  readonly frame: Frame | undefined;
  readonly text: () => Text;
}

/** How the parts of a construct hang on one another. Worked out when asked for: most constructs are of no interest. */
export type Flow =
  /** `if`: condition, body, condition, body, `else`. */
  | { readonly kind: 'if'; readonly conditions: () => readonly Condition[]; readonly otherwise: boolean }
  /** `case`: one condition an arm. */
  | { readonly kind: 'case'; readonly subject: () => Text; readonly conditions: () => readonly Condition[] }
  | {
      readonly kind: 'chain';
      readonly operators: readonly ('&&' | '||')[];
      readonly conditions: () => readonly Condition[];
    }
  | { readonly kind: 'loop'; readonly condition: () => Condition }
  | { readonly kind: 'list'; readonly exits: () => readonly Exit[] }
  /** A function: where it is called, or given to something that may call it. */
  | { readonly kind: 'function'; readonly calls: () => readonly (Frame | undefined)[] };

/** A statement that ends its list under a condition. */
export interface Exit {
  readonly arm: number;
  readonly when: Condition;
}

export const unknown = { kind: 'unknown' } as const;

export function constant(value: boolean): Condition {
  return { kind: 'constant', value };
}

export function not(of: Condition): Condition {
  return { kind: 'not', of };
}

export function choice(test: Condition, yes: Condition, no: Condition): Condition {
  return yes === no ? yes : { kind: 'choice', test, yes, no };
}

export function literalText(value: string): Text {
  return { kind: 'literal', value };
}
