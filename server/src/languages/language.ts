/** One language: which files are in it, what it embeds, and where it can have comments. Each folder has one. */
import type { Fragment } from '../text/fragment.ts';
import type { CommentPlaces } from './comment-places.ts';
import type { Embedded } from './embedded.ts';
import type { OptIn } from './opt-ins.ts';
import type { SourceReader } from './program-strings/source-reader.ts';
import type { Shebang } from './shebang.ts';
import type { ParseHints } from './shell/shell.ts';

export interface Language<Name extends string = string> {
  readonly name: Name;
  /** What its files are for; `script` where nothing is said. */
  readonly role?: Role;
  /** Checked only if the user asks for it. */
  readonly optIn?: OptIn;
  /** File names. A path belongs to the first language of the list that matches it. */
  readonly files?: readonly FileNames[];
  /** For files that a name or a first line is not enough to recognise. */
  readonly recognition?: Recognition;
  /** Programs of `#!` lines that do not identify the language; the file name does. */
  readonly runBy?: readonly string[];
  /** Language ids that editors and their extensions use. */
  readonly editorIds?: readonly string[];
  /** Programs that a `#!` line names. */
  readonly interpreters?: Interpreters;
  /** How its texts begin, where any file name is possible. */
  readonly start?: Start;
  /** Its embedded parts. Never throws; text that is not of the language gives none. */
  parts?(source: Fragment, hints?: Hints): readonly Embedded[];
  /**
   * Where it can have comments; nowhere without this function. `source` is a part of the document with the text `text`,
   * or all of it.
   */
  comments?(source: Fragment, text: string, hints?: Hints): CommentPlaces | undefined;
  /** What must come first in a file, before a comment about all of it; a `#!` line by default. */
  readonly head?: RegExp;
  /** A text with a finding, however it begins: tests write it into a file of each name. */
  readonly example: string;
}

/** What is known besides the text: where it was just changed, and what was kept of its former version. */
export interface Hints extends ParseHints {
  /** Reads programs; without it, nothing is found in them. */
  readonly sources?: SourceReader | undefined;
}

/** The name of a text, and its beginning. */
export interface NamedText {
  /** With forward slashes. */
  readonly path: string;
  /** The path without a template's suffix. */
  readonly plain: string;
  /** The last part of the path. */
  readonly name: string;
  /** The editor's language id. */
  readonly languageId: string | undefined;
  /** The text, or as much of its beginning as has been read. */
  readonly text: string;
  readonly shebang: Shebang | undefined;
}

/** How a language recognises its files. */
export interface Recognition {
  /** Before the names of all languages, or after them, if neither a name nor the editor identifies the language. */
  readonly order: 'first' | 'last';
  readonly recognize: (file: NamedText) => Recognized | undefined;
  /** Each reason that it gives, with examples. */
  readonly kinds: readonly (Pick<FileNames, 'names' | 'why'> & Partial<Pick<Sample, 'beginning'>>)[];
}

/** What a file is for, as far as its name says; advice differs between them. */
export type Role =
  | 'state-script'
  | 'update-module'
  | 'inventory-script'
  | 'identity-script'
  | 'init-script'
  | 'script'
  | 'client-configuration'
  | 'connect-configuration'
  | 'unit'
  | 'drop-in'
  | 'recipe'
  | 'convert-configuration';

export interface Recognized {
  readonly role: Role;
  /** A short reason for people. */
  readonly why: string;
}

export interface FileNames {
  /** Matched against the whole path without a template's suffix. */
  readonly pattern: RegExp;
  /** Paths of each shape that the pattern matches: for the pages, and for the tests of the editor. */
  readonly names: readonly string[];
  /** A short reason for people. */
  readonly why: string;
}

export interface Interpreters {
  /** By base name without version. */
  readonly programs: readonly string[];
  readonly why: string;
  readonly sample: Sample;
}

export interface Start {
  /** Names of files that are looked into, without a template's suffix. */
  readonly names: RegExp;
  readonly pattern: RegExp;
  readonly why: string;
  readonly sample: Sample;
}

export interface Sample {
  readonly names: readonly string[];
  readonly beginning: string;
}

/** Keeps the name of a language as a type. */
export function defineLanguage<const Name extends string>(language: Language<Name>): Language<Name> {
  return language;
}
