/** Variables of mender-convert's configurations. */
import { shell } from './example.ts';
import type { Rule } from './rule.ts';

const config = 'configs/custom_config';

export const convertRules: readonly Rule[] = [
  {
    id: 'convert-client-version',
    component: 'mender-convert',
    title: 'MENDER_CLIENT_VERSION of 3.x',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'setting', name: 'MENDER_CLIENT_VERSION', value: /^[123]\.[\d.*x]+(?:-\S+)?$/ },
    replacement: { kind: 'choose', to: ['auto', 'latest'], safety: 'review' },
    message: 'Use `auto`, `latest`, 4.x or 5.x: mender-convert 5.0 has no `{use}`.',
    why: 'mender-convert 4.2 learned to install mender-auth and mender-update, and 5.0 dropped clients before 4.0: it looks for the version among those of mender-client4 and ends with `Cannot choose exact version for package`.',
    sources: [
      'mender-convert@df7b3f9',
      'mender-convert@5.2.1:CHANGELOG.md:771-806',
      'mender-convert@5.2.1:mender-convert-modify:270-280',
      'mender-convert@5.2.1:modules/deb.sh:180-221',
    ],
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
    message: 'Remove it: `{use}` is not read since mender-convert 5.0.',
    why: 'It is unused since mender-convert 5.0 and was removed in 5.2.',
    sources: [
      'mender-convert@4.3.0:modules/deb.sh:192',
      'mender-convert@5.0.0:configs/mender_convert_config:218',
      'mender-convert@8c93bd2',
    ],
    examples: [shell('MENDER_APT_REPO_DISTS="debian/bullseye"\n', undefined, config)],
  },
  {
    id: 'convert-apt-repo-url',
    component: 'mender-convert',
    title: 'MENDER_APT_REPO_URL of `repos/debian`',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'setting', name: 'MENDER_APT_REPO_URL', value: /\/(repos\/debian)\/?$/ },
    replacement: { kind: 'rewrite', to: 'repos/device-components', safety: 'review' },
    message: 'Use `repos/device-components`: `{use}` has no new packages for devices.',
    why: 'mender-convert 4.3 and before had this value themselves; a copy of it in a configuration stays the same. The packages of the client moved in July 2025; mender-convert takes versions only from this address, and the old one has none from 5.0.3 on.',
    sources: [
      'mender-convert@4.3.0:configs/mender_convert_config:211',
      'mender-convert@5.2.1:configs/mender_convert_config:230',
      'mender-convert@5.2.1:modules/deb.sh:214-221',
      'mender-docs@master:12.Downloads/02.Device-components/docs.md:11-17',
      'mender-dist-packages@c9f052d',
    ],
    examples: [
      shell(
        'MENDER_APT_REPO_URL="https://downloads.mender.io/repos/debian"\n',
        'MENDER_APT_REPO_URL="https://downloads.mender.io/repos/device-components"\n',
        config,
      ),
      shell(
        'MENDER_APT_REPO_URL="${MENDER_STORAGE_URL}/repos/debian"\n',
        'MENDER_APT_REPO_URL="${MENDER_STORAGE_URL}/repos/device-components"\n',
        config,
      ),
    ],
    quiet: [
      { language: 'shell', path: config, bad: 'MENDER_APT_KEY_URL="https://downloads.mender.io/repos/debian/gpg"\n' },
      { language: 'shell', path: config, bad: 'MENDER_APT_REPO_URL="https://mirror.corp/mender"\n' },
    ],
  },
];
