/**
 * What tasks of Ansible do in addition to running commands: packages, repositories, files, links, schedules,
 * conditions.
 */
import { foundCases, quietCases, reportedCases } from '../support/cases.ts';

const tasks = 'roles/device/tasks/main.yml';

foundCases('packages and repositories of Ansible', tasks, [
  { text: '- dpkg_selections: {name: «mender-client», selection: hold}\n', rules: 'package-hold' },
  {
    text: '- dpkg_selections:\n    name: "{{ item }}"\n    selection: hold\n  loop:\n    - «mender-client»\n    - mender-connect\n',
    rules: 'package-hold',
  },
  { text: '- apt: {name: "«mender-client»={{ v }}"}\n', rules: 'package-install' },
  {
    text: '- apt: {name: "{{ pkgs }}"}\n  vars:\n    pkgs: [«mender-client», jq]\n',
    rules: 'package-install',
    fixed: '- apt: {name: "{{ pkgs }}"}\n  vars:\n    pkgs: [mender-client4, jq]\n',
  },
  {
    text: '- hosts: all\n  vars:\n    pkgs: [«mender-client»]\n  tasks:\n    - block:\n        - apt: {name: "{{ item }}"}\n          loop: "{{ pkgs }}"\n',
    rules: 'package-install',
    fixed:
      '- hosts: all\n  vars:\n    pkgs: [mender-client4]\n  tasks:\n    - block:\n        - apt: {name: "{{ item }}"}\n          loop: "{{ pkgs }}"\n',
  },
  {
    text: '- apt: {name: "{{ item.name }}"}\n  loop:\n    - {name: «mender-client», v: 1}\n    - {name: jq}\n',
    rules: 'package-install',
    fixed: '- apt: {name: "{{ item.name }}"}\n  loop:\n    - {name: mender-client4, v: 1}\n    - {name: jq}\n',
  },
  {
    text: '- apt: {deb: https://downloads.mender.io/repos/debian/pool/main/m/mender-client/«mender-client_2.3.0-1_armhf.deb»}\n',
    rules: 'package-file',
  },
  { text: '- apt: deb=/tmp/«mender-client_3.4.0-1_armhf.deb»\n', rules: 'package-file' },
  { text: '- get_url: {url: https://a/«mender-client_3.4.0-1_armhf.deb», dest: /tmp/a.deb}\n', rules: 'package-file' },
  {
    text: '- apt_repository: {repo: deb https://downloads.mender.io/«repos/debian» stable main}\n',
    rules: 'apt-repository-stable',
  },
  {
    text: '- deb822_repository:\n    uris: https://downloads.mender.io/«repos/debian»\n    suites: [debian/bookworm/stable]\n',
    rules: 'apt-repository',
    fixed:
      '- deb822_repository:\n    uris: https://downloads.mender.io/repos/device-components\n    suites: [debian/bookworm/stable]\n',
  },
  {
    text: '- systemd: {name: "{{ unit }}", state: restarted}\n  vars: {unit: «mender-client»}\n',
    rules: 'ansible-service',
  },
]);

reportedCases('files of Ansible', tasks, [
  '- file: {path: «/etc/systemd/system/mender-client.service.d», state: directory}\n',
  '- file: path=«/etc/systemd/system/mender-client.service.d» state=directory\n',
  '- template: {src: a.j2, dest: «/etc/systemd/system/mender-client.service.d/proxy.conf»}\n',
  '- file:\n    src: «/lib/systemd/system/mender-client.service»\n    dest: «/etc/systemd/system/multi-user.target.wants/mender-client.service»\n    state: link\n',
  '- stat: {path: /usr/bin/«mender»}\n  register: old\n',
  '- wait_for:\n    path: /usr/bin/«mender»\n',
  '- lineinfile:\n    path: «/lib/systemd/system/mender-client.service»\n    line: After=mender-connect.service\n',
  '- blockinfile:\n    path: /etc/systemd/system/a.service\n    block: |\n      [Unit]\n      After=«mender-client.service»\n',
  '- lineinfile:\n    path: /etc/default/agent\n    line: X=1\n- cron: {name: x, minute: "0", job: "«/usr/bin/mender check-update»"}\n',
]);

