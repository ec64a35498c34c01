/** Options of mender-setup and mender-snapshot, which are written in Go and kept few of those of the old binary. */
import { foundCases, quietCases } from '../support/cases.ts';

foundCases('options on the wrong side of dump', 'script.sh', [
  {
    text: 'mender-snapshot «-d /data/mender dump» -C gzip | ssh x',
    rules: 'misplaced-option',
    fixed: 'mender-snapshot dump -d /data/mender -C gzip | ssh x',
    safety: 'safe',
  },
  {
    text: 'mender-snapshot «--quiet -source=/dev/x dump» > y',
    rules: 'misplaced-option',
    fixed: 'mender-snapshot dump --quiet -source=/dev/x > y',
  },
  { text: 'mender-snapshot «--data a dump» -d b', rules: 'misplaced-option' },
]);

foundCases('options that a Go program lacks', 'script.sh', [
  {
    text: 'mender-snapshot «--config x» «--no-syslog» dump',
    rules: ['option-of-another-program', 'no-syslog-option'],
    fixed: 'mender-snapshot dump',
    safety: 'review',
  },
  {
    text: 'mender-setup «-log-file=x» «-b y» --demo',
    rules: ['option-of-another-program', 'option-of-another-program'],
    fixed: 'mender-setup --demo',
  },
  {
    text: 'mender-setup «-trusted-certs x»',
    rules: 'option-of-another-program',
    fixed: 'mender-setup --server-cert x',
  },
]);

quietCases('options that a Go program has', 'script.sh', [
  'mender-setup -log-level debug -config x -d y --demo',
  'mender-snapshot -l debug dump -data x -source y -quiet',
  'mender-snapshot --version',
  'mender-snapshot dump --help',
]);
