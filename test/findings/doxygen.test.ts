/** Pages of Doxygen: Markdown with special commands around code. */
import { foundCases, quietCases } from '../support/cases.ts';

foundCases('code of pages', 'docs/devices/setup.dox', [
  {
    text: '/*! \\page setup Setup\n\nRun mender on the command line:\n\n    $ «mender install» /path/to/latest.mender\n\nand then\n\n    $ reboot\n\n*/\n',
    rules: 'mender-install',
    fixed:
      '/*! \\page setup Setup\n\nRun mender on the command line:\n\n    $ mender-update install /path/to/latest.mender\n\nand then\n\n    $ reboot\n\n*/\n',
  },
  {
    text: '\\code{.sh}\n«mender commit»\n\\endcode\nmender commit\n',
    rules: 'mender-commit',
    fixed: '\\code{.sh}\nmender-update commit\n\\endcode\nmender commit\n',
  },
  {
    text: '@verbatim\n# «mender rollback»\n@endverbatim\n',
    rules: 'mender-rollback',
    fixed: '@verbatim\n# mender-update rollback\n@endverbatim\n',
  },
  {
    text: '```sh\n«mender commit»\n```\n',
    rules: 'mender-commit',
    fixed: '```sh\nmender-update commit\n```\n',
  },
]);

quietCases('prose, output and code of other languages', 'docs/devices/setup.dox', [
  '/*! \\page setup Setup\n\nmender commit\n\nUse `mender commit` to commit.\n*/\n',
  '\\code{.cpp}\nmender commit\n\\endcode\n',
  '\\verbatim\nmender commit is what confirms an update\n\\endverbatim\n',
  '\\code{.sh}\nmender-update commit\n\\endcode\n',
  '\\endcode\nmender commit\n\\code{.sh}\nmender-update commit\n\\endcode\n',
]);
