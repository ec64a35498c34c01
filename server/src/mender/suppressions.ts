/** Mistakes in comments that suppress findings. They concern Mender Lint itself, whatever the release of the client. */
import { shell, unit } from './example.ts';
import type { Rule } from './rule.ts';

const sources = ['mender-lint@main:docs/configuration.md'];

export const suppressionRules: readonly Rule[] = [
  {
    id: 'unknown-suppression',
    component: 'mender-lint',
    title: 'suppression that names no rule',
    effect: 'ignored',
    syntaxOnly: true,
    match: { kind: 'suppression', defect: 'unknown' },
    replacement: { kind: 'rewrite', to: 'the name that is meant', safety: 'review' },
    message: 'Use {to}: no rule is called `{use}`.',
    why: 'A comment that suppresses findings names them by their rules. One with a name that does not exist suppresses nothing, although it looks as if it did. `mender-lint rules` lists all names.',
    sources,
    examples: [
      shell(
        '# mender-lint: disable-file mender-commit\n# mender-lint: disable-next-line mender-comit\nmender commit\n',
        '# mender-lint: disable-file mender-commit\n# mender-lint: disable-next-line mender-commit\nmender commit\n',
      ),
      shell(
        '# mender-lint: disable-file mender-commit\n# mender-lint: disable-nextline mender-commit\nmender commit\n',
        '# mender-lint: disable-file mender-commit\n# mender-lint: disable-next-line mender-commit\nmender commit\n',
      ),
      shell('mender-update commit # mender-lint: disable-line no-such-thing'),
    ],
    quiet: [
      { language: 'shell', bad: '# mender-lint: a tool that finds old calls' },
      { language: 'shell', bad: 'echo "# mender-lint: disable-line no-such-thing"' },
      { language: 'shell', bad: 'cat <<EOF\n# mender-lint: disable-line no-such-thing\nEOF' },
    ],
  },
  {
    id: 'unused-suppression',
    component: 'mender-lint',
    title: 'suppression that suppresses nothing',
    effect: 'differs',
    match: { kind: 'suppression', defect: 'unused' },
    replacement: { kind: 'remove', safety: 'review' },
    message: 'Remove it: `{use}` suppresses nothing here.',
    why: 'The use that it was written for is gone or has moved. If it stays, it may hide a finding that nobody has looked at yet. A suppression of a rule that is off, or that does not concern the chosen target, is left alone.',
    sources,
    examples: [
      shell(
        '# mender-lint: disable-next-line mender-commit -- later\nmender-update commit\n',
        'mender-update commit\n',
      ),
      shell(
        'mender commit # mender-lint: disable-line mender-commit, mender-install\n',
        'mender commit # mender-lint: disable-line mender-commit\n',
      ),
      shell('true # mender-lint: disable-line mender-commit\n', 'true\n'),
      unit('[Unit]\n; mender-lint: disable-next-line unit-ordering\nAfter=a.service\n', '[Unit]\nAfter=a.service\n'),
    ],
    quiet: [
      { language: 'shell', bad: '# mender-lint: disable-next-line mender-commit -- for 3.x only\nmender commit\n' },
      { language: 'shell', bad: '# mender-lint: disable-file mender-commit\ntrue\nmender commit\n' },
      {
        language: 'shell',
        bad: '# mender-lint: disable mender-commit\nmender commit\n# mender-lint: enable mender-commit\ntrue\n',
      },
      {
        language: 'unit',
        bad: '[Unit]\n# mender-lint: disable-next-line unit-ordering\nAfter=mender-client.service\n',
      },
    ],
  },
];
