/** What differs on the devices and breaks no promise: each kind with its reason, told as narrowly as a run shows it. */
import { actsShown, retires, sameApartFrom } from './compare.ts';
import type { Trace } from './model.ts';
import type { Promised } from './promise.ts';

/** What was found to differ, and all that it came from. */
export interface Differing {
  readonly promise: Promised;
  readonly situation: string;
  readonly script: string;
  /** What the script became; the script itself when no fix was made. */
  readonly after: string;
  /** Titles of the fixes that were chosen. */
  readonly fixes: readonly string[];
  readonly old: Trace;
  readonly young: Trace;
  /** Of the script before its fixes on the new device. */
  readonly unfixed: Trace | undefined;
  readonly differences: readonly string[];
  /** What the new device does too often after a safe fix. */
  readonly more: readonly string[];
  /** Lines of what the script became on which something is still found. */
  readonly reported: readonly string[];
  readonly cause: Cause | undefined;
}

/**
 * Why the new device does something too often after a safe fix: it stands in statements that are still reported and that no fix has
 * changed, or it is not done any more where the others that are still reported find the old client.
 */
export type Cause = 'unchanged' | 'others';

export interface Exception {
  readonly name: string;
  readonly reason: string;
  readonly promises: readonly Promised[];
  readonly holds: (differing: Differing) => boolean;
}

const all: readonly Promised[] = ['silent', 'fixed', 'subset', 'safe'];
const deed = /^(?:start|stop|restart|try-restart|reset-failed|enable|disable|mask|unmask) mender-(?:auth|update)$/;
const command = /^(?:commit|rollback|check-update|send-inventory|install|setup|bootstrap)\b/;

/** A question that was about the one client, and is about both services now. */
const asksBoth = /\b(?:is-\w+|status)\b[^\n]*mender-authd[^\n]*mender-updated/;

const halvesOf = new Map([
  ['mender-authd', 'mender-auth'],
  ['mender-updated', 'mender-update'],
]);

/** Halves that a run changed the state of by their own names, apart from the other one. */
function changedAlone({ events }: Trace): Set<string> {
  return new Set(
    events.flatMap(event => {
      if (event.kind !== 'deed' || /^(?:signal|install|remove)/.test(event.action)) return [];
      const halves = event.on.flatMap(name => halvesOf.get(name) ?? []);
      return halves.length === 1 ? halves : [];
    }),
  );
}

/** Both sides of a line of `differences`. */
function sides(difference: string): readonly string[] {
  const [, old, young] = /^(?:[\w ]+: )?old device: (.*); new device: (.*)$/.exec(difference) ?? [];
  return old === undefined || young === undefined ? [] : [old, young];
}

const hasDeed = ({ events }: Trace, action: RegExp) =>
  events.some(event => event.kind === 'deed' && action.test(event.action));
/** Only mender-update takes SIGUSR1 and SIGUSR2: they stand for what they ask of it. */
const isSignal = (text: string) => /^(?:check-update|send-inventory)$/.test(text);
const raisesNew =
  /\b(?:restart|start|enable(?: --now)?) mender-(?:authd|updated)|\bmender-(?:authd|updated) (?:restart|start)\b/g;
const raises = /^(?:restart|start|enable|unmask) /;

/** A presence question about either client that decides by `if`, `&&` or `||`. */
const presence =
  /(?:command -v|which) mender\S*|\[ -[xe] \/(?:usr\/bin\/mender|lib\/systemd\/system\/mender-)\S* \]|dpkg -s mender-\S+|systemctl cat mender-\S+|systemctl list-unit-files \| grep -q mender\S*/;
const asksWhichIsThere = (script: string) => presence.test(script);

