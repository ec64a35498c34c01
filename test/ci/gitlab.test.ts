/** The job for GitLab: its file, and its script with the variables that the file or docs/ci.md sets. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../support/build.ts';
import { gitlabProblems } from '../support/ci-parsers.ts';
import { codeBlock } from '../support/code-blocks.ts';
import { type Exit, type Machine, onMachine } from '../support/machine.ts';

type Variables = Readonly<Record<string, string>>;

interface Job {
  readonly image: string;
  readonly variables: Variables;
  readonly script: readonly string[];
  readonly artifacts: {
    readonly when: string;
    readonly paths: readonly string[];
    readonly reports: { readonly codequality: string };
  };
}

const source = readFileSync(join(root, 'templates/gitlab.yml'), 'utf8');
const { 'mender-lint': job, ...others }: Record<'mender-lint', Job> = parse(source);
const { 'mender-lint': shown, include } = parse(codeBlock('docs/ci.md', 'yaml', 'include:'));
const script = '#!/bin/sh\nmender commit\n';

/** The whole script in one shell, as a runner does; npm is a stand-in that prints its arguments. */
function runJob(variables: Variables, { run, install }: Machine): Exit {
  install('npm', '#!/bin/sh\necho "npm $*"\n');
  return run('sh', ['-ec', job.script.join('\n')], { ...job.variables, ...variables });
}

describe('the job for GitLab', () => {
  it('is accepted by GitLab, which reports mistakes', () => {
    assert.equal(gitlabProblems(source), '');
    assert.match(gitlabProblems(source.replace('when: always', 'when: sometimes')), /artifacts\.when/);
  });

  it('keeps the report that it writes, whatever is found', () => {
    assert.deepEqual(others, {});
    const report = job.artifacts.reports.codequality;
    assert.ok(job.script.some(line => line.includes(`--format gitlab=${report} `)));
    assert.deepEqual([job.artifacts.when, job.artifacts.paths], ['always', [report]]);
    assert.match(job.image, /^node:(?:2\d)-slim$/);
    for (const value of Object.values(job.variables)) assert.equal(typeof value, 'string');
  });

  for (const [name, text, variables, code] of [
    ['finds', script, {}, 1],
    ['finds nothing', 'true\n', {}, 0],
    ['takes paths and options', script, { MENDER_LINT_PATHS: 'b.sh a.sh', MENDER_LINT_ARGS: '--fail-on error -q' }, 1],
    ['takes options that let it pass', script, { MENDER_LINT_ARGS: '--exit-zero' }, 0],
    ['fails for what is missing', script, { MENDER_LINT_PATHS: 'gone' }, 2],
  ] as const)
    it(name, () =>
      onMachine({ 'a.sh': text, 'b.sh': 'true\n' }, machine => {
        const exit = runJob(variables, machine);
        assert.equal(exit.code, code, exit.err);
        assert.match(exit.out, /^npm install --global .* mender-lint$/m);
        const report = JSON.parse(readFileSync(join(machine.folder, job.artifacts.reports.codequality), 'utf8'));
        const isFound = text === script && code !== 2;
        assert.deepEqual(
          report.map(({ location }: { location: { path: string } }) => location.path),
          isFound ? ['a.sh'] : [],
        );
      }),
    );

  it('runs as docs/ci.md includes it', () => {
    const { remote }: { remote: string } = include[0];
    assert.ok(existsSync(join(root, remote.replace(/^https:.*?\/v[\dXYZ.]+\//, ''))), remote);
    for (const name of Object.keys(shown.variables)) assert.ok(name in job.variables, name);
    onMachine({ 'layers/a.sh': script, 'scripts/b.sh': 'true\n' }, machine => {
      const exit = runJob(shown.variables, machine);
      assert.equal(exit.code, 1, exit.err);
    });
  });
});
