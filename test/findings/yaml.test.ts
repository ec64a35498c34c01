/** Workflows, pipelines, Compose, Ansible, cloud-init and kas. */
import { foundCases, quietCases, reportedCases } from '../support/cases.ts';

foundCases('GitHub workflows and actions', '.github/workflows/ci.yml', [
  {
    text: 'on: push\njobs:\n  test:\n    runs-on: x\n    steps:\n      - run: «mender commit»\n',
    rules: 'mender-commit',
    fixed: 'on: push\njobs:\n  test:\n    runs-on: x\n    steps:\n      - run: mender-update commit\n',
  },
  {
    text: 'jobs:\n  a:\n    steps:\n      - name: x\n        run: |\n          set -e\n          sudo «mender setup» --device-type "${{ matrix.x }}" \\\n            --quiet\n      - run: |\n          systemctl restart «mender-client»\n',
    rules: ['mender-setup', 'systemctl-control'],
    fixed:
      'jobs:\n  a:\n    steps:\n      - name: x\n        run: |\n          set -e\n          sudo mender-setup --device-type "${{ matrix.x }}" \\\n            --quiet\n      - run: |\n          systemctl restart mender-authd mender-updated\n',
  },
  {
    text: 'jobs:\n  a:\n    steps:\n      - uses: appleboy/ssh-action@v1\n        with:\n          host: mender\n          script: |\n            «mender commit»\n      - uses: a/b\n        with:\n          script: mender commit\n',
    rules: 'mender-commit',
    fixed:
      'jobs:\n  a:\n    steps:\n      - uses: appleboy/ssh-action@v1\n        with:\n          host: mender\n          script: |\n            mender-update commit\n      - uses: a/b\n        with:\n          script: mender commit\n',
  },
  {
    text: 'runs:\n  using: composite\n  steps:\n    - shell: bash\n      run: "ssh d \'«mender show-artifact»\'"\n',
    rules: 'mender-show-artifact',
    fixed:
      'runs:\n  using: composite\n  steps:\n    - shell: bash\n      run: "ssh d \'mender-update show-artifact\'"\n',
  },
  {
    text: "stages:\n  - stage: a\n    jobs:\n      - job: b\n        steps:\n          - script: 'echo \"it''s\" && «mender commit»'\n          - bash: >\n              «mender\n              commit»\n",
    rules: ['mender-commit', 'mender-commit'],
    fixed:
      "stages:\n  - stage: a\n    jobs:\n      - job: b\n        steps:\n          - script: 'echo \"it''s\" && mender-update commit'\n          - bash: >\n              mender-update\n              commit\n",
  },
]);

foundCases('GitLab pipelines', '.gitlab-ci.yml', [
  {
    text: 'test:\n  image: mender\n  before_script:\n    - apt-get update\n  script:\n    - «mender commit»\n    - - systemctl enable «mender-client»\n',
    rules: ['mender-commit', 'systemctl-control'],
    fixed:
      'test:\n  image: mender\n  before_script:\n    - apt-get update\n  script:\n    - mender-update commit\n    - - systemctl enable mender-authd mender-updated\n',
  },
  {
    text: 'x:\n  script:\n    - if true; then\n    - «mender commit»\n    - fi\n    - "«mender commit»"\n',
    rules: ['mender-commit', 'mender-commit'],
    fixed: 'x:\n  script:\n    - if true; then\n    - mender-update commit\n    - fi\n    - "mender-update commit"\n',
  },
  {
    text: '.tags: [mender]\n.deploy: &deploy\n  - ssh h «mender commit»\njob:\n  script: [*deploy]\njob2:\n  script:\n    - *deploy\n    - «mender rollback»\n',
    rules: ['mender-commit', 'mender-rollback'],
    fixed:
      '.tags: [mender]\n.deploy: &deploy\n  - ssh h mender-update commit\njob:\n  script: [*deploy]\njob2:\n  script:\n    - *deploy\n    - mender-update rollback\n',
  },
  {
    text: 'default:\n  after_script: «mender commit»\n',
    rules: 'mender-commit',
    fixed: 'default:\n  after_script: mender-update commit\n',
  },
]);