/** What stands on a line that such a question decides about: on its own, or down to where its `if` ends. */
function inArm(script: string): string {
  const arms: string[] = [];
  let open = 0;
  for (const line of script.split('\n')) {
    if (open > 0 || presence.test(line)) arms.push(line);
    const opened = (line.match(/(?:^|[;&|({]\s*|then |else )if /g) ?? []).length;
    const closed = (line.match(/(?:^|[;\s])fi\b/g) ?? []).length;
    open = open > 0 || presence.test(line) ? Math.max(0, open + opened - closed) : 0;
  }
  return arms.join('\n');
}

/** What is there once more than in the other. */
function without(acts: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return acts.filter(text => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The client's units and installations are done the same to; all else that differs stands in an arm. */
function differ(old: Trace, young: Trace, differences: readonly string[], arms: string): boolean {
  const [first, second] = [old, young].map(trace => actsShown(trace));
  const more = [...without(first!, second!), ...without(second!, first!)];
  const files = differences.flatMap(line => /^only the \w+ device: \w+ (\S+):/.exec(line)?.[1] ?? []);
  const isInArm = (text: string) =>
    !deed.test(text) && (text.startsWith('signal ') ? /\bp?kill/.test(arms) : arms.includes(text.split(' ')[0]!));
  return more.length + files.length > 0 && more.every(isInArm) && files.every(path => arms.includes(path));
}
const masks = /\bmask\b|\/dev\/null \/etc\/systemd/;

export const exceptions: readonly Exception[] = [
  {
    name: 'one half is chosen',
    reason:
      'The title of the fix says that it is for one of the two services or programs only: a person has chosen it. All but what is done to halves of the client is the same.',
    promises: ['subset'],
    holds: ({ fixes, old, young, differences }) =>
      fixes.some(title =>
        /` only\b|^Look for `mender-|has to be done for the other one|^Replace with `mender-\w+` \(/.test(title),
      ) &&
      (sameApartFrom(old, young, ({ half, text }) => half !== undefined || isSignal(text)) ||
        differences.every(line => line.startsWith('exit code') || /\/mender-(?:authd|updated)\.service\b/.test(line))),
  },
  {
    name: 'one half is the author’s',
    reason:
      'A run changed one of the new services by its name and not the other: what is done to the client of 3.x is then done to that half, or finds the other as it was.',
    promises: all,
    holds: ({ script, after, old, young, differences }) => {
      const [first, second] = [old, young].map(changedAlone) as [Set<string>, Set<string>];
      const alone = first.size > 0 ? first : second;
      if (alone.size === 0) return false;
      const halves = new Set(
        differences.flatMap(sides).flatMap(side => / (mender-(?:auth|update))$/.exec(side)?.[1] ?? []),
      );
      // What was put in its place asks for both, and finds one.
      return halves.size === 1 || (after !== script && asksBoth.test(after));
    },
  },
  {
    name: 'installed or removed by the script',
    reason:
      'The script removes a package of a client, or installs one where there is none, and up to there the new device does what the old one does. On the old device both generations come and go apart: whether the other one is there is nothing that a fix decides.',
    promises: all,
    holds: ({ promise, situation, old, young, unfixed }) => {
      const comesOrGoes = situation === 'missing' ? /^(?:remove|install)$/ : /^remove$/;
      const apart = [old, young, ...(unfixed ? [unfixed] : [])].filter(trace => hasDeed(trace, comesOrGoes));
      return apart.some(trace => {
        const end = trace.events.findIndex(event => event.kind === 'deed' && comesOrGoes.test(event.action));
        const before = actsShown({ ...trace, events: trace.events.slice(0, end), files: [] });
        // After a safe fix alone, what is not fixed may be missing.
        return promise === 'safe' || [old, young].every(other => before.every(text => actsShown(other).includes(text)));
      });
    },
  },
  {
    name: 'refused where the old client is',
    reason:
      'The script ends where it finds the old client, having done no more than the new device: it is for the new one alone.',
    promises: all,
    holds: ({ after, old, young }) => {
      const [first, second] = [old, young].map(actsShown) as [string[], string[]];
      return (
        first.length <= second.length &&
        first.every((text, at) => text === second[at]) &&
        presence.test(after) &&
        /\b(?:exit|return)\b/.test(after)
      );
    },
  },
  {
    name: 'removed, and used',
    reason:
      'The script deletes the program of the old client and calls it afterwards: the old device does not find it.',
    promises: ['fixed', 'subset', 'safe'],
    holds: ({ script, old }) =>
      /\brm\b.* \/usr\/bin\/mender\b/.test(script) && /\bmender: (?:not found|No such file)/.test(old.err),
  },
  {
    name: 'failed either way',
    reason: 'What is tried by one name and then by the other fails by both, on each device in its own way.',
    promises: ['silent', 'fixed', 'subset'],
    holds: ({ after, old, young, differences }) =>
      differences.every(line => line.startsWith('exit code')) &&
      old.code > 0 &&
      young.code > 0 &&
      [...after.matchAll(/\bmender-update ([\w-]+).* \|\| mender ([\w-]+)/g)].some(
        ([, first, second]) => first === second,
      ),
  },
  {
    name: 'another arm of the decision',
    reason:
      'The script asks whether a client is there, and does more than the deed in one arm: what the other one does is its author’s word, too.',
    promises: ['silent', 'fixed', 'subset'],
    holds: ({ after, old, young, differences }) =>
      asksWhichIsThere(after) && differ(old, young, differences, inArm(after)),
  },
  {
    name: 'put away where the new one is raised',
    reason:
      'On the way that the new device takes the new client is raised, so that the old one may be put away; the old device raised and put away the same one.',
    promises: ['silent', 'fixed', 'subset'],
    holds: ({ old, young }) => {
      const acts = actsShown(young);
      const isAnswered = (text: string) =>
        acts.some(
          other => other === text || (raises.test(other) && other.split(' ').at(-1) === text.split(' ').at(-1)),
        );
      const gone = actsShown(old).filter(text => retires.test(text));
      return gone.length > 0 && gone.every(isAnswered) && sameApartFrom(old, young, ({ text }) => retires.test(text));
    },
  },
  {
    name: 'nothing to stop',
    reason: 'The client does not run; on the old device it is stopped all the same, on the new one only where it runs.',
    promises: ['silent', 'fixed', 'subset'],
    holds: ({ situation, differences }) =>
      ['inactive', 'disabled', 'failed'].includes(situation) &&
      differences.every(line => /^stop mender-/.test(sides(line)[0] ?? '') && sides(line)[1] === 'nothing more'),
  },
  {
    name: 'exit code of a removal',
    reason:
      'A script that ends with removing the old client if it is there ends as that does: nobody means its exit code.',
    promises: ['silent', 'fixed', 'subset'],
    holds: ({ after, differences }) =>
      differences.every(line => line.startsWith('exit code')) &&
      /\b(?:apt-get|dpkg)\b.*\b(?:remove|purge|-P|-r)\b.* mender-client(?!4)[^\n]*\n*$/.test(after),
  },
  {
    name: 'nothing in its place',
    reason:
      'The update control of 3.x has no counterpart since 4.0: in a branch that proves the old client it is left out on the new device.',
    promises: ['silent', 'fixed', 'subset'],
    holds: ({ after, old, differences }) =>
      presence.test(after) &&
      differences.every(
        line =>
          sides(line).some(side => side.startsWith('bus SetUpdateControlMap')) ||
          (line.startsWith('exit code 1 ') &&
            old.events.some(event => event.kind === 'failed' && event.text.includes('SetUpdateControlMap'))),
      ),
  },
  {
    name: 'masked where nothing is',
    reason:
      'A mask leaves a unit of that name on a device without the client, by whichever name: questions find one more.',
    promises: all,
    holds: ({ situation, script }) => situation === 'missing' && masks.test(script),
  },
  {
    name: 'put away by the old name',
    reason:
      'What stops, disables or masks the old client is still reported. On the old device it holds for mender-client alone once the fixed use raises the new services by their names.',
    promises: ['safe'],
    holds: ({ script, after, reported, differences }) => {
      const raisedIn = (text: string) => (text.match(raisesNew) ?? []).length;
      return (
        reported.some(line => /\b(?:mask|stop|disable)\b|\/dev\/null \/etc\/systemd/.test(line)) &&
        raisedIn(after) > raisedIn(script) &&
        differences.every(line => line.startsWith('before and after the fix: '))
      );
    },
  },
  {
    name: 'left undone',
    reason:
      'Another statement is still reported and does nothing yet. Where it finds the old client, the new device does nothing too often after the fix.',
    promises: ['safe'],
    holds: ({ cause }) => cause === 'others',
  },
  {
    name: 'done by what is reported',
    reason:
      'All that is done too often stands in statements that are still reported and that no fix has changed: the script came to them, or found the client running, since what is fixed does not fail.',
    promises: ['safe'],
    holds: ({ cause, differences, more }) => cause === 'unchanged' && more.length === differences.length,
  },
  {
    name: 'done once more',
    reason:
      'The script does the same for the new client by its own names as well, where it does not find the old one: after the fix it is done twice.',
    promises: ['safe'],
    holds: ({ differences, more, old, unfixed }) => {
      const known = [old, unfixed].map(trace => new Set(trace ? actsShown(trace) : []));
      return (
        more.length === differences.length &&
        more.every(text => (deed.test(text) || command.test(text)) && known.every(has => has.has(text)))
      );
    },
  },
  {
    name: 'never comes to its end',
    reason: 'The old device goes on for ever, and never does what is fixed: it is cut off before it comes to that.',
    promises: ['safe'],
    holds: ({ old, differences, more }) =>
      old.cut && more.length === differences.length && more.every(text => !actsShown(old).includes(text)),
  },
  {
    name: 'lines in another order',
    reason: 'The title of the fix says that the lines of show-provides stand in no order, or how they are sorted.',
    promises: ['subset'],
    holds: ({ fixes, differences }) =>
      fixes.some(title => title.includes('show-provides')) &&
      differences.every(line => /^only the (?:old|new) device: written /.test(line)),
  },
  {
    name: 'refused by the old device',
    reason:
      'One line that 3.5.3, or the new program beside it, refuses: a spelling of an older client, or one that never worked. The fix does what it says.',
    promises: ['fixed', 'subset', 'safe'],
    holds: ({ script, old }) =>
      !script.trim().includes('\n') &&
      old.events.some(({ kind }) => kind === 'failed') &&
      old.events.every(({ kind }) => kind !== 'deed'),
  },
  {
    name: 'a variable nobody sets',
    reason: 'A text cut out of a longer one: its variables are empty, and 4.x refuses empty values that 3.x took.',
    promises: ['fixed', 'subset', 'safe'],
    holds: ({ script }) =>
      [...script.matchAll(/\$\{?([A-Za-z_]\w*)/g)].some(
        ([, name]) => !new RegExp(`\\b${name}=|\\bfor ${name}\\b`).test(script),
      ),
  },
  {
    name: 'a file of the package itself',
    reason: 'An edit of the unit file that a package brings: what else is in it is another text since 4.0.',
    promises: ['subset'],
    holds: ({ differences }) =>
      differences.every(line => /: written \/usr\/lib\/systemd\/system\/mender-\w+\.service: /.test(line)),
  },
  {
    name: 'another package or repository',
    reason: 'What the server is asked for has another name, which the title of the fix tells.',
    promises: ['subset'],
    holds: ({ fixes, differences }) =>
      fixes.some(title => title.includes('(check that ')) &&
      differences.every(
        line => line.includes('/sources.list') || sides(line).every(side => side.startsWith('apt-cache ')),
      ),
  },
  {
    name: 'other packages on hold',
    reason: 'The packages that took the place of the old one are held by their own names.',
    promises: ['subset'],
    holds: ({ differences }) =>
      differences.every(line => sides(line).length > 0 && sides(line).every(side => side.startsWith('apt-mark hold '))),
  },
  {
    name: 'a text that only the new program prints',
    reason: 'What is looked for is a text of the new program, and the old device has no such program to print it.',
    promises: ['subset'],
    holds: ({ fixes, differences }) =>
      fixes.every(title => title.startsWith('Look for `')) && differences.every(line => line.startsWith('exit code')),
  },
  {
    name: 'suppressed',
    reason: 'A comment of the script says that a finding is not to be told.',
    promises: ['silent', 'fixed', 'subset'],
    holds: ({ after }) => after.includes('mender-lint: disable'),
  },
  {
    name: 'no name yet',
    reason: 'The row of show-artifact says that it prints `unknown` and exits with 0 where 3.x failed.',
    promises: ['safe'],
    holds: ({ situation, script, differences }) =>
      situation === 'unnamed' &&
      (/show-artifact\b[^\n]*(?:&&|\|\|)|\bif\b[^\n]*show-artifact|^set -e|\$\?/m.test(script)
        ? script.includes('show-artifact')
        : differences.every(line => /\bunknown\b|exit code [01] |only the old device: written /.test(line))),
  },
];

export function exceptionFor(differing: Differing): Exception | undefined {
  return exceptions.find(({ promises, holds }) => promises.includes(differing.promise) && holds(differing));
}
