/** What GitHub and GitLab accept, by GitHub's own parser and by a runner with GitLab's schema. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { onMachine } from './machine.ts';
import { installNode, LATER_NODE, npmPackages } from './tools.ts';

/** Reads a file on standard input, and prints messages. The package imports JSON as only bundlers can. */
const parsing = `
  import { readFileSync } from 'node:fs';
  import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
  import { parseAction } from '@actions/workflow-parser/actions/action-parser';
  const [name] = process.argv.slice(2);
  const file = { name, content: readFileSync(0, 'utf8') };
  const { context } = (name === 'action.yml' ? parseAction : parseWorkflow)(file, new NoOperationTraceWriter());
  console.log(JSON.stringify(context.errors.getErrors().map(({ message }) => message)));`;

/** GitHub's messages about an action, or about a workflow with any other name. */
export function githubProblems(name: string, content: string): readonly string[] {
  const resolveDir = npmPackages('actions', { '@actions/workflow-parser': '0.3.61' });
  return onMachine({ 'file.yml': content }, ({ run, temporary }) => {
    const outfile = join(temporary, 'parsing.cjs');
    buildSync({ stdin: { contents: parsing, resolveDir }, bundle: true, platform: 'node', format: 'cjs', outfile });
    const { code, out, err } = run('sh', ['-c', 'exec "$0" "$@" <file.yml', process.execPath, outfile, name]);
    assert.equal(code, 0, err);
    return JSON.parse(out);
  });
}

/** GitLab's message about a configuration: empty when it accepts it. */
export function gitlabProblems(content: string): string {
  const packages = npmPackages('gitlab', { 'gitlab-ci-local': '4.75.1' });
  return onMachine({ '.gitlab-ci.yml': content }, machine => {
    // It asks git for the place of the project.
    const made = machine.run('sh', ['-ec', 'git init --quiet; git remote add origin https://gitlab.com/some/project']);
    assert.equal(made.code, 0, made.err);
    const program = join(packages, 'node_modules/gitlab-ci-local/dist/index.js');
    const { code, out, err } = machine.run(installNode(LATER_NODE), [program, '--list']);
    return code === 0 && /json schema validated/.test(out + err) ? '' : out + err;
  });
}