foundCases('Compose', 'docker-compose.yml', [
  {
    text: 'services:\n  mender-client:\n    image: mender-client\n    command: «mender daemon»\n',
    rules: 'mender-daemon',
    fixed:
      "services:\n  mender-client:\n    image: mender-client\n    command: /bin/sh -c 'mender-auth daemon & exec mender-update daemon'\n",
  },
  {
    text: 'services:\n  a:\n    entrypoint: [«"mender", "--no-syslog", "commit"»]\n  b:\n    command:\n      - sh\n      - -c\n      - «mender commit» && true\n',
    rules: ['mender-commit', 'mender-commit'],
    fixed:
      'services:\n  a:\n    entrypoint: ["mender-update", "commit"]\n  b:\n    command:\n      - sh\n      - -c\n      - mender-update commit && true\n',
  },
  {
    text: 'services:\n  a:\n    healthcheck:\n      test: ["CMD-SHELL", "«mender show-artifact» || exit 1"]\n',
    rules: 'mender-show-artifact',
    fixed: 'services:\n  a:\n    healthcheck:\n      test: ["CMD-SHELL", "mender-update show-artifact || exit 1"]\n',
  },
]);

foundCases('Ansible', 'roles/device/tasks/main.yml', [
  {
    text: '- name: commit\n  shell: «mender commit»\n- ansible.builtin.command:\n    cmd: "«mender install» {{ url }}"\n',
    rules: ['mender-commit', 'mender-install'],
    fixed:
      '- name: commit\n  shell: mender-update commit\n- ansible.builtin.command:\n    cmd: "mender-update install {{ url }}"\n',
  },
  {
    text: '- hosts: all\n  tasks:\n    - block:\n        - command:\n            argv: [«mender, setup», --quiet]\n  handlers:\n    - ansible.builtin.service:\n        name: "«mender-client»"\n        state: restarted\n',
    rules: ['mender-setup', 'ansible-service'],
    fixed:
      '- hosts: all\n  tasks:\n    - block:\n        - command:\n            argv: [mender-setup, --quiet]\n  handlers:\n    - ansible.builtin.service:\n        name: "{{ item }}"\n        state: restarted\n      loop: [mender-authd, mender-updated]\n',
  },
  {
    text: '- service: name=«mender-client» state=restarted\n',
    rules: 'ansible-service',
    fixed: '- service: name={{ item }} state=restarted\n  loop: [mender-authd, mender-updated]\n',
  },
  {
    text: '- copy:\n    dest: /etc/systemd/system/a.service\n    content: |\n      [Unit]\n      After=«mender-client.service»\n      Before={{ b }}\n',
    rules: 'unit-ordering',
    fixed:
      '- copy:\n    dest: /etc/systemd/system/a.service\n    content: |\n      [Unit]\n      After=mender-authd.service mender-updated.service\n      Before={{ b }}\n',
  },
  {
    text: '- ansible.builtin.copy:\n    dest: /etc/mender/mender.conf\n    content: |\n      {\n        "ServerURL": "{{ url }}",\n        «"Connectivity": {"DisableKeepAlive": true}»\n      }\n',
    rules: 'config-connectivity',
    fixed:
      '- ansible.builtin.copy:\n    dest: /etc/mender/mender.conf\n    content: |\n      {\n        "ServerURL": "{{ url }}"\n      }\n',
  },
  {
    text: '- systemd:\n    name: «mender-client».service\n    enabled: true\n',
    rules: 'ansible-service',
    fixed:
      '- systemd:\n    name: "{{ item }}"\n    enabled: true\n  loop: [mender-authd.service, mender-updated.service]\n',
  },
  {
    text: '- systemd:\n    name: "{{ item }}"\n  loop: [«mender-client», mender-connect]\n- service: name={{ item }} state=started\n  with_items:\n    - «mender-client»\n',
    rules: ['ansible-service', 'ansible-service'],
    fixed:
      '- systemd:\n    name: "{{ item }}"\n  loop: [mender-authd, mender-updated, mender-connect]\n- service: name={{ item }} state=started\n  with_items:\n    - mender-authd\n    - mender-updated\n',
  },
]);

