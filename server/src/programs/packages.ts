/**
 * Package managers: apt-get(8), apt-cache(8), apt-mark(8), aptitude(8), dpkg(1), dpkg-query(1), opkg, rpm(8), apk(8)
 * and others.
 */
import { flags, type PackageUse, type Program, takes } from './program.ts';

const prose = {
  verbs: /^(?:re)?install$|^(?:update|upgrade|remove|purge|autoremove|hold|unhold|policy|show|list|search)$/,
  most: 1,
};

/** What the first operand says about a call of apt's programs. */
const verbs: Readonly<Record<string, PackageUse>> = {
  install: 'install',
  reinstall: 'install',
  policy: 'description',
  show: 'description',
  madison: 'description',
  list: 'description',
  hold: 'hold',
  remove: 'removal',
  purge: 'removal',
  autoremove: 'removal',
};
const apt: Omit<Program, 'names'> = {
  options: takes(
    'other',
    '-t --target-release --default-release',
    '-o --option',
    '-c --config-file',
    '-a --host-architecture',
    '-S',
  ),
  prose,
};
const dpkgOptions = [
  ...takes('other', '--root', '--admindir', '--instdir'),
  ...flags('probes', '-s --status', '-l --list', '-L --listfiles'),
  ...flags('describes', '-p --print-avail'),
];
const queries = (...words: readonly string[]): Readonly<Record<string, PackageUse>> =>
  Object.fromEntries(words.map(word => [word, 'query']));

export const packages: readonly Program[] = [
  {
    ...apt,
    names: ['apt'],
    packages: { debian: true, verbs: { ...verbs, ...queries('list', 'show', 'policy') }, changes: true },
    lists: true,
  },
  {
    ...apt,
    names: ['apt-cache'],
    packages: { debian: true, verbs: { ...verbs, ...queries('policy', 'show') } },
    lists: true,
  },
  { ...apt, names: ['apt-get', 'aptitude'], packages: { debian: true, verbs, changes: true } },
  { ...apt, names: ['apt-mark'], packages: { debian: true, verbs } },
  {
    names: ['dpkg'],
    options: [
      ...dpkgOptions,
      ...flags('removes', '-r --remove', '-P --purge'),
      ...flags('installs', '-i --install'),
      ...flags('versions', '--compare-versions'),
    ],
    packages: { debian: true, changes: true },
    probes: { when: 'option' },
    lists: true,
    prose,
  },
  {
    names: ['dpkg-query'],
    options: [...dpkgOptions, ...flags('probes', '-W --show'), ...takes('format', '-f --showformat')],
    packages: { debian: true },
    probes: { when: 'option' },
    lists: true,
    prose,
  },
  {
    names: ['opkg'],
    packages: { verbs: queries('status', 'info', 'list', 'list-installed', 'list_installed', 'files'), changes: true },
    lists: true,
    prose,
  },
  {
    names: ['rpm'],
    options: flags('probes', '-q --query'),
    packages: { changes: true },
    probes: { when: 'option' },
    lists: true,
  },
  { names: ['apk'], packages: { verbs: queries('info'), changes: true }, lists: true },
  { names: ['dnf'], packages: { changes: true }, prose },
  { names: ['yum', 'pacman'], packages: { changes: true } },
  { names: ['snap'], prose },
  {
    names: ['add-apt-repository', 'apt-add-repository'],
    options: flags('removes', '-r --remove'),
    repositories: true,
  },
];

/** dpkg(1): how versions are compared; the others are for empty versions. */
export const versionOperators: ReadonlyMap<string, 'lt' | 'le' | 'gt' | 'ge' | 'eq'> = new Map([
  ['lt', 'lt'],
  ['lt-nl', 'lt'],
  ['le', 'le'],
  ['le-nl', 'le'],
  ['gt', 'gt'],
  ['gt-nl', 'gt'],
  ['ge', 'ge'],
  ['ge-nl', 'ge'],
  ['eq', 'eq'],
]);
