/** Units and helper scripts of Mender's images that lost `client-` in their names. */
import { shell, unit } from './example.ts';
import type { Row } from './row.ts';
import { brokenSince } from './yocto-effects.ts';

const kirkstoneFiles = 'meta-mender@kirkstone:meta-mender-core/recipes-mender/mender-client/files';
const scarthgapFiles = 'meta-mender@scarthgap:meta-mender-core/recipes-mender/mender-client/files';

const sources = [kirkstoneFiles, scarthgapFiles, 'mender@5dd629b9', 'mender-convert@5.2.1:CHANGELOG.md:807-809'];

const kept = 'Images of kirkstone keep the old names, with clients of 4.x and 5.x as well.';

/** Each old unit has one new one. */
function renamed(id: string, old: string, now: string, subject: string): readonly Row[] {
  const own = { old: [old], new: [now], purposes: {} };
  const replacement = { kind: 'rewrite', to: `${now}.service`, safety: 'review' } as const;
  const what = `The unit that ${subject} was renamed in meta-mender scarthgap, mender-convert 4.2 and Mender 5.0.`;
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
      why: `${what} A command that names the old unit fails, and so does a unit that requires it. ${kept}`,
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
      why: `${what} systemd ignores the order after, and the wish for, a unit that is not there: a service may run before its folder is. ${kept}`,
      sources,
      examples: [unit(`[Unit]\nAfter=${old}.service\n`, `[Unit]\nAfter=${now}.service\n`)],
      quiet: [{ language: 'unit', path: 'product.service', bad: `[Unit]\nAfter=${old}.service ${now}.service\n` }],
    },
  ];
}

function helper(id: string, old: string, now: string): Row {
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
    why: `The helper lost \`client-\` in its name together with the recipe. ${kept}`,
    sources: [kirkstoneFiles, scarthgapFiles],
    examples: [
      shell(`/usr/bin/${old}`, `/usr/bin/${now}`),
      unit(`[Service]\nExecStart=/usr/bin/${old}\n`, `[Service]\nExecStart=/usr/bin/${now}\n`),
    ],
    quiet: [{ language: 'shell', bad: `/usr/bin/${now}` }],
  };
}

export const renamedUnitRows: readonly Row[] = [
  ...renamed(
    'data-dir',
    'mender-client-data-dir',
    'mender-data-dir',
    'makes the folder of the client on the data partition',
  ),
  ...renamed(
    'machine-id',
    'mender-client-systemd-machine-id',
    'mender-systemd-machine-id',
    'keeps the machine id over updates',
  ),
  helper('resize-data-helper', 'mender-client-resize-data-part', 'mender-resize-data-part'),
  helper('machine-id-helper', 'mender-client-set-systemd-machine-id.sh', 'mender-set-systemd-machine-id.sh'),
];
