/** What scripts, and files that are read as such, use beside programs. */
import type { Fragment, Range } from '../text/fragment.ts';
import type { Word } from '../text/word.ts';
import type { BranchContext } from './branch-context.ts';
import type { Context } from './context.ts';
import type { ResolvedWord } from './resolved-word.ts';

/** A file or folder that a program which works on files is given, or a redirection writes to. */
export interface PathUse {
  readonly kind: 'path';
  readonly source: Fragment;
  readonly word: ResolvedWord;
  /** The file is made here, whatever was there before. */
  readonly created: boolean;
  /** What is put into it, if it is a folder, or whole paths; `*` where nothing names the files. */
  readonly files?: readonly string[];
  /** It is there for what stands here in the document; in a script the control flow says that. */
  readonly lasts?: Range;
  /** The program that is given the file; undefined for a redirection. */
  readonly program: string | undefined;
  /** A task that only looks for it: its module. */
  readonly asked?: string;
  /** Where the command starts, in a script: an offset of the document. */
  readonly at?: number;
  /** The whole simple command, in the text of `source`. */
  readonly command?: Range;
  readonly context: Context;
}

/** A file that is made here with a text known here: by a heredoc, or `echo` and a redirection. */
export interface WrittenFile {
  readonly kind: 'written-file';
  /** As far as it is known; what is not is a null character. */
  readonly path: string;
  readonly text: Fragment;
  /** The text comes after what is there already. */
  readonly appended: boolean;
  /** It takes the place of something in the file: of whole lines, or of anything. */
  readonly edited?: 'lines' | 'part';
  readonly branchContext: BranchContext | undefined;
}

/** A variable that a script sets for the programs it runs. */
export interface ScriptEnvironment {
  readonly kind: 'script-environment';
  readonly name: string;
  /** Its value. */
  readonly word: Word;
  /** The calls that get it: the base name of the program, and the first word that is no option, where it is known. */
  readonly calls: readonly (readonly [program: string, word?: string])[];
  /** All programs get it that are run after it, known here or not. */
  readonly exported: boolean;
  readonly branchContext: BranchContext | undefined;
}

/** A place where a script looks for texts in what programs printed. */
export interface ReadOutput {
  readonly kind: 'read-output';
  /** The words of the commands that may have printed it; of a reader of files, its own. */
  readonly producers: readonly (readonly string[])[];
  /** What is looked for. */
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
