/** Scripts in pipelines of Jenkins. */
import { foundCases, quietCases } from '../support/cases.ts';

const step = (line: string) =>
  `pipeline {\n  agent any\n  stages {\n    stage('mender commit') {\n      steps {\n        ${line}\n      }\n    }\n  }\n}\n`;

const cases: readonly (readonly [marked: string, rule: string, fixed: string | undefined])[] = [
  ["sh '«mender commit»'", 'mender-commit', "sh 'mender-update commit'"],
  ['sh("ssh root@${HOST} «mender commit»")', 'mender-commit', 'sh("ssh root@${HOST} mender-update commit")'],
  [
    "sh '''\n          set -e\n          «mender install» \"$URL\"\n        '''",
    'mender-install',
    "sh '''\n          set -e\n          mender-update install \"$URL\"\n        '''",
  ],
  [
    'sh """\n          for h in \\$HOSTS; do ssh \\$h «mender commit»; done\n        """',
    'mender-commit',
    'sh """\n          for h in \\$HOSTS; do ssh \\$h mender-update commit; done\n        """',
  ],
  [
    "v = sh(script: '«mender show-artifact»', returnStdout: true).trim()",
    'mender-show-artifact',
    "v = sh(script: 'mender-update show-artifact', returnStdout: true).trim()",
  ],
  [
    "sh label: 'a, b', returnStatus: f(1, 2), script: '«mender commit»'",
    'mender-commit',
    "sh label: 'a, b', returnStatus: f(1, 2), script: 'mender-update commit'",
  ],
  [
    "sshCommand remote: r, command: 'systemctl restart «mender-client»'",
    'systemctl-control',
    "sshCommand remote: r, command: 'systemctl restart mender-authd mender-updated'",
  ],
  ["sh 'ssh d \\'«mender commit»\\''", 'mender-commit', "sh 'ssh d \\'mender-update commit\\''"],
  [
    "sh 'if ! systemctl is-active -q «mender-client»; then a; fi'".replace(
      'systemctl is-active -q «mender-client»',
      '«systemctl is-active -q mender-client»',
    ),
    'systemctl-query',
    "sh 'if ! { systemctl is-active -q mender-authd && systemctl is-active -q mender-updated; }; then a; fi'",
  ],
];

foundCases(
  'steps of Jenkins',
  'Jenkinsfile',
  cases.map(([text, rules, fixed]) => ({
    text: step(text),
    rules,
    ...(fixed !== undefined && { fixed: step(fixed) }),
  })),
);

quietCases(
  'other strings of Jenkins',
  'vars/deploy.groovy',
  [
    "echo 'mender commit'",
    "// sh 'mender commit'",
    "/* sh 'mender commit' */",
    "build.sh 'mender commit'",
    'def sh(String mender) { commit }',
    'sh "${cmd}" // mender commit',
    'sh "echo ${mender commit}"',
    "sh script: cmd, label: 'mender commit'",
    "bat 'mender commit'",
    "powershell 'mender commit'",
    "sh 'mender-update commit'",
    "sh '''mender commit",
    "// mender-lint: disable-next-line mender-commit\n        sh 'mender commit'",
    "sh '''\n          # mender-lint: disable-next-line mender-commit\n          mender commit\n        '''",
  ].map(step),
);
