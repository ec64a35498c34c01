/** Python in recipes, folders of the device in tasks, and files that are named after their recipe. */
import assert from 'node:assert/strict';
import { foundCases, quietCases, reportedCases } from '../support/cases.ts';
import { findings } from '../support/texts.ts';

const recipe = 'recipes-product/agent/agent_1.0.bb';

foundCases('Python in recipes', recipe, [
  {
    text: 'python() {\n    d.appendVar("IMAGE_INSTALL", " «mender-client»")\n}\n',
    rules: 'recipe-package',
    fixed: 'python() {\n    d.appendVar("IMAGE_INSTALL", " mender-auth mender-update")\n}\n',
  },
]);

reportedCases('tests of Python in recipes', recipe, [
  'python() {\n    if bb.utils.contains("DISTRO_FEATURES", "«mender-client-install»", True, False, d):\n        d.setVar("A", "1")\n}\n',
  'python __anonymous() {\n    if "«mender-client-install»" in d.getVar("DISTRO_FEATURES").split():\n        pass\n}\n',
  '__anonymous() {\n    if "«mender-client-install»" not in (d.getVar("DISTRO_FEATURES") or "").split():\n        pass\n}\n',
  'def has_client(d):\n    return bb.utils.contains("DISTRO_FEATURES", "«mender-client-install»", True, False, d)\n',
]);

reportedCases('folders of the device', recipe, [
  'do_install:append() {\n    sed -i "s#a#b#" «${D}${systemd_system_unitdir}/mender-client.service»\n}\n',
  'do_install:append() {\n    sed -i "s#a#b#" «${D}${sysconfdir}/systemd/system/mender-client.service»\n}\n',
  "do_install() {\n    sed 's#@MENDER@#«${bindir}/mender»#' ${WORKDIR}/a > ${D}/a\n}\n",
  'update() {\n    dest="$1"\n    echo artifact_name=a > «$dest/${sysconfdir}/mender/artifact_info»\n}\n',
  'update() {\n    if [ -f «$1${sysconfdir}/mender/artifact_info» ]; then\n        true\n    fi\n}\n',
  'UPX_COMPRESS_FILES_${PN} = "/usr/bin/a «/usr/bin/mender»"\ninherit upx\n',
  'FILES:${PN} += "${bindir}/a «${systemd_system_unitdir}/mender-client.service.d»"\n',
]);

quietCases('Python and folders of something else', recipe, [
  'python() {\n    # bb.utils.contains("DISTRO_FEATURES", "mender-client-install", True, False, d)\n    bb.note("mender-client-install")\n}\n',
  'python() {\n    if bb.utils.contains("DISTRO_FEATURES", "systemd", True, False, d):\n        d.setVar("A", "mender-client")\n}\n',
  'python() {\n    d.appendVar("IMAGE_INSTALL", " mender-connect")\n}\n',
  'update() {\n    dest="$1"\n    echo a > $dest/${sysconfdir}/mender/other_info\n    echo a > $dest/${sharedstatedir}/mender/artifact_info\n}\n',
  'update() {\n    rm -f $1/${sysconfdir}/mender/artifact_info\n}\n',
  'do_install() {\n    ln -s ${bindir}/mender-update ${D}${bindir}/mender\n}\n',
  'do_install() {\n    # ${bindir}/mender\n    install -d ${D}${systemd_system_unitdir}\n}\n',
  'do_install:append() {\n    rm ${D}${systemd_system_unitdir}/mender-client.service\n}\n',
  'FILES:${PN} += "${systemd_system_unitdir}/mender-connect.service.d"\n',
  'FILES:${PN} += "${bindir}/mender /usr/bin/mender"\n',
  'ALTERNATIVE_LINK_NAME[mender] = "/usr/bin/mender"\n',
  'A = "/usr/bin/mender-update /usr/bin/mender/x /opt/usr/bin/mender"\n',
]);

const helper = 'mender-client-set-systemd-machine-id.sh';
const append = 'recipes-mender/mender-client/mender_%.bbappend';

