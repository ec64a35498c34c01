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

foundCases('markup in code of reStructuredText', 'docs/setup.rst', [
  {
    text: '.. parsed-literal::\n\n   «mender install» https://x/|version|.mender\n   «mender setup» --device-type **board**\n',
    rules: ['mender-install', 'mender-setup'],
    fixed:
      '.. parsed-literal::\n\n   mender-update install https://x/|version|.mender\n   mender-setup --device-type **board**\n',
    safety: 'safe',
  },
  {
    text: '.. parsed-literal::\n\n   $ sudo systemctl restart :ref:`«mender-client» <units>`\n',
    rules: 'systemctl-control',
    fixed: '.. parsed-literal::\n\n   $ sudo systemctl restart :ref:`mender-authd mender-updated <units>`\n',
    safety: 'safe',
  },
  {
    text: '.. parsed-literal::\n\n   **«mender commit»**\n   *«mender* commit»\n',
    rules: ['mender-commit', 'mender-commit'],
    fixed: '.. parsed-literal::\n\n   **mender-update commit**\n   *mender-update* commit\n',
    safety: 'safe',
  },
  {
    text: '.. parsed-literal::\n\n   sudo apt-get install «mender-client»=\\ |version|\n',
    rules: 'package-install',
  },
  // Elsewhere it is a pipe.
  {
    text: '.. code-block:: bash\n\n   «mender install» |url|\n',
    rules: 'mender-install',
    fixed: '.. code-block:: bash\n\n   mender-update install |url|\n',
    safety: 'review',
  },
]);

quietCases('text of reStructuredText', 'docs/setup.rst', [
  'mender commit\n',
  '.. parsed-literal::\n\n   **Installing**\n   mender commit |version|\n',
  '.. parsed-literal::\n\n   |program| mender commit\n',
  'Run ``mender commit``:\n\n   mender commit\n',
  '.. note::\n\n   mender commit\n',
  '.. code-block:: python\n\n   mender commit\n',
  '.. code-block:: text\n\n   mender commit\n',
  '.. highlight:: python\n\nExample::\n\n   mender commit\n',
  'Output::\n\n   Installing\n   mender commit\n',
  '.. mender-lint: disable-next-line mender-commit\n.. code-block:: sh\n\n   mender commit\n',
  '.. code-block:: sh\n\nmender commit\n',
]);
