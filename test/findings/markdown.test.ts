/**
 * Code blocks of Markdown: which lines are commands, sessions, units or configurations, and which are prose or output.
 */
import { foundCases, quietCases, reportedCases } from '../support/cases.ts';

const fence = '```';

foundCases('a script in a block of text for readers', 'readme.txt', [
  {
    text: 'Example\n-------\n\n    #!/bin/sh\n\n    set -e\n    name=$(cat $T«/etc/mender/artifact_info» | sed s/a//)\n    «mender commit»\n\nAs you see, mender commit.\n'.replace(
      '$T«',
      '«$T',
    ),
    rules: ['artifact-info-path', 'mender-commit'],
    fixed:
      'Example\n-------\n\n    #!/bin/sh\n\n    set -e\n    name=$(cat $T/etc/mender/artifact_info | sed s/a//)\n    mender-update commit\n\nAs you see, mender commit.\n',
  },
]);

quietCases('text for readers', 'README', [
  'mender commit\n',
  'Use\n\n    the client: mender commit commits\n',
  'Say\n\n    #!/usr/bin/python3\n    mender commit\n',
]);

foundCases('blocks that say what they are', 'README.md', [
  {
    text: 'Run\n\n```bash\n«mender commit»\n```\n',
    rules: 'mender-commit',
    fixed: 'Run\n\n```bash\nmender-update commit\n```\n',
  },
  {
    text: '```sh\n«mender install» <URI>\n```\n',
    rules: 'mender-install',
    fixed: '```sh\nmender-update install <URI>\n```\n',
  },
  {
    text: '~~~ {.shell .numberLines}\nsudo «mender rollback»\n~~~\n',
    rules: 'mender-rollback',
    fixed: '~~~ {.shell .numberLines}\nsudo mender-update rollback\n~~~\n',
  },
  {
    text: '1. Commit:\n\n   ```bash\n   «mender commit»\n   ```\n',
    rules: 'mender-commit',
    fixed: '1. Commit:\n\n   ```bash\n   mender-update commit\n   ```\n',
  },
  {
    text: '- ```sh\n  «mender commit»\n  ```\n- mender commit\n',
    rules: 'mender-commit',
    fixed: '- ```sh\n  mender-update commit\n  ```\n- mender commit\n',
  },
  {
    text: '> ```sh\n> «mender commit»\n> ```\n',
    rules: 'mender-commit',
    fixed: '> ```sh\n> mender-update commit\n> ```\n',
  },
  {
    text: '````sh\n«mender commit»\n```\ntrue\n````\nmender commit\n',
    rules: 'mender-commit',
    fixed: '````sh\nmender-update commit\n```\ntrue\n````\nmender commit\n',
  },
  {
    text: '```sh\r\n«mender commit»\r\n```\r\n',
    rules: 'mender-commit',
    fixed: '```sh\r\nmender-update commit\r\n```\r\n',
  },
  {
    text: '```ini\n[Service]\nExecStart=«/usr/bin/mender commit»\n```\n',
    rules: 'mender-commit',
    fixed: '```ini\n[Service]\nExecStart=/usr/bin/mender-update commit\n```\n',
  },
  {
    text: '```json\n{"TenantToken": "x", «"Connectivity": {"DisableKeepAlive": true}», "ServerURL": "https://hosted.mender.io"}\n```\n',
    rules: 'config-connectivity',
    fixed: '```json\n{"TenantToken": "x", "ServerURL": "https://hosted.mender.io"}\n```\n',
  },
  {
    text: '```yaml\nbuild:\n  script:\n    - «mender commit»\n```\n',
    rules: 'mender-commit',
    fixed: '```yaml\nbuild:\n  script:\n    - mender-update commit\n```\n',
  },
  {
    text: '```dockerfile\nFROM a\nRUN «mender commit»\n```\n',
    rules: 'mender-commit',
    fixed: '```dockerfile\nFROM a\nRUN mender-update commit\n```\n',
  },
]);

