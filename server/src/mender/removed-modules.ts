/** Update modules, and a generator for one of them, that 5.0 no longer contains. */
import { shell } from './example.ts';
import type { Rule } from './rule.ts';
import { upgradePage } from './source.ts';

const sources = [
  `${upgradePage}:24-60`,
  'mender@5b9691ae',
  'mender@4.0.7:support/modules',
  'mender@5.0.0:support/modules',
];

/** mender@5.0.0:support/modules still contains `directory`, `rootfs-image` and `single-file`. */
const gone = ['deb', 'docker', 'rpm', 'script'] as const;
const anyGone = gone.join('|');

const instead =
  'They are in the repository mender-update-modules now: a recipe, a hook of mender-convert, or whatever installs the client must install the ones that a product uses.';

export const removedModuleRules: readonly Rule[] = [
  {
    id: 'module-generator',
    component: 'mender-client',
    title: '`docker-artifact-gen`',
    removedIn: '5.0',
    effect: 'fails',
    match: { kind: 'program', words: ['docker-artifact-gen'] },
    replacement: { kind: 'none' },
    message: 'Take it from `mender-update-modules`: `{use}` is gone since 5.0.',
    why: `The generator went with the module that installs its Artifacts. ${instead}`,
    sources: ['mender@4.0.7:support/modules-artifact-gen', 'mender@5.0.0:support/modules-artifact-gen', ...sources],
    examples: [shell('docker-artifact-gen -n app-2 -t board -o app.mender "$IMAGE"')],
    quiet: [
      { language: 'shell', bad: 'docker-artifact-gen -n app-2 -t board -o app.mender x', target: '4.0' },
      { language: 'shell', bad: 'single-file-artifact-gen -n a -t board -d /etc -o a.mender file' },
    ],
  },
  {
    id: 'module-type',
    component: 'mender-client',
    title: 'Artifact for an update module that is gone',
    removedIn: '5.0',
    effect: 'ignored',
    match: {
      kind: 'call',
      programs: ['mender-artifact'],
      words: [new RegExp(`^(?:-T|--type)[ =](${anyGone})$`), /^module-image$/],
    },
    replacement: { kind: 'none' },
    message: 'Install the module on devices: 5.0 refuses `{use}` without it.',
    why: `The deployment fails on a device that has no update module of that name: mender-update logs \`Update Module not found for given artifact type\`. ${instead}`,
    sources: [
      'mender@5.0.0:src/mender-update/context/context.cpp:75-76',
      'mender@5.0.0:src/mender-update/update_module/v3/update_module.cpp:293-297',
      ...sources,
    ],
    examples: [
      shell('mender-artifact write module-image -T docker -n app -c board -o app.mender -f manifest.tar'),
      shell('mender-artifact write module-image --type=script -n fix -c board -o fix.mender -f fix.sh'),
    ],
    quiet: [
      { language: 'shell', bad: 'mender-artifact write module-image -T single-file -n a -c board -o a.mender -f a' },
      { language: 'shell', bad: 'mender-artifact write module-image -T docker-compose -n a -c b -o a.mender -f a' },
      { language: 'shell', target: '4.0', bad: 'mender-artifact write module-image -T deb -n a -c b -o a.mender -f a' },
    ],
  },
  {
    id: 'module-path',
    component: 'mender-client',
    title: 'file of an update module that is gone',
    removedIn: '5.0',
    effect: 'fails',
    match: {
      kind: 'path',
      pattern: new RegExp(String.raw`(?:^|\/)modules\/v3\/(${anyGone})$`),
      owned: gone,
      needed: true,
    },
    replacement: { kind: 'none' },
    message: 'Install it from `mender-update-modules`: `{use}` is gone since 5.0.',
    why: `Commands that copy, change or remove the file fail. ${instead}`,
    sources,
    examples: [
      shell('cp /usr/share/mender/modules/v3/script /usr/share/mender/modules/v3/my-script'),
      shell('rm /usr/share/mender/modules/v3/docker'),
      {
        language: 'bitbake',
        path: 'recipes-mender/mender-client/mender_%.bbappend',
        bad: 'do_install:append() {\n    rm ${D}${datadir}/mender/modules/v3/rpm\n}\n',
      },
    ],
    quiet: [
      { language: 'shell', bad: 'rm -f /usr/share/mender/modules/v3/docker' },
      { language: 'shell', bad: 'cp /usr/share/mender/modules/v3/directory /usr/share/mender/modules/v3/my-directory' },
      { language: 'shell', bad: 'install -m 755 docker /usr/share/mender/modules/v3/docker' },
      {
        language: 'shell',
        bad: 'curl -o /tmp/docker "$URL"\ncp /tmp/docker /usr/share/mender/modules/v3/docker\nchmod +x /usr/share/mender/modules/v3/docker',
      },
    ],
  },
];
