/** A file of each kind, under each of its names, with something in it that is found. */
import { classify, type Language } from '../../server/src/languages/classify.ts';
import { type Kind, kinds } from '../../server/src/languages/kinds.ts';

/** Found in any text of the language, whatever it begins with. */
const found: Readonly<Record<Language, string>> = {
  shell: 'mender commit\n',
  // A key of the client's, and one of mender-connect's.
  json: '  "UpdateControlMapExpirationTimeSeconds": 90,\n  "ServerCertificate": "/etc/mender/server.crt"\n}\n',
  unit: '[Unit]\nWants=mender-client.service\n[Service]\nExecStart=/usr/bin/mender daemon\n',
  bitbake: 'IMAGE_INSTALL:append = " mender-client"\n',
  dockerfile: 'FROM debian\nRUN mender commit\n',
  makefile: 'all:\n\tmender commit\n',
  bats: '@test "commits" {\n  mender commit\n}\n',
  yaml: 'script:\n  - mender commit\nruncmd:\n  - mender commit\n',
  udev: 'ACTION=="add", RUN+="/usr/bin/mender commit"\n',
  crontab: '0 * * * * mender commit\n',
  'system-crontab': '0 * * * * root mender commit\n',
  sudoers: 'agent ALL=(root) NOPASSWD: /usr/bin/mender commit\n',
  apparmor: '/usr/bin/agent {\n  /usr/bin/mender Ux,\n}\n',
  'bus-xml':
    '<busconfig>\n  <policy user="root">\n    <allow send_destination="io.mender.UpdateManager"/>\n  </policy>\n</busconfig>\n',
  'debian-control': 'Package: agent\nArchitecture: all\nDepends: mender-client\n',
  supervisor: '[program:agent]\ncommand=mender commit\n',
  inittab: '::once:mender commit\n',
  execline: 's6-setuidgid root\nmender commit\n',
  jenkinsfile: "node {\n  sh 'mender commit'\n}\n",
  rst: '.. code-block:: sh\n\n   mender commit\n',
  markdown: '```sh\nmender commit\n```\n',
  python: "import subprocess\nsubprocess.run(['mender', 'commit'])\n",
  javascript: "import { execSync } from 'node:child_process';\nexecSync('mender commit');\n",
  cpp: '#include <cstdlib>\n\nint main() {\n  return std::system("mender commit");\n}\n',
  php: '<?php\nexec("mender commit");\n',
  go: 'package main\n\nimport "os/exec"\n\nfunc main() {\n\texec.Command("mender", "commit").Run()\n}\n',
};

export interface KindSample extends Omit<Kind, 'names'> {
  readonly path: string;
  readonly text: string;
}

export const kindSamples: readonly KindSample[] = kinds.flatMap(({ names, why, beginning = '', optIn }) =>
  names.map(path => {
    const language = classify({ path, text: beginning })?.language;
    if (!language) throw new Error(`${path} is of no kind`);
    const rest = found[language];
    return { path, why, text: rest.startsWith(beginning) ? rest : beginning + rest, ...(optIn && { optIn }) };
  }),
);
