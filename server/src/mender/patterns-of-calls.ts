/** How calls of programs are recognised: of the client, old and new, and of others. */

/** A call of the old binary. */
export interface CommandPattern {
  readonly kind: 'command';
  /** Words that select this command: the subcommand, its older spellings, or an option that acts as one. */
  readonly spellings: readonly string[];
  /** The programs that took it over, the likelier one last; two when it was split. */
  readonly successors: readonly Successor[];
  /** Set when a caller that looks at the exit status sees another one now: how it changed. */
  readonly exitStatus?: string;
  /** There is an output now where there was none: `exitStatus` says when. */
  readonly neverEmpty?: true;
  /** The exit status is what the call is made for: it counts wherever it is not thrown away. */
  readonly statusCounts?: true;
  /** Set when what the call prints reads differently now: how. */
  readonly output?: string;
  /** Set when the lines it prints stand in no order now: how they did. */
  readonly unsorted?: string;
  /** Set when what an inventory script prints with it is no longer all that the inventory needs: what is missing, and the key to print. */
  readonly inventory?: { readonly key: string; readonly reason: string };
  /** The call prints help or the version, or its command is known only at run time, or to nobody. */
  readonly form?: 'help' | 'version' | 'dynamic' | 'unknown';
}

export interface Successor {
  readonly program: string;
  /** Absent where the program itself is the command. */
  readonly command?: string;
}

/** A new program called with an option that only the old one understood. */
export interface OptionPattern {
  readonly kind: 'option';
  readonly defect:
    | 'unknown'
    | 'single-dash'
    | 'flag-value'
    | 'log-level'
    | 'misplaced'
    | 'deprecated'
    | 'valueless'
    | 'unavailable'
    /** A command that another of the new programs has. */
    | 'foreign-command'
    /** An option that others of the new programs kept. */
    | 'foreign-option';
  /** Limits the row to these options; all when absent. */
  readonly options?: readonly string[];
}

/** A call of another program that has these words: what it is told is no longer there, or no longer does. */
export interface CallPattern {
  readonly kind: 'call';
  /** By base name. */
  readonly programs: readonly string[];
  /**
   * Each matches a word, or a word and the next one with a blank between them, such as `-T docker`. The first group of the first one is what
   * is named and replaced.
   */
  readonly words: readonly [RegExp, ...(readonly RegExp[])];
  /** Matches all options of a call, with blanks between them, that can be rewritten. */
  readonly plain?: RegExp;
}

/** A program of the user's own, and the words that follow it. */
export interface ProgramPattern {
  readonly kind: 'program';
  /** A path matches as it is, a name wherever the program is. */
  readonly words: readonly [string, ...string[]];
}

/** A Debian package or its repository, as the argument of a program that works on such. */
export interface PackagePattern {
  readonly kind: 'package';
  readonly use: 'install' | 'depends' | 'recommends' | 'file' | 'hold' | 'query' | 'installer' | 'repository';
  readonly name: string;
  /** For `repository`: the line of sources.list, whose first group is what is replaced. */
  readonly pattern?: RegExp;
  /** For `repository`: the suites that the replacement has. */
  readonly suites?: readonly string[];
}

export interface ProcessPattern {
  readonly kind: 'process';
  /** Looked for by its exact name, by a pattern found anywhere in a name, or sent a signal the client listens to. */
  readonly use: 'name' | 'pattern' | 'signal';
}

/** A test whether the old client is there: by its binary, or by a search in what lists units, packages or processes. */
export interface ProbePattern {
  readonly kind: 'probe';
  readonly by: 'binary' | 'list';
}

export interface BusPattern {
  readonly kind: 'bus';
  readonly names: readonly string[];
}
