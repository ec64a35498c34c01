/** A program that is run, or a function of the script that is called, with its arguments. */
import type { StringList } from '../languages/embedded.ts';
import type { Fragment, Range } from '../text/fragment.ts';
import type { Word } from '../text/word.ts';
import type { Context } from './context.ts';
import type { Definition, ResolvedWord } from './resolved-word.ts';

/** A program run with arguments. */
export interface Invocation {
  readonly kind: 'invocation';
  readonly source: Fragment;
  /** The program: the word after `sudo`, `env A=b` and the like, with variables resolved where they are constant. */
  readonly name: ResolvedWord;
  /** Base name of the program as it is written. */
  readonly program: string;
  readonly args: readonly ResolvedWord[];
  /** What the text calls instead: a function of a library that looks for files. */
  readonly calledAs?: string;
  /** The whole simple command, from its first wrapper or assignment to its last redirection. */
  readonly command: Range;
  readonly context: Context;
  /** False when something unknown, such as `$SUDO`, precedes it and probably, but not surely, runs the rest. */
  readonly certain: boolean;
  /** Set when the program's name is written where a variable gets its value, not where it is called. */
  readonly indirection?: Indirection;
  /** Some of its words are written elsewhere: in a variable, or in a function that is called with the others. */
  readonly spread: boolean;
  /** A function passes its arguments on one by one, as `$1` and `$2`: a further word in the call would be lost. */
  readonly positional?: true;
  /** The command is a list of strings that no shell reads. */
  readonly list?: StringList | undefined;
  /** The script's output goes into the inventory of the device: the name of its file. */
  readonly inventory?: string;
  /** More arguments follow that are not written here: those of an alias, or those that `xargs` reads. */
  readonly unknownTail?: 'alias' | 'xargs' | undefined;
}

/** A function of the script called with arguments that are not a program for it to run. */
export interface FunctionCall {
  readonly kind: 'function-call';
  readonly args: readonly ResolvedWord[];
  readonly context: Context;
}

export interface Indirection {
  readonly definition: Definition;
  /** The word of the call that expands to the definition's words. */
  readonly use: Word;
  /** The variable holds the program's name and nothing else. */
  readonly alone: boolean;
  /** Texts of all definitions of the variable. */
  readonly alternatives: readonly string[];
}

/** The word of the call that the arguments follow: the program's name, or the variable that holds it alone. */
export function calledWord({ name, indirection }: Invocation): Word {
  return indirection?.alone ? indirection.use : name;
}
