/** The type of a catalogue rule: what a release changed, and what to write instead. */
import type { RulePattern } from './rule-pattern.ts';
import type { Version } from './version.ts';
import type { YoctoRelease } from './yocto.ts';

/**
 * What happens on the target: the use fails (error), is silently ignored (warning), or works but means something else
 * (information).
 */
export type Effect = 'fails' | 'ignored' | 'differs';

export type Component =
  | 'mender-client'
  | 'mender-connect'
  | 'mender-artifact'
  | 'mender-convert'
  | 'meta-mender'
  | 'mender-lint'
  /** A custom rule. */
  | 'project';

export type ExampleLanguage = 'shell' | 'json' | 'unit' | 'bitbake' | 'yaml' | 'control';

export interface Example {
  readonly language: ExampleLanguage;
  /** Path of the text; it decides what the file is for. */
  readonly path?: string;
  readonly target?: Version;
  /** The releases that the layer names. */
  readonly yocto?: readonly YoctoRelease[];
  readonly bad: string;
  /** The text after the first fix; absent when there is none. */
  readonly good?: string;
}

/** `safe` keeps the behaviour and may be applied without asking; `review` needs a person. */
export type Safety = 'safe' | 'review';

export type Replacement =
  /** One right text. */
  | { readonly kind: 'rewrite'; readonly to: string; readonly safety: Safety }
  /** Several texts, the likeliest first. */
  | { readonly kind: 'choose'; readonly to: readonly string[]; readonly safety: Safety }
  /** The same must also be said at another place. */
  | { readonly kind: 'add'; readonly to: string; readonly safety: Safety }
  | { readonly kind: 'remove'; readonly safety: Safety }
  | { readonly kind: 'none' };

/** The effect in builds with this release, and with later ones up to the next that is listed. */
export interface YoctoEffect {
  readonly since: YoctoRelease;
  readonly effect: Effect;
}

export interface FileMove {
  /** For the whole path. */
  readonly pattern: RegExp;
  /** All of them get the same text; `$1` is the first group. */
  readonly to: readonly string[];
}

export interface NewFile {
  readonly name: string;
  /** Text after its name. */
  readonly purpose: string;
  readonly text: string;
}

export interface Rule {
  /** Kebab-case; names the pattern; never reused. */
  readonly id: string;
  /** Former ids, still understood. */
  readonly aliases?: readonly string[];
  readonly component: Component;
  /** A few words about what was changed, for lists. */
  readonly title: string;
  /** The first release in which it is deprecated but works. */
  readonly deprecatedIn?: Version;
  /**
   * The first release in which it is gone, or means something else. In a rule about several things, each has its own.
   */
  readonly removedIn?: Version;
  readonly effect: Effect;
  /** On targets before this release, this is the effect. */
  readonly milder?: { readonly before: Version; readonly effect: Effect };
  /**
   * The effect by the release of Yocto, oldest first: before the first one it is right. Where no layer names its
   * release, `effect` counts.
   */
  readonly yocto?: readonly YoctoEffect[];
  /** Not reported where no release of Yocto is named. */
  readonly yoctoOnly?: true;
  /** It is right in most files that have it: off unless the options set a severity. */
  readonly defaultOff?: true;
  /** It does not depend on the installed client: a script that knows the client has no reason to use it. */
  readonly independent?: true;
  /** Only the spelling is wrong: editors do not strike it through. */
  readonly syntaxOnly?: true;
  readonly match: RulePattern;
  readonly replacement: Replacement;
  /** What a person must check in a fix to review; a clause. */
  readonly check?: string;
  /** The right place of a file whose name or folder is wrong. */
  readonly move?: FileMove;
  /** A file that replaces what is gone: editors can create it. */
  readonly file?: NewFile;
  /**
   * One sentence: what to write, what was found, since when. `{use}` is the found text, `{to}` its replacement,
   * `{when}` since when it is gone.
   */
  readonly message: string;
  /** For the rule's page and hover: what changed and the consequences, in a few sentences. */
  readonly why: string;
  /** `repository@revision:path:line` or `repository@commit`, of github.com/mendersoftware. */
  readonly sources: readonly string[];
  readonly examples: readonly Example[];
  /** Similar texts that must not be reported. */
  readonly quiet?: readonly Omit<Example, 'good'>[];
}
