/** Yocto recipes, appends, classes and configurations. */
import { foundCases, quietCases, reportedCases } from '../support/cases.ts';

const recipe = 'meta-product/recipes-product/product/product_1.0.bb';
const localConf = 'build/conf/local.conf';

foundCases('tasks and package scripts of recipes', recipe, [
  {
    text: 'do_install() {\n    «mender commit»\n}\n',
    rules: 'mender-commit',
    fixed: 'do_install() {\n    mender-update commit\n}\n',
  },
  {
    text: 'pkg_postinst:${PN}() {\n    if [ -z "$D" ]; then\n        «mender setup» --quiet\n    fi\n}\n',
    rules: 'mender-setup',
    fixed: 'pkg_postinst:${PN}() {\n    if [ -z "$D" ]; then\n        mender-setup --quiet\n    fi\n}\n',
  },
  ...[
    'do_install:append',
    'do_install_append',
    'fakeroot do_x',
    'pkg_postinst_ontarget_${PN}',
    'pkg_prerm:mender-x',
  ].map(name => ({
    text: `${name} () {\n\tsystemctl restart «mender-client»\n}\n`,
    rules: 'systemctl-control',
    fixed: `${name} () {\n\tsystemctl restart mender-authd mender-updated\n}\n`,
  })),
  {
    text: 'do_install() {\n    X="${@bb.utils.contains(\'A\', "b", \'{c\', "d", d)}"\n    «mender commit»\n}\n\nFOO = "1"\n',
    rules: 'mender-commit',
    fixed:
      'do_install() {\n    X="${@bb.utils.contains(\'A\', "b", \'{c\', "d", d)}"\n    mender-update commit\n}\n\nFOO = "1"\n',
  },
  {
    text: 'do_a() {\n    «mender commit»\n\ndo_b() {\n    «mender commit»\n}\n',
    rules: ['mender-commit', 'mender-commit'],
    fixed: 'do_a() {\n    mender-update commit\n\ndo_b() {\n    mender-update commit\n}\n',
  },
  {
    text: 'A = "x"\r\ndo_a() {\r\n    «mender commit»\r\n}\r\n',
    rules: 'mender-commit',
    fixed: 'A = "x"\r\ndo_a() {\r\n    mender-update commit\r\n}\r\n',
  },
]);

foundCases('variables', localConf, [
  ...['=', '?=', '??=', ':=', '+=', '=+', '.=', '=.'].map(operator => ({
    text: `MENDER_FEATURES_ENABLE ${operator} "«mender-client-install»"\n`,
    rules: 'recipe-feature',
    fixed: `MENDER_FEATURES_ENABLE ${operator} "mender-auth-install mender-update-install"\n`,
  })),
  // A feature that is not enabled cannot be disabled: no build stops at it.
  ...['mender-client-install', 'mender-install'].map(feature => ({
    text: `MENDER_FEATURES_DISABLE_append = " mender-grub «${feature}»"\n`,
    rules: 'recipe-feature-disable',
    fixed: 'MENDER_FEATURES_DISABLE_append = " mender-grub mender-auth-install mender-update-install"\n',
    safety: 'review' as const,
  })),
  ...[':append', '_append', '_append_qemux86', ':append:qemux86'].map(override => ({
    text: `IMAGE_INSTALL${override}=' «mender-client»'\n`,
    rules: 'recipe-package',
    fixed: `IMAGE_INSTALL${override}=' mender-auth mender-update'\n`,
  })),
  {
    text: 'MENDER_FEATURES_ENABLE_append_x = " mender-uboot mender-image \\\n    mender-systemd «mender-client-install»"\n',
    rules: 'recipe-feature',
    fixed:
      'MENDER_FEATURES_ENABLE_append_x = " mender-uboot mender-image \\\n    mender-systemd mender-auth-install mender-update-install"\n',
  },
  {
    text: 'IMAGE_INSTALL += " \\\n  a \\\n  «mender-client» \\\n  b \\\n"\n',
    rules: 'recipe-package',
    fixed: 'IMAGE_INSTALL += " \\\n  a \\\n  mender-auth mender-update \\\n  b \\\n"\n',
  },
  {
    text: 'SRC_URI:append:pn-«mender-client» = " file://a.patch"\n',
    rules: 'recipe-override',
    fixed: 'SRC_URI:append:pn-mender = " file://a.patch"\n',
  },
  {
    text: 'FILESEXTRAPATHS_prepend_pn-«mender-client» := "${THISDIR}/files:"\n',
    rules: 'recipe-override',
    fixed: 'FILESEXTRAPATHS_prepend_pn-mender := "${THISDIR}/files:"\n',
  },
  {
    text: '«PREFERRED_VERSION_pn-mender-client» = "2.%"\n',
    rules: 'recipe-preferred-version',
    fixed: 'PREFERRED_VERSION_mender = "5.1.%"\n',
  },
  {
    text: '«PREFERRED_VERSION_mender-client» ?= "3.5.3"\n',
    rules: 'recipe-preferred-version',
    fixed: 'PREFERRED_VERSION_mender ?= "5.1.%"\n',
  },
  { text: '«PREFERRED_VERSION_mender-client» = "${OUR_VERSION}"\n', rules: 'recipe-preferred-version' },
  {
    text: 'MENDER_FEATURES_ENABLE:append = " «mender-client-install»\n',
    rules: 'recipe-feature',
    fixed: 'MENDER_FEATURES_ENABLE:append = " mender-auth-install mender-update-install\n',
  },
  {
    text: 'PACKAGECONFIG:remove:pn-«mender-client» = "dbus"\n',
    rules: 'recipe-override',
    fixed: 'PACKAGECONFIG:remove:pn-mender = "dbus"\n',
  },
]);

