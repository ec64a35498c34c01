/** The action for GitHub: its file, and its scripts, run as a runner does. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../support/build.ts';
import { githubProblems } from '../support/ci-parsers.ts';
import { codeBlock } from '../support/code-blocks.ts';
import { type Exit, type Machine, onMachine } from '../support/machine.ts';

interface Step {
  readonly if?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

const source = readFileSync(join(root, 'action.yml'), 'utf8');
const action: Action = parse(source);
const script = '#!/bin/sh\nmender commit\n';

/** The value of an expression of the action; an unknown expression is an error. */
function evaluated(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`unknown: ${name}`);
    return value;
  });
}

/** Runs a step as GitHub does; returns its outputs. */
function runStep(
  { run, env = {}, shell }: Step,
  values: Readonly<Record<string, string>>,
  { run: start, temporary }: Machine,
): Exit & { readonly outputs: Readonly<Record<string, string>>; readonly path: string; readonly summary: string } {
  assert.equal(shell, 'bash');
  const file = (name: string) => join(temporary, name);
  for (const name of ['output', 'path', 'summary']) writeFileSync(file(name), '');
  writeFileSync(file('step.sh'), run!);
  const exit = start('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file('step.sh')], {
    ...Object.fromEntries(Object.entries(env).map(([name, text]) => [name, evaluated(text, values)])),
    RUNNER_TEMP: temporary,
    GITHUB_ACTION_PATH: temporary,
    GITHUB_OUTPUT: file('output'),
    GITHUB_PATH: file('path'),
    GITHUB_STEP_SUMMARY: file('summary'),
  });
  const outputs = [...readFileSync(file('output'), 'utf8').matchAll(/^([\w-]+)=(.*)$/gm)];
  return {
    ...exit,
    outputs: Object.fromEntries(outputs.map(([, name, value]) => [`steps.check.outputs.${name}`, value!])),
    path: readFileSync(file('path'), 'utf8'),
    summary: readFileSync(file('summary'), 'utf8'),
  };
}

const [install, check, upload, result] = action.runs.steps as [Step, Step, Step, Step];

const inputsOf = (given: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [`inputs.${name}`, given[name] ?? input.default]),
  );

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
  readonly code: number;
  /** Names of files with an annotation. */
  readonly annotated: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'everything by default', files: { 'a.sh': script }, inputs: {}, code: 1, annotated: ['a.sh'] },
  { name: 'nothing to find', files: { 'a.sh': 'true\n' }, inputs: {}, code: 0, annotated: [] },
  {
    name: 'paths, one per line, with blanks in them and between them',
    files: { 'my layer/a.sh': script, 'b.sh': script, 'c.sh': script },
    inputs: { paths: 'my layer\n\nb.sh\n' },
    code: 1,
    annotated: ['b.sh', 'my layer/a.sh'],
  },
  {
    name: 'options on several lines',
    files: { 'a.sh': script, 'mender.conf': '{ "DBus": {} }' },
    inputs: { args: '--rule config-dbus\n--fail-on error\n' },
    code: 0,
    annotated: ['mender.conf'],
  },
  {
    name: 'a pattern that is none',
    files: { 'a.sh': script },
    inputs: { args: '--exclude *.sh' },
    code: 2,
    annotated: [],
  },
  { name: 'a path that is missing', files: { 'a.sh': script }, inputs: { paths: 'gone' }, code: 2, annotated: [] },
  {
    name: 'a path like an option',
    files: { 'a.sh': script },
    inputs: { paths: '--exit-zero\na.sh' },
    code: 2,
    annotated: ['a.sh'],
  },
  {
    name: 'text that is no script',
    files: { 'a.sh': script },
    inputs: { paths: '$(touch pwned)\n`touch pwned`\n"; touch pwned; "\n--exit-zero', args: '$(touch${IFS}pwned)' },
    code: 2,
    annotated: [],
  },
];

