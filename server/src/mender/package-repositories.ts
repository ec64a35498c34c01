/** The sources of the client's Debian packages, and the script that installs them. */
import { shell, yaml } from './example.ts';
import type { Rule } from './rule.ts';

const downloads = 'mender-docs@master:12.Downloads/02.Device-components/docs.md';
const troubleshooting = 'mender-docs@master:301.Troubleshoot/03.Mender-Client/docs.md';

export const packageRepositoryRules: readonly Rule[] = [
  {
    id: 'installer-component',
    component: 'mender-client',
    title: 'component `mender-client` of the install script',
    removedIn: '4.0',
    effect: 'fails',
    independent: true,
    match: { kind: 'package', use: 'installer', name: 'mender-client' },
    replacement: { kind: 'rewrite', to: 'mender-client4', safety: 'review' },
    message: 'Use `mender-client4`: `{use}` is no longer built.',
    why: 'The script from get.mender.io still knows the word and passes it to apt-get, but the package is no longer built, and is not among those of the repository that the script sets up: where apt-get fails, the script ends with it.',
    sources: [
      'mender-dist-packages@master:scripts/install-mender.sh:15-50,286,369-373',
      'mender-dist-packages@4a0022a',
      `${downloads}:24-31,178-188`,
    ],
    examples: [
      shell('sudo bash get-mender.sh mender-client', 'sudo bash get-mender.sh mender-client4'),
      shell(
        'curl -fLsS https://get.mender.io | sudo bash -s -- mender-client mender-connect',
        'curl -fLsS https://get.mender.io | sudo bash -s -- mender-client4 mender-connect',
      ),
    ],
    quiet: [
      { language: 'shell', bad: 'sudo bash get-mender.sh mender-client4 mender-connect' },
      { language: 'shell', bad: 'bash -s -- mender-client <setup.sh' },
    ],
  },
  {
    id: 'apt-repository',
    component: 'mender-client',
    title: 'APT repository `repos/debian`',
    removedIn: '4.0',
    effect: 'ignored',
    independent: true,
    match: {
      kind: 'package',
      use: 'repository',
      name: 'repos/debian',
      pattern:
        /\bdeb(?:-src)?\s[^\n]*https?:\/\/downloads\.mender\.io\/(repos\/debian)\/?\s+(?:(?:debian|ubuntu)\/|[^\s\w][^\n]*\/(?:stable|experimental)\s)/,
      suites: ['trixie', 'bookworm', 'bullseye', 'resolute', 'noble', 'jammy'],
    },
    replacement: { kind: 'rewrite', to: 'repos/device-components', safety: 'review' },
    message: 'Use `repos/device-components`: `{use}` has no new packages for devices.',
    why: 'The packages of the client are published under repos/device-components since July 2025. There are some for Debian trixie and bookworm and for Ubuntu resolute and noble; those for bullseye ended in January 2026, before 5.1, and those for jammy in June 2026, after 5.1.0. There were never any for buster, focal and older ones. The key is still at repos/debian/gpg.',
    sources: [
      `${downloads}:11-17,54-58,85-119`,
      'mender-dist-packages@master:scripts/install-mender.sh:286',
      'mender-docs@master:302.Release-information/01.Supported-releases/docs.md:55-66',
      'mender-dist-packages@c9f052d',
      'mender-dist-packages@71bf5da',
      'mender-dist-packages@c3eafb2',
      'mender-dist-packages@b37d08c',
      'mender-dist-packages@3ff4260',
    ],
    examples: [
      shell(
        'echo "deb [arch=armhf] https://downloads.mender.io/repos/debian debian/bookworm/stable main" | sudo tee /etc/apt/sources.list.d/mender.list',
        'echo "deb [arch=armhf] https://downloads.mender.io/repos/device-components debian/bookworm/stable main" | sudo tee /etc/apt/sources.list.d/mender.list',
      ),
      shell('echo "deb https://downloads.mender.io/repos/debian debian/buster/stable main"'),
      shell(
        'echo "deb https://downloads.mender.io/repos/debian $ID/$VERSION_CODENAME/stable main" > /etc/apt/sources.list.d/mender.list',
        'echo "deb https://downloads.mender.io/repos/device-components $ID/$VERSION_CODENAME/stable main" > /etc/apt/sources.list.d/mender.list',
      ),
      yaml(
        '- apt_repository:\n    repo: "deb https://downloads.mender.io/repos/debian {{ ansible_distribution | lower }}/{{ release }}/stable main"\n',
        '- apt_repository:\n    repo: "deb https://downloads.mender.io/repos/device-components {{ ansible_distribution | lower }}/{{ release }}/stable main"\n',
      ),
    ],
    quiet: [
      {
        language: 'shell',
        bad: 'echo "deb https://downloads.mender.io/repos/device-components debian/buster/stable main"',
      },
      {
        language: 'shell',
        bad: 'curl -fsSL https://downloads.mender.io/repos/debian/gpg | sudo tee /etc/apt/trusted.gpg.d/mender.asc',
      },
      {
        language: 'shell',
        bad: 'echo "deb https://downloads.mender.io/repos/workstation-tools $ID/$VERSION_CODENAME/stable main"',
      },
    ],
  },
  {
    id: 'apt-repository-stable',
    component: 'mender-client',
    title: 'APT line `repos/debian stable main`',
    removedIn: '4.0',
    effect: 'fails',
    independent: true,
    match: {
      kind: 'package',
      use: 'repository',
      name: 'repos/debian',
      pattern: /\bdeb(?:-src)?\s[^\n]*https?:\/\/downloads\.mender\.io\/(repos\/debian)\/?\s+stable\s+main/,
    },
    replacement: { kind: 'none' },
    message: 'Use `repos/device-components` with the suite of your system: `{use}` answers 403.',
    why: 'The oldest form of the repository is gone: apt reports `403  Forbidden` for it.',
    sources: [`${troubleshooting}:75-97`, `${downloads}:20-38`],
    examples: [
      shell(
        'add-apt-repository "deb [arch=$(dpkg --print-architecture)] https://downloads.mender.io/repos/debian stable main"',
      ),
    ],
    quiet: [
      {
        language: 'shell',
        bad: 'add-apt-repository -r "deb [arch=amd64] https://downloads.mender.io/repos/debian stable main"',
      },
    ],
  },
];
