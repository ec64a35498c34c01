/** Names and first lines that identify a file. Data only: what they mean is decided in classify.ts. */
import { clientScripts, convertConfigurations } from '../mender/file-names.ts';
import { unitExtensions } from './unit/unit-path.ts';

/** What a file is for, as far as its name says; advice differs between them. */
export type Role =
  | 'state-script'
  | 'update-module'
  | 'inventory-script'
  | 'identity-script'
  | 'init-script'
  | 'script'
  | 'client-configuration'
  | 'connect-configuration'
  | 'unit'
  | 'drop-in'
  | 'recipe'
  | 'convert-configuration';

export { unitExtensions };

/** Suffixes of templates; the name before them decides. */
export const templateSuffixes: ReadonlySet<string> = new Set(
  'in template tmpl tpl j2 jinja jinja2 mustache example sample'.split(' '),
);
export const templateSuffix = new RegExp(`\\.(?:${[...templateSuffixes].join('|')})$`);

export const shellExtensions = ['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh'];
export const shellExtension = new RegExp(`\\.(?:${shellExtensions.join('|')})$`);

/** Interpreters of POSIX shell syntax, or of one so similar that commands are found at their places; by base name. */
export const shellInterpreters = new Set([
  'sh',
  'bash',
  'ash',
  'dash',
  'zsh',
  'ksh',
  'mksh',
  'busybox',
  'openrc-run',
  'runscript',
  'init-d-script',
]);

/** Interpreters of other languages. A name in neither list may still be incomplete. */
export const otherInterpreter =
  /^(?:python|perl|ruby|node|deno|bun|lua|php|tclsh|wish|expect|[gmn]?awk|make|sed|fish|[tc]?csh|Rscript|groovy|guile|pwsh)/;

interface NamedPath {
  readonly pattern: RegExp;
  /** Paths of each shape that the pattern matches: for the pages, and for the tests of the editor. */
  readonly names: readonly string[];
  /** What the text must contain. */
  readonly text?: RegExp;
  /** An example that contains it. */
  readonly beginning?: string;
  readonly role: Role;
  readonly why: string;
}

/** Paths that are shell scripts even without extension or shebang, matched against the whole path. */
export const shellPaths: readonly NamedPath[] = [
  ...clientScripts,
  {
    pattern: /(?:^|\/)(?:init\.d|rc\.d)\/[^/.]+$/,
    role: 'init-script',
    names: ['init.d/agent', 'rc.d/agent'],
    why: 'init script by its folder',
  },
  { pattern: /(?:^|\/)S\d\d[a-z][\w-]*$/, role: 'init-script', names: ['S99agent'], why: 'init script by its name' },
  {
    pattern: /(?:^|\/)(?:(?:[^/]+\.)?(?:postinst|postrm|preinst|prerm))$/,
    role: 'script',
    names: ['postinst', 'agent.prerm'],
    why: 'package maintainer script by its name',
  },
  ...convertConfigurations,
  {
    pattern: /(?:^|\/)(?:\.profile|\.bashrc|\.bash_(?:aliases|profile|login)|\.zshrc|\.zprofile|\.zshenv)$/,
    role: 'script',
    names: ['.profile', '.bashrc', '.bash_aliases', '.zshenv'],
    why: 'shell profile by its name',
  },
  {
    pattern: /(?:^|\/)etc\/(?:rc\.local|profile|bash\.bashrc)$/,
    role: 'script',
    names: ['etc/rc.local', 'etc/profile', 'etc/bash.bashrc'],
    why: 'shell script by its path',
  },
];

/**

/** systemd.syntax(7): the first section of a unit or a drop-in. Only comments may come before it. */
export const unitStart = /^\uFEFF?(?:[#;][^\n]*\n|\s)*\[(?:Unit|Service|Install|Timer|Path|Socket|Mount)\]/;
