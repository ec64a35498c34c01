/**
 * What an entry of the table of other people's programs can say. A program is added by one entry, in the file of its
 * family: its names, its options as its manual writes them, and what it does with the rest of its words. An option
 * that takes no value and means nothing here is left out. `programs.ts` puts the families together,
 * `test/programs/programs.test.ts` asks for a case of every entry.
 */
import type { Word } from '../text/word.ts';

/** What an option, or the value that it takes, is to those who read a command line. */
export type Meaning =
  /** Nothing of interest. */
  | 'other'
  /** A script that is run; without a value, the first operand is one. */
  | 'script'
  /** The program that is run, a file as well. */
  | 'program'
  /** It starts a shell that reads what it is to do. */
  | 'shell'
  /** What is to be run is read from the input. */
  | 'input'
  /** Nothing is run, whatever else is written. */
  | 'nothing'
  /** The program only asks whether something is there. */
  | 'asks'
  /** It only asks what the repositories have. */
  | 'describes'
  /** Another machine or root folder is meant. */
  | 'elsewhere'
  /** A user's own services are meant. */
  | 'user'
  /** A unit, an identifier of the journal, a process, by name. */
  | 'unit'
  | 'identifier'
  | 'process'
  | 'signal'
  /** A file that says which process it is. */
  | 'pid-file'
  /** The name has to be the whole name; the whole command line is looked at. */
  | 'exact'
  | 'full'
  /** It changes only what is shown. */
  | 'shown'
  /** It stands for the operand that comes first otherwise: what is looked for, a file of that, a file that is like it. */
  | 'pattern'
  | 'pattern-file'
  | 'reference'
  /** Patterns are extended regular expressions. */
  | 'extended'
  /** What does not match is meant. */
  | 'inverted'
  /** How many there are is printed; so are the places of lines, or it counts which ones they are. */
  | 'counts'
  | 'positions'
  /** The folder that files are put into, and a file that is written. */
  | 'folder'
  | 'output'
  /** Files come out of an archive. */
  | 'unpacks'
  /** An address that is fetched. */
  | 'address'
  /** Folders are made, and no files are put anywhere. */
  | 'makes-folders'
  /** What stands for the words that are read. */
  | 'filled'
  /** A command of the program's own follows. */
  | 'command'
  /** What is not there is no mistake. */
  | 'forced'
  /** Files are changed in place; text is added at their end. */
  | 'in-place'
  | 'append'
  /** Escapes are put into effect in what is printed. */
  | 'escapes'
  /** The shell ends with the first command that fails. */
  | 'errexit'
  /** Packages, or files of packages. */
  | 'removes'
  | 'installs'
  /** Versions are compared. */
  | 'versions'
  /** How what is printed looks. */
  | 'format'
  /** A variable that is set. */
  | 'variable'
  /** What is disabled is stopped as well, and what is enabled is started. */
  | 'now'
  /** A module and what it is given. */
  | 'module'
  | 'arguments';

export interface Option {
  /** All ways to write it, dashes included. */
  readonly names: readonly string[];
  readonly meaning: Meaning;
  /** `attached`: only in the word of the option itself. */
  readonly value?: 'required' | 'attached';
}

/** Options with a value: a string has all ways to write one of them, `-u --unit`. */
export function takes(meaning: Meaning, ...spellings: readonly string[]): readonly Option[] {
  return spellings.map(names => ({ names: names.split(' '), meaning, value: 'required' }));
}

/** Options with a value that may be absent, and is in the same word if it is there: `-i[SUFFIX]`. */
export function mayTake(meaning: Meaning, ...spellings: readonly string[]): readonly Option[] {
  return spellings.map(names => ({ names: names.split(' '), meaning, value: 'attached' }));
}

/** Options without a value. */
export function flags(meaning: Meaning, ...spellings: readonly string[]): readonly Option[] {
  return spellings.map(names => ({ names: names.split(' '), meaning }));
}

/** What a command line runs or has done: a program with its arguments, a script, a task about a service or a package. */
export type Run =
  | { readonly kind: 'program'; readonly words: readonly Word[] }
  /** `from` is where the script begins in the text of the word, `to` where it ends. */
  | { readonly kind: 'script'; readonly word: Word; readonly from?: number; readonly to?: number }
  | { readonly kind: 'service'; readonly name: Word }
  | { readonly kind: 'package'; readonly tool: string; readonly name: Word };

/** How a program runs what stands among its words. */
export interface Running {
  /**
   * `program`: the remaining words are a program and its arguments. `script`: one word is a script, several are a program.
   * `option`: only what an option for a script names, or with `else`, a program where there is none.
   */
  readonly as: 'program' | 'script' | 'option';
  readonly else?: 'program';
  /** Operands before what is run, such as the duration of `timeout`. */
  readonly operands?: number;
  /** `NAME=value` words before the program are its environment. */
  readonly assignments?: true;
  /** The first operand has to be one of these words. */
  readonly subcommand?: readonly string[];
  /** Those of them that type the words, side by side: it is the name of the space bar that separates two. */
  readonly types?: readonly string[];
  /** What is run ends before one of these words. */
  readonly until?: readonly string[];
  /** It adds arguments of its own to those of the program. */
  readonly appends?: true;
  /** With nothing to run it starts a shell, which reads its input; or only with an option for that. */
  readonly shell?: true | 'option';
}

