/** Which files are shell scripts: by their name, first line or extension, or by the editor's language id. */
import { clientScripts, convertConfigurations, stateScripts } from '../../mender/file-names.ts';
import type { NamedText, Recognition, Recognized, Role } from '../language.ts';

export const editorIds = ['shellscript', 'shell', 'sh', 'bash', 'dash'];

const extensions = ['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh'];
const extension = new RegExp(`\\.(?:${extensions.join('|')})$`);

/** Interpreters of POSIX shell syntax, or of one so similar that commands are found at their places; by base name. */
const interpreters = new Set([
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
const otherInterpreter =
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
const namedPaths: readonly NamedPath[] = [
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

export const shellFiles: Recognition = {
  // YAML may begin with `#/bin/sh`, and for a name such as `rules.local` the editor's language is more reliable.
  order: 'last',
  recognize,
  kinds: [
    { why: 'state script by its name', names: stateScripts.names },
    { why: 'shell script by its extension', names: [...extensions.map(own => `agent.${own}`), 'agent.sh.in'] },
    { why: 'shebang /bin/sh', names: ['agent', 'agent.hook'], beginning: '#!/bin/sh\n' },
    { why: 'shell script by a first line without `!`', names: ['agent.txt'], beginning: '#/bin/sh\n' },
    { why: 'shebang /sbin/openrc-run', names: ['agent-openrc'], beginning: '#!/sbin/openrc-run\n' },
    ...namedPaths,
  ],
};

function recognize(file: NamedText): Recognized | undefined {
  const { plain, text, languageId, shebang } = file;
  const named = namedKind(file);
  if (shebang && interpreters.has(shebang.interpreter))
    return { role: named?.role ?? 'script', why: `shebang ${shebang.line}` };
  if (shebang && otherInterpreter.test(shebang.interpreter)) return undefined;
  if (named) return named;
  if (extension.test(plain)) return { role: 'script', why: 'shell script by its extension' };
  if (interpreters.has(unmarkedInterpreter(text) ?? ''))
    return { role: 'script', why: 'shell script by a first line without `!`' };
  if (languageId !== undefined && editorIds.includes(languageId))
    return { role: 'script', why: `language ${languageId} of the editor` };
  return undefined;
}

function namedKind({ path, name, text }: NamedText): Recognized | undefined {
  if (stateScripts.pattern.test(name)) return { role: 'state-script', why: 'state script by its name' };
  const named = namedPaths.find(kind => kind.pattern.test(path) && (kind.text?.test(text) ?? true));
  return named && { role: named.role, why: named.why };
}

/** For `#/bin/sh`: the kernel does not run such a file; the shell that tried to start it runs it as a script of sh. */
function unmarkedInterpreter(text: string): string | undefined {
  return /^\uFEFF?#[ \t]*\/(?:[\w.-]+\/)*([\w-]+)[ \t]*(?:\r?\n|$)/.exec(text)?.[1];
}
