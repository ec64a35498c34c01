/** Differences explained by a script's own decisions: its author's statements about either client, or actions on it. */
import { type Act, actsShown, raises, retires, sameApartFrom, until } from './compare.ts';
import { differOnlyIn, inBranch, presence } from './decision-arms.ts';
import { all, type Exception, sides } from './exception.ts';
import type { Trace, TraceEvent } from './model.ts';

/** A probe for the single client that now is one for both services. */
const asksBoth =
  /\b(?:is-\w+|status)\b[^\n]*mender-authd[^\n]*mender-updated|mender-authd status\b[^\n]*mender-updated|\bpidof mender-auth mender-update\b/;

const halvesOf = new Map([
  ['mender-authd', 'mender-auth'],
  ['mender-updated', 'mender-update'],
]);

/** Halves whose state a run changed by their own names, without the other one. */
function changedAlone({ events }: Trace): Set<string> {
  return new Set(
    events.flatMap(event => {
      if (event.kind !== 'action' || /^(?:signal|install|remove)/.test(event.action)) return [];
      const halves = event.on.flatMap(name => halvesOf.get(name) ?? []);
      return halves.length === 1 ? halves : [];
    }),
  );
}

const hasAction = ({ events }: Trace, action: RegExp) =>
  events.some(event => event.kind === 'action' && action.test(event.action));
const isLog = (text: string) => text.startsWith('logger ');
const raisesByCall = /^systemctl (?:re)?start mender-(?:client|authd|updated)$/;
const isRefused = (event: TraceEvent) => event.kind === 'failed' && raisesByCall.test(event.text);
const masksOld = ({ events, files }: Trace) =>
  events.some(event => event.kind === 'action' && event.action === 'mask' && event.on.includes('mender-client')) ||
  files.some(({ path, content }) => path.endsWith('/mender-client.service') && content === '/dev/null');
const isControl = (text: string) => text.includes('SetUpdateControlMap');
/**
 * The old device does not get beyond the call of the update control, which nobody answers while the client does not
 * run.
 */
const endsInRefusedControl = ({ events, code }: Trace) => {
  const last = events.at(-1);
  return code > 0 && last?.kind === 'failed' && isControl(last.text);
};
/** The call of the update control is the last action of the run. */
const endsInControl = ({ events }: Trace) => {
  const last = events.at(-1);
  return last?.kind === 'action' && last.action.startsWith('bus SetUpdateControlMap');
};
const asksWhatIsRemoved =
  /\brm\b.* \/usr\/bin\/mender(?![\w-])[\s\S]*(?:\[ -[xef] \/usr\/bin\/mender \]|(?:command -v|which) mender(?![\w-]))/;
const masks = /\bmask\b|\/dev\/null \/etc\/systemd/;

