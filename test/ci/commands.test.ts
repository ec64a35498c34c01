/**
 * Commands in the code blocks of documents for users: each runs, as it is written, with the program of the packed
 * tarball, in a tree with everything that they name.
 */
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/build.ts';
import { codeBlock, codeBlocks } from '../support/code-blocks.ts';
import { type Machine, onMachine } from '../support/machine.ts';
import { installPacked } from '../support/packed.ts';

const script = '#!/bin/sh\nmender commit\n';

/** The files that the commands name, each with a finding. */
const tree = {
  'a.sh': script,
  'layers/meta-product/conf/layer.conf': 'LAYERSERIES_COMPAT_product = "kirkstone"\n',
  'layers/meta-product/recipes-core/product.bb': 'IMAGE_INSTALL += "mender-client"\n',
  'scripts/ArtifactCommit_Enter_00': script,
  'rootfs/etc/mender/scripts/Idle_Enter_00': script,
  'rootfs_overlay/etc/mender/mender.conf': '{ "Connectivity": {} }\n',
  'configs/product_config': 'MENDER_CLIENT_VERSION="3.5.2"\n',
  'debian/control': 'Source: product\n\nPackage: product\nDepends: mender-client\n',
  'board/post-build.sh': script,
  'package/product/S42product': script,
  'output/build/': '',
  'output/host/': '',
  'output/images/': '',
  'output/target/etc/init.d/S42mender': '#!/bin/sh\nmender daemon &\n',
};

/** Words of a synopsis in place of the user's own values. */
const placeholders: readonly (readonly [RegExp, string])[] = [
  [/ \[PATH\.\.\.\]/, ' a.sh'],
  [/ RULE$/, ' mender-commit'],
  [/ PATH$/, ' a.sh'],
  [/ bash\|zsh$/, ' bash'],
];

/**
 * Shell lines, and those that Jenkins passes to a shell, that call the program by its name or by that of its package.
 */
function commandsOf(document: string): readonly string[] {
  return codeBlocks(document).flatMap(({ language, text }) => {
    const lines = language === 'sh' ? text.split('\n') : [];
    const steps = language === 'groovy' ? [...text.matchAll(/\bsh '([^']*)'/g)].map(([, line]) => line!) : [];
    return [...lines, ...steps]
      .map(line => line.replace(/\s+#.*$/, '').replace(/\bnpx --yes "\$MENDER_LINT_PACKAGE"/, 'mender-lint'))
      .filter(line => /(?:^|\| |<\()mender-lint /.test(line))
      .map(line => placeholders.reduce((command, [word, value]) => command.replace(word, value), line));
  });
}

/** Files that must be created for a command that names them. A tar archive is enough for an Artifact. */
const made: readonly (readonly [part: string, how: string])[] = [
  ['release.mender', 'tar -cf release.mender scripts'],
  ['rootfs.tar.gz', 'tar -czf rootfs.tar.gz rootfs'],
  ['--since today.json', 'mender-lint report --format json=today.json'],
  ['--since first.json', 'mender-lint report --format json=first.json'],
  ['--prune', 'mender-lint baseline'],
  [
    'git diff',
    `git init --quiet --initial-branch=main
     git add a.sh
     git -c user.name=Somebody -c user.email=somebody@example.com commit --quiet --message 'A script'
     echo 'mender install x' >>a.sh`,
  ],
];

function prepare(command: string, { run }: Machine): void {
  for (const [part, how] of made) {
    if (!command.includes(part)) continue;
    const { code, err } = run('sh', ['-ec', how]);
    assert.equal(code, 0, err);
  }
}

/** The smallest number of commands in each: a document whose blocks are not recognised has none. */
const documents = {
  'README.md': 6,
  'docs/ci.md': 8,
  'docs/command-line.md': 14,
  'docs/configuration.md': 4,
  'docs/migrating.md': 14,
  'docs/troubleshooting.md': 6,
  'docs/yocto.md': 5,
} as const;

interface Example {
  readonly path: string;
  readonly text: string;
}

/** Blocks that are said to work on both generations, with a possible file name for each. */
function worksOnBoth(document: string): readonly Example[] {
  const text = readFileSync(join(root, document), 'utf8');
  const blocks = text.matchAll(/<!-- both generations: (\S+) -->\n```\w+\n(.*?)^```$/gms);
  return [...blocks].map(([, path, content]) => ({ path: path!, text: content! }));
}

function keysOf(value: unknown): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return new Set([...own, ...Object.values(value).flatMap(each => [...keysOf(each)])]);
}

/** Commands whose help, taken together, lists all options. */
const commandsWithOptions = ['check', 'fix', 'baseline', 'report', 'wrapper'] as const;

describe('commands of documents', () => {
  let packed: string;

  before(() => {
    packed = installPacked();
  });
  after(() => rmSync(packed, { recursive: true }));

  const withPacked = (files: Readonly<Record<string, string>>, use: (machine: Machine) => void) =>
    onMachine(files, machine => {
      machine.install('mender-lint', `#!/bin/sh\nexec '${join(packed, 'bin/mender-lint')}' "$@"\n`);
      use(machine);
    });

  for (const [document, least] of Object.entries(documents)) {
    const commands = commandsOf(document);

    it(`${document} has some`, () => assert.ok(commands.length >= least, commands.join('\n')));

    for (const command of commands)
      it(`${document}: ${command}`, () =>
        withPacked(tree, machine => {
          prepare(command, machine);
          const { code, err } = machine.run('bash', ['-o', 'pipefail', '-c', command]);
          assert.ok(code === 0 || code === 1, `exit code ${code}: ${err}`);
        }));
  }

  const examples = worksOnBoth('docs/migrating.md');
  it('docs/migrating.md has examples for both generations', () => assert.ok(examples.length >= 3));
  for (const { path, text } of examples)
    it(`docs/migrating.md: what works on both generations in ${path} is not reported`, () =>
      withPacked({ [path]: text }, ({ run }) => {
        const { code, out, err } = run('mender-lint', ['check', '--fail-on', 'info']);
        assert.deepEqual([code, out, err], [0, 'No findings in 1 file.\n', '']);
      }));

  it('docs/ci.md names each key of the report as JSON', () =>
    withPacked({ ...tree, 'a.md': '`mender commit`\n' }, ({ run }) => {
      const keys = keysOf(JSON.parse(run('mender-lint', ['check', '--format', 'json']).out));
      const words = new Set(codeBlock('docs/ci.md', '', '{version').match(/\w+/g));
      assert.ok(keys.has('newText') && keys.has('markdown'));
      assert.deepEqual(
        [...keys].filter(key => !words.has(key)),
        [],
      );
    }));

  it('would fail for an unknown option', () =>
    withPacked(tree, ({ run }) => assert.equal(run('bash', ['-c', 'mender-lint check --no-such-option']).code, 2)));

  it('have all options in the table of docs/command-line.md, and no other', () =>
    withPacked({}, ({ run }) => {
      const help = commandsWithOptions.map(command => run('mender-lint', [command, '--help']).out).join('\n');
      const there = [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option!);
      const table = readFileSync(join(root, 'docs/command-line.md'), 'utf8').match(/^\| `(?:\w+ )?--[^|]*/gm)!;
      // Only in the first cell: others name options of other commands.
      const named = table.flatMap(cell => cell.match(/--[a-z][a-z-]+/g)!);
      const ofSome = (options: readonly string[]) => [...new Set(options)].filter(option => option !== '--help').sort();
      assert.deepEqual(ofSome(named), ofSome(there));
    }));
});