reportedCases('conditions of Ansible', tasks, [
  '- debug: {msg: x}\n  when: "\'«mender-client.service»\' in ansible_facts.services"\n',
  "- debug: {msg: x}\n  when:\n    - ansible_facts.services['«mender-client.service»'] is defined\n",
  '- assert:\n    that: ansible_facts["services"]["«mender-client.service»"].state == "running"\n',
  '- debug: {msg: x}\n  when: "\'«mender-client»\' in ansible_facts.packages"\n',
]);

quietCases('tasks of Ansible about something else', tasks, [
  '- dpkg_selections: {name: mender-client, selection: install}\n',
  '- dpkg_selections: {name: mender-connect, selection: hold}\n',
  '- apt: {name: "{{ pkgs }}"}\n  vars:\n    other: [mender-client]\n',
  '- apt: {name: "{{ pkgs }}", state: absent}\n  vars:\n    pkgs: [mender-client]\n',
  '- apt: {name: "{{ pkgs }}"}\n  vars:\n    pkgs: "{{ pkgs }}"\n',
  '- apt: {name: "mender-client{{ suffix }}"}\n',
  '- apt: {deb: /tmp/mender-monitor_1.5.0-1_all.deb}\n',
  '- apt_repository: {repo: deb https://downloads.mender.io/repos/device-components debian/bookworm/stable main}\n',
  '- deb822_repository:\n    uris: https://downloads.mender.io/repos/device-components\n    suites: debian/bookworm/stable\n',
  '- file: {path: /etc/mender, state: directory}\n',
  '- file: {path: /etc/systemd/system/mender-connect.service.d, state: directory}\n',
  '- file: {path: /lib/systemd/system/mender-client.service, state: absent}\n',
  '- stat: {path: /usr/bin/mender-update}\n',
  '- apt_repository: {repo: deb https://downloads.mender.io/repos/debian debian/bookworm/stable main, state: absent}\n',
  '- deb822_repository:\n    uris: https://downloads.mender.io/repos/debian\n    suites: debian/bookworm/stable\n    state: absent\n',
  '- cron: {name: check, state: absent, job: mender check-update}\n',
  '- file: {path: /usr/share/mender/modules/v3/docker, state: absent}\n',
  '- copy: {src: shim, dest: /usr/bin/mender}\n',
  '- cron: {name: mender commit, job: /bin/true}\n',
  '- debug: {msg: x}\n  when: "\'mender-updated.service\' in ansible_facts.services"\n',
  "- debug: {msg: x}\n  when: inventory_hostname == 'mender-client'\n",
  '- systemd: {name: mender-client}\n  when: "\'mender-client.service\' in ansible_facts.services"\n- systemd: {name: mender-updated}\n  when: "\'mender-updated.service\' in ansible_facts.services"\n',
]);

reportedCases('files that a loop installs', 'roles/client/tasks/main.yml', [
  '- copy:\n    dest: "{{ item.path }}"\n    content: "{{ item.content }}"\n  loop:\n    - { path: /var/lib/mender/device_type, content: a }\n    - { path: «/etc/mender/artifact_info», content: b }\n',
  '- template:\n    src: a.j2\n    dest: "{{ item }}"\n  with_items:\n    - «/etc/mender/artifact_info»\n',
]);

quietCases('other files that a loop installs', 'roles/client/tasks/main.yml', [
  '- copy:\n    dest: "{{ item.path }}"\n    content: a\n  loop:\n    - { path: /etc/mender/mender.conf, from: /etc/mender/artifact_info }\n',
  '- copy:\n    src: a\n    dest: "/srv/{{ item }}"\n  loop:\n    - artifact_info\n',
]);
