/** How a use of what a release changed is recognised. */
import type { Version } from './version.ts';
import type { YoctoRelease } from './yocto.ts';

/** One matcher in the rules room reads each kind. */
export type Match =
  | CommandMatch
  | OptionMatch
  | ServiceMatch
  | JournalMatch
  | ProcessMatch
  | ProbeMatch
  | PathMatch
  | UnitLinkMatch
  | UnitMatch
  | BusMatch
  | PackageMatch
  | RecipeMatch
  | ModuleMatch
  | SettingMatch
  | FileNameMatch
  | EnvironmentMatch
  | ServiceTaskMatch
  | ConfigMatch
  | SuppressionMatch
  | ProgramMatch
  | InventoryMatch
  | OutputMatch
  | CallMatch
  | OwnServiceMatch;

/** A call of the old binary. */
export interface CommandMatch {
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
  /** For a title, when there is a choice: what this one does. */
  readonly purpose?: string;
}

/** A new program called with an option that only the old one understood. */
export interface OptionMatch {
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

/** How a command that named one service has to name two. */
export type ServiceJoin =
  /** Both in one call. */
  | 'together'
  /** Two calls that must both succeed. */
  | 'and'
  /** Two calls of which one must succeed. */
  | 'or'
  /** Only one of the two makes sense. */
  | 'single';

/** A service manager told to act on the old unit. */
export interface ServiceMatch {
  readonly kind: 'service';
  /** `service`: takes units of systemd too. `init`: runs scripts of its own. */
  readonly manager: 'systemctl' | 'service' | 'init';
  /** All verbs when absent. */
  readonly verbs?: readonly string[];
  /** Only with, or only without, one of these signals. */
  readonly signals?: { readonly only: boolean; readonly names: readonly string[] };
  readonly join: ServiceJoin;
  /** Something else starts one of the services again after these verbs: from which release on, and whether the fix is safe all the same. */
  readonly restarted?: {
    readonly since: Version;
    readonly verbs: Readonly<Record<string, 'safe' | 'review'>>;
    readonly reason: string;
  };
  /** How the call is best written when its output, not its exit status, is used. */
  readonly captured?: ServiceJoin;
}

export interface JournalMatch {
  readonly kind: 'journal';
  readonly selector: 'unit' | 'match' | 'identifier';
  /** How what is printed reads differently now. */
  readonly output: string;
  /** For `match`: the field names. */
  readonly fields?: Readonly<Record<string, 'unit' | 'process' | 'path'>>;
}

export interface ProcessMatch {
  readonly kind: 'process';
  /** Looked for by its exact name, by a pattern found anywhere in a name, or sent a signal the client listens to. */
  readonly use: 'name' | 'pattern' | 'signal';
}

/** A test whether the old client is there: by its binary, or by a search in what lists units, packages or processes. */
export interface ProbeMatch {
  readonly kind: 'probe';
  readonly by: 'binary' | 'list';
}

/** A path that is gone, as the argument of a program that works on files. */
export interface PathMatch {
  readonly kind: 'path';
  /** Matches in the word's text; the first group is what is replaced. */
  readonly pattern: RegExp;
  /** A file of one's own may stand there: who makes it has it, and who removes it needs it. */
  readonly ownable?: true;
  /** Making the path is no better than using it. */
  readonly created?: boolean;
  /** What the first group is replaced with, where the replacement is a longer path: one for each of its texts. */
  readonly names?: readonly string[];
}

/** A link of systemd's made or removed by hand: what that does with the old unit. */
export interface UnitLinkMatch {
  readonly kind: 'unit-link';
  readonly deed: 'mask' | 'disable';
}

export interface UnitMatch {
  readonly kind: 'unit';
  /** Directive names by section; `*` for any section. Absent for the whole-file matches below. */
  readonly directives?: readonly string[];
  /** Old units that count here. */
  readonly units?: readonly string[];
  /** The drop-in's folder or the file's own name is that of the old unit. */
  readonly file?: 'drop-in' | 'unit';
}

export interface BusMatch {
  readonly kind: 'bus';
  readonly names: readonly string[];
}

/** A Debian package or its repository, as the argument of a program that works on such. */
export interface PackageMatch {
  readonly kind: 'package';
  readonly use: 'install' | 'depends' | 'recommends' | 'file' | 'hold' | 'query' | 'installer' | 'repository';
  readonly name: string;
  /** For `repository`: the line of sources.list, whose first group is what is replaced. */
  readonly pattern?: RegExp;
  /** For `repository`: the suites that the replacement has. */
  readonly suites?: readonly string[];
}

/** How an update module answers a call. */
export type ModuleMatch =
  | {
      readonly kind: 'module';
      /** A call that no branch but the last knows is answered with an error or a message. */
      readonly defect: 'unknown-call';
      readonly call: string;
      /** A `case` with one of these branches is the one over the calls. */
      readonly calls: readonly string[];
    }
  | { readonly kind: 'module'; readonly defect: 'state-name'; readonly name: string }
  /** A call is answered with a word that the client does not take. */
  | { readonly kind: 'module'; readonly defect: 'reply'; readonly call: string; readonly name: string };

/** A variable of a configuration that is a shell script. */
export interface SettingMatch {
  readonly kind: 'setting';
  readonly name: string;
  /** Values that count; all when absent. The first group, where there is one, is what is replaced. */
  readonly value?: RegExp;
}

/** A script under a name that is never run. */
export interface FileNameMatch {
  readonly kind: 'file-name';
  /** The first group is the name. */
  readonly pattern: RegExp;
}

/** Variables of the environment of the client's services. */
export interface EnvironmentMatch {
  readonly kind: 'environment';
  /**
   * `commas`: a list that has them. `pattern`: one with more than names of hosts. `suffix`: one with the end of names. `empty`: set
   * to nothing. `both-cases`: set in lower and in upper case; `names` are the lower ones.
   */
  readonly defect: 'commas' | 'pattern' | 'suffix' | 'empty' | 'both-cases';
  readonly names: readonly string[];
}

/** A task of a provisioning tool that acts on the old service. */
export interface ServiceTaskMatch {
  readonly kind: 'service-task';
}

/** A variable of a Yocto recipe or configuration, or the file itself. */
export type RecipeMatch =
  | {
      readonly kind: 'recipe';
      /**
       * `override`: `pn-NAME` behind the variable. `name`: the variable itself. `item`: a word of its value; `file`: one that
       * is the name of a file. `condition`: an override of a variable or a task, or what inline Python asks for.
       */
      readonly part: 'override' | 'name' | 'item' | 'file' | 'condition';
      /** Variables, without overrides, that count; all when absent. */
      readonly variables?: readonly string[];
      /** All variables but these. */
      readonly except?: readonly string[];
      readonly names: readonly string[];
      /** For `condition`: where the words are looked for in the first variable, they are in the other one now. */
      readonly moved?: { readonly from: string; readonly to: string };
      /** For `condition`: words that hold with releases of Yocto before these. */
      readonly until?: Readonly<Record<string, YoctoRelease>>;
      /** For `condition`: the words are right, unless they are looked for in that first variable. */
      readonly onlyMoved?: true;
      /** Words that make an old one beside them deliberate. */
      readonly beside?: readonly string[];
      /** Not in files with such a path. */
      readonly notIn?: RegExp;
      /** The folder that a `file` lies in. */
      readonly within?: string;
      /** The versions, by variable, that are right: another one counts, unless it ends with `%` and includes it. */
      readonly versions?: Readonly<Record<string, string>>;
      /** The oldest version that is there, by variable, with each release of Yocto: an older one counts, and nothing else does. */
      readonly oldest?: Readonly<Record<YoctoRelease, Readonly<Record<string, string>>>>;
      /** Only in what belongs to the client's own recipe. */
      readonly ofClient?: true;
    }
  | {
      readonly kind: 'recipe';
      /** The file itself. */
      readonly part: 'path';
      readonly pattern: RegExp;
    }
  /** Overrides of a variable of Mender's as they were written before `:` came. */
  | { readonly kind: 'recipe'; readonly part: 'old-syntax' }
  /** Files of SRC_URI that are looked for in the folder of this variable, by recipes and appends with such paths. */
  | { readonly kind: 'recipe'; readonly part: 'folder'; readonly variable: string; readonly pattern: RegExp }
  /** A layer that is for these releases of Yocto alone. */
  | { readonly kind: 'recipe'; readonly part: 'series'; readonly names: readonly string[] };

export type ConfigMatch =
  | {
      readonly kind: 'config';
      readonly defect: 'key';
      /** Names from the root, compared without case. */
      readonly path: readonly string[];
      /** Narrows the match by the value. */
      readonly when?: ConfigCondition;
      /** Of the configuration of mender-connect, instead of the client's. */
      readonly of?: 'connect';
    }
  | { readonly kind: 'config'; readonly defect: 'key-case'; readonly keys: readonly string[] }
  | { readonly kind: 'config'; readonly defect: 'invalid-json' | 'wrong-type' | 'not-an-object' }
  | { readonly kind: 'config'; readonly defect: 'both'; readonly keys: readonly [string, string] }
  /** A key of the root that is not there, though another one is; the value is what held for it before. */
  | {
      readonly kind: 'config';
      readonly defect: 'unset';
      readonly key: string;
      /** JSON. */
      readonly value: string;
      /** Where that held. */
      readonly had: string;
      readonly of?: 'connect';
      readonly beside: string;
      /** One of these makes the file the main one. */
      readonly main: readonly string[];
    };

export type ConfigCondition =
  | { readonly is: 'non-empty-object' }
  | { readonly is: 'true-member' | 'false-member'; readonly member: string }
  | {
      readonly is: 'not-one-of';
      readonly values: readonly string[];
      readonly renamed: Readonly<Record<string, string>>;
      readonly lowerCase: boolean;
    }
  | { readonly is: 'like-a-file' }
  | { readonly is: 'outside'; readonly least: number; readonly most: number }
  | { readonly is: 'without'; readonly path: readonly string[] }
  /** An object without the member, which was as if it had this value, as JSON. */
  | { readonly is: 'without-member'; readonly member: string; readonly value: string };

/** A program of the user's own, and the words that follow it. */
export interface ProgramMatch {
  readonly kind: 'program';
  /** A path matches as it is, a name wherever the program is. */
  readonly words: readonly [string, ...string[]];
}

/** A text that a script looks for in what a program of Mender's printed or logged. */
export interface OutputMatch {
  readonly kind: 'output';
  /** What prints it: the log of the client, calls of the client with one of these words, or of another program of Mender's. */
  readonly of:
    | { readonly kind: 'log' }
    | { readonly kind: 'client'; readonly commands: readonly string[] }
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
export type InventoryMatch =
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

/** A call of another program that has these words: what it is told is no longer there, or no longer does. */
export interface CallMatch {
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

/** A service of the user's own, or the client's where it was replaced by something else, wherever a service can be named. */
export interface OwnServiceMatch {
  readonly kind: 'own-service';
  readonly names: ServiceNames;
  /** In units, only directives that make the unit fail without the other one, or only those that do not; all when absent. */
  readonly directives?: 'needed' | 'ordered';
}

/** A service and those that took it over, without `.service`. */
export interface ServiceNames {
  readonly old: readonly string[];
  readonly new: readonly string[];
  /** For titles: what a person has to know to choose one of them. */
  readonly purposes: Readonly<Record<string, string>>;
}

/** A comment that suppresses findings, or fails to. */
export interface SuppressionMatch {
  readonly kind: 'suppression';
  readonly defect: 'unknown' | 'unused';
}
