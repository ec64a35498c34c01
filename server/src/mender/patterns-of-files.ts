/** How uses of files, and the contents of scripts with a special purpose, are recognised. */

/** A path that is gone, as the argument of a program that works on files. */
export interface PathPattern {
  readonly kind: 'path';
  /** Matches the word's text; the first group is replaced. */
  readonly pattern: RegExp;
  /** A user's own file may be there under one of these names, if it is created. */
  readonly owned?: readonly string[];
  /** A command that removes it needs it, unless it is forced. */
  readonly needed?: true;
  /** The role of the path, where more than its name counts: the program itself, or the link that enables a unit. */
  readonly is?: 'binary' | 'enabling-link';
  /** Creating the path is as wrong as using it. */
  readonly created?: boolean;
  /** Replacements of the first group, where the rule's replacement is a longer path: one for each of its texts. */
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
      /** A call that only the last branch handles is answered with an error or a message. */
      readonly defect: 'unknown-call';
      readonly call: string;
      /** The right answer to it. */
      readonly answer: string;
      /** A `case` with one of these branches is the one over the calls. */
      readonly calls: readonly string[];
    }
  | { readonly kind: 'module'; readonly defect: 'state-name'; readonly name: string }
  /** A call is answered with a word that the client does not accept. */
  | { readonly kind: 'module'; readonly defect: 'reply'; readonly call: string; readonly name: string };

/** A variable of a configuration that is a shell script. */
export interface SettingPattern {
  readonly kind: 'setting';
  readonly name: string;
  /** Values that count; all when absent. The first group, if any, is replaced. */
  readonly value?: RegExp;
}

/** Variables of the environment of the client's services. */
export interface EnvironmentPattern {
  readonly kind: 'environment';
  /** For `commas`: why a list with the end of a name is not rewritten, a clause. */
  readonly noFix?: string;
  /**
   * `commas`: a list separated by them. `pattern`: a list with more than host names. `suffix`: a list with the end of
   * names. `empty`: an empty value. `both-cases`: set in lower and in upper case; `names` are the lower ones.
   */
  readonly defect: 'commas' | 'pattern' | 'suffix' | 'empty' | 'both-cases';
  readonly names: readonly string[];
}

/** A text that a script looks for in the output or logs of a program of Mender's. */
export interface OutputPattern {
  readonly kind: 'output';
  /**
   * The source of the text: the log of the client, calls of its programs (all if none is named) with one of these
   * words, or those of another program of Mender's.
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
  /** The text that is printed now, for the message. */
  readonly now: string;
  /** A script that looks for this, too, knows both. */
  readonly new: RegExp;
  /** The replacement for the old text, if there is one. */
  readonly to?: string;
}

/** The output of a script for the inventory of the device. */
export type InventoryPattern =
  | {
      readonly kind: 'inventory';
      /** It prints one of these keys, which belong to the client. */
      readonly defect: 'key';
      readonly keys: readonly string[];
      /** Scripts whose purpose is to print them. */
      readonly except: readonly string[];
    }
  /** A copy of this script calls the client with this word, and does not print the key. */
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
