/**
 * Languages of files that embed shell, units or configurations, recognised by name alone: their content is read only
 * when it mentions Mender. Data only.
 */
import { busFiles, layerSample } from '../mender/file-names.ts';
import type { Role } from './file-kinds.ts';

export type EmbeddingLanguage =
  | 'bitbake'
  | 'dockerfile'
  | 'makefile'
  | 'bats'
  | 'yaml'
  | 'udev'
  | 'crontab'
  | 'system-crontab'
  | 'sudoers'
  | 'apparmor'
  | 'bus-xml'
  | 'debian-control'
  | 'supervisor'
  | 'inittab'
  | 'execline'
  | 'jenkinsfile'
  | 'markdown'
  | 'rst'
  | SourceLanguage;

/** Languages whose strings can be command lines. */
export type SourceLanguage = (typeof sourceLanguages)[number];

const sourceLanguages = ['python', 'javascript', 'go', 'cpp', 'php'] as const;

export function isSourceLanguage(language: string): language is SourceLanguage {
  return sourceLanguages.some(known => known === language);
}

/** What is looked at only for those who ask for it: most of it is not about what runs on a device. */
export const optIns = ['markdown', 'strings'] as const;

export type OptIn = (typeof optIns)[number];

export interface Embedding {
  readonly language: EmbeddingLanguage;
  readonly role: Role;
  readonly why: string;
  readonly optIn?: OptIn;
}

interface NamedEmbedding extends Embedding {
  /** Matched against the whole path, a template's suffix taken off. */
  readonly pattern: RegExp;
  /** Paths of each shape that the pattern takes: for the pages, and for the tests of the editor. */
  readonly names: readonly string[];
}

const recipe = { language: 'bitbake', role: 'recipe' } as const;
const dockerfile = { language: 'dockerfile', role: 'script' } as const;
const yaml = { language: 'yaml', role: 'script' } as const;
const makefile = { language: 'makefile', role: 'script' } as const;
const bats = { language: 'bats', role: 'script' } as const;
const jenkinsfile = { language: 'jenkinsfile', role: 'script' } as const;
const markdown = { language: 'markdown', role: 'script', optIn: 'markdown' } as const;
const rst = { language: 'rst', role: 'script', optIn: 'markdown' } as const;
const python = { language: 'python', role: 'script', optIn: 'strings' } as const;
const javascript = { language: 'javascript', role: 'script', optIn: 'strings' } as const;
const go = { language: 'go', role: 'script', optIn: 'strings' } as const;
const cpp = { language: 'cpp', role: 'script', optIn: 'strings' } as const;
const php = { language: 'php', role: 'script', optIn: 'strings' } as const;

