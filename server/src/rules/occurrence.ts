/** What a matcher reports: a use of something old, or of something new that shows the author knows about both. */

import type { Fix } from '../fixes/fix.ts';
import type { Role } from '../languages/file-kinds.ts';
import type { Catalogue } from '../mender/catalogue.ts';
import type { Rule } from '../mender/rule.ts';
import type { Span } from '../mender/span.ts';
import type { Lifetime } from '../mender/version.ts';
import type { Range } from '../text/fragment.ts';
import type { BranchContext } from '../usage/branch-context.ts';
import type { Indirection, Usage } from '../usage/usage.ts';

export type Occurrence = Match | NewClientUse;

/** A use of what a rule describes. */
export interface Match {
  readonly kind: 'match';
  readonly rule: Rule;
  /** The lifetime of what was found, where the rule is about several things. */
  readonly thing?: Lifetime | undefined;
  /** Document offsets of exactly what the message names. */
  readonly range: Range;
  /** `{use}` of the rule's message. */
  readonly use: string;
  /** `{to}` of the rule's message; by default the rule's own replacement. */
  readonly to?: string;
  /** Why no fix is offered. */
  readonly noFix?: string | undefined;
  /** The best one first. */
  readonly fixes: readonly Fix[];
  readonly notes: readonly Note[];
  readonly branchContext: BranchContext | undefined;
  /** The same key as the new counterpart: `command:commit`, `systemctl:restart`. */
  readonly actionKey: string;
  /** How it is done, where two actions may differ in that: the arguments of the command, the use of its output. */
  readonly callSignature?: string;
  /** A script in place of the old program accepts the call. */
  readonly isAcceptedByWrapper?: boolean;
  /** It may be something else, unless the same file has a certain call of the old program. */
  readonly needsCall?: true;
  /** It tests whether the old generation is there, to choose what to do. */
  readonly isProbe?: boolean;
  /** Where the command starts whose status is meant: an offset of the document. */
  readonly at?: number;
  /** Variables hold what it names, so it may be something else when the script gets there. */
  readonly varies?: true;
  /** Set when the range is that of a variable's definition. */
  readonly indirection?: Indirection | undefined;
  /** Set when the output goes into a variable that used to be empty, with the reason why it no longer is. */
  readonly filled?: { readonly variable: string; readonly reason: string } | undefined;
  /** The one program that the call needs now. */
  readonly program?: string | undefined;
}

/** Something worth knowing about the finding, at another place. */
export interface Note {
  readonly range: Range;
  readonly message: string;
}

/** A use of the new generation. */
export interface NewClientUse {
  /** The new services that it acts on, by their units. */
  readonly units?: readonly string[];
  readonly kind: 'reference';
  /**
   * What is done, in the keys that matches use; `shim` is the old name given to the new program, `made:RULE` a file of
   * the script's own in the place that the rule is about, which `callSignature` names.
   */
  readonly actionKey: string;
  readonly callSignature?: string;
  readonly branchContext: BranchContext | undefined;
  /** Where it is in force, for uses outside of scripts. */
  readonly lasts?: Range;
  /** Where the command starts: an offset of the document. */
  readonly at?: number;
}

export type Matcher = (usage: Usage, context: RuleContext) => readonly Occurrence[];

export interface RuleContext extends Span {
  readonly catalogue: Catalogue;
  readonly role: Role;
  /** The matchers of custom rules. */
  readonly custom: readonly Matcher[];
  /** A script has replaced the old program. */
  readonly wrapper?: boolean;
}
