/**
 * The class for BitBake, with a stand-in: it expands variables, runs the functions of shell tasks as BitBake does, and
 * calls the Python function for an invented recipe. No build is started.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/build.ts';
import { codeBlock } from '../support/code-blocks.ts';
import { type Exit, type Machine, onMachine } from '../support/machine.ts';
import { debianProgram } from '../support/tools.ts';

type Variables = Readonly<Record<string, string>>;

const bbclass = readFileSync(join(root, 'templates/mender-lint.bbclass'), 'utf8');

/** Assignments of the text; those with `?=` only if nothing else sets the variable. */
function assigned(text: string, before: Variables): Variables {
  const found = [...text.matchAll(/^(\w+) (\??=) "(.*)"$/gm)].map(([, name, , value]) => [name!, value!]);
  return { ...Object.fromEntries(found), ...before };
}

/** Known variables are expanded repeatedly; unknown ones stay as they are. */
function expanded(text: string, variables: Variables): string {
  const next = text.replace(/\$\{(\w+)\}/g, (whole, name: string) => variables[name] ?? whole);
  return next === text ? text : expanded(next, variables);
}

const functions = [...bbclass.matchAll(/^(\w+)\(\) \{\n.*?^\}$/gms)];

function runTask(task: string, variables: Variables, { run }: Machine): Exit {
  assert.ok(functions.some(([, name]) => name === task));
  const known = assigned(bbclass, variables);
  const script = [
    'bbfatal() { echo "ERROR: $*" >&2; exit 1; }',
    ...functions.map(([text]) => expanded(text, known)),
    task,
  ];
  return run('sh', ['-ec', script.join('\n')]);
}

/** The tasks that the class adds to a recipe: name, the task before which it runs, the task after which it runs. */
function tasksOf(inherited: string, variables: Variables, { run }: Machine): unknown {
  const body = /^python \(\) \{\n(.*?)^\}$/ms.exec(bbclass)![1]!;
  const standIn = `
import json, sys, types
inherited, variables = json.loads(sys.argv[1])
added = []
bb = types.SimpleNamespace(
    data=types.SimpleNamespace(inherits_class=lambda name, d: name == inherited),
    build=types.SimpleNamespace(addtask=lambda task, before, after, d: added.append([task, before, after])))
d = types.SimpleNamespace(getVar=variables.get)
def anonymous():
${body}
anonymous()
print(json.dumps(added))`;
  const { code, out, err } = run(debianProgram('python3'), ['-c', standIn, JSON.stringify([inherited, variables])]);
  assert.equal(code, 0, err);
  return JSON.parse(out);
}

const broken = '#!/bin/sh\nmender show-artifact\n';
const sound = '#!/bin/sh\nmender-update show-artifact\n';

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly task: 'do_mender_lint_rootfs' | 'do_mender_lint_state_scripts';
  readonly variables: Variables;
  /** Undefined: the task succeeds. */
  readonly fails?: RegExp;
  readonly says?: RegExp;
}

const found = /^ERROR: Mender Lint has found /m;
const unchecked = /^ERROR: Mender Lint could not check everything \(exit code 2\)/m;
const rootfs = { task: 'do_mender_lint_rootfs', variables: { IMAGE_ROOTFS: 'tmp/work/image/rootfs' } } as const;
const state = (MENDER_STATE_SCRIPTS: string, more: Variables = {}) =>
  ({
    task: 'do_mender_lint_state_scripts',
    variables: { MENDER_STATE_SCRIPTS, S: 'src', B: 'build', ...more },
  }) as const;

const cases: readonly Case[] = [
  {
    name: 'an image with a state script that fails',
    files: { 'tmp/work/image/rootfs/etc/mender/scripts/Idle_Enter_00': broken },
    ...rootfs,
    fails: found,
    says: /^tmp\/work\/image\/rootfs\/etc\/mender\/scripts\/Idle_Enter_00:2:1: error: /m,
  },
  {
    name: 'an image that works',
    files: { 'tmp/work/image/rootfs/etc/mender/scripts/Idle_Enter_00': sound },
    ...rootfs,
    says: /^No findings in 1 file\.$/m,
  },
  {
    name: 'an image in the folder of a build, with a name that git ignores in the repository around it',
    files: {
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.gitignore': 'agent\n',
      'tmp/abi_version': '15\n',
      'tmp/saved_tmpdir': 'tmp\n',
      'tmp/work/image/rootfs/usr/bin/agent': broken,
    },
    ...rootfs,
    fails: found,
  },
  { name: 'an image that is not there', files: {}, ...rootfs, fails: unchecked, says: /no such file or folder/ },
  {
    name: 'a state script of an Artifact that fails, in one of two folders',
    files: { 'src/ArtifactCommit_Enter_00': broken, 'build/ArtifactInstall_Enter_00': sound },
    ...state('${S} ${B}'),
    fails: found,
    says: /^src\/ArtifactCommit_Enter_00:2:1: error: /m,
  },
  {
    name: 'state scripts that work, named one by one',
    files: { 'src/ArtifactCommit_Enter_00': sound, 'src/ArtifactInstall_Enter_00': broken },
    ...state('${S}/ArtifactCommit_Enter_00'),
  },
  {
    name: 'a state script that is not there',
    files: { 'src/ArtifactCommit_Enter_00': sound },
    ...state('src gone'),
    fails: unchecked,
    says: /no such file or folder: gone/,
  },
  { name: 'a folder without a script', files: { 'src/': '' }, ...state('${S}'), fails: unchecked },
  {
    name: 'a folder without a script, where that is meant',
    files: { 'src/': '' },
    ...state('${S}', { MENDER_LINT_ARGS: '--allow-empty' }),
  },
  {
    name: 'another program',
    files: { 'src/ArtifactCommit_Enter_00': broken },
    ...state('${S}', { MENDER_LINT: '/nowhere/mender-lint' }),
    fails: /\(exit code 127\)/,
  },
  {
    name: 'options as docs/yocto.md sets them',
    files: { 'src/ArtifactCommit_Enter_00': broken },
    ...state('${S}', assigned(codeBlock('docs/yocto.md', 'bitbake', 'MENDER_LINT_ARGS'), {})),
    fails: found,
  },
];

describe('the class for BitBake', () => {
  for (const { name, files, task, variables, fails, says = /(?:)/ } of cases)
    it(`${fails ? 'fails for' : 'takes'} ${name}`, () =>
      onMachine(files, machine => {
        const { code, out, err } = runTask(task, variables, machine);
        assert.equal(code, fails ? 1 : 0, out + err);
        assert.match(err, fails ?? /^(?!ERROR)/);
        assert.match(out + err, says);
      }));

  for (const [name, inherited, variables, tasks] of [
    ['an image', 'image', {}, [['do_mender_lint_rootfs', 'do_image_complete', 'do_image']]],
    [
      'a recipe with state scripts',
      'mender-state-scripts',
      { MENDER_STATE_SCRIPTS: '${S}' },
      [['do_mender_lint_state_scripts', 'do_install do_deploy', 'do_compile']],
    ],
    ['another recipe', 'cmake', {}, []],
  ] as const)
    it(`adds to ${name} what concerns it`, () =>
      onMachine({}, machine => assert.deepEqual(tasksOf(inherited, variables, machine), tasks)));

  it('is clean itself', () =>
    onMachine({}, ({ run }) => {
      const { code, out } = run('mender-lint', ['check', join(root, 'templates/mender-lint.bbclass')]);
      assert.equal(code, 0, out);
    }));
});
