/** Calls of the old program that can be rewritten, as far as their values are known, and what a person must check. */
import { foundCases, reportedCases } from '../support/cases.ts';

const script = 'script.sh';
const commit = 'mender-commit';

foundCases('unknown options', script, [
  {
    text: '«mender commit» -=x\n',
    rules: commit,
    fixed: 'mender-update commit -=x\n',
    safety: 'review',
    check: /what a word after `commit` is/,
  },
  {
    text: '«mender commit» ---x\n',
    rules: commit,
    fixed: 'mender-update commit ---x\n',
    safety: 'review',
    check: /what a word after `commit` is/,
  },
]);

foundCases('a word known only at run time before the subcommand', script, [
  {
    text: '«mender "$X" commit»\n',
    rules: commit,
    fixed: 'mender-update "$X" commit\n',
    safety: 'review',
    check: /what `"\$X"` holds/,
  },
]);

foundCases('a word before a subcommand with dashes', script, [
  {
    text: '«mender "$X" -commit»\n',
    rules: commit,
    fixed: 'mender-update "$X" commit\n',
    safety: 'review',
  },
]);

foundCases('an option that neither program knows leaves no fix', script, [
  { text: '«mender commit» -x\n', rules: commit },
  { text: '«mender commit» --loud=1\n', rules: commit },
]);

reportedCases('a word in the place of the subcommand, where no later one is a subcommand', script, [
  '«mender "$X"» foo\n',
]);

foundCases('help that 4.0 refuses has no fix', script, [{ text: "«mender ''»\n", rules: 'mender-help' }]);