foundCases('features as overrides and conditions', recipe, [
  ...[':', '_'].flatMap(sign =>
    [
      `SRC_URI${sign}append${sign}«mender-client-install»`,
      `SRC_URI${sign}remove${sign}«mender-install»${sign}imx6`,
    ].map(name => ({
      text: `${name} = " file://a"\n`,
      rules: 'recipe-feature-override',
      fixed: `${name.replace(/«.*»/, 'mender-update-install')} = " file://a"\n`,
      safety: 'review' as const,
    })),
  ),
  {
    text: 'do_install_append_«mender-client-install» () {\n    touch ${D}/a\n}\n',
    rules: 'recipe-feature-override',
    fixed: 'do_install_append_mender-update-install () {\n    touch ${D}/a\n}\n',
  },
  {
    text: 'python do_check_«mender-client-install» () {\n    bb.note("a")\n}\n',
    rules: 'recipe-feature-override',
    fixed: 'python do_check_mender-update-install () {\n    bb.note("a")\n}\n',
  },
  {
    text: 'include ${@mender_feature_is_enabled("«mender-client-install»","product.inc","",d)}\n',
    rules: 'recipe-feature-override',
    fixed: 'include ${@mender_feature_is_enabled("mender-update-install","product.inc","",d)}\n',
  },
  {
    text: 'do_a() {\n    if ${@bb.utils.contains("DISTRO_FEATURES", "«mender-client-install»", "true", "false", d)}; then\n        b\n    fi\n}\n',
    rules: 'recipe-feature-override',
    fixed:
      'do_a() {\n    if ${@bb.utils.contains("MENDER_FEATURES", "mender-update-install", "true", "false", d)}; then\n        b\n    fi\n}\n',
  },
  {
    text: "A = \"${@bb.utils.contains_any('DISTRO_FEATURES', 'x «mender-client-install»', 'b', '', d)} \\\n  c\"\n",
    rules: 'recipe-feature-override',
  },
  {
    text: '«MENDER_UPDATE_CONTROL_MAP_EXPIRATION_TIME_SECONDS_mender-client-install» = "90"\n',
    rules: 'recipe-update-control',
    fixed: '',
  },
]);

foundCases('files of the client that a layer replaces', 'recipes-mender/mender-client/mender_%.bbappend', [
  {
    text: 'SRC_URI:append = " file://a.patch \\\n  «file://mender-client-data-dir.service;subdir=x» \\\n"\n',
    rules: 'recipe-client-file',
  },
  { text: 'SRC_URI:remove = "«file://mender-client-set-systemd-machine-id.sh»"\n', rules: 'recipe-client-file' },
]);

foundCases('an append of the old recipe', 'recipes-mender/mender-client/mender-client_%.bbappend', [
  { text: '«FILESEXTRAPATHS:prepend := "${THISDIR}/files:"»\nSRC_URI += "file://a"\n', rules: 'recipe-append' },
  { text: '\uFEFF\r\n \r\n «SRC_URI += "file://a"» \r\n', rules: 'recipe-append' },
]);

quietCases('recipes', recipe, [
  'python do_a() {\n    bb.note("mender commit")\n    mender commit\n}\n',
  'python () {\n    mender commit\n}\n',
  'def a(d):\n    mender commit\n\n    mender commit\n',
  '# do_a() {\n#    mender commit\n# }\n',
  'SUMMARY = "mender commit"\n',
  'DESCRIPTION = "IMAGE_INSTALL += mender-client"\n',
  'do_install() {\n    install -m 0755 ${B}/mender ${D}${bindir}/mender\n}\n',
  'do_install() {\n    install -d ${D}${sysconfdir}/mender\n    install -m 0644 mender.conf ${D}/${sysconfdir}/mender/\n}\n',
  'RDEPENDS:${PN} = "mender-auth mender-client"\n',
  'RDEPENDS:${PN} = "mender-client-qemu"\n',
  'RPROVIDES:${PN} = "mender-client"\n',
  'FILES:${PN} += "${datadir}/doc/mender-client"\n',
  'SRC_URI = "git://github.com/mendersoftware/mender-client.git"\n',
  'IMAGE_INSTALL_DEBUG = "mender-client"\n',
  'do_a() {\n    if command -v mender-update; then mender-update commit; else mender commit; fi\n}\n',
  'addtask mender_client after do_install\n',
  'require recipes-mender/mender-client/mender-client.inc\n',
  'EXPORT_FUNCTIONS do_mender\n',
  'inherit mender-full systemd\n',
  'PACKAGECONFIG:append = " dbus"\n',
  'MENDER_ARTIFACT_NAME = "mender-client"\n',
  'COMPATIBLE_MACHINE_ni-mender-client = "mender-client"\n',
  "# A = \"${@mender_feature_is_enabled('mender-client-install', 'b', '', d)}\"\n",
  'do_a() {\n    # ${@mender_feature_is_enabled("mender-client-install", "b", "", d)}\n    c\n}\n',
  'do_install_append_mender-client-install() {\n  a\n}\ndo_install_append_mender-update-install() {\n  a\n}\n',
  'FILES:${PN} += "${sbindir}/mender-install-manual"\n',
  'SYSTEMD_SERVICE:${PN} = "mender-client-data-dir.service"\n',
  'do_provide_mender_defines_append_x() {\n  sed -i "s|a|b|" ${S}/include/config_mender_defines.h\n}\n',
]);

