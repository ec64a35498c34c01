/**
 * Long texts full of beginnings without an end: each beginning must not walk through the rest of the text. With four
 * hundred thousand characters of them that would take minutes.
 */
import assert from 'node:assert/strict';
import { findings } from '../support/texts.ts';

const LENGTH = 400_000;

const texts: readonly (readonly [path: string, head: string, repeated: string, tail?: string])[] = [
  ['mender.conf', '{', '\\"'],
  ['mender.conf', '{', '{% '],
  ['mender.conf', '{', '{# '],
  ['mender.conf', '{', '{{ '],
  ['mender.conf', '{', '{{ if '],
  ['mender.conf', '{', '<% '],
  ['mender.conf', '{', '<%= '],
  ['mender.conf', '{', '${ '],
  ['mender.conf', '{', '# '],
  ['Jenkinsfile', "sh 'mender commit'\n", '/* '],
  ['Jenkinsfile', "sh 'mender commit'\n", '"""\\'],
  ['Jenkinsfile', "sh 'mender commit'\n", "'\\"],
  ['Jenkinsfile', "sh 'mender commit'\n", '"\\'],
  ['sudoers.d/a', 'a ALL = /usr/bin/mender commit', ',('],
  ['run', '#!/usr/bin/execlineb -P\nmender commit\n', '} ', 'x'],
  ['supervisord.conf', '[program:a]\ncommand=mender daemon', ' ', 'x'],
  ['a.yml', 'run: "mender commit', ' ', 'x"'],
  ['.github/workflows/a.yml', 'jobs:\n  a:\n    steps:\n      - run: "mender commit\n\n        ', '{{ ', '"'],
  ['.github/workflows/a.yml', 'jobs:\n  a:\n    steps:\n      - run: "mender commit\n\n        ', '{% ', '"'],
  ['playbook.yml', '- hosts: a\n  tasks:\n    - command: mender commit ', '{{x}}'],
  ['kas.yml', 'repos:\n  a:\n    url: mender', 'a', ':'],
  ['a.bb', 'FILES:${PN} = "mender', '.dx', '"'],
  ['a.sh', 'expect -c "spawn mender commit', '\n', 'x"'],
  ['a.sh', "sed -i '", 'a\\ x\n', "' /etc/mender/mender.conf"],
  ['a.sh', 'mender commit\n', '${{ '],
  // So many of them are more than the stack has room for as arguments of one call.
  ['playbook.yml', '- hosts: all\n  tasks:\n    - shell: mender commit\n  handlers: [', 'a,', ']\n'],
  ['usr/share/mender/modules/v3/x', '#!/bin/sh\nmender commit\n', ':\n'],
];

describe('a long text of beginnings without an end', () => {
  for (const [path, head, repeated, tail = ''] of texts)
    it(`is read to its end: ${path}, ${JSON.stringify(repeated)}`, () => {
      const text = head + repeated.repeat(LENGTH / repeated.length) + tail;
      assert.ok(findings(text, path).length < LENGTH);
    });
});