foundCases('sessions', 'docs/commit.md', [
  {
    text: '```console\n$ «mender commit»\nmender commit\n$ true\n```\n',
    rules: 'mender-commit',
    fixed: '```console\n$ mender-update commit\nmender commit\n$ true\n```\n',
  },
  {
    text: '```bash\npi@raspberrypi:~$ sudo «mender commit»\nERRO mender commit\n```\n',
    rules: 'mender-commit',
    fixed: '```bash\npi@raspberrypi:~$ sudo mender-update commit\nERRO mender commit\n```\n',
  },
  {
    text: '```\nroot@qemu:~# «mender commit»\n```\n',
    rules: 'mender-commit',
    fixed: '```\nroot@qemu:~# mender-update commit\n```\n',
  },
  {
    text: '```console\n# «mender commit»\n```\n',
    rules: 'mender-commit',
    fixed: '```console\n# mender-update commit\n```\n',
  },
  {
    text: '```\n# «mender install» https://example.com/a.mender\n# reboot\n```\n',
    rules: 'mender-install',
    fixed: '```\n# mender-update install https://example.com/a.mender\n# reboot\n```\n',
  },
  {
    text: '```console\n$ true && \\\n> «mender commit»\nmender commit\n```\n',
    rules: 'mender-commit',
    fixed: '```console\n$ true && \\\n> mender-update commit\nmender commit\n```\n',
  },
  {
    text: '```console\n$ cat > a.sh <<EOF\n> «mender commit»\n> EOF\nmender commit\n```\n',
    rules: 'mender-commit',
    fixed: '```console\n$ cat > a.sh <<EOF\n> mender-update commit\n> EOF\nmender commit\n```\n',
  },
]);

foundCases('blocks for both generations', 'docs/commit.md', [
  {
    text: '```bash\n«mender commit»\n```\n\n```bash\nmender-update commit\n```\n',
    rules: 'mender-commit',
    fixed: '```bash\nmender-update commit\n```\n\n```bash\nmender-update commit\n```\n',
  },
]);

foundCases('blocks without a language', 'docs/commit.md', [
  { text: '```\n«mender commit»\n```\n', rules: 'mender-commit', fixed: '```\nmender-update commit\n```\n' },
  {
    text: '```\n# Make it permanent.\nsudo «mender install» https://a/b.mender\nINFO mender commit\nmender commit\n```\n',
    rules: 'mender-install',
    fixed:
      '```\n# Make it permanent.\nsudo mender-update install https://a/b.mender\nINFO mender commit\nmender commit\n```\n',
  },
  {
    text: '```\nExecStart=«/usr/bin/mender commit»\n```\n',
    rules: 'mender-commit',
    fixed: '```\nExecStart=/usr/bin/mender-update commit\n```\n',
  },
  {
    text: '```\nsystemctl enable a.service && «mender commit»\n```\n',
    rules: 'mender-commit',
    fixed: '```\nsystemctl enable a.service && mender-update commit\n```\n',
  },
]);

foundCases('blocks of Hugo and Jekyll', 'README.md', [
  {
    text: '{{<highlight bash>}}\nsudo «mender commit»\n{{</highlight>}}\nmender rollback\n',
    rules: 'mender-commit',
    fixed: '{{<highlight bash>}}\nsudo mender-update commit\n{{</highlight>}}\nmender rollback\n',
  },
  {
    text: '{{% highlight sh "linenos=table" %}}\n«mender commit»\n{{% /highlight %}}\n',
    rules: 'mender-commit',
    fixed: '{{% highlight sh "linenos=table" %}}\nmender-update commit\n{{% /highlight %}}\n',
  },
  {
    text: '{% highlight console %}\n$ «mender commit»\n{% endhighlight %}\n\n```sh\n«mender rollback»\n```\n',
    rules: ['mender-commit', 'mender-rollback'],
    fixed:
      '{% highlight console %}\n$ mender-update commit\n{% endhighlight %}\n\n```sh\nmender-update rollback\n```\n',
  },
]);