foundCases('a playbook that is half done', 'playbooks/device.yml', [
  {
    text: '- tasks:\n    - systemd: {name: mender-updated}\n    - systemd: {name: «mender-client»}\n',
    rules: 'ansible-service',
    fixed:
      '- tasks:\n    - systemd: {name: mender-updated}\n    - systemd: {name: "{{ item }}"}\n      loop: [mender-authd, mender-updated]\n',
  },
  {
    text: '- tasks:\n    - apt: {name: mender-client4}\n      when: a\n    - apt: {name: «mender-client»}\n',
    rules: 'package-install',
    fixed: '- tasks:\n    - apt: {name: mender-client4}\n      when: a\n    - apt: {name: mender-client4}\n',
  },
  {
    text: '- command: mender-update commit\n- command: «mender commit»\n',
    rules: 'mender-commit',
    fixed: '- command: mender-update commit\n- command: mender-update commit\n',
  },
]);

foundCases('packages that Ansible installs', 'roles/device/tasks/main.yml', [
  {
    text: '- ansible.builtin.apt:\n    name: «mender-client»\n    state: present\n',
    rules: 'package-install',
    fixed: '- ansible.builtin.apt:\n    name: mender-client4\n    state: present\n',
  },
  {
    text: '- hosts: all\n  tasks:\n    - apt:\n        pkg:\n          - curl\n          - "«mender-client»"\n',
    rules: 'package-install',
    fixed: '- hosts: all\n  tasks:\n    - apt:\n        pkg:\n          - curl\n          - "mender-client4"\n',
  },
  {
    text: '- apt: name=«mender-client» state=present\n',
    rules: 'package-install',
    fixed: '- apt: name=mender-client4 state=present\n',
  },
  {
    text: '- ansible.builtin.apt: update_cache=yes pkg=jq,«mender-client»\n',
    rules: 'package-install',
    fixed: '- ansible.builtin.apt: update_cache=yes pkg=jq,mender-client4\n',
  },
  {
    text: '- apt:\n    name: "{{ item }}"\n  loop:\n    - jq\n    - «mender-client»\n',
    rules: 'package-install',
    fixed: '- apt:\n    name: "{{ item }}"\n  loop:\n    - jq\n    - mender-client4\n',
  },
  { text: "- package:\n    name: ['«mender-client»=3.5.2-1', jq]\n", rules: 'package-install' },
]);

foundCases('actions of debos', 'image.yaml', [
  {
    text: '{{- $arch := or .arch "arm64" -}}\narchitecture: {{ $arch }}\nactions:\n  - action: apt\n    packages: [ jq, «mender-client» ]\n  - action: run\n    chroot: true\n    command: systemctl enable «mender-client»\n  - action: overlay\n    source: mender-client\n',
    rules: ['package-install', 'systemctl-control'],
    fixed:
      '{{- $arch := or .arch "arm64" -}}\narchitecture: {{ $arch }}\nactions:\n  - action: apt\n    packages: [ jq, mender-client4 ]\n  - action: run\n    chroot: true\n    command: systemctl enable mender-authd mender-updated\n  - action: overlay\n    source: mender-client\n',
  },
]);

quietCases('services and files of Ansible', 'roles/device/tasks/main.yml', [
  '- user:\n    name: "{{ item }}"\n  loop: [mender-client]\n- service:\n    name: "{{ item }}-x"\n  loop: [mender-client]\n',
  '- service:\n    name: "{{ item }}"\n  loop: [mender-client, mender-updated]\n  ignore_errors: true\n',
  '- service: name=mender-client state=stopped\n  when: old\n- service: name=mender-updated state=stopped\n  when: not old\n',
  '- command: mender commit\n  when: old\n- block:\n    - command: mender-update commit\n  when: not old\n',
  '- command: mender commit\n  when: mender_version is version("4.0", "<")\n- command: mender-update commit\n  when: mender_version is version("4.0", ">=")\n',
  '- command: mender-update commit\n  register: new\n  ignore_errors: true\n- command: mender commit\n  when: new is failed\n',
  '- service: name=mender-connect description=mender-client\n',
  '- copy:\n    dest: /etc/systemd/system/a.service\n    src: mender-client.service\n',
  '- template:\n    dest: /etc/mender/mender.conf\n    content: {"Connectivity": {"DisableKeepAlive": true}}\n',
]);