reportedCases('files of the recipe in tasks of an append', append, [
  `do_install:prepend() {\n    cp \${WORKDIR}/board.sh «\${WORKDIR}/${helper}»\n}\n`,
  `do_install:append() {\n    install -m 755 «\${WORKDIR}/${helper}» \${D}\${bindir}/\n}\n`,
  `do_install:append() {\n    sed -i s/a/b/ "«\${UNPACKDIR}/${helper}»"\n}\n`,
  `SRC_URI:remove = "«file://${helper}»"\ndo_install:prepend() {\n    cp a «\${WORKDIR}/${helper}»\n}\n`,
]);

quietCases('files that the append brings, or names for both generations', append, [
  `# cp \${WORKDIR}/${helper} x\ndo_install:append() {\n    cp \${WORKDIR}/tegra-${helper} \${WORKDIR}/mender-set-systemd-machine-id.sh\n}\n`,
  `do_install:prepend() {\n    cp a \${WORKDIR}/${helper}\n    cp a \${WORKDIR}/mender-set-systemd-machine-id.sh\n}\n`,
  `do_install:prepend() {\n    cp a \${WORKDIR}/${helper}\n    install \${WORKDIR}/${helper} \${D}\${bindir}/own\n}\n`,
  `do_install:prepend() {\n    cp a \${WORKDIR}/${helper}.in\n}\n`,
]);

const unitOf = (folder: string) => `${folder}/mender-client.service`;
const edit = "sed -i 's,@BINDIR@,${bindir},'";

// What a layer installs under the old name is there: who edits it has it, wherever the recipe's own would have been.
quietCases('a unit of its own under the old name', recipe, [
  ...[
    ['install -m 0644 ${WORKDIR}/mender-client.service ${D}${systemd_system_unitdir}', '${D}${systemd_system_unitdir}'],
    ['install -m 0644 -t ${D}${systemd_system_unitdir} ${S}/mender-client.service', '${D}${systemd_system_unitdir}'],
    ['install -m 0644 ${S}/mender-client.service ${D}/${systemd_unitdir}/system/', '${D}/${systemd_unitdir}/system'],
    ['install -m 0644 ${S}/mender-client.service ${D}${systemd_unitdir}/system/', '${D}${systemd_system_unitdir}'],
    ['cp ${S}/mender-client.service ${D}${sysconfdir}/systemd/system/', '${D}${sysconfdir}/systemd/system'],
  ].map(([install, folder]) => `do_install:append() {\n    ${install}\n    ${edit} ${unitOf(folder!)}\n}\n`),
  `do_install() {\n    install -D -m 0644 \${S}/a.service ${unitOf('${D}${systemd_system_unitdir}')}\n    ${edit} ${unitOf('${D}${systemd_system_unitdir}')}\n}\n`,
]);

reportedCases('a unit that the recipe does not bring', recipe, [
  `do_install:append() {\n    install -m 0644 \${WORKDIR}/a.service \${D}\${systemd_system_unitdir}\n    ${edit} «${unitOf('${D}${systemd_system_unitdir}')}»\n}\n`,
  `do_install:append() {\n    install -m 0644 \${WORKDIR}/mender-client.service \${D}\${sysconfdir}/systemd/system\n    ${edit} «${unitOf('${D}${systemd_system_unitdir}')}»\n}\n`,
  `do_install:append() {\n    ${edit} «${unitOf('${D}${systemd_system_unitdir}')}»\n    install -m 0644 \${WORKDIR}/mender-client.service \${D}\${systemd_system_unitdir}\n}\n`,
]);

describe('a task that tests the root of the image', () => {
  it('is evaluated in both branches', () => {
    const text =
      'pkg_postinst:${PN}() {\n    if [ -n "${D}" ]; then\n        sed -i s/a/b/ ${D}${systemd_system_unitdir}/x.service\n        systemctl --root=${D} enable mender-client\n    fi\n}\n';
    assert.deepEqual(
      findings(text, recipe).map(({ rule }) => rule),
      ['systemctl-control'],
    );
  });
});

describe('an append that is renamed with its recipe', () => {
  it('says which files must be renamed, too', () => {
    const text = 'SRC_URI += "file://${BPN}_x.conf file://y"\nD1 = "/a/${PN}.service.d"\n';
    const [found] = findings(text, 'recipes-mender/mender-client/mender-client_%.bbappend');
    assert.equal(found?.rule, 'recipe-append');
    assert.deepEqual(
      found?.notes.map(({ range }) => text.slice(range.start, range.end)),
      ['file://${BPN}_x.conf', '/${PN}.service.d'],
    );
  });
});