foundCases('parts of a mender.conf', 'README.md', [
  {
    text: 'In mender.conf:\n```\n    «"Connectivity": {\n        "DisableKeepAlive": false,\n        "IdleConnTimeoutSeconds": 30\n    }»,\n```\n',
    rules: 'config-connectivity',
    fixed: 'In mender.conf:\n```\n\n```\n',
  },
  {
    text: 'In mender.conf:\n```json\n{\n  «"Connectivity": { "DisableKeepAlive": true }»\n}\n```\n',
    rules: 'config-connectivity',
    fixed: 'In mender.conf:\n```json\n{\n}\n```\n',
  },
  {
    text: 'In mender.conf:\n```json\n{\n  «"UpdateControlMapExpirationTimeSeconds": 90»,\n  ...\n}\n```\n',
    rules: 'config-control-map-expiry',
    fixed: 'In mender.conf:\n```json\n{\n  ...\n}\n```\n',
  },
]);

foundCases('blocks of BitBake, whatever their language says', 'README.md', [
  {
    text: '```\n# local.conf\nIMAGE_INSTALL:append = " «mender-client»"\n```\n',
    rules: 'recipe-package',
    fixed: '```\n# local.conf\nIMAGE_INSTALL:append = " mender-auth mender-update"\n```\n',
  },
  {
    text: '```bash\ninherit mender-full\nSYSTEMD_AUTO_ENABLE_pn-«mender-client» = "disable"\nA += " \\\n    b \\\n"\n```\n',
    rules: 'recipe-override',
    fixed: '```bash\ninherit mender-full\nSYSTEMD_AUTO_ENABLE_pn-mender = "disable"\nA += " \\\n    b \\\n"\n```\n',
  },
]);

quietCases('blocks that look like parts, or like BitBake', 'README.md', [
  'In mender.conf:\n```json\n"Connectivity": { "Wifi": true }\n```\n',
  'In mender.conf:\n```json\n["UpdateControlMapExpirationTimeSeconds"]\n```\n',
  '```\n"Connectivity" is gone.\n```\n',
  '```\nIMAGE_INSTALL = " mender-client"\nis what it was.\n```\n',
]);

foundCases('indented blocks', 'README.md', [
  { text: '    «mender commit»\n', rules: 'mender-commit', fixed: '    mender-update commit\n' },
  {
    text: 'Run:\n\n\t«mender commit»\n\n\treboot\n',
    rules: 'mender-commit',
    fixed: 'Run:\n\n\tmender-update commit\n\n\treboot\n',
  },
  {
    text: '1. Run:\n\n       sudo «mender commit»\n\n2. Done.\n',
    rules: 'mender-commit',
    fixed: '1. Run:\n\n       sudo mender-update commit\n\n2. Done.\n',
  },
  {
    text: '- Run:\n\n  - this:\n\n        «mender commit»\n',
    rules: 'mender-commit',
    fixed: '- Run:\n\n  - this:\n\n        mender-update commit\n',
  },
  {
    text: '!!! note\n\n    Run:\n\n        «mender commit»\n',
    rules: 'mender-commit',
    fixed: '!!! note\n\n    Run:\n\n        mender-update commit\n',
  },
  { text: '# Commit\n    «mender commit»\n', rules: 'mender-commit', fixed: '# Commit\n    mender-update commit\n' },
  {
    text: '```\ntrue\n```\n    «mender commit»\n',
    rules: 'mender-commit',
    fixed: '```\ntrue\n```\n    mender-update commit\n',
  },
  {
    text: '    $ «mender commit»\n    mender commit\n',
    rules: 'mender-commit',
    fixed: '    $ mender-update commit\n    mender commit\n',
  },
  {
    text: 'Run:\n\n      «mender install» \\\n        https://a/b.mender\n',
    rules: 'mender-install',
    fixed: 'Run:\n\n      mender-update install \\\n        https://a/b.mender\n',
  },
  {
    text: 'Title\n=== \n\n    «mender commit»\n',
    rules: 'mender-commit',
    fixed: 'Title\n=== \n\n    mender-update commit\n',
  },
]);