reportedCases('tasks of Ansible that no decision separates', 'roles/device/tasks/main.yml', [
  '- command:\n    argv: [«mender, commit»]\n  ignore_errors: true\n- shell: mender-update commit\n  ignore_errors: true\n',
  '- command: «mender commit»\n  when: first_boot\n- command: mender-update commit\n  when: has_network\n',
  '- command: «mender commit»\n  when: ready\n- command: mender-update commit\n  when: ready\n',
  '- apt:\n    name: mender-client4\n  when: ready\n- apt:\n    name: «mender-client»\n  when: staging\n',
  '- service:\n    name: «mender-client»\n    state: restarted\n- service:\n    name: mender-updated\n    state: restarted\n',
]);

quietCases('packages of Ansible', 'roles/device/tasks/main.yml', [
  '- apt:\n    name: mender-client\n    state: absent\n',
  '- apt: name=mender-client state=absent\n',
  '- apt: name="{{ mender-client }}"\n',
  '- apt:\n    name: mender-client4\n  when: generation == 4\n- apt:\n    name: mender-client\n  when: generation == 3\n',
  '- apt:\n    name: mender-client-version-inventory-script\n',
  '- apt:\n    name: "{{ mender-client }}"\n',
  '- docker_image:\n    name: mender-client\n',
  '- apt:\n    deb: mender-client\n',
]);

foundCases('cloud-init', 'user-data', [
  {
    text: '#cloud-config\npackages:\n  - curl\n  - «mender-client»\n',
    rules: 'package-install',
    fixed: '#cloud-config\npackages:\n  - curl\n  - mender-client4\n',
  },
  { text: '#cloud-config\npackages: [[«mender-client», 3.5.2-1], jq]\n', rules: 'package-install' },
  {
    text: '#cloud-config\npackages:\n  - apt: [«mender-client»]\n  - snap: [mender-client]\n',
    rules: 'package-install',
    fixed: '#cloud-config\npackages:\n  - apt: [mender-client4]\n  - snap: [mender-client]\n',
  },
  {
    text: '#cloud-config\nruncmd:\n  - «mender commit»\n  - [ systemctl, restart, "«mender-client»" ]\n',
    rules: ['mender-commit', 'systemctl-control'],
    fixed: '#cloud-config\nruncmd:\n  - mender-update commit\n  - [ systemctl, restart, "mender-updated" ]\n',
  },
  {
    text: '#cloud-config\nwrite_files:\n  - path: /etc/mender/mender.conf\n    content: |\n      {\n        "ServerURL": "x",\n        «"Connectivity": {"DisableKeepAlive": true}»\n      }\n  - path: /usr/local/bin/a\n    content: |\n      #!/bin/sh\n      «mender commit»\n',
    rules: ['config-connectivity', 'mender-commit'],
    fixed:
      '#cloud-config\nwrite_files:\n  - path: /etc/mender/mender.conf\n    content: |\n      {\n        "ServerURL": "x"\n      }\n  - path: /usr/local/bin/a\n    content: |\n      #!/bin/sh\n      mender-update commit\n',
  },
  {
    text: '#cloud-config\nwrite_files:\n  - path: /etc/systemd/system/a.service\n    content: |\n      [Unit]\n      After=«mender-client.service»\n',
    rules: 'unit-ordering',
    fixed:
      '#cloud-config\nwrite_files:\n  - path: /etc/systemd/system/a.service\n    content: |\n      [Unit]\n      After=mender-authd.service mender-updated.service\n',
  },
]);

