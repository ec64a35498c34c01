/**
 * Compares what one script did on the old device with what one did on the new: the single client of 3.x is two since
 * 4.0. Probes and waiting are not compared. The mapping is written from the facts, not from the catalogue.
 */
import { canonicalText } from './canonical-text.ts';
import type { ClientAction, FileChange, Trace, TraceEvent } from './model.ts';

export type Half = 'auth' | 'update';

/** One action on one half of the client, or something else that ran. */
export interface Act {
  readonly text: string;
  /** Undefined: on the whole client, or on nothing of it. */
  readonly half: Half | undefined;
  /** The client whose names it used; undefined for all else. */
  readonly by: 'old' | 'new' | undefined;
}

export interface Outcome {
  readonly acts: readonly Act[];
  readonly files: readonly string[];
  readonly removed: boolean;
}

const halves: Readonly<Record<string, readonly Half[]>> = {
  'mender-client': ['auth', 'update'],
  'mender-authd': ['auth'],
  'mender-updated': ['update'],
  mender: ['auth', 'update'],
  'mender-auth': ['auth'],
  'mender-update': ['update'],
};
const oldNames = new Set(['mender-client', 'mender']);

/** Actions that say that the new client must run: the old one may then be stopped and disabled. */
export const raises = /^(?:start|restart|enable|unmask|install|reload-or-restart)\b/;
/** Actions after which the old client need not run. */
export const retires = /^(?:stop|disable|mask)\b/;

const spellings: Readonly<Record<string, readonly string[]>> = {
  condrestart: ['try-restart'],
  'force-reload': ['reload-or-restart'],
  'enable --now': ['enable', 'start'],
  'reenable --now': ['enable', 'start'],
  'disable --now': ['disable', 'stop'],
  'mask --now': ['mask', 'stop'],
  reenable: ['enable'],
};

function actsOf(event: TraceEvent): Act[] {
  if (event.kind === 'other') return [{ text: canonicalText(event.text), half: undefined, by: undefined }];
  if (event.kind !== 'action') return [];
  return [...new Map(actsOfAction(event).map(act => [`${act.text} ${act.half}`, act])).values()];
}

/** An empty value is the same as no value. */
const emptyOption = / --(?:username|password|tenant-token)=(?= |$)/g;

function actsOfAction({ action: done, on, by: program }: ClientAction): Act[] {
  const action = done.replace(emptyOption, '');
  // A mask needs no unit: masking the missing client's unit does nothing to the existing one.
  if (on.length === 0 && /^(?:un)?mask\b/.test(action)) return [];
  if (on.length === 0) return [{ text: action, half: undefined, by: program }];
  const by = on.every(name => oldNames.has(name)) ? 'old' : 'new';
  if (action === 'install') return [{ text: 'install the client', half: undefined, by }];
  if (action === 'remove') return [];
  return on.flatMap((name): Act[] => {
    const named = oldNames.has(name) ? 'old' : 'new';
    const signal = /^signal (USR[12])$/.exec(action)?.[1];
    // Only mender-update handles these; they end mender-auth.
    if (signal && name !== 'mender-auth')
      return [{ text: signal === 'USR1' ? 'check-update' : 'send-inventory', half: undefined, by: undefined }];
    return (spellings[action] ?? [action]).flatMap(text =>
      (halves[name] ?? []).map(half => ({ text, half, by: named })),
    );
  });
}

/** The part of a run that counts, in the words of the new client. `each`: actions by either name count separately. */
function outcomeOf(trace: Trace, each = false): Outcome {
  const files = trace.files.flatMap(change => fileActs(change, trace.generation));
  const all = [...trace.events.flatMap(actsOf), ...files.flatMap(({ act }) => act ?? [])];
  return {
    acts: each ? all : withoutAnswered(all),
    files: files.flatMap(({ text }) => text ?? []).sort(),
    removed: trace.events.some(event => event.kind === 'action' && event.action === 'remove'),
  };
}

/**
 * An action by the old name counts once if the script does the same by the new names, too, and is not missed if the old
 * client is removed and the new one started.
 */
function withoutAnswered(acts: readonly Act[]): Act[] {
  const byNew = acts.filter(({ by }) => by === 'new');
  const raised = new Set(byNew.flatMap(({ text, half }) => (raises.test(text) ? [half ?? 'both'] : [])));
  const left = new Map<string, number>();
  for (const { text, half } of byNew) left.set(`${text} ${half}`, (left.get(`${text} ${half}`) ?? 0) + 1);
  return acts.filter(({ text, half, by }) => {
    if (by !== 'old') return true;
    const key = `${text} ${half}`;
    const count = left.get(key) ?? 0;
    if (count > 0) {
      left.set(key, count - 1);
      return false;
    }
    // mender-updated.service has Wants=mender-authd.service.
    return !(retires.test(text) && half && (raised.has(half) || raised.has('both') || raised.has('update')));
  });
}

