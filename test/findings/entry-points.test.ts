/** What containers run, given in two parts: the first one decides what the second is. */
import { foundCases, quietCases } from '../support/cases.ts';

quietCases('arguments of something else', 'docker-compose.yml', [
  'services:\n  a:\n    entrypoint: echo\n    command: mender commit',
  'services:\n  a:\n    image: x\n    entrypoint: [mender-cli]\n    command: ["mender", "commit"]',
  'services:\n  a:\n    image: x\n    entrypoint: ["mender-update"]\n    command: ["daemon"]',
]);

quietCases('arguments of something else', 'Dockerfile', [
  'FROM a\nENTRYPOINT ["echo"]\nCMD ["mender", "commit"]',
  'FROM a\nCMD ["mender", "commit"]\nENTRYPOINT sleep 5',
]);

quietCases('arguments of something else', 'pod.yaml', [
  'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - args: ["-c", "mender commit"]',
]);

foundCases('programs and their arguments', 'pod.yaml', [
  {
    text: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - args: ["commit"]\n      image: x\n      command: [«"/usr/bin/mender"»]',
    rules: 'mender-commit',
    fixed:
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - args: ["commit"]\n      image: x\n      command: ["/usr/bin/mender-update"]',
    safety: 'safe',
  },
  {
    text: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - command: [«"/usr/bin/mender"»]\n      env: []\n      args: ["-commit"]',
    rules: 'mender-commit',
    fixed:
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - command: ["/usr/bin/mender-update"]\n      env: []\n      args: ["commit"]',
    safety: 'safe',
  },
]);

foundCases('programs and their arguments', 'docker-compose.yml', [
  {
    text: 'services:\n  a:\n    entrypoint: [«"mender"»]\n    command: ["daemon"]',
    rules: 'mender-daemon',
  },
  {
    text: 'services:\n  a:\n    entrypoint: ["sh", "-c"]\n    command: ["«mender commit»"]',
    rules: 'mender-commit',
    fixed: 'services:\n  a:\n    entrypoint: ["sh", "-c"]\n    command: ["mender-update commit"]',
    safety: 'safe',
  },
  {
    text: 'services:\n  a:\n    entrypoint: /entrypoint.sh\n    command: [«"mender", "commit"»]',
    rules: 'mender-commit',
    fixed: 'services:\n  a:\n    entrypoint: /entrypoint.sh\n    command: ["mender-update", "commit"]',
    safety: 'safe',
  },
  {
    text: 'services:\n  a:\n    entrypoint: tini --\n    command: «mender commit»',
    rules: 'mender-commit',
    fixed: 'services:\n  a:\n    entrypoint: tini --\n    command: mender-update commit',
    safety: 'safe',
  },
  {
    text: 'services:\n  a:\n    entrypoint: «mender»\n    command: daemon',
    rules: 'mender-daemon',
  },
  {
    text: 'services:\n  a:\n    command: «mender commit»',
    rules: 'mender-commit',
    fixed: 'services:\n  a:\n    command: mender-update commit',
    safety: 'safe',
  },
]);

foundCases('programs and their arguments', 'Dockerfile', [
  {
    text: 'FROM a\nENTRYPOINT ["«mender»"]\nCMD ["commit"]',
    rules: 'mender-commit',
    fixed: 'FROM a\nENTRYPOINT ["mender-update"]\nCMD ["commit"]',
    safety: 'safe',
  },
  {
    text: 'FROM a\nCMD ["«mender", "commit»"]\nENTRYPOINT ["/docker-entrypoint.sh"]',
    rules: 'mender-commit',
    fixed: 'FROM a\nCMD ["mender-update", "commit"]\nENTRYPOINT ["/docker-entrypoint.sh"]',
    safety: 'safe',
  },
  {
    text: 'FROM a\nENTRYPOINT ["echo"]\nFROM b\nCMD ["«mender", "commit»"]',
    rules: 'mender-commit',
    fixed: 'FROM a\nENTRYPOINT ["echo"]\nFROM b\nCMD ["mender-update", "commit"]',
    safety: 'safe',
  },
  {
    text: 'FROM a\nENTRYPOINT ["sh", "-c"]\nCMD ["«mender commit»"]',
    rules: 'mender-commit',
    fixed: 'FROM a\nENTRYPOINT ["sh", "-c"]\nCMD ["mender-update commit"]',
    safety: 'safe',
  },
]);
