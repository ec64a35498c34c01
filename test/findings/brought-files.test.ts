/** Files that a script, a task or an instruction creates in place of removed ones: they exist. */
import { foundCases, quietCases } from '../support/cases.ts';

quietCases('files that were created before exist', 'script.sh', [
  'wget -P /usr/share/mender/modules/v3 https://x/docker\nchmod +x /usr/share/mender/modules/v3/docker',
  'M=/usr/share/mender/modules/v3\nwget -O $M/docker https://x/docker && chmod +x $M/docker',
  'mkdir -p /usr/share/mender/modules/v3 && curl -fsSLo /usr/share/mender/modules/v3/docker https://x/docker\nchmod +x /usr/share/mender/modules/v3/docker',
  'curl -fsSLo /usr/bin/mender https://x/docker\nchmod +x /usr/bin/mender',
  'wget --output-document=/usr/share/mender/modules/v3/docker https://x/docker\nchmod +x /usr/share/mender/modules/v3/docker',
  'tar -C /usr/share/mender/modules/v3 -xf docker.tar docker\nchmod +x /usr/share/mender/modules/v3/docker',
  'cp modules/* /usr/share/mender/modules/v3/\nchmod +x /usr/share/mender/modules/v3/docker',
  'cp a/docker a/rpm /usr/share/mender/modules/v3/\nchmod +x /usr/share/mender/modules/v3/docker',
  'scp docker root@x:/usr/share/mender/modules/v3/\nssh root@x chmod +x /usr/share/mender/modules/v3/docker',
  'cp mender.sh /usr/bin/mender\nchmod +x /usr/bin/mender',
  'cp mender-client.service /etc/systemd/system/\nsed -i s/a/b/ /etc/systemd/system/mender-client.service',
  'install -m 644 a.service /lib/systemd/system/mender-client.service\nchmod 600 /lib/systemd/system/mender-client.service',
]);

quietCases('files that were created before exist', 'roles/x/tasks/main.yml', [
  '- name: x\n  copy:\n    src: docker\n    dest: /usr/share/mender/modules/v3/docker\n- file:\n    path: /usr/share/mender/modules/v3/docker\n    mode: 0755',
  '- unarchive:\n    src: docker.tgz\n    dest: /usr/share/mender/modules/v3/\n- command: chmod +x /usr/share/mender/modules/v3/docker',
  '- copy:\n    src: "{{ item }}"\n    dest: /usr/share/mender/modules/v3/{{ item }}\n  loop: [docker, script]\n- command: chmod +x /usr/share/mender/modules/v3/docker',
  '- get_url: url=https://x/docker dest=/usr/share/mender/modules/v3/\n  when: x\n- command: chmod +x /usr/share/mender/modules/v3/docker\n  when: x',
]);

quietCases('files that were created before exist', 'Dockerfile', [
  'FROM a\nCOPY docker /usr/share/mender/modules/v3/docker\nRUN chmod +x /usr/share/mender/modules/v3/docker',
  'FROM a\nCOPY --from=b modules/v3 /usr/share/mender/modules/v3\nRUN chmod +x /usr/share/mender/modules/v3/docker',
  'FROM a\nADD ["https://x/docker", "/usr/share/mender/modules/v3/"]\nRUN chmod +x /usr/share/mender/modules/v3/docker',
  'FROM a\nCOPY mender /usr/bin/mender\nRUN chmod +x /usr/bin/mender',
  'FROM a\nCOPY <<EOF /usr/bin/mender\n#!/bin/sh\nEOF\nRUN chmod +x /usr/bin/mender && mender commit',
]);

foundCases('files that were not created are gone', 'script.sh', [
  {
    text: 'wget -O /tmp/x https://x/docker\nchmod +x «/usr/share/mender/modules/v3/docker»',
    rules: 'module-path',
  },
  {
    text: 'chmod +x «/usr/share/mender/modules/v3/docker»\nwget -O /usr/share/mender/modules/v3/docker https://x/docker',
    rules: 'module-path',
  },
  {
    text: 'wget -P /usr/share/mender/modules/v3 https://x/docker\nchmod +x «/usr/share/mender/modules/v3/rpm»',
    rules: 'module-path',
  },
  {
    text: 'cp mender-client.service /etc/systemd/system/\nchmod 600 «/lib/systemd/system/mender-client.service»',
    rules: 'unit-file-path',
    fixed:
      'cp mender-client.service /etc/systemd/system/\nchmod 600 /lib/systemd/system/mender-authd.service /lib/systemd/system/mender-updated.service',
    safety: 'review',
  },
  {
    text: 'curl -fsSLo /usr/bin/mender https://x/docker\n«mender commit»',
    rules: 'mender-commit',
    fixed: 'curl -fsSLo /usr/bin/mender https://x/docker\nmender-update commit',
    safety: 'safe',
  },
  {
    text: 'tar -C /usr/share/mender/modules/v3 -cf docker.tar docker\nchmod +x «/usr/share/mender/modules/v3/docker»',
    rules: 'module-path',
  },
]);

foundCases('files that were not created are gone', 'roles/x/tasks/main.yml', [
  {
    text: '- get_url: url=https://x/docker dest=/usr/share/mender/modules/v3/\n  when: x\n- command: chmod +x «/usr/share/mender/modules/v3/docker»',
    rules: 'module-path',
  },
  {
    text: '- command: chmod +x «/usr/share/mender/modules/v3/docker»\n- copy: {src: docker, dest: /usr/share/mender/modules/v3/}',
    rules: 'module-path',
  },
]);

foundCases('files that were not created are gone', 'Dockerfile', [
  {
    text: 'FROM a\nRUN chmod +x «/usr/share/mender/modules/v3/docker»\nCOPY docker /usr/share/mender/modules/v3/docker',
    rules: 'module-path',
  },
  {
    text: 'FROM a AS b\nCOPY docker /usr/share/mender/modules/v3/docker\nFROM c\nRUN chmod +x «/usr/share/mender/modules/v3/docker»',
    rules: 'module-path',
  },
  {
    text: 'FROM a\nCOPY mender /usr/bin/\nRUN «mender commit»',
    rules: 'mender-commit',
    fixed: 'FROM a\nCOPY mender /usr/bin/\nRUN mender-update commit',
    safety: 'safe',
  },
  {
    text: 'FROM a\nCOPY proxy.conf «/etc/systemd/system/mender-client.service.d/»',
    rules: 'drop-in-path',
    fixed: 'FROM a\nCOPY proxy.conf /etc/systemd/system/mender-updated.service.d/',
    safety: 'review',
  },
]);