export const embeddingLanguages: readonly NamedEmbedding[] = [
  {
    ...recipe,
    pattern: /\.(?:bb|bbappend|bbclass)$/,
    names: ['recipes-core/agent.bb', 'recipes-core/agent_%.bbappend', 'classes/agent.bbclass'],
    why: 'BitBake file by its extension',
  },
  {
    ...recipe,
    // Programs of other languages have files of this extension too, but not in the folders of a layer.
    pattern: /(?:^|\/)(?:recipes-[^/]+|classes(?:-[^/]+)?|conf)\/(?:[^/]+\/)*[^/]+\.inc$/,
    names: ['recipes-core/agent.inc', 'classes-global/agent.inc'],
    why: 'BitBake include by its folder',
  },
  {
    ...recipe,
    pattern:
      /(?:^|\/)(?:conf\/(?:[^/]+\/)*[^/]+|local|auto|site|bblayers)\.conf(?:\.append)?$|(?:^|\/)(?:local|bblayers)\.conf[._-][\w.-]+$/,
    names: ['conf/distro/product.conf', 'local.conf', 'conf/local.conf.sample', layerSample],
    why: 'BitBake configuration by its name',
  },
  {
    ...dockerfile,
    pattern: /(?:^|\/)(?:(?:Dockerfile|Containerfile)(?:[._-][^/]*)?|[^/]+\.(?:[Dd]ockerfile|[Cc]ontainerfile))$/,
    names: ['Dockerfile', 'Containerfile.arm64', 'build.dockerfile'],
    why: 'Dockerfile by its name',
  },
  {
    ...makefile,
    pattern: /(?:^|\/)(?:(?:GNUm|M|m)akefile(?:\.[^/]+)?|[^/]+\.mk|debian\/rules)$/,
    names: ['Makefile', 'GNUmakefile', 'package.mk', 'debian/rules'],
    why: 'makefile by its name',
  },
  { ...bats, pattern: /\.bats$/, names: ['test.bats'], why: 'tests of bats by their extension' },
  {
    ...yaml,
    pattern: /\.ya?ml$/,
    names: ['.gitlab-ci.yml', 'playbook.yaml', 'playbook.yml.j2'],
    why: 'YAML by its extension',
  },
  {
    ...yaml,
    pattern: /(?:^|\/)(?:user-data|vendor-data|cloud-config)(?:\.txt)?$/,
    names: ['user-data', 'vendor-data', 'cloud-config.txt'],
    why: 'configuration of cloud-init by its name',
  },
  {
    language: 'udev',
    role: 'script',
    pattern: /(?:^|\/)(?:rules\.d\/[^/]+|\d\d-[^/]+)\.rules$/,
    names: ['rules.d/agent.rules', '99-agent.rules'],
    why: 'rules of udev by their name',
  },
  {
    language: 'sudoers',
    role: 'script',
    pattern: /(?:^|\/)(?:sudoers|sudoers\.d\/[^/.~]+|[^/]+\.sudoers)$/,
    names: ['sudoers', 'sudoers.d/agent', 'agent.sudoers'],
    why: 'rules of sudo by their name',
  },
  {
    language: 'apparmor',
    role: 'script',
    // A profile has the name of the program, dots for slashes.
    pattern: /(?:^|\/)(?:apparmor(?:\.d)?\/(?:[^/]+\/)*[^/]+|usr\.s?bin\.[^/]+|[^/]+\.apparmor)$/,
    names: ['apparmor.d/agent', 'usr.bin.agent', 'agent.apparmor'],
    why: 'profile of AppArmor by its name',
  },
  {
    language: 'bus-xml',
    role: 'script',
    pattern: new RegExp(`(?:^|/)dbus-1/(?:[^/]+/)*[^/]+\\.conf$|${busFiles.pattern.source}`),
    names: ['dbus-1/system.d/agent.conf', ...busFiles.names],
    why: 'description of D-Bus by its name',
  },
  {
    language: 'debian-control',
    role: 'script',
    pattern: /(?:^|\/)(?:debian[^/]*|DEBIAN|CONTROL)\/control$/,
    names: ['debian/control', 'DEBIAN/control', 'CONTROL/control'],
    why: 'control file of a Debian package by its name',
  },
  {
    language: 'system-crontab',
    role: 'script',
    pattern: /(?:^|\/)(?:cron\.d\/[^/]+|etc\/crontab)$/,
    names: ['cron.d/agent', 'etc/crontab'],
    why: 'crontab by its folder',
  },
  {
    language: 'crontab',
    role: 'script',
    pattern: /(?:^|\/)(?:crontabs?\/[^/.]+|crontab|[^/]+\.cron(?:tab)?)$/,
    names: ['crontabs/root', 'crontab', 'agent.cron', 'agent.crontab'],
    why: 'crontab by its name',
  },
  {
    language: 'supervisor',
    role: 'script',
    pattern: /(?:^|\/)(?:supervisord?\.conf|supervisord?\/conf\.d\/[^/]+\.conf|supervisord\.d\/[^/]+\.conf)$/,
    names: ['supervisord.conf', 'supervisor/conf.d/agent.conf', 'supervisord.d/agent.conf'],
    why: 'configuration of supervisord by its name',
  },
  {
    language: 'inittab',
    role: 'script',
    pattern: /(?:^|\/)inittab$/,
    names: ['etc/inittab'],
    why: 'table of init by its name',
  },
  {
    ...jenkinsfile,
    pattern: /(?:^|\/)(?:Jenkinsfile(?:[._-][^/]*)?|[^/]+\.(?:[Jj]enkinsfile|groovy))$/,
    names: ['Jenkinsfile', 'Jenkinsfile.release', 'build.jenkinsfile', 'vars/deploy.groovy'],
    why: 'pipeline of Jenkins by its name',
  },
  {
    ...markdown,
    // Change logs report what was.
    pattern:
      /^(?!.*(?:changelog|release[-_]?notes|(?:^|\/)(?:changes|history|news)[^/]*$)).*\.(?:md|markdown|mkdn?|mdown)$/i,
    names: ['README.md', 'setup.markdown'],
    why: 'Markdown by its extension',
  },
  {
    ...markdown,
    pattern: /(?:^|\/)(?:readme|install)(?:\.txt)?$/i,
    names: ['README', 'readme.txt', 'INSTALL.txt'],
    why: 'text for readers by its name',
  },
  { ...markdown, pattern: /\.dox$/, names: ['setup.dox'], why: 'pages of Doxygen by their extension' },
  {
    ...rst,
    pattern: /^(?!.*(?:changelog|release[-_]?notes|(?:^|\/)(?:changes|history|news)[^/]*$)).*\.(?:rst|rest)$/i,
    names: ['README.rst', 'setup.rest'],
    why: 'reStructuredText by its extension',
  },
  { ...python, pattern: /\.py$/, names: ['agent.py'], why: 'Python by its extension' },
  {
    ...javascript,
    pattern: /\.[cm]?[jt]sx?$/,
    names: ['agent.js', 'agent.mjs', 'agent.ts', 'agent.tsx'],
    why: 'JavaScript or TypeScript by its extension',
  },
  { ...go, pattern: /\.go$/, names: ['agent.go'], why: 'Go by its extension' },
  {
    ...cpp,
    pattern: /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx)$/,
    names: ['agent.c', 'agent.cpp', 'agent.h', 'agent.hpp'],
    why: 'C or C++ by its extension',
  },
  { ...php, pattern: /\.php$/, names: ['agent.php'], why: 'PHP by its extension' },
];

