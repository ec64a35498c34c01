/** Examples at the end of a command's help. */

import type { Command } from 'commander';
import { oldProgram } from '../mender/programs.ts';
import { sampleRules } from '../mender/sample-rules.ts';

const examples: Readonly<Record<string, readonly (readonly [line: string, what: string])[]>> = {
  check: [
    ['mender-lint check', 'the current folder'],
    ['mender-lint check --from 4.0 --target 5.1 layers', 'only what 5.0 and 5.1 broke'],
    ['mender-lint check --format text --format sarif=out.sarif', 'for people, and for a code host'],
    ['git diff -U0 main | mender-lint check --changed -', 'only what a branch has changed'],
    ['mender-lint check --stdin-filename a.sh - <a.sh', 'a text that is in no file yet'],
  ],
  fix: [
    ['mender-lint fix --diff', 'show what would change'],
    ['mender-lint fix', 'apply what is safe'],
    [`mender-lint fix --unsafe --rule ${sampleRules.reviewed}`, 'apply what is to be checked, of one rule'],
    ['mender-lint fix --stdin-filename a.sh - <a.sh', 'print the fixed text'],
  ],
  baseline: [
    ['mender-lint baseline', 'show only new findings from now on'],
    ['mender-lint baseline --prune', 'forget what is fixed'],
  ],
  report: [
    ['mender-lint report --format html=migration.html', 'a page to hand over'],
    ['mender-lint report --format markdown --format json=today.json', 'and one to compare the next with'],
    ['mender-lint report --since today.json', 'what has changed since'],
  ],
  why: [
    ['mender-lint why scripts/update', 'whether a file is checked, and as what'],
    ['mender-lint why build', 'whether a folder is searched'],
  ],
  explain: [[`mender-lint explain ${sampleRules.call}`, 'what a finding is about, and what to write instead']],
  wrapper: [
    [`mender-lint wrapper --target 5.1 >${oldProgram.name}`, 'the script'],
    ['mender-lint wrapper --recipe --output-dir layers/meta-product/recipes-core', 'with a recipe for it'],
  ],
  completion: [
    ['source <(mender-lint completion bash)', 'in ~/.bashrc'],
    ['source <(mender-lint completion zsh)', 'in ~/.zshrc, after compinit'],
  ],
};

export function addExamples(program: Command): void {
  for (const command of program.commands) {
    const lines = examples[command.name()] ?? [];
    const widest = Math.max(0, ...lines.map(([line]) => line.length));
    const shown = lines.map(([line, what]) => `  ${line.padEnd(widest)}  ${what}`);
    if (shown.length > 0) command.addHelpText('after', `\nExamples:\n${shown.join('\n')}`);
  }
}
