/** Units and helper scripts of Mender's images that lost `client-` in their names. */
import { shell, unit } from './example.ts';
import type { Rule } from './rule.ts';
import { brokenSince } from './yocto-effects.ts';

const kirkstoneFiles = 'meta-mender@kirkstone:meta-mender-core/recipes-mender/mender-client/files';
const scarthgapFiles = 'meta-mender@scarthgap:meta-mender-core/recipes-mender/mender-client/files';

/** The layer renamed all of them at once. */
const layer = [kirkstoneFiles, scarthgapFiles, 'meta-mender@911ea436'];

const kept = 'Images of kirkstone keep the old names, with clients of 4.x and 5.x as well.';

interface Renamed {
  readonly id: string;
  readonly old: string;
  readonly now: string;
  /** Text after "The unit that". */
  readonly subject: string;
  /** Text after "was renamed in". */
  readonly where: string;
  readonly sources: readonly string[];
}

/** Each old unit has one new one. */
function renamed({ id, old, now, subject, where, sources }: Renamed): readonly Rule[] {
  const own = { old: [old], new: [now], purposes: {} };
  const replacement = { kind: 'rewrite', to: `${now}.service`, safety: 'review' } as const;
  const what = `The unit that ${subject} was renamed in ${where}.`;
  return [
    {
      id: `${id}-unit`,
      component: 'meta-mender',
      title: `unit \`${old}.service\``,
      removedIn: '5.0',
      effect: 'fails',
      yocto: brokenSince('scarthgap', 'fails'),
      match: { kind: 'own-service', names: own, directives: 'needed' },
      replacement,
      message: `Use \`${now}.service\`: \`{use}\` fails since scarthgap.`,
      why: `${what} A command that names the old unit fails, and so does a unit that requires it: \`Unit ${old}.service not found.\` ${kept}`,
      sources,
      examples: [
        shell(`systemctl start ${old}.service`, `systemctl start ${now}.service`),
        unit(`[Unit]\nRequires=${old}.service\n`, `[Unit]\nRequires=${now}.service\n`),
      ],
      quiet: [
        { language: 'shell', bad: `systemctl start ${now}.service` },
        { language: 'shell', bad: `systemctl start ${old}.service`, target: '4.0' },
        { language: 'unit', path: `${old}.service`, bad: '[Unit]\nDescription=Mender\n' },
      ],
    },
    {
      id: `${id}-order`,
      component: 'meta-mender',
      title: `order after \`${old}.service\``,
      removedIn: '5.0',
      effect: 'ignored',
      yocto: brokenSince('scarthgap', 'ignored'),
      match: { kind: 'own-service', names: own, directives: 'ordered' },
      replacement,
      message: `Add \`${now}.service\`: \`{use}\` is ignored since scarthgap.`,
      why: `${what} systemd silently ignores \`After=\` and \`Wants=\` of a unit that does not exist: a service may run too early. ${kept}`,
      sources,
      examples: [unit(`[Unit]\nAfter=${old}.service\n`, `[Unit]\nAfter=${now}.service\n`)],
      quiet: [{ language: 'unit', path: 'product.service', bad: `[Unit]\nAfter=${old}.service ${now}.service\n` }],
    },
  ];
}

function helper(id: string, old: string, now: string): Rule {
  return {
    id,
    component: 'meta-mender',
    title: `helper \`${old}\``,
    removedIn: '5.0',
    effect: 'fails',
    yocto: brokenSince('scarthgap', 'fails'),
    match: { kind: 'program', words: [old] },
    replacement: { kind: 'rewrite', to: now, safety: 'review' },
    message: `Use \`${now}\`: \`{use}\` is gone since scarthgap.`,
    why: `The helper lost \`client-\` in its name when the layer took on the names of the C++ client. A shell says \`${old}: not found\`, with the exit status 127. ${kept}`,
    sources: layer,
    examples: [
      shell(`/usr/bin/${old}`, `/usr/bin/${now}`),
      unit(`[Service]\nExecStart=/usr/bin/${old}\n`, `[Service]\nExecStart=/usr/bin/${now}\n`),
    ],
    quiet: [{ language: 'shell', bad: `/usr/bin/${now}` }],
  };
}

export const renamedUnitRules: readonly Rule[] = [
  ...renamed({
    id: 'data-dir',
    old: 'mender-client-data-dir',
    now: 'mender-data-dir',
    subject: 'makes the folder of the client on the data partition',
    where: 'meta-mender scarthgap, mender-convert 4.2 and Mender 5.0',
    sources: [...layer, 'mender@5dd629b9', 'mender-convert@5.2.1:CHANGELOG.md:765,809-811'],
  }),
  ...renamed({
    id: 'machine-id',
    old: 'mender-client-systemd-machine-id',
    now: 'mender-systemd-machine-id',
    subject: 'keeps the machine id over updates',
    where: 'meta-mender scarthgap',
    sources: layer,
  }),
  helper('resize-data-helper', 'mender-client-resize-data-part', 'mender-resize-data-part'),
  helper('machine-id-helper', 'mender-client-set-systemd-machine-id.sh', 'mender-set-systemd-machine-id.sh'),
];