/** What is before the files among the operands, and what becomes of them. */
export interface Files {
  /** Operands before the files, unless an option takes the place of these. */
  readonly skip?: number;
  /** Files that are made: whatever was there before, the path is not a use of it. */
  readonly makes?: 'last' | 'all';
  /** It is content with a file that is gone. */
  readonly removes?: true;
  /** To do the same with two files: with both in one call, or in two calls. */
  readonly both?: 'one-call' | 'two-calls';
  /** The program that does the same and leaves the file where it was, and the options of one letter that both have. */
  readonly copies?: { readonly as: string; readonly flags: string };
}

/** How something fares, and not whether it is there. */
export type StateKind = 'running' | 'failed' | 'enabled';

/** Programs that act on a service by its name. */
export interface Services {
  /** The place of the name among the operands; `rest`: after the verb there are units alone. */
  readonly at: number | 'rest';
  /** The words that ask how the service fares. */
  readonly states: Readonly<Record<string, StateKind>>;
  /** It runs scripts of its own, and knows no units of systemd. */
  readonly scripts?: true;
}

/** Programs that look for processes, or act on them; those that an option names, or the operands do. */
export interface Processes {
  /** `lists`: all that there are. `signals`: those whose numbers it is given. */
  readonly does: 'looks' | 'acts' | 'lists' | 'signals';
  /** The operand is a regular expression that is found anywhere in a name, unless the name has to be exact. */
  readonly pattern?: true;
  /** Takes several names in one call. */
  readonly several?: true;
}

/** What is done with packages. */
export type PackageUse =
  | 'install'
  /** Whether it is there. */
  | 'query'
  /** What the repositories have of it. */
  | 'description'
  | 'hold'
  | 'removal';

export interface Packages {
  /** By the first operand; without one, options say it. */
  readonly verbs?: Readonly<Record<string, PackageUse>>;
  /** It changes what is installed. */
  readonly changes?: true;
  /** Its packages are those of Debian. */
  readonly debian?: true;
}

/** What a program may ask for, with names among its operands. */
export interface Asking {
  /** `always`, or with an option for that; or with one of these words. */
  readonly when: 'always' | 'option' | RegExp;
  /** The operands are programs that are looked for, by name or path; or files, by path. */
  readonly for?: 'programs' | 'files';
  /** It prints the path of a program that it finds. */
  readonly prints?: 'path';
}

/** How lines of documentation that are its calls are told from sentences. */
export interface Prose {
  /** Words without anything that no sentence has, which may follow: one of them, as it says what to do. */
  readonly verbs?: RegExp;
  /** How many of those; none in a program that is only given files. */
  readonly most: number;
  /** Those after which the name of something may stand. */
  readonly named?: RegExp;
  /** It may stand alone. */
  readonly alone?: true;
}

export interface Program {
  /** By which it is called, all for the same command line. */
  readonly names: readonly string[];
  readonly options?: readonly Option[];
  /** Options end at the first operand, as for programs that run other programs. */
  readonly endsAtOperand?: true;
  /** Long options are written with one dash. */
  readonly singleDash?: true;
  /** A word with any other letter is no option. */
  readonly strict?: true;

  readonly runs?: Running;
  /** What runs, or has done, is told in a way of its own; `words` begin with the program. */
  readonly runsOf?: (words: readonly Word[], program: KnownProgram) => Run[];
  /** A pattern of what it is before in a line of documentation, from its name to what it runs. */
  readonly before?: string;
  /**
   * A variable or function that has the name in its own stands for it: `$SUDO`, `do_systemctl`. `host`, `folder`: where
   * the first operand says the program runs the rest; a function may know that itself.
   */
  readonly inNames?: true | 'host' | 'folder';
  /** What it runs is run on this machine, and in this folder. */
  readonly here?: true;

  readonly files?: Files;
  /** How it brings files to a place. */
  readonly brings?: 'fetched' | 'unpacked' | 'cloned' | 'copied';
  /** It puts one file in the place of another. */
  readonly places?: true;
  /** What it reads is a table of commands and their times. */
  readonly schedules?: true;
  readonly services?: Services;
  readonly processes?: Processes;
  readonly packages?: Packages;
  /** It takes a line of sources.list(5). */
  readonly repositories?: true;
  readonly asks?: Asking;
  /** It lists what there is, for a search after it. */
  readonly lists?: true;
  /** It shows what services log. */
  readonly logs?: true;
  /** A tool of D-Bus; `calls`: of methods of systemd, too. */
  readonly bus?: 'calls' | 'tool';

  /** It looks for a pattern in what it reads: that of the options, or the first operand. */
  readonly searches?: 'lines' | 'script';
  /** It prints its operands. */
  readonly prints?: true;
  /** It prints how much there is of what it reads. */
  readonly counts?: true;
  /** It puts what it reads in an order of its own. */
  readonly sorts?: true;
  /** Variables that it sets: those of a function, all operands, or the last one. */
  readonly sets?: 'own' | 'operands' | 'last';
  /** It hands on what it reads, or a part of it, and does not look at it; `shows` means to a person. */
  readonly passes?: true | 'shows';
  /** It takes one line after the other, each for itself, unless its words are like this. */
  readonly byLine?: true | RegExp;
  /** It only shows, tests or gets ready: it changes nothing. */
  readonly quiet?: true;
  readonly prose?: Prose;
}

/** A program of the table, with its options by name. */
export interface KnownProgram extends Program {
  readonly optionsByName: ReadonlyMap<string, Option>;
}