const oldUnit = /\/mender-client\.service(?=$|\.d(?:\/|$))/;
const unitLink =
  /\/systemd\/system\/(?:[\w.-]+\.(?:wants|requires)\/)?(mender-client|mender-authd|mender-updated)\.service$/;

/**
 * Links that enable or mask are actions. Files of the old client alone are removed on the old device and never existed
 * on the new one.
 */
function fileActs(change: FileChange, generation: Trace['generation']): { act?: readonly Act[]; text?: string[] }[] {
  const { path, what, content } = change;
  const [, unit] = unitLink.exec(path) ?? [];
  const isLinkInto = /\.(?:wants|requires)\//.test(path);
  const by = unit === 'mender-client' ? 'old' : 'new';
  if (unit && by === 'old' && generation === 'new') return [];
  const acted = (text: string) => [{ act: (halves[unit!] ?? []).map(half => ({ text, half, by }) as const) }];
  if (unit && isLinkInto) return acted(what === 'removed' ? 'disable' : 'enable');
  if (unit && what === 'linked' && content === '/dev/null') return acted('mask');
  if (what === 'folder') return [];
  if (what === 'removed' && (path === '/usr/bin/mender' || oldUnit.test(path))) return [];
  const described = (shown: string) => `${what} ${shown}: ${canonicalText(content)}`;
  if (!oldUnit.test(path)) return [{ text: [described(path)] }];
  // On the new device nothing reads a drop-in of the old unit.
  if (generation === 'new') return [];
  return [
    { text: ['mender-authd', 'mender-updated'].map(name => described(path.replace(oldUnit, `/${name}.service`))) },
  ];
}

/**
 * The differences between what the old device did and what the new one did; empty if there are none. If actions by both
 * names are in branches of a decision, each counts.
 */
export function differences(old: Trace, young: Trace): string[] {
  const found = differing(old, young, false);
  return found.length === 0 || differing(old, young, true).length === 0 ? [] : found;
}

/**
 * The same for two runs on one device. Of several equal actions any may have got the new name, so none stands in for
 * another.
 */
export function changes(before: Trace, after: Trace): string[] {
  return differing(before, after, true, () => true, false);
}

/** Whether both do the same except for some actions, whatever the exit codes are. */
export function sameApartFrom(old: Trace, young: Trace, isApart: (act: Act) => boolean): boolean {
  const found = differing(old, young, true, act => !isApart(act));
  return found.every(line => line.startsWith('exit code'));
}

/** What a run did before one of its events; which files it had changed until then is unknown. */
export function until(trace: Trace, end: number): Trace {
  return { ...trace, events: trace.events.slice(0, end), files: [] };
}

/** `inTurn`: what is done to each client in turn counts once. */
function differing(
  old: Trace,
  young: Trace,
  each: boolean,
  counts: (act: Act) => boolean = () => true,
  inTurn = true,
): string[] {
  const counted = (trace: Trace): Outcome => {
    const outcome = outcomeOf(trace, each);
    return { ...outcome, acts: outcome.acts.filter(counts) };
  };
  const [before, after] = [counted(old), counted(young)];
  const found: string[] = [];
  for (const half of ['auth', 'update'] as const) {
    const other = half === 'auth' ? 'update' : 'auth';
    const [first, second] = [before, after].map(({ acts }) =>
      withoutRepeated(
        acts.filter(act => act.half !== other),
        inTurn,
      ),
    );
    const difference = firstDifference(first!, second!, old.cut && young.cut);
    if (difference !== undefined && !found.includes(difference)) found.push(difference);
  }
  if (old.cut !== young.cut) found.push(`only the ${old.cut ? 'old' : 'new'} device goes on for ever`);
  const files = [
    ...before.files.filter(text => !after.files.includes(text)).map(text => `only the old device: ${text}`),
    ...after.files.filter(text => !before.files.includes(text)).map(text => `only the new device: ${text}`),
  ];
  found.push(...files);
  if (after.removed && !before.removed) found.push('only the new device: the client is removed');
  if (old.code !== young.code && comparesCode(old) && !old.cut && !young.cut)
    found.push(`exit code ${old.code} on the old device, ${young.code} on the new`);
  return found;
}

