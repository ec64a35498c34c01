/**
 * One service became two: the first fix does everything for both, and where that cannot be written no fix does half of
 * it.
 */
import assert from 'node:assert/strict';
import { foundCases, quietCases } from '../support/cases.ts';
import { findings } from '../support/texts.ts';

const script = 'script.sh';
const system = '/etc/systemd/system';
const wants = `${system}/multi-user.target.wants`;
const dropIns = (unit: string) => `${system}/${unit}.service.d`;

foundCases('links that enable, disable and mask', script, [
  {
    text: `«ln -s /lib/systemd/system/mender-client.service ${wants}/mender-client.service»`,
    rules: 'unit-link-path',
    fixed: `ln -s /lib/systemd/system/mender-authd.service ${wants}/mender-authd.service && ln -s /lib/systemd/system/mender-updated.service ${wants}/mender-updated.service`,
    safety: 'review',
  },
  {
    text: `if ! «ln -s ../mender.service ${wants}/»; then a; fi`,
    rules: 'unit-link-path',
    fixed: `if ! { ln -s ../mender-authd.service ${wants}/ && ln -s ../mender-updated.service ${wants}/; }; then a; fi`,
  },
  {
    text: `«ln -sf /dev/null "$ROOT${system}/mender-client.service"»`,
    rules: 'unit-mask-link',
    fixed: `ln -sf /dev/null "$ROOT${system}/mender-authd.service" && ln -sf /dev/null "$ROOT${system}/mender-updated.service"`,
    safety: 'safe',
  },
  {
    text: `«rm -f ${wants}/mender-client.service» || true`,
    rules: 'unit-link-removed',
    fixed: `rm -f ${wants}/mender-authd.service ${wants}/mender-updated.service || true`,
    safety: 'review',
    check: /D-Bus starts mender-authd again/,
  },
  {
    text: `for u in mender-client a; do «ln -sf /dev/null ${system}/$u.service»; done`,
    rules: 'unit-mask-link',
  },
]);

foundCases('links in a recipe', 'recipes-core/images/product_1.0.bb', [
  {
    text: 'do_install() {\n    «ln -sf /dev/null ${D}${systemd_system_unitdir}/mender-client.service»\n}\n',
    rules: 'unit-mask-link',
    fixed:
      'do_install() {\n    ln -sf /dev/null ${D}${systemd_system_unitdir}/mender-authd.service && ln -sf /dev/null ${D}${systemd_system_unitdir}/mender-updated.service\n}\n',
  },
]);

foundCases('links in a Dockerfile', 'Dockerfile', [
  {
    text: `FROM x\nRUN «rm -f ${wants}/mender-client.service»\n`,
    rules: 'unit-link-removed',
    fixed: `FROM x\nRUN rm -f ${wants}/mender-authd.service ${wants}/mender-updated.service\n`,
  },
]);

quietCases('links of other units, and files of the old one that go', script, [
  `ln -sf /dev/null ${system}/mender-connect.service`,
  `rm -f ${wants}/mender-connect.service # mender`,
  `rm -f ${system}/mender-client.service`,
  `ln -s /lib/systemd/system/mender-authd.service ${wants}/`,
  `ln -sf /dev/null ${system}/mender-updated.service`,
  'ln -sf /dev/null /var/log/mender.log',
]);

foundCases('folders and files of drop-ins', script, [
  {
    text: `mkdir -p «"$R${dropIns('mender-client')}"»`,
    rules: 'drop-in-path',
    fixed: `mkdir -p "$R${dropIns('mender-authd')}" "$R${dropIns('mender-updated')}"`,
  },
  {
    text: `install -m 644 a.conf «${dropIns('mender-client')}/»`,
    rules: 'drop-in-path',
    fixed: `install -m 644 a.conf ${dropIns('mender-authd')}/ && install -m 644 a.conf ${dropIns('mender-updated')}/`,
  },
  {
    text: `mv a.conf «${dropIns('mender-client')}/»`,
    rules: 'drop-in-path',
    fixed: `cp a.conf ${dropIns('mender-authd')}/ && mv a.conf ${dropIns('mender-updated')}/`,
  },
  {
    text: `cat > «${dropIns('mender-client')}/a.conf» <<'EOF'\n[Service]\nRestartSec=3\nEOF\n`,
    rules: 'drop-in-path',
    fixed: `tee ${dropIns('mender-authd')}/a.conf ${dropIns('mender-updated')}/a.conf > /dev/null <<'EOF'\n[Service]\nRestartSec=3\nEOF\n`,
  },
  {
    text: `echo "[Service]" >> «${dropIns('mender-client')}/a.conf»`,
    rules: 'drop-in-path',
    fixed: `echo "[Service]" | tee -a ${dropIns('mender-authd')}/a.conf ${dropIns('mender-updated')}/a.conf > /dev/null`,
  },
  {
    text: `cp «/lib/systemd/system/mender-client.service» ${system}/mender-client.service`,
    rules: 'unit-file-path',
    fixed: `cp /lib/systemd/system/mender-authd.service ${system}/mender-authd.service && cp /lib/systemd/system/mender-updated.service ${system}/mender-updated.service`,
  },
  { text: `a -b > «${dropIns('mender-client')}/a.conf»`, rules: 'drop-in-path' },
  { text: `D=«${dropIns('mender-client')}»\nmkdir -p $D`, rules: 'drop-in-path' },
]);

foundCases('both daemons in an image', 'Dockerfile', [
  {
    text: 'FROM x\nENTRYPOINT ["«mender","daemon»"]\n',
    rules: 'mender-daemon',
    fixed: 'FROM x\nENTRYPOINT ["/bin/sh", "-c", "mender-auth daemon & exec mender-update daemon"]\n',
    safety: 'review',
  },
  {
    text: 'FROM x\nCMD «mender daemon»\n',
    rules: 'mender-daemon',
    fixed: 'FROM x\nCMD mender-auth daemon & mender-update daemon\n',
  },
]);

