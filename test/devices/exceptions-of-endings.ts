/** Differences in how a script ends, or how far it gets, that its own decisions explain. */
import { retires, sameApartFrom } from './compare.ts';
import { all, type Exception } from './exception.ts';
import type { ClientAction } from './model.ts';

const halfNames = new Set(['mender-authd', 'mender-updated', 'mender-auth', 'mender-update']);

export const exceptionsOfEndings: readonly Exception[] = [
  {
    name: 'asked of each in turn',
    reason:
      'The script asks either client for its state, and does the same by the names of each: what is asked last on the old device finds the client as the first deed has left it, and nobody means that answer.',
    promises: ['silent', 'fixed', 'subset'],
    holds: ({ old, young, differences }) => {
      const [first, second] = [old, young].map(({ events }) => events.findLast(({ kind }) => kind === 'action'));
      const last = old.events.at(-1);
      return (
        differences.every(line => line.startsWith('exit code')) &&
        last?.kind === 'probe' &&
        / mender-(?:authd?|updated?)$/.test(last.text) &&
        first?.kind === 'action' &&
        second?.kind === 'action' &&
        first.action === second.action &&
        second.on.length > 0 &&
        second.on.every(name => halfNames.has(name))
      );
    },
  },
  {
    name: 'done twice',
    reason:
      'The old device has both clients, so that the script does the same by the names of each, or it does it twice by itself: it ends with what cannot be done twice.',
    promises: all,
    holds: ({ old }) => {
      const [first, second] = old.events.filter(({ kind }) => kind === 'action').slice(-2) as ClientAction[];
      return old.code > 0 && second !== undefined && second === old.events.at(-1) && first!.action === second.action;
    },
  },
  {
    name: 'ended by its own question',
    reason:
      'Under `set -e` a question about the new client ends the script on either device, for it does not run: the old one was put away before, and what would have raised the new one is not come to.',
    promises: ['silent', 'fixed', 'subset'],
    holds: ({ after, old, young }) =>
      /^set -\w*e/m.test(after) &&
      old.code !== 0 &&
      old.code === young.code &&
      [old, young].every(({ events }) => events.at(-1)?.kind === 'probe') &&
      sameApartFrom(old, young, ({ text, by }) => by === 'old' && retires.test(text)),
  },
  {
    name: 'exit code of a removal',
    reason:
      'A script that ends with removing the old client if it is there ends as that does: nobody means its exit code.',
    promises: ['silent', 'fixed', 'subset'],
    holds: ({ after, differences }) =>
      differences.every(line => line.startsWith('exit code')) &&
      /(?:\b(?:apt-get|dpkg)\b.*\b(?:remove|purge|-P|-r)\b.* mender-client(?!4)|\brm\b.* (?:\/usr\/bin\/mender(?![\w-])|\/\S*\/mender-client\.service))[^\n]*\n*$/.test(
        after,
      ),
  },
  {
    name: 'failed either way',
    reason:
      'What is tried by one name and then by the other, or where there is no client, fails by both, on each device in its own way.',
    promises: ['silent', 'fixed', 'subset'],
    holds: ({ situation, after, old, young, differences }) =>
      differences.every(line => line.startsWith('exit code')) &&
      old.code > 0 &&
      young.code > 0 &&
      (situation === 'missing' ||
        [...after.matchAll(/\bmender-update ([\w-]+).* \|\| mender ([\w-]+)/g)].some(
          ([, first, second]) => first === second,
        )),
  },
];
