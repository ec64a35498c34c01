/** How calls of programs are recognised: of the client, old and new, and of others. */

/** A call of the old binary. */
export interface CommandPattern {
  readonly kind: 'command';
  /** Words that select this command: the subcommand, its older spellings, or an option that acts as one. */
  readonly spellings: readonly string[];
  /** The programs that took it over, the most likely one last; two when it was split. */
  readonly successors: readonly Successor[];
  /** How the exit status changed, for callers that look at it. */
  readonly exitStatus?: string;
  /** A formerly empty output no longer is: `exitStatus` says when. */
  readonly neverEmpty?: true;
  /** The exit status is the purpose of the call: it counts unless it is thrown away. */
  readonly statusCounts?: true;
  /** How the text of the output changed. */
  readonly output?: string;
  /** The former order of the printed lines, which are no longer sorted. */
  readonly unsorted?: string;
  /** What the inventory lacks when an inventory script prints the output, and the key to print. */
  readonly inventory?: { readonly key: string; readonly reason: string };
  /** The call prints help or the version, or its command is known only at run time, or unknown. */
  readonly form?: 'help' | 'version' | 'dynamic' | 'unknown';
}

export interface Successor {
  readonly program: string;
  /** Absent if the program itself is the command. */
  readonly command?: string;
}

/** A new program called with an option that only the old one understood. */
export interface OptionPattern {
  readonly kind: 'option';
  readonly defect:
    | 'unknown'
    | 'single-dash'
    | 'flag-value'
    | 'level'
    | 'misplaced'
    | 'deprecated'
    | 'valueless'
    | 'unavailable'
    /** A command of another new program. */
    | 'foreign-command'
    /** An option that other new programs have kept. */
    | 'foreign-option';
  /** Limits the rule to these options; all when absent. */
  readonly options?: readonly string[];
}

/** A call of another program with these words: its argument is gone, or has lost its effect. */
export interface CallPattern {
  readonly kind: 'call';
  /** By base name. */
  readonly programs: readonly string[];
  /**
   * Each matches a word, or a word and the next one with a blank between them, such as `-T docker`. The first group of
   * the first one is named and replaced.
   */
  readonly words: readonly [RegExp, ...(readonly RegExp[])];
  /** Matches the options of a call, with blanks between them, if they can be rewritten. */
  readonly plain?: RegExp;
}

/** A user's own program, and the words that follow it. */
export interface ProgramPattern {
  readonly kind: 'program';
  /** A path must match exactly, a name matches in any folder. */
  readonly words: readonly [string, ...string[]];
}

/** A Debian package or its repository, as the argument of a program that works on these. */
export interface PackagePattern {
  readonly kind: 'package';
  readonly use: 'install' | 'depends' | 'recommends' | 'file' | 'hold' | 'query' | 'installer' | 'repository';
  readonly name: string;
  /** For `repository`: the line of sources.list, whose first group is replaced. */
  readonly pattern?: RegExp;
  /** For `repository`: the suites that the replacement has. */
  readonly suites?: readonly string[];
}

export interface ProcessPattern {
  readonly kind: 'process';
  /** Looked for by its exact name, by a pattern found anywhere in a name, or sent a signal that the client handles. */
  readonly use: 'name' | 'pattern' | 'signal';
}

/** A test whether the old client is there: by its binary, or by a search in a list of units, packages or processes. */
export interface ProbePattern {
  readonly kind: 'probe';
  readonly by: 'binary' | 'list';
}

export interface BusPattern {
  readonly kind: 'bus';
  readonly names: readonly string[];
}
