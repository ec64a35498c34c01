/**
 * What an entry of the table of other people's programs can say. A program is added by one entry, in the file of its
 * family: its names, its options as its manual writes them, and what it does with the rest of its words. An option that
 * takes no value and means nothing here is left out. `programs.ts` puts the families together,
 * `test/programs/programs.test.ts` requires a case for every entry.
 */
import type { Word } from '../text/word.ts';

/** What an option, or the value that it takes, means to the readers of a command line. */
export type Meaning =
  /** Nothing of interest. */
  | 'other'
  /** A script that is run; without a value, the first operand is the script. */
  | 'script'
  /** The program that is run, or a file that is. */
  | 'program'
  /** It starts a shell that reads its commands from the input. */
  | 'shell'
  /** The command to run is read from the input. */
  | 'input'
  /** Nothing is run, whatever else is written. */
  | 'nothing'
  /** The program only tests whether something is there. */
  | 'probes'
  /** It only queries the repositories. */
  | 'describes'
  /** It acts on another machine or root folder. */
  | 'elsewhere'
  /** It acts on a user's own services. */
  | 'user'
  /** A unit, an identifier of the journal, a process, by name. */
  | 'unit'
  | 'identifier'
  | 'process'
  | 'signal'
  /** A file that contains the number of the process. */
  | 'pid-file'
  /** The whole name must match; the whole command line is searched. */
  | 'exact'
  | 'full'
  /** It changes only what is shown. */
  | 'shown'
  /** It replaces the first operand: a pattern, a file of patterns, a file to copy attributes from. */
  | 'pattern'
  | 'pattern-file'
  | 'reference'
  /** Patterns are extended regular expressions. */
  | 'extended'
  /** The lines that do not match count. */
  | 'inverted'
  /** It prints how many there are; it prints their places, or counts them. */
  | 'counts'
  | 'positions'
  /** The folder that files are put into, and the file that is written. */
  | 'folder'
  | 'output'
  /** It extracts files from an archive. */
  | 'unpacks'
  /** An address that is fetched. */
  | 'address'
  /** It makes folders, and puts no files anywhere. */
  | 'makes-folders'
  /** The placeholder for the words that are read. */
  | 'filled'
  /** A command of the program itself follows. */
  | 'command'
  /** A missing file is no error. */
  | 'forced'
  /** Files are changed in place; text is appended to them. */
  | 'in-place'
  | 'append'
  /** Escapes in the text are interpreted. */
  | 'escapes'
  /** The shell ends with the first command that fails. */
  | 'errexit'
  /** It removes packages, or files of packages. */
  | 'removes'
  | 'installs'
  /** It compares versions. */
  | 'versions'
  /** The format of what is printed. */
  | 'format'
  /** A variable that is set. */
  | 'variable'
  /** What is disabled is stopped as well, and what is enabled is started. */
  | 'now'
  /** A module and its arguments. */
  | 'module'
  | 'arguments';

export interface Option {
  /** All spellings, dashes included. */
  readonly names: readonly string[];
  readonly meaning: Meaning;
  /** `attached`: only in the word of the option itself. */
  readonly value?: 'required' | 'attached';
}

/** Options with a value: one string contains all spellings of one option, `-u --unit`. */
export function takes(meaning: Meaning, ...spellings: readonly string[]): readonly Option[] {
  return spellings.map(names => ({ names: names.split(' '), meaning, value: 'required' }));
}

/** Options with an optional value, which is in the same word: `-i[SUFFIX]`. */
export function mayTake(meaning: Meaning, ...spellings: readonly string[]): readonly Option[] {
  return spellings.map(names => ({ names: names.split(' '), meaning, value: 'attached' }));
}

/** Options without a value. */
export function flags(meaning: Meaning, ...spellings: readonly string[]): readonly Option[] {
  return spellings.map(names => ({ names: names.split(' '), meaning }));
}

/**
 * What a command line runs or arranges: a program with its arguments, a script, a task about a service or a package.
 */
export type Run =
  | { readonly kind: 'program'; readonly words: readonly Word[] }
  /** `from` is where the script begins in the text of the word, `to` where it ends. */
  | { readonly kind: 'script'; readonly word: Word; readonly from?: number; readonly to?: number }
  | { readonly kind: 'service'; readonly name: Word }
  | { readonly kind: 'package'; readonly tool: string; readonly name: Word };

/** How a program runs what its words contain. */
export interface Running {
  /**
   * `program`: the remaining words are a program and its arguments. `script`: one word is a script, several are a
   * program. `option`: only the value of an option for a script, or with `else`, a program where there is none.
   */
  readonly as: 'program' | 'script' | 'option';
  readonly else?: 'program';
  /** Operands before what is run, such as the duration of `timeout`. */
  readonly operands?: number;
  /** `NAME=value` words before the program are its environment. */
  readonly assignments?: true;
  /** The first operand must be one of these words. */
  readonly subcommand?: readonly string[];
  /** Those of them that type the words without a separator: the name of the space bar separates two. */
  readonly types?: readonly string[];
  /** What is run ends before one of these words. */
  readonly until?: readonly string[];
  /** It appends arguments of its own. */
  readonly appends?: true;
  /** Without a program it starts a shell, which reads its input; or only with an option for that. */
  readonly shell?: true | 'option';
}