/** Interpreters of a `#!` line, by base name without version. */
export const embeddingInterpreters: ReadonlyMap<string, Embedding> = new Map<string, Embedding>([
  ['bats', { ...bats, why: 'tests of bats by their first line' }],
  ['execlineb', { language: 'execline', role: 'script', why: 'script of execline by its first line' }],
  ['python', { ...python, why: 'Python by its first line' }],
  ['php', { ...php, why: 'PHP by its first line' }],
  ...['node', 'deno', 'bun'].map(name => [name, { ...javascript, why: 'JavaScript by its first line' }] as const),
]);

/** Language ids that editors and their extensions use for carriers. */
export const embeddingLanguageIds: ReadonlyMap<string, Embedding> = new Map<string, Embedding>([
  ['bitbake', { ...recipe, why: 'language bitbake of the editor' }],
  ['dockerfile', { ...dockerfile, why: 'language dockerfile of the editor' }],
  ...['yaml', 'dockercompose', 'github-actions-workflow', 'ansible', 'azure-pipelines'].map(
    id => [id, { ...yaml, why: `language ${id} of the editor` }] as const,
  ),
  ['makefile', { ...makefile, why: 'language makefile of the editor' }],
  ...['jenkinsfile', 'groovy'].map(id => [id, { ...jenkinsfile, why: `language ${id} of the editor` }] as const),
  ['markdown', { ...markdown, why: 'language markdown of the editor' }],
  ['restructuredtext', { ...rst, why: 'language restructuredtext of the editor' }],
  ['python', { ...python, why: 'language python of the editor' }],
  ...['javascript', 'javascriptreact', 'typescript', 'typescriptreact'].map(
    id => [id, { ...javascript, why: `language ${id} of the editor` }] as const,
  ),
  ['go', { ...go, why: 'language go of the editor' }],
  ...['c', 'cpp'].map(id => [id, { ...cpp, why: `language ${id} of the editor` }] as const),
  ['php', { ...php, why: 'language php of the editor' }],
]);