foundCases('kas', 'kas/base.yml', [
  {
    text: 'header:\n  version: 11\nlocal_conf_header:\n  mender: |\n    INHERIT += "mender-full"\n    IMAGE_INSTALL:append = " «mender-client»"\n    «PREFERRED_VERSION_mender-client» = "3.%"\n',
    rules: ['recipe-package', 'recipe-preferred-version'],
    fixed:
      'header:\n  version: 11\nlocal_conf_header:\n  mender: |\n    INHERIT += "mender-full"\n    IMAGE_INSTALL:append = " mender-auth mender-update"\n    PREFERRED_VERSION_mender = "5.1.%"\n',
  },
]);

quietCases('YAML files', 'a.yml', [
  'mender: commit\n',
  'run: mender commit\n',
  'command: mender commit\n',
  'jobs:\n  mender:\n    name: mender commit\n    needs: mender-client\n    steps:\n      - name: mender commit\n        uses: mender/commit@v1\n        with: { run: mender commit }\n',
  'jobs:\n  a:\n    steps:\n      - shell: python\n        run: |\n          mender commit\n',
  'jobs:\n  a:\n    steps:\n      - run: echo "mender commit"\n      - run: ${{ x }} mender commit\n',
  'services:\n  mender-client:\n    image: mendersoftware/mender-client-qemu:mender-3.5\n    container_name: mender-client\n    depends_on: [mender-client]\n',
  'services:\n  a:\n    command: --scale mender-client=2\n    environment: { RUN: mender commit }\n',
  'services:\n  a:\n    command: ["mender-update", "daemon"]\n',
  '- name: mender commit\n  debug:\n    msg: mender commit\n',
  '- apt:\n    name: mender-connect\n- user:\n    name: mender\n- docker_container:\n    name: mender-client\n    command: x\n',
  '- service:\n    name: mender-updated\n- service:\n    name: "{{ x }}-mender-client"\n',
  '- service:\n    name: mender-data-dir\n',
  'test:\n  image: mender-client\n  stage: mender commit\n  variables:\n    RUN: mender commit\n  script:\n    - if command -v mender-update; then\n    - mender-update commit\n    - else\n    - mender commit\n    - fi\n',
  'include:\n  - project: mender-client\nvariables:\n  script: [mender, commit]\n',
  '#cloud-config\nhostname: mender commit\nusers:\n  - name: mender\nwrite_files:\n  - path: /x\n    encoding: b64\n    content: bWVuZGVyIGNvbW1pdA==\n  - path: /README\n    content: mender commit\n',
  'header:\n  version: 11\nrepos:\n  mender-client:\n    url: https://x/mender-client\nmachine: mender-client\nlocal_conf_header:\n  a: |\n    # IMAGE_INSTALL += "mender-client"\n',
  'a: &mender\n  - mender commit\nb: *mender\nscript: *mender\n',
  'a: !reference [mender, commit]\nscript: !mender "mender commit"\n',
  'kind: Deployment\nspec:\n  containers:\n    - name: mender-client\n      image: mender:commit\n',
]);

foundCases('files that are broken in several places', '.gitlab-ci.yml', [
  {
    text: 'a: "x\nb:\n  script: [\nc:\n  script:\n  - «mender commit»\nd:\n\tscript: x\ne:\n  script: «mender rollback»\n',
    rules: ['mender-commit', 'mender-rollback'],
    fixed:
      'a: "x\nb:\n  script: [\nc:\n  script:\n  - mender-update commit\nd:\n\tscript: x\ne:\n  script: mender-update rollback\n',
  },
]);

foundCases('a cloud-config that is broken in several places', 'user-data', [
  {
    text: '#cloud-config\nhostname: "x\nbootcmd: [a\nruncmd:\n- true\n- «mender commit»\n',
    rules: 'mender-commit',
    fixed: '#cloud-config\nhostname: "x\nbootcmd: [a\nruncmd:\n- true\n- mender-update commit\n',
  },
]);

foundCases('a playbook that is broken in several places', 'site.yml', [
  {
    text: '- command: "x\n- shell: «mender commit»\n- shell: [\n- name: x\n  command: «mender rollback»\n',
    rules: ['mender-commit', 'mender-rollback'],
    fixed: '- command: "x\n- shell: mender-update commit\n- shell: [\n- name: x\n  command: mender-update rollback\n',
  },
]);
