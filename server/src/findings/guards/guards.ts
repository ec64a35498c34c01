/**
 * Which uses of the old generation are deliberate, because the same script deals with the new one: they do not run where
 * the new one is installed, or the same is done for both of them.
 */
import type { Match, Reference } from '../../rules/sighting.ts';
import { type Frame, framesOf, type Text } from '../../usage/frame.ts';
import { Device } from './device.ts';
import { reactionTo } from './reactions.ts';

/** What is done to the old service to make room for the new ones. */
const retiring = new Set(['stop', 'disable', 'mask', 'unmask', 'reset-failed'].map(verb => `systemctl:${verb}`));

/** That is what becomes of it for good. */
const endings = new Set(['systemctl:disable', 'systemctl:mask']);

/** Statements this far apart stand side by side: two for the new services, one for the old. */
const NEAR = 2;

export class Guards {
  readonly #references: readonly Reference[];
  /** By the constructs around them, and their innermost frame: what is done with the new generation, in which arms. */
  readonly #byConstruct = new Map<object, Map<string, Set<number>>>();
  /** Where something of the old generation is removed, by the constructs around it. */
  readonly #removals = new Map<object, Frame[]>();
  readonly #new = new Device('new');
  readonly #old = new Device('old');
  readonly #retires: boolean;
  readonly #hasShim: boolean;
  readonly #managesNew: boolean;
  readonly #matches: readonly Match[];
  #deals: boolean | undefined;
  #forNewAlone: boolean | undefined;

  constructor(references: readonly Reference[], matches: readonly Match[]) {
    this.#references = references;
    this.#matches = matches;
    this.#retires = matches.some(({ action }) => retiring.has(action));
    this.#hasShim = references.some(({ action }) => action === 'shim');
    this.#managesNew = references.some(({ action }) => action.startsWith('systemctl:'));
    for (const { action, manner, frame } of references) {
      if (frame) this.#note(frame, action, 0);
      for (const here of comparable(frame)) this.#note(here.construct, deed(here, action, manner), here.arm);
      if (!frame || !action.startsWith('removed:')) continue;
      for (const { construct } of framesOf(frame)) {
        const there = this.#removals.get(construct);
        if (there) there.push(frame);
        else this.#removals.set(construct, [frame]);
      }
    }
  }

  #note(construct: object, action: string, arm: number): void {
    const actions = this.#byConstruct.get(construct) ?? new Map<string, Set<number>>();
    this.#byConstruct.set(construct, actions);
    actions.set(action, (actions.get(action) ?? new Set()).add(arm));
  }

  isDeliberate(match: Match): boolean {
    // Options are those of a program that is new already.
    if (match.row.match.kind === 'option') return false;
    if (this.#runsNowhere(match) && this.#new.isToldByVersion(match.frame)) return true;
    if (this.#references.length === 0) return false;
    if (this.#hasShim && usesBinary(match)) return true;
    if (endings.has(match.action) || (this.#managesNew && retiring.has(match.action))) return true;
    if (this.#isDoneForBoth(match) || this.#isPutAway(match)) return true;
    const isElsewhere = (match.asks === true && !this.#misleads(match)) || this.#runsNowhere(match);
    return isElsewhere && this.#dealsWithNew();
  }

  /**
   * The script takes a no for something to wait for, or to do something about, where the new generation is installed: it
   * means the client. One that puts the old one out of service does ask for that.
   */
  #misleads({ frame, action }: Match): boolean {
    const reaction = this.#retires ? undefined : reactionTo(frame, this.#new);
    if (!reaction || this.#byConstruct.has(reaction.construct) || this.#new.runs(frame) === false) return false;
    // `systemctl restart mender-updated`, and behind it `systemctl is-active mender-client || exit 1`
    if (reaction.kind === 'failure' && this.#managesNew && action.startsWith('systemctl:')) return true;
    return reaction.kind === 'wait' || this.#old.runs(frame) === false || this.#isForNewAlone();
  }

  /** Nothing asks for the new generation, which is used all the same: where the old one is, the script would fail. */
  #isForNewAlone(): boolean {
    this.#forNewAlone ??=
      this.#references.some(({ action, isNamed }) => isNamed && action.startsWith('command:')) &&
      !this.#references.some(({ action }) => action === 'probe' || action === 'command:version') &&
      !this.#matches.some(match => this.#isDoneForBoth(match));
    return this.#forNewAlone;
  }

  #runsNowhere({ frame, via }: Match): boolean {
    return this.#new.runs(frame) === false || this.#new.runs(via?.definition.frame) === false;
  }

  /** It is asked for, or something is done with it where it is installed. */
  #dealsWithNew(): boolean {
    this.#deals ??= this.#references.some(
      ({ action, frame }) => action === 'probe' || (!action.startsWith('removed:') && this.#new.runs(frame) !== false),
    );
    return this.#deals;
  }

  /** Looked for, and removed where it is there, but nowhere else. */
  #isPutAway({ action, frame, asks }: Match): boolean {
    if (action.startsWith('command:') && action !== 'command:version') return false;
    if (asks && this.#isDoneForBoth({ action: action.replace(/^path:/, 'removed:'), frame })) return true;
    for (const { condition, construct } of framesOf(frame))
      if (condition && this.#removals.get(construct)?.every(there => this.#new.runs(there) === false)) return true;
    return false;
  }

  #isDoneForBoth({ action, manner, frame }: Pick<Match, 'action' | 'manner' | 'frame'>): boolean {
    // In one command, such as `ls` with both names.
    if (frame && this.#byConstruct.get(frame)?.has(action)) return true;
    for (const here of comparable(frame)) {
      const arms = this.#byConstruct.get(here.construct)?.get(deed(here, action, manner));
      if (!arms || !areAlternatives(here, arms)) continue;
      // Of two statements one fails on any device: a script that ends with it does not mean that, unless there is nothing to remove.
      if (action.startsWith('removed:') || !this.#new.endsAt(here)) return true;
    }
    return false;
  }
}

/** What two arms have to do for one to be an alternative to the other: statements side by side have more in common than branches. */
function deed({ kind }: Frame, action: string, manner = ''): string {
  return kind === 'list' ? `${action} ${manner}` : action;
}

/** Frames in which another arm can be an alternative: functions and cases that follow one another are different things. */
function* comparable(frame: Frame | undefined): Generator<Frame> {
  let inside = false;
  for (const at of framesOf(frame)) {
    if (at.kind !== 'list' || !inside) yield at;
    inside ||= at.kind === 'function' || at.kind === 'case';
  }
}

/** Whether the same is done in an arm that is there in place of this one, or beside it. */
function areAlternatives({ kind, arm, flow }: Frame, arms: ReadonlySet<number>): boolean {
  const elsewhere = arms.size > (arms.has(arm) ? 1 : 0);
  switch (kind) {
    case 'list': {
      for (let near = arm - NEAR; near <= arm + NEAR; near++) if (near !== arm && arms.has(near)) return true;
      return false;
    }
    case 'if':
    case 'chain':
      return elsewhere;
    case 'case':
      // A script told what to do by its arguments does something else in every arm.
      return elsewhere && !(flow?.kind === 'case' && isArgument(flow.subject()));
    default:
      return false;
  }
}

function isArgument(text: Text): boolean {
  if (text.kind !== 'variable') return text.kind === 'argument';
  const values = text.values();
  return values.length > 0 && values.every(({ text }) => text().kind === 'argument');
}

function usesBinary({ row }: Match): boolean {
  return row.match.kind === 'command' || row.match.kind === 'probe' || row.id === 'binary-path';
}
