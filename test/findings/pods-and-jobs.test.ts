/** Manifests of Kubernetes, variables and actions of pipelines, and settings of cloud-init other than commands. */
import { foundCases, quietCases, reportedCases } from '../support/cases.ts';

const pod = (container: string) =>
  `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: mender-client\n      image: mender\n${container}`;

foundCases('manifests of Kubernetes', 'deploy/agent.yaml', [
  {
    text: pod('      command: [«"/usr/bin/mender", "commit"»]\n'),
    rules: 'mender-commit',
    fixed: pod('      command: ["/usr/bin/mender-update", "commit"]\n'),
  },
  {
    text: pod('      command: ["/bin/sh", "-c"]\n      args: ["set -e; «mender show-artifact»"]\n'),
    rules: 'mender-show-artifact',
    fixed: pod('      command: ["/bin/sh", "-c"]\n      args: ["set -e; mender-update show-artifact"]\n'),
  },
  {
    text: pod('      args:\n        - «mender\n        - commit»\n'),
    rules: 'mender-commit',
    fixed: pod('      args:\n        - mender-update\n        - commit\n'),
  },
  {
    text: pod(
      '      lifecycle:\n        preStop:\n          exec:\n            command: ["sh", "-c", "«mender commit»"]\n',
    ),
    rules: 'mender-commit',
    fixed: pod(
      '      lifecycle:\n        preStop:\n          exec:\n            command: ["sh", "-c", "mender-update commit"]\n',
    ),
  },
]);

reportedCases('probes and other kinds of Kubernetes', 'deploy/agent.yaml', [
  pod('      livenessProbe:\n        exec:\n          command: [pidof, «mender»]\n'),
  'apiVersion: apps/v1\nkind: DaemonSet\nspec:\n  template:\n    spec:\n      initContainers:\n        - command: [«mender, commit»]\n',
  'apiVersion: batch/v1\nkind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - command: [«mender, commit»]\n',
  'apiVersion: v1\nkind: List\nitems:\n  - kind: Pod\n    spec:\n      containers:\n        - command: [«mender, commit»]\n',
]);

quietCases('other manifests of Kubernetes', 'deploy/agent.yaml', [
  pod('      env:\n        - name: A\n          value: mender commit\n'),
  pod('      command: ["mender-update", "daemon"]\n'),
  pod('      command: ["/bin/echo"]\n      args: ["mender", "commit"]\n'),
  'apiVersion: v1\nkind: ConfigMap\ndata:\n  command: ["mender", "commit"]\n',
  'kind: Pod\nspec:\n  containers:\n    - command: ["mender", "commit"]\n',
]);

foundCases('variables of jobs', '.gitlab-ci.yml', [
  {
    text: 'variables:\n  SVC: «mender-client»\n  X.Y: a\ndeploy:\n  script:\n    - ssh root@$D "systemctl restart $SVC"\n',
    rules: 'systemctl-control',
    fixed:
      'variables:\n  SVC: mender-updated\n  X.Y: a\ndeploy:\n  script:\n    - ssh root@$D "systemctl restart $SVC"\n',
  },
  {
    text: 'deploy:\n  variables:\n    CMD: \'«mender commit»\'\n  before_script:\n    - ssh root@$D "$CMD"\n',
    rules: 'mender-commit',
    fixed: 'deploy:\n  variables:\n    CMD: \'mender-update commit\'\n  before_script:\n    - ssh root@$D "$CMD"\n',
  },
  {
    text: 'on: push\nenv:\n  MENDER: «/usr/bin/mender»\njobs:\n  a:\n    steps:\n      - run: ssh root@d "$MENDER commit"\n',
    rules: 'mender-commit',
    fixed:
      'on: push\nenv:\n  MENDER: /usr/bin/mender-update\njobs:\n  a:\n    steps:\n      - run: ssh root@d "$MENDER commit"\n',
  },
]);

quietCases('variables that no script uses', '.gitlab-ci.yml', [
  'variables:\n  SVC: mender-client\ndeploy:\n  script:\n    - systemctl restart $OTHER\n',
  'variables:\n  SVC: mender-client\ndeploy:\n  variables:\n    SVC: mender-connect\n  script:\n    - systemctl restart $SVC\n',
  'variables:\n  IMAGE: mender-client\ndeploy:\n  script:\n    - docker build -t "$IMAGE" .\n',
  'variables:\n  SVC: "mender-client $A"\ndeploy:\n  script:\n    - systemctl restart $SVC2\n',
]);

reportedCases('actions that run a script elsewhere', '.github/workflows/ci.yml', [
  'jobs:\n  a:\n    steps:\n      - uses: addnab/docker-run-action@v3\n        with:\n          run: «mender setup» --demo\n',
  'jobs:\n  a:\n    steps:\n      - uses: pguyot/arm-runner-action@v2\n        with:\n          commands: |\n            systemctl enable «mender-client»\n',
  'jobs:\n  a:\n    steps:\n      - uses: a/b\n        with:\n          run: mender setup\n      - uses: actions/github-script@v7\n        with:\n          script: mender commit\n',
]);

reportedCases('settings of cloud-init', 'user-data', [
  '#cloud-config\napt:\n  sources:\n    m:\n      source: "deb https://downloads.mender.io/«repos/debian» stable main"\n',
  '#cloud-config\nautoinstall:\n  packages: [«mender-client»]\n  late-commands:\n    - curtin in-target --target=/target -- systemctl enable «mender-client»\n  user-data:\n    runcmd:\n      - «mender commit»\n',
  '#cloud-config\napt:\n  sources:\n    m:\n      source: "deb https://downloads.mender.io/repos/device-components debian/bookworm/stable main"\n',
]);