quietCases('configurations', localConf, [
  'MENDER_FEATURES_ENABLE:append = " mender-auth-install mender-client-install"\n',
  'MENDER_FEATURES_DISABLE:append = " mender-grub mender-image-uefi"\n',
  'IMAGE_INSTALL:append = " mender-connect mender-configure"\n',
  'IMAGE_INSTALL_remove = "mender-client mender-auth"\n',
  'IMAGE_INSTALL:remove = "mender-client"\nIMAGE_INSTALL:append = " mender-auth mender-update"\n',
  'IMAGE_INSTALL:remove = "mender-client-qemu"\n',
  'DEPENDS:remove = "mender-client"\n',
  'PREFERRED_VERSION_pn-mender = "4.0.%"\nPREFERRED_VERSION_pn-mender-artifact = "3.%"\n',
  'PREFERRED_VERSION_mender-artifact = "3.%"\n',
  'PREFERRED_VERSION_pn-mender-artifact-native = "3.%"\n',
  'SYSTEMD_AUTO_ENABLE:pn-mender = "disable"\nSYSTEMD_AUTO_ENABLE:pn-mender-client = "disable"\n',
  'BBMASK += "recipes-mender/mender-client"\n',
  'MACHINEOVERRIDES =. "ni-mender-client:"\n',
]);

quietCases("a layer of meta-mender's own", 'sources/meta-mender/meta-mender-core/classes/mender-setup.bbclass', [
  'IMAGE_INSTALL:append = " mender-client"\n',
  'PREFERRED_RPROVIDER_mender-auth ??= "mender-client"\n',
  'MENDER_FEATURES_ENABLE:append = " mender-client-install"\n',
  'do_a_mender-client-install() {\n    b\n}\n',
]);

quietCases(
  'an append of the old recipe there',
  'meta-mender/meta-mender-demo/recipes-mender/mender-client_%.bbappend',
  ['SRC_URI:append:mender-client-install = " file://server.crt"\n'],
);

quietCases('a recipe of the old client in a layer of its own', 'recipes-update/mender-client/mender-client.inc', [
  'SRC_URI += "file://mender-client-data-dir.service"\n',
  'FILES:${PN} += "${bindir}/mender-client-resize-data-part"\n',
]);

foundCases('items removed from a list, choices, and settings without effect', localConf, [
  {
    text: 'IMAGE_INSTALL_remove = "bash «mender-client»"\n',
    rules: 'recipe-package-kept',
    fixed: 'IMAGE_INSTALL_remove = "bash mender-auth mender-update"\n',
  },
  { text: '«PREFERRED_VERSION_pn-mender» = "2.2.1"\n', rules: 'recipe-version-gone' },
  { text: '«PREFERRED_VERSION:pn-mender» = "3.%"\n', rules: 'recipe-version-gone' },
  { text: '«PREFERRED_VERSION_mender» = "1.7.0"\n', rules: 'recipe-version-gone' },
  { text: '«MENDER_PARTITION_ALIGNMENT_KB_rpi» = "4096"\n', rules: 'recipe-refused-variable' },
]);

reportedCases(
  'an append in a part of a layer that is for meta-mender',
  'layers/meta-x/external/meta-mender-core/recipes-mender/mender-client/mender-client_%.bbappend',
  ['«FILESEXTRAPATHS:prepend := "${THISDIR}/${BPN}:"»\n'],
);

reportedCases(
  'an append in a dynamic layer',
  'dynamic-layers/meta-mender-core/recipes-mender/mender-client_%.bbappend',
  ['«FILESEXTRAPATHS:prepend := "${THISDIR}/${BPN}:"»\n'],
);

for (const path of [
  'meta-mender-core/recipes-mender/mender-client/mender-client_%.bbappend',
  'meta-mender-community/meta-mender-demo/recipes-mender/mender-client_%.bbappend',
  'meta-x/sources/meta-mender/meta-mender-demo/recipes-mender/mender-client_%.bbappend',
])
  quietCases(`an append of meta-mender's own, ${path}`, path, ['SRC_URI += "file://a"\n']);