foundCases('both daemons in a service of Compose', 'docker-compose.yml', [
  {
    text: 'services:\n  a:\n    command: «mender daemon»\n',
    rules: 'mender-daemon',
    fixed: "services:\n  a:\n    command: /bin/sh -c 'mender-auth daemon & exec mender-update daemon'\n",
  },
  {
    text: 'services:\n  a:\n    command: [«"/usr/bin/mender", "daemon"»]\n',
    rules: 'mender-daemon',
    fixed:
      'services:\n  a:\n    command: ["/bin/sh", "-c", "/usr/bin/mender-auth daemon & exec /usr/bin/mender-update daemon"]\n',
  },
  {
    text: 'services:\n  a:\n    entrypoint:\n      - «mender\n      - daemon»\n    tty: true\n',
    rules: 'mender-daemon',
    fixed:
      'services:\n  a:\n    entrypoint:\n      - "/bin/sh"\n      - "-c"\n      - "mender-auth daemon & exec mender-update daemon"\n    tty: true\n',
  },
]);

foundCases("a user's own unit", 'product.service', [
  {
    text: '[Unit]\nDescription=x\n\n[Service]\nExecStart=«/usr/bin/mender daemon»\n',
    rules: 'mender-daemon',
    fixed: '[Unit]\nWants=mender-authd.service\nDescription=x\n\n[Service]\nExecStart=/usr/bin/mender-update daemon\n',
  },
  {
    text: '[Unit]\nRequires=mender-authd.service\n[Service]\nExecStart=«/usr/bin/mender daemon»\n',
    rules: 'mender-daemon',
    fixed: '[Unit]\nRequires=mender-authd.service\n[Service]\nExecStart=/usr/bin/mender-update daemon\n',
  },
]);

describe('a service of D-Bus', () => {
  it('has neither a section nor a shell that could start both', () => {
    const [finding] = findings('[D-BUS Service]\nName=a.b\nExec=/usr/bin/mender daemon\n', 'a.b.service');
    assert.equal(finding?.rule, 'mender-daemon');
    assert.deepEqual(finding.fixes, []);
  });
});

describe('a unit of the old name', () => {
  for (const text of [
    '[Service]\nExecStart=/usr/bin/mender -daemon\n',
    "[Service]\nExecStart=/bin/sh -c 'exec mender daemon'\n",
  ])
    it(JSON.stringify(text), () => {
      const [finding, ...others] = findings(text, 'files/mender.service');
      assert.deepEqual(others, []);
      assert.deepEqual(finding?.fixes, []);
      assert.match(finding!.message, /this unit must be removed: .* `Conflicts=mender\.service`/);
    });
});

foundCases('tasks of Ansible', 'site.yml', [
  {
    text: '- name: r\n  systemd:\n    name: «mender-client».service\n    state: restarted # x\n  when: a\n',
    rules: 'ansible-service',
    fixed:
      '- name: r\n  systemd:\n    name: "{{ item }}"\n    state: restarted # x\n  loop: [mender-authd.service, mender-updated.service]\n  when: a\n',
  },
  {
    text: '- service: name=«mender-client» state=started\n',
    rules: 'ansible-service',
    fixed: '- service: name={{ item }} state=started\n  loop: [mender-authd, mender-updated]\n',
  },
  {
    text: '- service:\n    name: "{{ item }}"\n  loop:\n    - a\n    - «mender-client»\n',
    rules: 'ansible-service',
    fixed: '- service:\n    name: "{{ item }}"\n  loop:\n    - a\n    - mender-authd\n    - mender-updated\n',
  },
  {
    text: '- service:\n    name: "{{ item }}"\n  with_items: [«mender-client», a]\n',
    rules: 'ansible-service',
    fixed: '- service:\n    name: "{{ item }}"\n  with_items: [mender-authd, mender-updated, a]\n',
  },
  { text: '- {service: {name: «mender-client»}}\n', rules: 'ansible-service' },
  { text: '- service:\n    name: «mender-client»\n  loop: [1, 2]\n', rules: 'ansible-service' },
]);

foundCases('features of Mender asked of the distribution', 'recipes-product/product_1.0.bb', [
  {
    text: "A = \"${@bb.utils.contains('DISTRO_FEATURES', '«mender-client-install»', 'a', '', d)}\"\n",
    rules: 'recipe-feature-override',
    fixed: "A = \"${@bb.utils.contains('MENDER_FEATURES', 'mender-update-install', 'a', '', d)}\"\n",
    safety: 'review',
  },
  {
    text: "A = \"${@bb.utils.contains('DISTRO_FEATURES', 'systemd «mender-client-install»', 'a', '', d)}\"\n",
    rules: 'recipe-feature-override',
  },
]);

describe('support for 3.x is kept in everything that depends on each other', () => {
  const titles = (text: string) => findings(text, script).map(({ fixes }) => fixes.map(({ title }) => title));
  const question = 'if mender --version; then\n  mender -install x || exit 1\n  mender commit\nfi';

  it('or is not offered: `-install` is written anew for 4.x alone', () => {
    assert.deepEqual(
      titles(question).flatMap(each => each.filter(title => title.startsWith('Support 3.x'))),
      [],
    );
  });

  it('and is offered where the probe and the call whose failure counts can probe at run time', () => {
    const [version] = findings(question.replace('-install', 'install'), script);
    const either = version!.fixes.find(({ title }) => title.startsWith('Support 3.x'));
    assert.equal(either?.edits.filter(({ newText }) => newText.includes('command -v mender)')).length, 2);
  });
});