quietCases('text that is indented', 'README.md', [
  'Text\n    mender commit\n',
  '- Text\n    mender commit\n',
  '1. Text\n\n    mender commit\n',
  '3. Text\ngoes on\n\n    mender commit\n',
  '!!! note\n\n    mender commit\n',
  '    mender commit makes it permanent\n',
  '<!-- mender-lint: disable-next-line -->\n    mender commit\n',
]);

quietCases('prose and output', 'README.md', [
  '{{<highlight go>}}\nmender commit\n{{</highlight>}}\n',
  'Write {{<highlight bash>}} mender commit {{</highlight>}}\n',
  '{{<note>}}\nmender commit\n{{</note>}}\n',
  'mender commit\n',
  'Run `mender commit`, then reboot.\n',
  '```\nINFO[0000] started\nmender commit\n```\n',
  '```\nmender install failed\n```\n',
  '```\nmender commit failed!\n```\n',
  '```\nmender setup is a program\n```\n',
  '```\nsystemctl restart mender-client to go on.\n```\n',
  '```\nmender: commit\n```\n',
  '```text\nmender commit\n```\n',
  '```log\n$ mender commit\n```\n',
  '```python\nmender commit\n```\n',
  '```diff\n-mender commit\n```\n',
  '```console\nmender-update: cannot commit\nmender commit\n```\n',
  '```console\n$ true\nmender commit\n```\n',
  '```console\n$ true\n# mender commit\n```\n',
  '```console\n# mender commit makes it permanent\n```\n',
  '```sh\n# mender commit\n```\n',
  '```\n# mender commit makes it permanent\n```\n',
  '```\n# mender commit\nmender-update commit\n```\n',
  '```sh\necho "mender commit"\n```\n',
  '```sh\nmender-update commit\n```\n',
  '```sh\n```\nmender commit\n',
  '> ```sh\nmender commit\n',
  '```json\n{"Connectivity": {}}\n```\n',
  '```json\n{"ClientProtocol": "https", "ServerURL": "https://mender.example.com"}\n```\n',
  '```json\n{"TenantToken": "x", "Connectivity": {}, ...}\n```\n',
  '```ini\n[mender]\nExecStart=/usr/bin/mender commit\n```\n',
  '```yaml\nservices:\n  mender-client:\n    image: mender-client\n```\n',
  `Inline ${fence}sh mender commit${fence}\n`,
  '```sh `a`\nmender commit\n```\n',
  '```\nmender commit\n',
]);

const old = '- Ask (client in Go, 3.x)\n```\nsystemctl status mender-client\njournalctl -u mender-client\n```\n';
const young =
  '- Ask (client 4.0 or later)\n```\nsystemctl status mender-authd mender-updated\njournalctl -u mender-updated\n```\n';

quietCases('the same for devices with either client', 'README.md', [
  `${young}\n${old}`,
  `${old}\n${young}`,
  '- mender-client go-lang\n```\nmender commit\n```\n- mender-client 4.0 or later\n```\nmender-update commit\n```\n',
  'Mender 3.x:\n\n    $ mender commit\n\nMender 4.x:\n\n    $ mender-update commit\n',
]);

reportedCases('actions that are not done for both', 'README.md', [
  'With 3.x:\n```\n«mender commit»\n```\nWith 4.x:\n```\nmender-update show-artifact\n```\n',
  'First:\n```\n«mender commit»\n```\nThen with 4.x:\n```\nmender-update commit\n```\n',
  'With 3.x:\n```\n«mender commit»\n```\nThen:\n```\ntrue\n```\nWith 4.x:\n```\nmender-update commit\n```\n',
  'With 3.x:\n```\n«mender commit»\n```\n',
]);
