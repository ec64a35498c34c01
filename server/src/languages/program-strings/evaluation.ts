/** What the parts of the evaluation ask each other for. */
import type { SyntaxNode } from '@lezer/common';
import type { Outline } from './outline.ts';
import type { TextValue, Value } from './value.ts';

/** What a function is given, for one call of it: by where the function begins, and the name of the parameter. */
export type Given = ReadonlyMap<string, readonly Value[]>;

export interface Evaluation {
  readonly outline: Outline;
  /** All that an expression can be worth; nothing where that is known only at run time. */
  of(node: SyntaxNode, given?: Given): readonly Value[];
  /** The texts among them; something unknown where there is none. */
  texts(node: SyntaxNode, given?: Given): readonly TextValue[];
  orUnknown(node: SyntaxNode, given?: Given): readonly Value[];
  /** The name of a member, written as a name or as a text. */
  keyOf(key: SyntaxNode): string | undefined;
  /** What a call gives for a parameter. */
  passed(call: SyntaxNode, parameter: PassedTo, given?: Given): readonly Value[];
}

export interface PassedTo {
  readonly index: number;
  readonly name: string;
  readonly isRest: boolean;
}
