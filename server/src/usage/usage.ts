/** What a file uses, free of the language it was written in. Everything behind this room sees only these types. */
import type {
  Assignment,
  CarriedBusName,
  CarriedDependency,
  CarriedPackage,
  SecondService,
  StringList,
} from '../syntax/carried.ts';
import type { Fragment, Range } from '../syntax/fragment.ts';
import type { JsonMember, JsonTree, JsonValue } from '../syntax/json.ts';
import type { Directive } from '../syntax/unit.ts';
import type { Word } from '../syntax/word.ts';
import type { Frame } from './frame.ts';
import type { OutputPlaces } from './shell/output-places.ts';
import type { Subject } from './subject.ts';

export type Usage =
  | Invocation
  | FunctionCall
  | PathUse
  | UnitReference
  | UnitEnvironment
  | ScriptEnvironment
  | ReadOutput
  | UnitFile
  | ConfigUse
  | WrittenFile
  | ModuleCase
  | Setting
  | ScriptFile
  | ServiceTask
  | CarriedBusName
  | CarriedDependency
  | PackageTask
  | RecipeVariable
  | RecipeCondition
  | RecipeFile;

/** A program run with arguments. */
export interface Invocation {
  readonly kind: 'invocation';
  readonly source: Fragment;
  /** The program: the word behind `sudo`, `env A=b` and the like, with variables resolved where they are constant. */
  readonly name: ResolvedWord;
  /** Base name of the program as it is written. */
  readonly program: string;
  readonly args: readonly ResolvedWord[];
  /** The whole simple command, from its first wrapper or assignment to its last redirection. */
  readonly command: Range;
  readonly context: Context;
  /** False when something unknown, such as `$SUDO`, stands in front: it probably, not surely, runs the rest. */
  readonly certain: boolean;
  /** Set when the program's name is written where a variable gets its value, not where it is called. */
  readonly via?: Via;
  /** Some of its words are written elsewhere: in a variable, or in a function that is called with the others. */
  readonly spread: boolean;
  /** A function hands its arguments on one by one, as `$1` and `$2`: another word in the call would not arrive. */
  readonly positional?: true;
  /** The command is a list of strings that no shell reads. */
  readonly list?: StringList | undefined;
  /** What the script prints goes into the inventory of the device: the name of its file. */
  readonly inventory?: string;
  /** More arguments follow that are not written here: those of an alias, or what `xargs` reads. */
  readonly followed?: 'alias' | 'xargs' | undefined;
}

/** A function of the script called with arguments that are not a program for it to run. */
export interface FunctionCall {
  readonly kind: 'function-call';
  readonly args: readonly ResolvedWord[];
  readonly context: Context;
}

export interface Via {
  readonly definition: Definition;
  /** The word of the call that stands for the definition's words. */
  readonly use: Word;
  /** The variable stands for the program's name and nothing else. */
  readonly alone: boolean;
  /** Texts of all definitions of the variable. */
  readonly alternatives: readonly string[];
}

/** The word of the call that the arguments follow: the program's name, or the variable that stands for it alone. */
export function calledWord({ name, via }: Invocation): Word {
  return via?.alone ? via.use : name;
}

/** A word of a command line and what it can stand for. */
export interface ResolvedWord extends Word {
  /** Its constant values; several when a variable is set in several places. */
  readonly values: readonly ResolvedValue[];
  /** Texts, as written, that give it a value known only at run time. With none, `values` is all it can be. */
  readonly open: readonly string[];
}

export interface ResolvedValue {
  readonly text: string;
  /** Where the characters of `text` are written, in their order: one word, or several the text is put together from. */
  readonly origins: readonly Origin[];
}

/** A stretch of a value, up to the next one. */
export interface Origin {
  /** Offset in the text of the value. */
  readonly at: number;
  /** The word the stretch is written in. */
  readonly word: Word;
  /** Offset of its first character in the skeleton of `word`. */
  readonly offset: number;
  /** The variable between the use and the word, if any. */
  readonly definition: Definition | undefined;
}

/** A place that gives a variable its value. */
export interface Definition {
  readonly name: string;
  /** The value as written. */
  readonly text: string;
  /** One word; several for an array or the list of a loop. Worked out when asked for: most variables are of no interest. */
  readonly words: readonly Word[];
  /** `input`: `read` and its like, whose words say nothing. */
  readonly kind: 'assignment' | 'append' | 'loop' | 'fallback' | 'array' | 'input';
  readonly frame: Frame | undefined;
  /** Known in its function alone, and in what that calls. */
  readonly local?: boolean;
}

export interface Context {
  /** Innermost branch the invocation stands in. */
  readonly frame: Frame | undefined;
  readonly language: 'shell' | 'unit';
  /**
   * What is made of the exit status: `tested` decides something, as in a health check, too; `last` is that of the whole script,
   * for whoever runs it; `ignored` is `|| true`.
   */
  readonly status: 'plain' | 'last' | 'tested' | 'ignored';
  /** `set -e` stands somewhere in the script: what fails may end it. */
  readonly leavesOnFailure?: boolean;
  /** Where the script sends what it prints. */
  readonly outputs?: OutputPlaces;
  /** The output goes into a variable, a message or a pipe. */
  readonly captured: boolean;
  /** A variable or a program gets the output that does more with it than show or keep it. */
  readonly read?: boolean;
  /** The variable the output goes into. */
  readonly variable?: string;
  /** The unit whose file the command stands in. */
  readonly unit?: string;
  readonly unitSection?: UnitSection;
  /** Where the command stands decides how two commands can take its place. */
  readonly place: Place;
  readonly subject: Subject;
}

