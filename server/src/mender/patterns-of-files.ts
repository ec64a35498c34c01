/** How uses of files, and what is in scripts with a job of their own, are recognised. */

/** A path that is gone, as the argument of a program that works on files. */
export interface PathPattern {
  readonly kind: 'path';
  /** Matches in the word's text; the first group is what is replaced. */
  readonly pattern: RegExp;
  /** A file of one's own may stand there, under one of these names: who makes it has it. */
  readonly owned?: readonly string[];
  /** Who removes it needs it, unless by force. */
  readonly needed?: true;
  /** What the path is, where more than its name counts: the program itself, or the link that enables a unit. */
  readonly is?: 'binary' | 'enabling-link';
  /** Making the path is no better than using it. */
  readonly created?: boolean;
  /** What the first group is replaced with, where the replacement is a longer path: one for each of its texts. */
  readonly names?: readonly string[];
}

/** A script under a name that is never run. */
export interface FileNamePattern {
  readonly kind: 'file-name';
  /** The first group is the name. */
  readonly pattern: RegExp;
}

/** How an update module answers a call. */
export type ModulePattern =
  | {
      readonly kind: 'module';
      /** A call that no branch but the last knows is answered with an error or a message. */
      readonly defect: 'unknown-call';
      readonly call: string;
      /** What is to be printed for it. */
      readonly answer: string;
      /** A `case` with one of these branches is the one over the calls. */
      readonly calls: readonly string[];
    }
  | { readonly kind: 'module'; readonly defect: 'state-name'; readonly name: string }
  /** A call is answered with a word that the client does not take. */
  | { readonly kind: 'module'; readonly defect: 'reply'; readonly call: string; readonly name: string };

/** A variable of a configuration that is a shell script. */
export interface SettingPattern {
  readonly kind: 'setting';
  readonly name: string;
  /** Values that count; all when absent. The first group, where there is one, is what is replaced. */
  readonly value?: RegExp;
}

/** Variables of the environment of the client's services. */
export interface EnvironmentPattern {
  readonly kind: 'environment';
  /** For `commas`: why a list with the end of a name is not rewritten, a clause. */
  readonly noFix?: string;
  /**
   * `commas`: a list that has them. `pattern`: one with more than names of hosts. `suffix`: one with the end of names. `empty`: set
   * to nothing. `both-cases`: set in lower and in upper case; `names` are the lower ones.
   */
  readonly defect: 'commas' | 'pattern' | 'suffix' | 'empty' | 'both-cases';
  readonly names: readonly string[];
}

/** A text that a script looks for in what a program of Mender's printed or logged. */
export interface OutputPattern {
  readonly kind: 'output';
  /**
   * What prints it: the log of the client, calls of its programs, of all where none is named, with one of these words,
   * or of another program of Mender's.
   */
  readonly of:
    | { readonly kind: 'log' }
    | { readonly kind: 'client'; readonly programs?: readonly string[]; readonly commands: readonly string[] }
    | { readonly kind: 'program'; readonly name: string; readonly commands: readonly string[] };
  readonly texts: readonly PrintedText[];
}

export interface PrintedText {
  /** The part of a text that is no longer printed. */
  readonly old: RegExp;
  /** What is printed now, for the message. */
  readonly now: string;
  /** Who looks for it, too, knows both. */
  readonly new: RegExp;
  /** What takes the place of the old text, where it is as good. */
  readonly to?: string;
}

/** What a script prints for the inventory of the device. */
export type InventoryPattern =
  | {
      readonly kind: 'inventory';
      /** It prints one of these keys, which are the client's own. */
      readonly defect: 'key';
      readonly keys: readonly string[];
      /** Scripts that are there to print them. */
      readonly except: readonly string[];
    }
  /** A copy of this script calls the client with this word, and leaves out the key. */
  | {
      readonly kind: 'inventory';
      readonly defect: 'copy';
      readonly script: string;
      readonly command: string;
      readonly key: string;
    };

/** A comment that suppresses findings, or fails to. */
export interface SuppressionPattern {
  readonly kind: 'suppression';
  readonly defect: 'unknown' | 'unused';
}
