/**
 * The lines under *Install* in the README, one after the other, in a copy of the source: the results are installed and
 * run. Only `npm ci` is not run: the packages that it would fetch are those that this test runs with.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { installVscode } from '../editor/host/install.ts';
import { vscodePackages } from '../editor/host/versions.ts';
import { root } from '../support/build.ts';
import { codeBlock } from '../support/code-blocks.ts';
import { type Machine, onMachine, write } from '../support/machine.ts';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const block = codeBlock('README.md', 'sh', 'npm ci');
const lines = block.trim().split('\n');

/** Files that no clone has. */
const others = new Set(['.git', 'node_modules', 'dist', 'out']);

function copySource(folder: string): void {
  cpSync(root, folder, {
    recursive: true,
    filter: path => !others.has(relative(root, path)) && !path.endsWith('.tgz'),
  });
}

/** The command line of a real VS Code, with folders of its own. */
function installEditor({ install, temporary }: Machine): string {
  const { server, node } = installVscode(vscodePackages.find(({ name }) => name === 'current')!);
  const extensions = join(temporary, 'extensions');
  const folders = `--extensions-dir='${extensions}' --server-data-dir='${join(temporary, 'data')}'`;
  install('code', `#!/bin/sh\nexec '${node}' '${server}' ${folders} --accept-server-license-terms "$@"\n`);
  return extensions;
}

/** The real npm, except for `npm ci`. */
function installNpm({ install }: Machine): void {
  const path = process.env['PATH']!.split(delimiter).find(folder => existsSync(join(folder, 'npm')))!;
  const linked = `if [ "$1" = ci ]; then exec ln -s '${join(root, 'node_modules')}' node_modules; fi`;
  install('npm', `#!/bin/sh\n${linked}\nexec '${join(path, 'npm')}' "$@"\n`);
}

describe('the installation that the README shows', () => {
  it('builds an extension that VS Code installs, and a program that runs', () =>
    onMachine({}, machine => {
      const { folder, temporary, install, run } = machine;
      copySource(folder);
      write(dirname(folder), { 'product/a.sh': 'mender commit\n' });
      installNpm(machine);
      const extensions = installEditor(machine);
      // Whatever the machine has for other tests: the program is that of the tarball, or none.
      install('mender-lint', `#!/bin/sh\nexec '${join(temporary, 'bin/mender-lint')}' "$@"\n`);
      const env = { npm_config_prefix: temporary, npm_config_offline: 'true', npm_config_update_notifier: 'false' };
      const outputs = lines.map(line => {
        // The program is called in the product's folder.
        const place = line.startsWith('mender-lint ') ? '~/product' : '.';
        const { code, out, err } = run('bash', ['-ec', `cd ${place}; ${line}`], env);
        assert.ok(code === 0 || code === 1, `${line}\nexit code ${code}: ${out}${err}`);
        return out;
      });
      assert.deepEqual(
        readdirSync(extensions).filter(name => name.startsWith('mender-lint.')),
        [`mender-lint.mender-lint-${version}`],
      );
      assert.match(outputs[2]!, /product\/a\.sh:1:1: error: .*\[mender-commit\]$/m);
      assert.match(outputs.at(-1)!, /^::error file=a\.sh,/m);
    }));

  it('names no registry and no marketplace', () => {
    assert.doesNotMatch(block, /npx (?!\.)|install --global (?!\.)|--install-extension (?!out\/)/);
  });
});
