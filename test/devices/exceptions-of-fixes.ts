/** Differences explained by the fixes that were chosen, and by those that were not made. */
import { type Act, actsShown, sameApartFrom, until } from './compare.ts';
import { clientAction, type Exception, sides } from './exception.ts';
import type { Trace } from './model.ts';

const command = /^(?:commit|rollback|check-update|send-inventory|install|setup|bootstrap)\b/;
/** Only mender-update handles SIGUSR1 and SIGUSR2: they count as the actions that they request. */
const isSignal = (text: string) => /^(?:check-update|send-inventory)$/.test(text);

const isOfHalf = ({ half, text }: Act) => half !== undefined || isSignal(text);

/** A probe finds a half that no action touched, and its consequences start from there. */
function isAskedAfterwards(old: Trace, young: Trace): boolean {
  const [first, second] = [old, young].map(({ events }) =>
    events.flatMap((event, at) =>
      event.kind === 'probe' && / mender-(?:authd|updated)$/.test(event.text) ? [{ ...event, at }] : [],
    ),
  );
  const index = first!.findIndex(({ text, answer }, at) => second![at]?.text === text && second![at].answer !== answer);
  return index >= 0 && sameApartFrom(until(old, first![index]!.at), until(young, second![index]!.at), isOfHalf);
}

export const exceptionsOfFixes: readonly Exception[] = [
  {
    name: 'one half is chosen',
    reason:
      'The title of the fix says that it is for one of the two services or programs only: a person has chosen it. All but what is done to halves of the client is the same.',
    promises: ['subset'],
    holds: ({ fixes, old, young, differences }) =>
      fixes.some(title =>
        /` only\b|^Look for `mender-|check which of the two is meant|must be done for the other one|^Replace with `mender-\w+` \(/.test(
          title,
        ),
      ) &&
      (sameApartFrom(old, young, isOfHalf) ||
        isAskedAfterwards(old, young) ||
        differences.every(line => line.startsWith('exit code') || /\/mender-(?:authd|updated)\.service\b/.test(line))),
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
        more.every(text => (clientAction.test(text) || command.test(text)) && known.every(has => has.has(text)))
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
    reason: 'The title of the fix says that the lines of show-provides are unsorted, or how they are sorted.',
    promises: ['subset'],
    holds: ({ fixes, differences }) =>
      fixes.some(title => title.includes('show-provides')) &&
      differences.every(line => /^only the (?:old|new) device: written /.test(line)),
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
];