describe('the action', () => {
  it('is accepted by GitHub, which reports mistakes', () => {
    assert.deepEqual(githubProblems('action.yml', source), []);
    assert.equal(githubProblems('action.yml', source.replace('inputs.paths', 'input.paths')).length, 1);
  });

  it('has no expression in a script, and texts as defaults', () => {
    for (const { default: value } of Object.values(action.inputs)) assert.equal(typeof value, 'string');
    for (const { run } of action.runs.steps) assert.doesNotMatch(run ?? '', /\$\{\{/);
  });

  for (const { name, files, inputs, code, annotated } of cases)
    it(`checks ${name}`, () =>
      onMachine(files, machine => {
        const exit = runStep(check, inputsOf(inputs), machine);
        assert.equal(exit.code, 0, exit.err);
        assert.equal(exit.outputs['steps.check.outputs.exit-code'], String(code), exit.err);
        const named = [...exit.out.matchAll(/^::(?:error|warning|notice) file=([^,]+),/gm)].map(([, path]) => path);
        assert.deepEqual([...new Set(named)].sort(), annotated);
        for (const path of annotated) assert.ok(exit.summary.includes(path), exit.summary);
        assert.ok(!existsSync(join(machine.folder, 'pwned')));
        assert.equal(runStep(result, exit.outputs, machine).code, code);
      }));

  it('passes the report to code scanning', () =>
    onMachine({ 'a.sh': script }, machine => {
      const { outputs } = runStep(check, inputsOf({}), machine);
      assert.match(upload.uses!, /^github\/codeql-action\/upload-sarif@v\d+$/);
      assert.match(upload.if!, /^inputs\.upload-sarif == 'true' && steps\.check\.outputs\.sarif != ''$/);
      const report = JSON.parse(readFileSync(evaluated(upload.with!['sarif_file']!, outputs), 'utf8'));
      assert.equal(report.runs[0].results.length, 1);
    }));

  it('passes on no report where none was written', () =>
    onMachine({ 'a.sh': script }, machine => {
      const { outputs } = runStep(check, inputsOf({ args: '--no-such-option' }), machine);
      assert.deepEqual(outputs, { 'steps.check.outputs.exit-code': '2' });
    }));

  for (const [version, called] of [
    ['0.1.0', ['install mender-lint@0.1.0']],
    ['', ['ci', 'pack', 'install TMP/mender-lint/mender-lint-1.2.3.tgz']],
  ] as const)
    it(`installs ${version === '' ? 'what it builds from its source' : 'the version that is named'}`, () =>
      onMachine({}, machine => {
        machine.install(
          'npm',
          `#!/bin/sh
           echo "$1" "$(echo "$*" | sed -n 's/^install .* //p')" >>"$RUNNER_TEMP/npm.log"
           if [ "$1" = pack ]; then touch "$3/mender-lint-1.2.3.tgz"; fi
          `,
        );
        const exit = runStep(install, { 'inputs.version': version }, machine);
        assert.equal(exit.code, 0, exit.err);
        const log = readFileSync(join(machine.temporary, 'npm.log'), 'utf8').replaceAll(machine.temporary, 'TMP');
        assert.deepEqual(
          log
            .trim()
            .split('\n')
            .map(line => line.trim()),
          called,
        );
        assert.equal(exit.path, `${machine.temporary}/mender-lint/bin\n`);
      }));

  it('runs as docs/ci.md shows it', () => {
    const text = codeBlock('docs/ci.md', 'yaml', 'runs-on:');
    assert.deepEqual(githubProblems('workflow.yml', text), []);
    const workflow = parse(text);
    const steps: readonly Step[] = workflow.jobs['mender-lint'].steps;
    const inputs = steps.find(({ uses }) => uses?.startsWith('mender-lint/mender-lint@'))!.with!;
    for (const name of Object.keys(inputs)) assert.ok(action.inputs[name], name);
    assert.equal(workflow.permissions['security-events'], 'write');
    onMachine({ 'layers/a.sh': script, 'scripts/b.sh': 'true\n' }, machine => {
      const exit = runStep(check, inputsOf(inputs), machine);
      assert.equal(exit.outputs['steps.check.outputs.exit-code'], '1', exit.err);
    });
  });
});
