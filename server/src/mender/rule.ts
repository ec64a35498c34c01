/** The shape of a catalogue row: what a release changed, and what to write instead. */
import type { RulePattern } from './rule-pattern.ts';
import type { Version } from './version.ts';
import type { YoctoRelease } from './yocto.ts';

/**
 * What happens on the target: the use fails (error), is silently ignored (warning),
 * or works but means something else (information).
 */
export type Effect = 'fails' | 'ignored' | 'differs';

export type Component =
  | 'mender-client'
  | 'mender-connect'
  | 'mender-artifact'
  | 'mender-convert'
  | 'meta-mender'
  | 'mender-lint'
  /** A rule of the user's own. */
  | 'project';

export type ExampleLanguage = 'shell' | 'json' | 'unit' | 'bitbake' | 'yaml' | 'control';

export interface Example {
  readonly language: ExampleLanguage;
  /** Path the text is checked under; decides what a file is for. */
  readonly path?: string;
  readonly target?: Version;
  /** What the layer says. */
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
  /** What it says has to be said at another place, too. */
  | { readonly kind: 'add'; readonly to: string; readonly safety: Safety }
  | { readonly kind: 'remove'; readonly safety: Safety }
  | { readonly kind: 'none' };

/** What a use does in builds with this release, and with later ones until the next that is named. */
export interface YoctoEffect {
  readonly since: YoctoRelease;
  readonly effect: Effect;
}

export interface NewFile {
  readonly name: string;
  /** Goes on after its name. */
  readonly purpose: string;
  readonly text: string;
}

export interface Rule {
  /** Kebab-case; names the pattern; never used again for anything else. */
  readonly id: string;
  /** Former ids, still understood. */
  readonly aliases?: readonly string[];
  readonly component: Component;
  /** A few words naming what was changed, for lists. */
  readonly title: string;
  /** The first release in which it works, but is on its way out. */
  readonly deprecatedIn?: Version;
  /** The first release in which it is gone, or means something else. Of a row about several things, each says so itself. */
  readonly removedIn?: Version;
  readonly effect: Effect;
  /** Targets before this release do less than what `effect` says. */
  readonly milder?: { readonly before: Version; readonly effect: Effect };
  /**
   * What it does by the release of Yocto, oldest first: with releases before the first one it is right. Where no layer says its
   * release, `effect` decides.
   */
  readonly yocto?: readonly YoctoEffect[];
  /** Nothing is said of it where nobody says a release of Yocto. */
  readonly yoctoOnly?: true;
  /** Most files that have it do well with it: off where options give the rule no severity. */
  readonly defaultOff?: true;
  /** Its subject is the same whichever client is installed: what a script knows of the client is no reason to use it. */
  readonly independent?: true;
  /** The thing itself stays, only the way it is written is wrong: editors do not strike it through. */
  readonly syntaxOnly?: true;
  readonly match: RulePattern;
  readonly replacement: Replacement;
  /** A file that does in another way what is gone: editors can create it. */
  readonly file?: NewFile;
  /** One sentence: what to write, what was found, since when. `{use}` is the text found, `{to}` its replacement, `{when}` since when it is gone. */
  readonly message: string;
  /** For the rule's page and hover: what changed and what follows, in a few sentences. */
  readonly why: string;
  /** `repository@revision:path:line` or `repository@commit`, of github.com/mendersoftware. */
  readonly sources: readonly string[];
  readonly examples: readonly Example[];
  /** Texts that look alike and must stay silent. */
  readonly quiet?: readonly Omit<Example, 'good'>[];
}
