/**
 * Every function of the table of runners, with arguments that it runs or probes for, and with arguments unrelated to
 * Mender.
 */
import assert from 'node:assert/strict';
import type { SourceLanguage } from '../../server/src/languages/program-strings/source-language.ts';
import { type Runner, type RunnerAction, runners } from '../../server/src/usage/runner-table.ts';
import { ruleIds } from '../support/texts.ts';

const paths: Readonly<Record<SourceLanguage, string>> = {
  python: 'a.py',
  javascript: 'a.js',
  go: 'a.go',
  cpp: 'a.cpp',
  php: 'a.php',
};

/** Arguments, from the relevant one on: of the old client, of another program, and the rule that is broken. */
const samples: Readonly<Record<RunnerAction, readonly [old: string, other: string, rule: string]>> = {
  runs: ['"mender commit"', '"mender-update commit"', 'mender-commit'],
  'runs words': ['"mender", "commit"', '"echo", "mender commit"', 'mender-commit'],
  'runs as': ['"mender", "mender", "commit"', '"mender-update", "mender", "commit"', 'mender-commit'],
  'runs each': ['["ls", "mender commit"]', '["echo mender commit"]', 'mender-commit'],
  'is the program': ['"commit"', '', 'mender-commit'],
  types: ['"mender commit\\n"', '"mender commit"', 'mender-commit'],
  'finds program': ['"mender"', '"mender-artifact"', 'binary-probe'],
  'finds file': ['"/usr/bin/mender"', '"/etc/mender"', 'binary-probe'],
  'names file': ['"/usr/bin/mender"', '"/var/lib/mender"', 'binary-path'],
  'names service': ['"mender-client.service"', '"mender-connect.service"', 'ansible-service'],
  'names package': ['"mender-client"', '"mender-artifact"', 'package-install'],
  'asks service': ['"mender-client"', '"mender-connect"', 'ansible-service-fact'],
  'asks package': ['"mender-client"', '"mender-artifact"', 'package-query'],
  'calls method': [
    '"org.freedesktop.systemd1.Manager.RestartUnit", 0, "mender-client.service"',
    '"Get", "mender-client"',
    'ansible-service',
  ],
};

/** Functions whose arguments differ from those of their entry. */
const special: Readonly<Record<string, readonly [old: string, other: string]>> = {
  'exec.Cmd': [
    'exec.Cmd{Path: "/usr/bin/mender", Args: []string{"mender", "commit"}}',
    'exec.Cmd{Path: "/usr/bin/mender-update", Args: []string{"mender", "commit"}}',
  ],
  'apt.deb': [
    'apt.deb(src="/tmp/mender-client_3.4.0-1_armhf.deb")',
    'apt.deb(src="/tmp/mender-artifact_3.4.0_armhf.deb")',
  ],
  'sh.*': ['sh.mender("commit")', 'sh.mender_update("commit")'],
  $: ['$`mender commit`', '$`mender-update commit`'],
  '*.$': ['zx.$`mender commit`', 'zx.$`mender-update commit`'],
  'zx.$': ['zx.$`mender commit`', 'zx.$`mender-update commit`'],
  '`': ['`mender commit`', '`mender-update commit`'],
  posix_spawn: spawned('posix_spawn'),
  posix_spawnp: spawned('posix_spawnp'),
};

function spawned(name: string): readonly [string, string] {
  const call = (program: string) =>
    `char *argv[] = {"mender", "commit", NULL}; ${name}(&pid, "${program}", NULL, NULL, argv, environ)`;
  return [call('/usr/bin/mender'), call('/usr/bin/mender-update')];
}

const rules: Readonly<Record<string, string>> = { 'apt.deb': 'package-file' };

/** The file that contains the call, with its imports. */
const programs: Readonly<Record<SourceLanguage, (call: string, imported: string) => string>> = {
  python: (call, imported) => `${imported && `import ${imported}\n`}def a():\n    ${call}\n`,
  javascript: call => `${call};\n`,
  go: (call, imported) => `package a\n\nimport "${imported || 'fmt'}"\n\nfunc a() {\n\tx := ${call}\n}\n`,
  cpp: (call, imported) => `#include <${imported || 'string'}>\n\nvoid a() {\n  ${call};\n}\n`,
  php: call => `<?php\n$x = ${call};\n`,
};

/** A module that the expression of an entry matches. */
const modules = ['sh', 'pyinfra', 'golang.org/x/crypto/ssh', 'QProcess'];

function callOf(language: SourceLanguage, callee: string, { at = 0 }: Runner, args: string): string {
  const path = callee.replace(/^\*/, 'thing');
  const isStatic = language === 'cpp' || (language === 'php' && /^[A-Z]/.test(path));
  const written = callee.startsWith('*') && language === 'cpp' ? path : path.replaceAll('.', isStatic ? '::' : '.');
  const before = Number.isFinite(at) ? 'x, '.repeat(at) : '';
  const object = language === 'php' && callee.startsWith('*') ? written.replace('thing.', '$thing->') : written;
  return `${language === 'php' && callee === 'Process' ? 'new ' : ''}${object}(${before}${args})`;
}

describe('functions that run a command, or probe for something', () => {
  for (const row of runners)
    for (const language of row.languages)
      for (const callee of row.callees)
        it(`${language}: ${callee}`, () => {
          const [old, other, rule] = samples[row.action];
          const imported = modules.find(name => row.imports?.test(name)) ?? '';
          const [call, twin] = special[callee] ?? [old, other].map(args => callOf(language, callee, row, args));
          const found = (text: string) => ruleIds(programs[language](text, imported), paths[language]);
          assert.deepEqual(found(call!), [rules[callee] ?? rule], call);
          assert.deepEqual(found(twin!), [], twin);
        });
});
