/** Tasks of Ansible for either client: probes for which one is there, and conditions that name both. */
import { foundCases, quietCases } from '../support/cases.ts';

quietCases('either client', 'roles/x/tasks/main.yml', [
  '- stat: {path: /usr/bin/mender}\n  register: old\n- stat: {path: /usr/bin/mender-update}\n  register: new\n- command: mender commit\n  when: not new.stat.exists and old.stat.exists\n- command: mender-update commit\n  when: new.stat.exists',
  '- stat: {path: /usr/bin/mender}\n  register: old\n- stat: {path: /usr/bin/mender-update}\n  register: new\n- command: mender commit\n  when: old.stat.exists\n- command: mender-update commit\n  when: new.stat.exists',
  '- name: old\n  ansible.builtin.stat:\n    path: /usr/bin/mender\n  register: old_bin\n- name: new\n  ansible.builtin.stat:\n    path: /usr/bin/mender-update\n  register: new_bin\n- service: {name: mender-client, state: restarted}\n  when: old_bin.stat.exists and not new_bin.stat.exists\n- service: {name: "{{ item }}", state: restarted}\n  loop: [mender-authd, mender-updated]\n  when: new_bin.stat.exists',
  '- command: which mender\n  register: old\n  failed_when: false\n- command: which mender-update\n  register: new\n  failed_when: false\n- command: mender commit\n  when: old.rc == 0\n- command: mender-update commit\n  when: new.rc == 0',
  "- apt: {name: mender-client4}\n  when: \"'mender-client' not in ansible_facts.packages and 'mender-client4' not in ansible_facts.packages\"",
  "- debug: {msg: there}\n  when: \"('mender-client' in ansible_facts.packages) or ('mender-client4' in ansible_facts.packages)\"",
  '- fail: {msg: none}\n  when:\n    - "\'mender-client.service\' not in services"\n    - "\'mender-updated.service\' not in services"',
  '- apt: {name: mender-client, state: absent}\n  when: "\'mender-client\' in ansible_facts.packages"',
]);

foundCases('one client alone', 'roles/x/tasks/main.yml', [
  ...['new.stat.exists', 'new.stat.exists and not old.stat.exists'].map(condition => ({
    text: `- stat: {path: /usr/bin/mender}\n  register: old\n- stat: {path: /usr/bin/mender-update}\n  register: new\n- command: «mender commit»\n  when: ${condition}\n- command: mender-update commit\n  when: old.stat.exists`,
    rules: 'mender-commit',
    fixed: `- stat: {path: /usr/bin/mender}\n  register: old\n- stat: {path: /usr/bin/mender-update}\n  register: new\n- command: mender-update commit\n  when: ${condition}\n- command: mender-update commit\n  when: old.stat.exists`,
    safety: 'safe' as const,
  })),
  {
    text: '- stat: {path: /usr/bin/«mender»}\n  register: old\n- command: «mender commit»\n  when: old.stat.exists',
    rules: ['binary-probe', 'mender-commit'],
    fixed:
      '- stat: {path: /usr/bin/mender-update}\n  register: old\n- command: mender-update commit\n  when: old.stat.exists',
    safety: 'review',
  },
  {
    text: '- stat: {path: /usr/bin/«mender»}\n  register: old\n- stat: {path: /usr/bin/mender-update}\n  register: new\n- command: «mender commit»\n  when: old.stat.exists',
    rules: ['binary-probe', 'mender-commit'],
    fixed:
      '- stat: {path: /usr/bin/mender-update}\n  register: old\n- stat: {path: /usr/bin/mender-update}\n  register: new\n- command: mender-update commit\n  when: old.stat.exists',
    safety: 'review',
  },
  {
    text: '- stat: {path: /etc/mender/a}\n  register: old\n- stat: {path: /etc/mender/b}\n  register: new\n- command: «mender commit»\n  when: old.stat.exists\n- command: mender-update commit\n  when: new.stat.exists',
    rules: 'mender-commit',
    fixed:
      '- stat: {path: /etc/mender/a}\n  register: old\n- stat: {path: /etc/mender/b}\n  register: new\n- command: mender-update commit\n  when: old.stat.exists\n- command: mender-update commit\n  when: new.stat.exists',
    safety: 'safe',
  },
  {
    text: '- apt: {name: «mender-client»}\n  when: "\'«mender-client»\' not in ansible_facts.packages"',
    rules: ['package-install', 'package-query'],
    fixed: '- apt: {name: mender-client4}\n  when: "\'mender-update\' not in ansible_facts.packages"',
    safety: 'review',
  },
  {
    text: "- debug: {msg: both}\n  when: \"'«mender-client»' in ansible_facts.packages and 'mender-client4' in ansible_facts.packages\"",
    rules: 'package-query',
    fixed:
      "- debug: {msg: both}\n  when: \"'mender-update' in ansible_facts.packages and 'mender-client4' in ansible_facts.packages\"",
    safety: 'review',
  },
  {
    text: '- apt: {name: jq, state: absent}\n  when: "\'«mender-client»\' in ansible_facts.packages"',
    rules: 'package-query',
    fixed: '- apt: {name: jq, state: absent}\n  when: "\'mender-update\' in ansible_facts.packages"',
    safety: 'review',
  },
]);
quietCases('a block and its rescue', 'roles/x/tasks/main.yml', [
  '- block:\n    - command: mender-update commit\n  rescue:\n    - command: mender commit',
  '- block:\n    - command: mender commit\n  rescue:\n    - command: mender-update commit',
  '- block:\n    - systemd: {name: mender-client, state: restarted}\n  rescue:\n    - systemd: {name: mender-updated, state: restarted}',
]);

foundCases('failures that no rescue answers', 'roles/x/tasks/main.yml', [
  {
    text: '- block:\n    - command: «mender commit»\n    - reboot:\n  rescue:\n    - command: mender-update commit',
    rules: 'mender-commit',
    fixed:
      '- block:\n    - command: mender-update commit\n    - reboot:\n  rescue:\n    - command: mender-update commit',
    safety: 'safe',
  },
  {
    text: '- block:\n    - command: «mender commit»\n  always:\n    - command: mender-update commit',
    rules: 'mender-commit',
    fixed: '- block:\n    - command: mender-update commit\n  always:\n    - command: mender-update commit',
    safety: 'safe',
  },
  {
    text: '- block:\n    - command: «mender commit»\n  rescue:\n    - debug: {msg: failed}\n- command: mender-update commit',
    rules: 'mender-commit',
    fixed:
      '- block:\n    - command: mender-update commit\n  rescue:\n    - debug: {msg: failed}\n- command: mender-update commit',
    safety: 'safe',
  },
]);
