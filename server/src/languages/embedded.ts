/** What a file in one language embeds of another: scripts, command lines, whole files. */

import type { Fragment, Range } from '../text/fragment.ts';
import type { Word } from '../text/word.ts';
import type { SourceLanguage } from './program-strings/source-language.ts';
import type { SourceText } from './program-strings/source-text.ts';

export type Embedded =
  | EmbeddedScript
  | EmbeddedCommand
  | EmbeddedFile
  | EmbeddedAssignment
  | EmbeddedCondition
  | EmbeddedLayer
  | EmbeddedService
  | EmbeddedPath
  | EmbeddedDependency
  | EmbeddedPackage
  | EmbeddedFact
  | EmbeddedBusName
  | EmbeddedCall;

/** A part that is for some devices only, or that decides what may run where it is. */
interface ForDevices {
  /** Its place among such parts of the file. */
  readonly device?: ListPlace;
}

/** A part that is run for its exit status, such as a health check. */
interface Tested {
  readonly tested?: true;
}

/** Shell text: a task of a recipe, a line of a makefile, a `run:` of a workflow. */
export interface EmbeddedScript extends ForDevices, Tested {
  readonly kind: 'script';
  readonly source: Fragment;
  /** There is room for one command only, as in a rule of udev. */
  readonly single?: true;
  readonly place?: ListPlace;
  /** Its failure has no effect. */
  readonly ignored?: true;
}

/** One of several parts side by side, and which one. */
export interface ListPlace {
  readonly list: object;
  readonly index: number;
}

/** A program and its arguments that no shell reads, such as `CMD ["mender", "daemon"]`. */
export interface EmbeddedCommand extends ForDevices, Tested {
  readonly kind: 'command';
  readonly words: readonly [Word, ...Word[]];
  /** The text of a word as another shell reads it. */
  readonly innerScript: (word: Word) => Fragment;
  readonly list?: StringList;
}

/** Strings in a list, and the separator between two of them: another list can replace it. */
export interface StringList {
  readonly source: Fragment;
  /** From the first string to the last one, in the text of `source`. */
  readonly range: Range;
  readonly separator: string;
}

/** A file that is written with this text, such as one of cloud-init's `write_files`. */
export interface EmbeddedFile {
  readonly kind: 'file';
  readonly path: string;
  readonly source: Fragment;
  /** A part of the file is left out. */
  readonly part?: boolean;
}

/** A service that a task of a provisioning tool acts on. */
export interface EmbeddedService extends ForDevices {
  readonly kind: 'service';
  readonly name: Word;
  /** How the task can act on a second service as well, where that can be written. */
  readonly second?: SecondService;
}

/** Text that goes to an offset of `source`, which is the file. */
export type SecondService =
  /**
   * The task can loop: `item` replaces the service's name, and `before` and a list of services are inserted at `at`.
   */
  | {
      readonly kind: 'loop';
      readonly source: Fragment;
      readonly name: Range;
      readonly at: number;
      readonly before: string;
      readonly item: string;
    }
  /** It loops already: `before` and another service are inserted at `at`. */
  | { readonly kind: 'item'; readonly source: Fragment; readonly at: number; readonly before: string };

/** A program of the device. */
export interface EmbeddedPath extends ForDevices {
  readonly kind: 'path';
  readonly path: Word;
  /** What the first piece of the path means. */
  readonly folder?: string;
  /** It is created there, whatever was there before. */
  readonly created?: boolean;
  /** The files in it, if it is a folder, as names or whole paths; `*` where their names are unknown. */
  readonly files?: readonly string[];
  /** The range of the document for which it is there. */
  readonly lasts?: Range;
  /** The program that does the same on a command line. */
  readonly program?: string;
  /** It is only looked for: by what. */
  readonly asked?: string;
}

/** A package that another one needs. */
export interface EmbeddedDependency {
  readonly kind: 'dependency';
  readonly field: string;
  readonly name: Word;
  /** All that are sufficient, this one included. */
  readonly alternatives: readonly string[];
}

/** A package that a provisioning tool works on, or the place that it comes from. */
export interface EmbeddedPackage extends ForDevices {
  readonly kind: 'package';
  /** To install it, when absent. */
  readonly use?: 'hold' | 'file' | 'repository';
  /** For a repository: the text before its name in a line of sources.list(5). */
  readonly before?: string;
  readonly after?: string;
  /** The module, or the key, that lists it. */
  readonly tool: string;
  readonly name: Word;
  /** Its version is given, too. */
  readonly versioned: boolean;
}

/** A condition that looks for a name among the services, or packages, that a provisioning tool has found. */
export interface EmbeddedFact extends ForDevices {
  readonly kind: 'fact';
  readonly of: 'services' | 'packages';
  readonly name: Word;
}

/** A name, an interface or an object of D-Bus. */
export interface EmbeddedBusName {
  readonly kind: 'bus-name';
  /** With the text around it: `own="NAME"`, `get("NAME")`. */
  readonly use: string;
  readonly name: Word;
}

/** A call in a program of another language. */
export interface EmbeddedCall {
  readonly kind: 'call';
  readonly source: Fragment;
  /** `os.system` as its names, with imported names resolved to their modules; a part without a name is empty. */
  readonly callee: readonly string[];
  /** As the text says it. */
  readonly written: string;
  /** The range of its last name. */
  readonly name: Range;
  readonly language: SourceLanguage;
  /** Modules that the program imports. */
  readonly modules: ReadonlySet<string>;
  /** Texts among its arguments, as far as each is known without looking elsewhere. */
  readonly texts: () => readonly SourceText[];
  /** All possible readings of the call. */
  readonly readings: () => readonly CallReading[];
}

export interface CallReading {
  readonly arguments: readonly Argument[];
  /** Among the calls of one function. */
  readonly place: ListPlace;
}

export type Argument = { readonly name?: string | undefined } & (
  | { readonly kind: 'text'; readonly text: SourceText }
  | { readonly kind: 'list'; readonly items: readonly SourceText[] }
  | { readonly kind: 'other'; readonly range: Range }
);

/** A variable of BitBake. */
export interface EmbeddedAssignment extends ListPlace {
  readonly kind: 'assignment';
  readonly assignment: Assignment;
}

/**
 * What a part of a BitBake file depends on: the name of a task, whose overrides say it, or the words that inline Python
 * tests. The range indexes the text of `source`.
 */
export interface EmbeddedCondition extends ListPlace, Range {
  readonly kind: 'condition';
  readonly source: Fragment;
  /** The name of the variable that inline Python searches. */
  readonly variable?: Range;
}

/** A layer of a repository that a build takes. */
export interface EmbeddedLayer {
  readonly kind: 'layer';
  readonly source: Fragment;
  readonly range: Range;
  readonly name: string;
  /** The last part of the address that it is fetched from. */
  readonly repository: string;
}

/** `NAME:override[flag] ?= "value"`, or `inherit NAME`, whose name is `inherit`. Offsets index the text of the file. */
export interface Assignment extends Range {
  /** As written, overrides included, without a flag. */
  readonly name: string;
  readonly nameRange: Range;
  readonly source: Fragment;
  /** The text between the quotes, continuation lines joined. */
  readonly value: Fragment;
}