/**
 * Repeated actions on the client count once; one call may be two actions. If the script probes either client for the
 * same state, and does the same by the names of each, the old device does that twice, with everything that goes with
 * it.
 */
function withoutRepeated(acts: readonly Act[], inTurn: boolean): string[] {
  const told: Act[] = [];
  for (let at = 0; at < acts.length; at++) {
    const act = acts[at]!;
    const turn = inTurn ? turnAgain(told, acts.slice(at, at + MOST_IN_TURN)) : 0;
    if (turn > 0) {
      at += turn - 1;
      continue;
    }
    const [first, second] = [told.at(-2), told.at(-1)];
    const isAgain = act.by !== undefined && second !== undefined && shown(act) === shown(second);
    const isPairAgain =
      act.by !== undefined && first !== undefined && shown(act) === shown(first) && isSame(acts[at + 1], second);
    if (!isAgain && !isPairAgain) told.push(act);
  }
  return told.map(shown);
}

/** Actions of a script directly after a probe for a client. */
const MOST_IN_TURN = 4;

/** How many actions repeat the last ones, by the names of the other client. */
function turnAgain(told: readonly Act[], next: readonly Act[]): number {
  for (let length = 2; length <= next.length; length++) {
    const before = told.slice(-length);
    const [first] = before;
    const isByOther = first?.by !== undefined && next[0]!.by !== undefined && first.by !== next[0]!.by;
    if (isByOther && before.length === length && before.every((act, index) => isSame(act, next[index]))) return length;
  }
  return 0;
}

const isSame = (act: Act | undefined, other: Act | undefined) =>
  act !== undefined && other !== undefined && shown(act) === shown(other);

/**
 * A script that ends by removing the old client after starting the new one, or with an action that it did by the other
 * names before, has the exit code of that action: its author does not mean that code.
 */
function comparesCode({ namedBoth, events }: Trace): boolean {
  const acts = events.flatMap(actsOf);
  const last = events.at(-1);
  const puts = last?.kind === 'action' && retires.test(last.action) && last.on.every(name => oldNames.has(name));
  const raised = acts.some(({ by, text }) => by === 'new' && raises.test(text));
  const final = acts.at(-1);
  const isAgain =
    last?.kind === 'action' && final && acts.some(({ by, text }) => by && by !== final.by && text === final.text);
  return !namedBoth && !(puts && raised) && !isAgain;
}

function shown({ text, half }: Act): string {
  return half ? `${text} mender-${half}` : text;
}

/** Of two runs that were cut off, one may be ahead. */
function firstDifference(old: readonly string[], young: readonly string[], cut: boolean): string | undefined {
  const length = cut ? Math.min(old.length, young.length) : Math.max(old.length, young.length);
  for (let at = 0; at < length; at++)
    if (old[at] !== young[at])
      return `old device: ${old[at] ?? 'nothing more'}; new device: ${young[at] ?? 'nothing more'}`;
  if (cut && (old.length === 0) !== (young.length === 0))
    return `old device: ${old[0] ?? 'nothing'}; new device: ${young[0] ?? 'nothing'}`;
  return undefined;
}

/** Everything that was done or ran, by its name in the new client. */
export function actsShown(trace: Trace): string[] {
  return outcomeOf(trace, true).acts.map(shown);
}

/**
 * Actions of the fixed script on the new device that neither the old device nor the script before the fix did: it
 * became worse. `isOpen` says whether something next to a file or a program is still reported: then its arguments are
 * not the fix's doing.
 */
export function worse(old: Trace, before: Trace, after: Trace, isOpen: (name: string) => boolean): string[] {
  const [wanted, had, got] = [old, before, after].map(trace => count(outcomeOf(trace, true), isOpen));
  return [...got!]
    .filter(([text, times]) => times > Math.max(wanted!.get(text) ?? 0, had!.get(text) ?? 0))
    .map(([text]) => text);
}

function count({ acts, files }: Outcome, isOpen: (name: string) => boolean): Map<string, number> {
  const counts = new Map<string, number>();
  const named = files.map(text => {
    const [, shownName = '', path = ''] = /^(\w+ (\S+)): /.exec(text) ?? [];
    return isOpen(path) ? shownName : text;
  });
  const done = acts.map(act => {
    const [program = ''] = act.text.split(' ');
    return act.half === undefined && act.by === undefined && isOpen(program) ? program : shown(act);
  });
  for (const text of [...done, ...named]) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
