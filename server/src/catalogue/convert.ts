/** Variables of mender-convert's configurations. */
import { shell } from './example.ts';
import type { Row } from './row.ts';

const config = 'configs/custom_config';

export const convertRows: readonly Row[] = [
  {
    id: 'convert-client-version',
    component: 'mender-convert',
    title: 'MENDER_CLIENT_VERSION of 3.x',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'setting', name: 'MENDER_CLIENT_VERSION', value: /^[123]\.[\d.*x]+(?:-\S+)?$/ },
    replacement: { kind: 'choose', to: ['auto', 'latest'], safety: 'review' },
    message:
      '`{use}` cannot be installed: mender-convert 5.0 installs clients from 4.0 on only; write auto, latest, or a version of 4.x or 5.x.',
    why: 'mender-convert 4.2 learned to install mender-auth and mender-update, and 5.0 dropped clients before 4.0.',
    sources: ['mender-convert@df7b3f9', 'mender-convert@5.2.1:CHANGELOG.md:777-811'],
    examples: [shell('MENDER_CLIENT_VERSION="3.5.2"\n', 'MENDER_CLIENT_VERSION="auto"\n', config)],
    quiet: [
      { language: 'shell', path: config, bad: 'MENDER_CLIENT_VERSION="auto"\n' },
      { language: 'shell', path: config, bad: 'MENDER_CLIENT_VERSION="4.0.7"\n' },
      { language: 'shell', path: config, bad: 'MENDER_CONNECT_VERSION="2.1.1"\n' },
      { language: 'shell', path: 'build.sh', bad: 'MENDER_CLIENT_VERSION="3.5.2"\n' },
    ],
  },
  {
    id: 'convert-apt-repo-dists',
    component: 'mender-convert',
    title: 'MENDER_APT_REPO_DISTS',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'setting', name: 'MENDER_APT_REPO_DISTS' },
    replacement: { kind: 'none' },
    message: '`{use}` has no effect: mender-convert 5.0 does not read it any more; remove it.',
    why: 'It is unused since mender-convert 5.0 and was removed in 5.2.',
    sources: ['mender-convert@8c93bd2'],
    examples: [shell('MENDER_APT_REPO_DISTS="debian/bullseye"\n', undefined, config)],
  },
];
