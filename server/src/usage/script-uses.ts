/** What scripts, and files that are read as such, use in addition to programs. */
import type { Fragment, Range } from '../text/fragment.ts';
import type { Word } from '../text/word.ts';
import type { BranchContext } from './branch-context.ts';
import type { Context } from './context.ts';
import type { ResolvedWord } from './resolved-word.ts';

/** A file or folder that is given to a program which works on files, or that a redirection writes to. */
export interface PathUse {
  readonly kind: 'path';
  readonly source: Fragment;
  readonly word: ResolvedWord;
  /** The file is created here, whatever was there before. */
  readonly created: boolean;
  /** The files that are put into it, if it is a folder, as names or whole paths; `*` where their names are unknown. */
  readonly files?: readonly string[];
  /** The range of the document for which it is there; in a script the control flow says that. */
  readonly lasts?: Range;
  /** The program that is given the file; undefined for a redirection. */
  readonly program: string | undefined;
  /** The module of a task that only looks for it. */
  readonly asked?: string;
  /** Where the command starts, in a script: an offset of the document. */
  readonly at?: number;
  /** The whole simple command, in the text of `source`. */
  readonly command?: Range;
  readonly context: Context;
}

/** A file that is created here with a known text: by a heredoc, or `echo` and a redirection. */
export interface WrittenFile {
  readonly kind: 'written-file';
  /** With null characters for what is unknown. */
  readonly path: string;
  readonly text: Fragment;
  /** The text is appended. */
  readonly appended: boolean;
  /** It replaces whole lines of the file, or any part of it. */
  readonly edited?: 'lines' | 'part';
  readonly branchContext: BranchContext | undefined;
}

/** A variable that a script sets for the programs it runs. */
export interface ScriptEnvironment {
  readonly kind: 'script-environment';
  readonly name: string;
  /** Its value. */
  readonly word: Word;
  /** The calls that get it: the base name of the program, and the first word that is not an option, if known. */
  readonly calls: readonly (readonly [program: string, word?: string])[];
  /** All programs that run after it get it, known here or not. */
  readonly exported: boolean;
  readonly branchContext: BranchContext | undefined;
}

/** A place where a script searches the output of programs. */
export interface ReadOutput {
  readonly kind: 'read-output';
  /** The words of the commands that may have printed it; for a program that reads files, its own words. */
  readonly producers: readonly (readonly string[])[];
  /** The texts that it looks for. */
  readonly words: readonly Word[];
  readonly branchContext: BranchContext | undefined;
}

/** A `case` of an update module. Offsets index the text of `source`. */
export interface ModuleCase {
  readonly kind: 'module-case';
  readonly source: Fragment;
  readonly branches: readonly ModuleBranch[];
}

export interface ModuleBranch {
  readonly start: number;
  readonly patterns: readonly Word[];
  /** It ends the script with an error. */
  readonly fails: boolean;
  /** It writes to standard output. */
  readonly prints: boolean;
  /** The words it prints. */
  readonly printed: readonly Word[];
}

/** A variable that a shell file sets for another program to read. */
export interface Setting {
  readonly kind: 'setting';
  readonly name: string;
  readonly word: Word;
  readonly branchContext: BranchContext | undefined;
}

/** A shell script as a file, whose name may matter. */
export interface ScriptFile {
  readonly kind: 'script-file';
  readonly path: string;
  /** The first line, where a finding about the whole file is shown. */
  readonly range: Range;
}
