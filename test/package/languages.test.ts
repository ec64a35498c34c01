/** The packed command line finds the same as its sources, in a file of each language. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support/build.ts';
import { inFolder } from '../support/command.ts';

const files: Readonly<Record<string, string>> = {
  'a.sh': 'mender commit\n',
  ArtifactInstall_Enter_00: '#!/bin/sh\nmender commit\n',
  '.gitlab-ci.yml': 'job:\n  script:\n    - mender commit\n',
  'playbook.yml': '- hosts: all\n  tasks:\n    - service: {name: mender-client, state: started}\n',
  'user-data': '#cloud-config\nruncmd:\n  - mender commit\n',
  'docker-compose.yml': 'services:\n  a:\n    command: mender daemon\n',
  Dockerfile: 'FROM x\nRUN mender commit\n',
  Makefile: 'all:\n\tmender commit\n',
  'a.bb': 'RDEPENDS:${PN} += "mender-client"\n',
  'a.service': '[Service]\nExecStart=/usr/bin/mender daemon\n',
  'mender.conf': '{ "DaemonLogLevel": "info", "DBus": { "Enabled": false } }\n',
  Jenkinsfile: "node { sh 'mender commit' }\n",
  'debian/control': 'Package: a\nDepends: mender-client\n',
  'etc/cron.d/a': '* * * * * root mender check-update\n',
  'a.md': '```sh\nmender commit\n```\n',
  'a.py': "import subprocess\nsubprocess.run(['mender', 'commit'])\n",
  'a.ts': "execSync('mender commit');\n",
  'a.go': 'package a\n\nfunc b() {\n\texec.Command("mender", "commit")\n}\n',
  'a.cpp': 'void a() { std::system("mender commit"); }\n',
  'a.php': '<?php\nexec("mender commit");\n',
};

const args = ['check', '--format', 'jsonl', '--include', 'markdown', '--include', 'strings'];

describe('the packed command line', () => {
  it('finds the same as its sources, in each language', () =>
    inFolder(files, async (folder, command) => {
      const { out } = await command(...args);
      const found = new Set(out.split('\n').flatMap(line => /"(?:path|file)":"([^"]+)"/.exec(line)?.[1] ?? []));
      assert.deepEqual([...found].sort(), Object.keys(files).sort());
      const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.cjs'), ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
      assert.equal(stdout, out, stderr);
    }));
});
