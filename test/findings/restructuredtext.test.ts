/** Code in reStructuredText. */
import { foundCases, quietCases } from '../support/cases.ts';

foundCases('code of reStructuredText', 'docs/setup.rst', [
  {
    text: 'Title\n=====\n\n.. code-block:: bash\n\n   «mender install» x.mender\n\nText.\n',
    rules: 'mender-install',
    fixed: 'Title\n=====\n\n.. code-block:: bash\n\n   mender-update install x.mender\n\nText.\n',
  },
  {
    text: '.. code-block:: console\n   :caption: mender commit\n\n   $ «mender commit»\n   mender commit\n',
    rules: 'mender-commit',
    fixed: '.. code-block:: console\n   :caption: mender commit\n\n   $ mender-update commit\n   mender commit\n',
  },
  {
    text: 'Then run::\n\n    «mender commit»\n\nand mender commit.\n',
    rules: 'mender-commit',
    fixed: 'Then run::\n\n    mender-update commit\n\nand mender commit.\n',
  },
  {
    text: '1. Do this:\n\n   .. code:: sh\n\n      if a; then\n          «mender commit»\n      fi\n\n   Text\n',
    rules: 'mender-commit',
    fixed: '1. Do this:\n\n   .. code:: sh\n\n      if a; then\n          mender-update commit\n      fi\n\n   Text\n',
  },
  {
    text: '.. code-block:: ini\n\n   [Unit]\n   After=«mender-client.service»\n',
    rules: 'unit-ordering',
    fixed: '.. code-block:: ini\n\n   [Unit]\n   After=mender-authd.service mender-updated.service\n',
  },
]);

quietCases('text of reStructuredText', 'docs/setup.rst', [
  'mender commit\n',
  'Run ``mender commit``:\n\n   mender commit\n',
  '.. note::\n\n   mender commit\n',
  '.. code-block:: python\n\n   mender commit\n',
  '.. code-block:: text\n\n   mender commit\n',
  '.. highlight:: python\n\nExample::\n\n   mender commit\n',
  'Output::\n\n   Installing\n   mender commit\n',
  '.. mender-lint: disable-next-line mender-commit\n.. code-block:: sh\n\n   mender commit\n',
  '.. code-block:: sh\n\nmender commit\n',
]);
