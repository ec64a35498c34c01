/** What differs on the devices and breaks no promise: each kind with its reason, told as narrowly as a run shows it. */
import { actsShown } from './compare.ts';
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
  /** The new device does no more than the old one where the plain deeds that are still reported are put right as well. */
  readonly isLeftUndone: boolean;
}

export interface Exception {
  readonly name: string;
  readonly reason: string;
  readonly promises: readonly Promised[];
  readonly holds: (differing: Differing) => boolean;
}

const all: readonly Promised[] = ['silent', 'fixed', 'subset', 'safe'];
const deed = /^(?:start|stop|restart|try-restart|reset-failed|enable|disable|mask|unmask) mender-(?:auth|update)$/;
const ownHalf =
  /\b(?:systemctl|service)\b[^;&|\n]*\bmender-(?:authd|updated)\b|\bfor \w+ in [^;\n]*\bmender-(?:authd|updated)\b/g;

/** A question that was about the one client, and is about both services now. */
const asksBoth = /\bis-\w+[^\n]*mender-authd(?:\.service)? (?:&&|\|\|) [^\n]*\bis-\w+[^\n]*mender-updated/;

/** What the script does by itself to one of the two services, and to that alone. */
function namesOneHalf(script: string): boolean {
  return (script.match(ownHalf) ?? []).some(
    call => !(call.includes('mender-authd') && call.includes('mender-updated')),
  );
}

/** Both sides of a line of `differences`. */
function sides(difference: string): readonly string[] {
  const [, old, young] = /^(?:[\w ]+: )?old device: (.*); new device: (.*)$/.exec(difference) ?? [];
  return old === undefined || young === undefined ? [] : [old, young];
}

const hasDeed = ({ events }: Trace, action: RegExp) =>
  events.some(event => event.kind === 'deed' && action.test(event.action));
const masks = /\bmask\b|\/dev\/null \/etc\/systemd/;

export const exceptions: readonly Exception[] = [
  {
    name: 'one half is chosen',
    reason:
      'The title of the fix says that it is for one of the two services or programs only: a person has chosen it.',
    promises: ['subset'],
    holds: ({ fixes }) =>
      fixes.some(title =>
        /` only\b|^Look for `mender-|has to be done for the other one|^Replace with `mender-\w+` \(/.test(title),
      ),
  },
  {
    name: 'one half is the author’s',
    reason:
      'The script itself does something to one of the new services by its name, and not to the other: what is done to the client of 3.x is then done to that half, or finds the other as it was.',
    promises: all,
    holds: ({ promise, script, after, differences }) => {
      if (!namesOneHalf(script)) return false;
      const halves = new Set(
        differences.flatMap(sides).flatMap(side => (deed.test(side) ? side.split(' ').slice(-1) : [])),
      );
      return halves.size === 1 || (halves.size === 0 && promise !== 'safe' && after !== script && asksBoth.test(after));
    },
  },
  {
    name: 'installed or removed by the script',
    reason:
      'The script removes a client, or installs one where there is none. On the old device both generations come and go apart: whether the other one is there is nothing that a fix decides.',
    promises: all,
    holds: ({ situation, old, young }) =>
      [old, young].some(trace => hasDeed(trace, situation === 'missing' ? /^(?:remove|install)$/ : /^remove$/)),
  },
  {
    name: 'exit code of a removal',
    reason:
      'A script that ends with removing the old client if it is there ends as that does: nobody means its exit code.',
    promises: ['silent', 'fixed', 'subset'],
    holds: ({ after, differences }) =>
      differences.every(line => line.startsWith('exit code')) &&
      /\b(?:apt-get|dpkg)\b.*\b(?:remove|purge|-P|-r)\b[^\n]*\n*$/.test(after),
  },
  {
    name: 'nothing in its place',
    reason:
      'The update control of 3.x has no counterpart since 4.0: in a branch that proves the old client it is left out on the new device.',
    promises: ['silent', 'fixed', 'subset'],
    holds: ({ differences }) =>
      differences.every(line => sides(line).some(side => side.startsWith('bus SetUpdateControlMap'))),
  },
  {
    name: 'masked where nothing is',
    reason:
      'A mask leaves a unit of that name on a device without the client, by whichever name: questions find one more.',
    promises: all,
    holds: ({ situation, script }) => situation === 'missing' && masks.test(script),
  },
  {
    name: 'masked by the old name',
    reason:
      'The mask of the old client is still reported. On the old device it holds for mender-client alone once the fixed use raises the new services by their names.',
    promises: ['safe'],
    holds: ({ reported, differences }) =>
      reported.some(line => masks.test(line)) && differences.some(line => /\b(?:re)?start mender-/.test(line)),
  },
  {
    name: 'left undone',
    reason:
      'A deed before it is still reported and does nothing yet; the fixed use runs since the client is not as that deed leaves it.',
    promises: ['safe'],
    holds: ({ isLeftUndone }) => isLeftUndone,
  },
  {
    name: 'done by what is reported',
    reason: 'The deed stands, by its new name, on a line that is still reported and that no fix has changed.',
    promises: ['safe'],
    holds: ({ script, reported, differences, more }) => {
      const own = reported.filter(
        line => script.split('\n').includes(line) && /mender-(?:auth|update|setup)/.test(line),
      );
      return (
        more.length === differences.length && more.every(text => own.some(line => line.includes(text.split(' ')[0]!)))
      );
    },
  },
  {
    name: 'done once more',
    reason:
      'The script does the same for the new client by its own names as well, where it does not find the old one: after the fix it is done twice.',
    promises: ['safe'],
    holds: ({ differences, more, old, unfixed }) => {
      const known = [old, unfixed].map(trace => new Set(trace ? actsShown(trace) : []));
      return (
        more.length === differences.length && more.every(text => deed.test(text) && known.every(has => has.has(text)))
      );
    },
  },
  {
    name: 'never comes to its end',
    reason: 'The old device goes on for ever, and is cut off before it comes to what the fix is about.',
    promises: ['safe'],
    holds: ({ old, differences, more }) => old.cut && more.length === differences.length,
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
    holds: ({ situation, script }) => situation === 'unnamed' && script.includes('show-artifact'),
  },
];

export function exceptionFor(differing: Differing): Exception | undefined {
  return exceptions.find(({ promises, holds }) => promises.includes(differing.promise) && holds(differing));
}