/** Where a directive of the section `[Unit]` can be added to the file that a command stands in. */
export interface UnitSection {
  readonly source: Fragment;
  readonly at: number;
  /** The section has to be begun there. */
  readonly isMissing: boolean;
}

export type Place =
  /** A statement of its own: a second line can follow. */
  | 'statement'
  /** The only command of a condition or a substitution. */
  | 'alone'
  /** A statement put into the background with `&`. */
  | 'background'
  /** An operand of a chain that holds nothing but `&&`. */
  | 'and-chain'
  /** Behind `!`, in a pipeline, in a chain with `||`: two commands need braces. */
  | 'operand'
  /** `ExecStart=` and the like, where there is no second command. */
  | 'directive';

/** A file or folder that a program which works on files is given, or a redirection writes to. */
export interface PathUse {
  readonly kind: 'path';
  readonly source: Fragment;
  readonly word: ResolvedWord;
  /** The file is made here, whatever was there before. */
  readonly created: boolean;
  /** The program that is given the file; undefined for a redirection. */
  readonly program: string | undefined;
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
  /** The text comes behind what is there already. */
  readonly appended: boolean;
  /** It takes the place of something in the file: of whole lines, or of anything. */
  readonly edited?: 'lines' | 'part';
  readonly frame: Frame | undefined;
}

/** Units named by a directive of a unit file. */
export interface UnitReference {
  readonly kind: 'unit-reference';
  readonly directive: Directive;
  /** All that is listed by directives of its name in its section: systemd puts their lists together. */
  readonly listed: ReadonlySet<string>;
  /** The unit the file belongs to. */
  readonly unit: string | undefined;
  readonly frame: Frame | undefined;
}

/** What `Environment=` of a unit file sets, in its order: words `NAME=VALUE`. */
export interface UnitEnvironment {
  readonly kind: 'unit-environment';
  readonly words: readonly Word[];
  readonly unit: string | undefined;
  readonly frame: Frame | undefined;
}

/** A variable that a script sets for the programs it runs. */
export interface ScriptEnvironment {
  readonly kind: 'script-environment';
  readonly name: string;
  /** Its value. */
  readonly word: Word;
  /** Base names of those that get it. */
  readonly programs: ReadonlySet<string>;
  /** All programs get it that are run behind it, known here or not. */
  readonly exported: boolean;
  readonly frame: Frame | undefined;
}

/** A place where a script looks for texts in what programs printed. */
export interface ReadOutput {
  readonly kind: 'read-output';
  /** The words of the commands that may have printed it; of a reader of files, its own. */
  readonly producers: readonly (readonly string[])[];
  /** What is looked for. */
  readonly words: readonly Word[];
  readonly frame: Frame | undefined;
}

/** The unit file itself. */
export interface UnitFile {
  readonly kind: 'unit-file';
  readonly role: 'unit' | 'drop-in';
  /** The unit the file belongs to: that of its folder for a drop-in. */
  readonly unit: string;
  /** The first line, where a finding about the whole file is shown. */
  readonly range: Range;
}

/** A configuration of the client, or of mender-connect. */
export interface ConfigUse {
  readonly kind: 'config';
  readonly of: 'client' | 'connect';
  readonly tree: JsonTree;
  /** Every member of every object, with the names of the members around it. */
  readonly entries: readonly ConfigEntry[];
  /** The text is a template: what is not JSON may become it. */
  readonly template: boolean;
  /** The text is put into a file that has other members, by the words of another language. */
  readonly piece: boolean;
  readonly frame: Frame | undefined;
}

export interface ConfigEntry {
  readonly path: readonly string[];
  readonly member: JsonMember;
  readonly parent: JsonValue;
  /** The value is a string with a placeholder in it: what it will be is not known here. */
  readonly placeholder: boolean;
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
  readonly frame: Frame | undefined;
}

/** A shell script as a file, whose name may matter. */
export interface ScriptFile {
  readonly kind: 'script-file';
  readonly path: string;
  /** The first line, where a finding about the whole file is shown. */
  readonly range: Range;
}

/** A service that a task of a provisioning tool, such as Ansible, acts on: exactly one. */
export interface ServiceTask {
  readonly kind: 'service-task';
  readonly name: ResolvedWord;
  readonly second: SecondService | undefined;
  readonly frame: Frame | undefined;
}

/** A package that a provisioning tool installs. */
export interface PackageTask extends CarriedPackage {
  readonly frame: Frame | undefined;
}

/** A variable of BitBake that a recipe or configuration sets, or a class that it inherits. */
export interface RecipeVariable {
  readonly kind: 'recipe-variable';
  readonly assignment: Assignment;
  /** Path of the file, which may be an append of one recipe. */
  readonly path: string;
  /** Assignments of one file are statements of one list. */
  readonly frame: Frame;
}

/** What a task or a value depends on. The range indexes the text of `source`. */
export interface RecipeCondition extends Range {
  readonly kind: 'recipe-condition';
  readonly source: Fragment;
  /** The name of the variable that is looked into, where it is one. */
  readonly variable?: Range;
  readonly path: string;
  readonly frame: Frame;
}

/** The recipe, append or configuration itself. */
export interface RecipeFile {
  readonly kind: 'recipe-file';
  readonly path: string;
  /** The first line, where a finding about the whole file is shown. */
  readonly range: Range;
}
