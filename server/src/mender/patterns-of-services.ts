/** How uses of services and units are recognised. */
import type { Version } from './version.ts';

/** How a command that named one service must name two. */
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
export interface ServicePattern {
  readonly kind: 'service';
  /** `service`: accepts units of systemd, too. `init`: runs scripts of its own. */
  readonly manager: 'systemctl' | 'service' | 'init';
  /** All verbs when absent. */
  readonly verbs?: readonly string[];
  /** Only with, or only without, one of these signals. */
  readonly signals?: { readonly only: boolean; readonly names: readonly string[] };
  readonly join: ServiceJoin;
  /**
   * Something else starts one of the services again after these verbs: from which release on, and whether the fix is
   * nevertheless safe.
   */
  readonly restarted?: {
    readonly since: Version;
    readonly verbs: Readonly<Record<string, 'safe' | 'review'>>;
    readonly reason: string;
  };
  /** The best form of the call when its output, not its exit status, is used. */
  readonly captured?: ServiceJoin;
}

export interface JournalPattern {
  readonly kind: 'journal';
  readonly selector: 'unit' | 'match' | 'identifier';
  /** How the text of the output changed. */
  readonly output: string;
  /** For `match`: the field names. */
  readonly fields?: Readonly<Record<string, 'unit' | 'process' | 'path'>>;
}

/** A link of systemd that is created or removed by hand: its effect on the old unit. */
export interface UnitLinkPattern {
  readonly kind: 'unit-link';
  readonly action: 'mask' | 'disable';
}

export interface UnitPattern {
  readonly kind: 'unit';
  /** Directive names by section; `*` for any section. Absent for the whole-file matches below. */
  readonly directives?: readonly string[];
  /** Old units that count here. */
  readonly units?: readonly string[];
  /** The directive that wants the same units and works without them. */
  readonly weaker?: string;
  /** The drop-in's folder or the file's own name is that of the old unit. */
  readonly file?: 'drop-in' | 'unit';
}

/** A task of a provisioning tool that acts on the old service. */
export interface ServiceTaskPattern {
  readonly kind: 'service-task';
  /** A condition looks for it among the services of the device. */
  readonly asked?: true;
}

/** A user's own service, or one of the client's with another replacement, wherever a service can be named. */
export interface CustomServicePattern {
  readonly kind: 'own-service';
  readonly names: ServiceNames;
  /**
   * In units, only directives that make the unit fail without the other one, or only those that do not; all when
   * absent.
   */
  readonly directives?: 'needed' | 'ordered';
}

/** A service and its successors, without `.service`. */
export interface ServiceNames {
  readonly old: readonly string[];
  readonly new: readonly string[];
  /** For titles: what a person must know to choose one of them. */
  readonly purposes: Readonly<Record<string, string>>;
}
