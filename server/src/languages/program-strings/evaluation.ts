/** The interface between the parts of the evaluation. */
import type { SyntaxNode } from '@lezer/common';
import type { Outline } from './outline.ts';
import type { TextValue, Value } from './value.ts';

/** The arguments of one call of a function: by the offset of the function and the name of the parameter. */
export type Given = ReadonlyMap<string, readonly Value[]>;

export interface Evaluation {
  readonly outline: Outline;
  /** All values that an expression can have; none where they are known only at run time. */
  of(node: SyntaxNode, given?: Given): readonly Value[];
  /** The texts among them; something unknown where there are none. */
  texts(node: SyntaxNode, given?: Given): readonly TextValue[];
  orUnknown(node: SyntaxNode, given?: Given): readonly Value[];
  /** The name of a member, written as a name or as a text. */
  keyOf(key: SyntaxNode): string | undefined;
  /** The argument of a call for a parameter. */
  passed(call: SyntaxNode, parameter: PassedTo, given?: Given): readonly Value[];
}

export interface PassedTo {
  readonly index: number;
  readonly name: string;
  readonly isRest: boolean;
}
