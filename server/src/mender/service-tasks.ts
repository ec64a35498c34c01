/** Tasks of provisioning tools that act on the service that became two. */
import { yaml } from './example.ts';
import type { Rule } from './rule.ts';
import { noAlias, upgradePage } from './source.ts';

export const serviceTaskRules: readonly Rule[] = [
  {
    id: 'ansible-service',
    component: 'mender-client',
    title: 'task of Ansible or Salt for the service `mender-client`',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'service-task' },
    replacement: {
      kind: 'choose',
      to: ['mender-updated', 'mender-authd'],
      safety: 'review',
    },
    message: 'Use `mender-authd` and `mender-updated`: `{use}` is gone since 4.0.',
    why: 'A task of `systemd` or `service` names one service. For a unit that is not there it fails: `Could not find the requested service mender-client: host`. What `ansible -m service` and the functions `service.*` of Salt name is a task, too.',
    sources: [upgradePage, noAlias, 'ansible-doc(1), systemd and service'],
    examples: [
      yaml(
        '- name: restart\n  ansible.builtin.systemd:\n    name: mender-client\n    state: restarted\n',
        '- name: restart\n  ansible.builtin.systemd:\n    name: "{{ item }}"\n    state: restarted\n  loop: [mender-authd, mender-updated]\n',
      ),
    ],
    quiet: [
      { language: 'yaml', bad: '- service:\n    name: mender-connect\n    state: started\n' },
      { language: 'yaml', bad: '- docker_container:\n    name: mender-client\n' },
    ],
  },
  {
    id: 'ansible-service-fact',
    component: 'mender-client',
    title: 'condition of Ansible on the service `mender-client`',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'service-task', asked: true },
    replacement: { kind: 'choose', to: ['mender-updated', 'mender-authd'], safety: 'review' },
    message: 'Look for `mender-updated` or `mender-authd`: no service is called `{use}` since 4.0.',
    why: 'The module `service_facts` lists the services of the device. mender-client.service is not among them: `in` is false, and `ansible_facts.services[...]` is undefined.',
    sources: [noAlias, 'ansible-doc(1), service_facts'],
    examples: [
      yaml(
        '- debug: {msg: old}\n  when: "\'mender-client.service\' in ansible_facts.services"\n',
        '- debug: {msg: old}\n  when: "\'mender-updated.service\' in ansible_facts.services"\n',
      ),
    ],
    quiet: [
      { language: 'yaml', bad: '- debug: {msg: x}\n  when: "\'mender-connect.service\' in ansible_facts.services"\n' },
      { language: 'yaml', bad: '- debug: {msg: x}\n  when: "unit == \'mender-client.service\'"\n' },
    ],
  },
];