/** The operands before the files, and what happens to the files. */
export interface Files {
  /** Number of operands before the files, unless an option replaces them. */
  readonly skip?: number;
  /** Files that are made: whatever was there before, the path is not a use of it. */
  readonly makes?: 'last' | 'all';
  /** It removes files, and a missing file is no error. */
  readonly removes?: true;
  /** How to do the same with two files: both in one call, or in two calls. */
  readonly both?: 'one-call' | 'two-calls';
  /** A program that does the same but keeps the original file, and the options of one letter that both have. */
  readonly copies?: { readonly as: string; readonly flags: string };
}

/** The state of something, and not whether it exists. */
export type StateKind = 'running' | 'failed' | 'enabled';

/** Programs that act on a service by its name. */
export interface Services {
  /** The index of the name among the operands; `rest`: all operands after the verb are units. */
  readonly at: number | 'rest';
  /** The words that query a state of the service. */
  readonly states: Readonly<Record<string, StateKind>>;
  /** It runs scripts of its own, and knows no units of systemd. */
  readonly scripts?: true;
}

/** Programs that look for processes or act on them, named by an option or by operands. */
export interface Processes {
  /** `lists`: all processes. `signals`: processes given by number. */
  readonly does: 'looks' | 'acts' | 'lists' | 'signals';
  /** The operand is a regular expression that matches anywhere in a name, unless the match must be exact. */
  readonly pattern?: true;
  /** Takes several names in one call. */
  readonly several?: true;
}

/** What is done with packages. */
export type PackageUse =
  | 'install'
  /** Tests whether it is there. */
  | 'query'
  /** Queries the repositories. */
  | 'description'
  | 'hold'
  | 'removal';

export interface Packages {
  /** By the first operand; without one, options decide. */
  readonly verbs?: Readonly<Record<string, PackageUse>>;
  /** It changes what is installed. */
  readonly changes?: true;
  /** Its packages are those of Debian. */
  readonly debian?: true;
}

/** What a program may probe for, with names among its operands. */
export interface Asking {
  /** `always`, or with an option for that, or with one of these words. */
  readonly when: 'always' | 'option' | RegExp;
  /** The operands are programs, by name or path, or files, by path. */
  readonly for?: 'programs' | 'files';
  /** It prints the path of a program that it finds. */
  readonly prints?: 'path';
}

/** How lines of documentation that call the program are distinguished from sentences. */
export interface Prose {
  /** Plain words that may follow its name: one of them, as the verb. */
  readonly verbs?: RegExp;
  /** How many plain words may follow; none for a program that takes only files. */
  readonly most: number;
  /** The verbs that a name may follow. */
  readonly named?: RegExp;
  /** It may be the only word. */
  readonly alone?: true;
}

export interface Program {
  /** Its names, all for the same command line. */
  readonly names: readonly string[];
  readonly options?: readonly Option[];
  /** Options end at the first operand, as for programs that run other programs. */
  readonly endsAtOperand?: true;
  /** Long options are written with one dash. */
  readonly singleDash?: true;
  /** A word with an unknown letter is not an option. */
  readonly strict?: true;

  readonly runs?: Running;
  /** Special reading of what it runs, or arranges; `words` begin with the program. */
  readonly runsOf?: (words: readonly Word[], program: KnownProgram) => Run[];
  /** A pattern for the words from its name to what it runs, in a line of documentation. */
  readonly before?: string;
  /**
   * A variable or function whose name contains its name means the program: `$SUDO`, `do_systemctl`. `host`, `folder`:
   * the first operand is where it runs the rest; a function may know that itself.
   */
  readonly inNames?: true | 'host' | 'folder';
  /** What it runs is run on this machine, and in this folder. */
  readonly here?: true;

  readonly files?: Files;
  /** How it brings files to a place. */
  readonly brings?: 'fetched' | 'unpacked' | 'cloned' | 'copied';
  /** It replaces one file with another. */
  readonly places?: true;
  /** What it reads is a table of commands and their times. */
  readonly schedules?: true;
  readonly services?: Services;
  readonly processes?: Processes;
  readonly packages?: Packages;
  /** It takes a line of sources.list(5). */
  readonly repositories?: true;
  readonly probes?: Asking;
  /** It lists everything, for a search in its output. */
  readonly lists?: true;
  /** It shows the logs of services. */
  readonly logs?: true;
  /** A tool of D-Bus; `calls`: it calls methods of systemd, too. */
  readonly bus?: 'calls' | 'tool';

  /** It searches its input for a pattern: that of an option, or the first operand. */
  readonly searches?: 'lines' | 'script';
  /** It prints its operands. */
  readonly prints?: true;
  /** It prints how much there is in its input. */
  readonly counts?: true;
  /** It sorts its input. */
  readonly sorts?: true;
  /** Variables that it sets: those of a function, all operands, or the last one. */
  readonly sets?: 'own' | 'operands' | 'last';
  /** It passes on its input, or a part of it, without looking at it; `shows` means to a person. */
  readonly passes?: true | 'shows';
  /** It handles each line separately, unless its words match this. */
  readonly byLine?: true | RegExp;
  /** It only shows, tests or prepares: it changes nothing. */
  readonly quiet?: true;
  readonly prose?: Prose;
}

/** A program of the table, with its options by name. */
export interface KnownProgram extends Program {
  readonly optionsByName: ReadonlyMap<string, Option>;
}