export const exceptionsOfScripts: readonly Exception[] = [
  {
    name: 'one half is the author’s',
    reason:
      'A run changed one of the new services by its name and not the other: what is done to the client of 3.x is then done to that half, or finds the other as it was.',
    promises: all,
    holds: ({ script, after, fixes, old, young, differences }) => {
      const [first, second] = [old, young].map(changedAlone) as [Set<string>, Set<string>];
      const alone = first.size > 0 ? first : second;
      if (alone.size === 0) return false;
      const halves = new Set(
        differences
          .flatMap(line => [line, ...sides(line)])
          .flatMap(text => / (mender-(?:auth|update))$/.exec(text)?.[1] ?? []),
      );
      // A person has chosen the same half.
      const isChosen = [...alone].some(half => fixes.some(title => title.startsWith(`Look for \`${half}\``)));
      if (isChosen && [...halves].every(half => alone.has(half))) return true;
      // The replacement probes for both, and finds one.
      return halves.size === 1 || (after !== script && asksBoth.test(after));
    },
  },
  {
    name: 'installed or removed by the script',
    reason:
      'The script removes a package of a client, or installs one where there is none, and up to there the new device does what the old one does. On the old device both generations come and go apart: whether the other one is there is nothing that a fix decides.',
    promises: all,
    holds: ({ promise, situation, script, old, young, unfixed }) => {
      // Where a script probes for the old client, its package is reinstalled on the old device only.
      if (presence.test(script) && sameApartFrom(old, young, ({ text }) => text === 'install the client')) return true;
      const comesOrGoes = situation === 'missing' ? /^(?:remove|install)$/ : /^remove$/;
      const apart = [old, young, ...(unfixed ? [unfixed] : [])].filter(trace => hasAction(trace, comesOrGoes));
      return apart.some(trace => {
        const end = trace.events.findIndex(event => event.kind === 'action' && comesOrGoes.test(event.action));
        const before = actsShown({ ...trace, events: trace.events.slice(0, end), files: [] });
        // After a safe fix alone, what is not fixed may be missing.
        return promise === 'safe' || [old, young].every(other => before.every(text => actsShown(other).includes(text)));
      });
    },
  },
  {
    name: 'refused where the old client is',
    reason:
      'The script ends in an arm for the old client, having done no more than the new device: it is for the new one alone.',
    promises: all,
    holds: ({ after, old, young }) => {
      // A probe for either client runs once for each on the old device.
      const once = (trace: Trace) => actsShown(trace).filter((text, at, all) => text !== all[at - 1]);
      const [first, second] = [old, young].map(once) as [string[], string[]];
      return (
        first.length <= second.length &&
        first.every((text, at) => text === second[at]) &&
        /\b(?:exit|return)\b/.test(inBranch(after))
      );
    },
  },
  {
    name: 'removed, and used',
    reason:
      'The script deletes the program of the old client, and calls it or asks for it afterwards: the old device does not find it.',
    promises: all,
    holds: ({ script, old }) =>
      asksWhatIsRemoved.test(script) ||
      (/\brm\b.* \/usr\/bin\/mender\b/.test(script) &&
        /\bmender: (?:(?:command )?not found|No such file)/.test(old.err)),
  },
  {
    name: 'another arm of the decision',
    reason:
      'The script asks whether a client is there, and does more than the deed in one arm: what the other one does is its author’s word, too.',
    promises: ['silent', 'fixed', 'subset'],
    holds: ({ after, old, young, differences }) => presence.test(after) && differOnlyIn(after, old, young, differences),
  },
  {
    name: 'told in other words',
    reason: 'What is written into the log for people names the client that there is.',
    promises: ['silent', 'fixed', 'subset'],
    holds: ({ old, young, differences }) => {
      const [first, second] = [old, young].map(trace => actsShown(trace).filter(isLog).length);
      return (
        first === second &&
        differences.every(line => sides(line).length > 0 && sides(line).every(isLog)) &&
        sameApartFrom(old, young, ({ text }) => isLog(text))
      );
    },
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
    name: 'raised in another order',
    reason:
      'What raises the old client is left out on the new device, where the same is done for the new one elsewhere on its way.',
    promises: ['silent', 'fixed', 'subset'],
    holds: ({ old, young }) => {
      const [first, second] = [old, young].map(
        trace =>
          new Set(actsShown(trace).flatMap(text => (raises.test(text) ? [text.replace(/^restart /, 'start ')] : []))),
      );
      return (
        first!.size > 0 &&
        first!.size === second!.size &&
        [...first!].every(text => second!.has(text)) &&
        sameApartFrom(old, young, ({ text }) => raises.test(text))
      );
    },
  },
  {
    name: 'masked by the old name',
    reason:
      'The old unit is masked, and the new client is raised: the mask is meant for what is not there any more. The old device, where one client answers to both names, refuses to raise what is masked, and goes another way from there.',
    promises: all,
    holds: ({ promise, old, young, more, differences }) => {
      const refused = old.events.findIndex(isRefused);
      if (!masksOld(old) || refused < 0) return false;
      if (promise === 'safe') {
        const isEnded = old.code !== 0 && old.events.slice(refused).every(({ kind }) => kind === 'failed');
        return isEnded || (more.length === differences.length && more.every(text => raises.test(text)));
      }
      const isRaised = (event: TraceEvent) => event.kind === 'action' && raises.test(event.action);
      const raised = young.events.findIndex(event => isRaised(event) || isRefused(event));
      const isApart = ({ text, by }: Act) => by === 'old' && retires.test(text);
      return raised >= 0 && sameApartFrom(until(old, refused), until(young, raised), isApart);
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
    name: 'nothing in its place',
    reason:
      'The update control of 3.x has no counterpart since 4.0: in a branch that proves the old client it is left out on the new device.',
    promises: all,
    holds: ({ after, old, differences }) =>
      presence.test(after) &&
      (endsInRefusedControl(old) ||
        differences.every(
          line =>
            sides(line).some(side => side.startsWith('bus SetUpdateControlMap')) ||
            (line.startsWith('exit code ') &&
              (endsInControl(old) || old.events.some(event => event.kind === 'failed' && isControl(event.text)))),
        )),
  },
  {
    name: 'masked where nothing is',
    reason:
      'A mask leaves a unit of that name on a device without the client, by whichever name: questions find one more.',
    promises: all,
    holds: ({ situation, script }) => situation === 'missing' && masks.test(script),
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
    name: 'suppressed',
    reason: 'A comment of the script says that a finding is not to be told.',
    promises: ['silent', 'fixed', 'subset'],
    holds: ({ after }) => after.includes('mender-lint: disable'),
  },
  {
    name: 'no name yet',
    reason: 'The row of show-artifact says that it prints `unknown` and exits with 0 where 3.x failed.',
    promises: ['safe'],
    holds: ({ situation, script, differences, cause }) =>
      situation === 'unnamed' &&
      (/show-artifact\b[^\n]*(?:&&|\|\|)|\bif\b[^\n]*show-artifact|^set -e|\$\?/m.test(script)
        ? script.includes('show-artifact')
        : differences.every(
            line =>
              /\bunknown\b|\blogger running\b|exit code [01] |only the old device: written /.test(line) ||
              (cause === 'others' && line.startsWith('the new device does after the fix')),
          )),
  },
  {
    name: 'refused by the old device',
    reason:
      'One line that 3.5.3, or the new program beside it, refuses: a spelling of an older client, or one that never worked. The fix does what it says.',
    promises: ['fixed', 'subset', 'safe'],
    holds: ({ script, old }) =>
      !script.trim().includes('\n') &&
      old.events.some(({ kind }) => kind === 'failed') &&
      old.events.every(({ kind }) => kind !== 'action'),
  },
];
