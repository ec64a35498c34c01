/** The releases of Yocto that a layer is for decide what is wrong in it, and what is written instead. */
import assert from 'node:assert/strict';
import { check } from '../../server/src/findings/check.ts';
import type { YoctoRelease } from '../../server/src/mender/yocto.ts';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { document, findings } from '../support/texts.ts';

const conf = 'meta-product/conf/distro/product.conf';
const append = 'meta-product/recipes-mender/mender/mender_%.bbappend';

interface Case {
  readonly text: string;
  readonly path?: string;
  readonly yocto: readonly YoctoRelease[];
  /** Rule and severity. */
  readonly found: readonly string[];
  /** After the best fix of the first one. */
  readonly fixed?: string;
  readonly says?: RegExp;
}

const migration = 'IMAGE_INSTALL:append = " mender-client-migrate-configuration"\n';
const migrated = 'IMAGE_INSTALL:append = " mender-migrate-configuration"\n';
const info = 'IMAGE_INSTALL:append = " mender-artifact-info"\n';
const machine = 'SRC_URI += "file://mender-client-set-systemd-machine-id.sh"\n';
const layer = 'BBLAYERS += "/src/meta-mender/meta-mender-raspberrypi"\n';
const connect = 'PREFERRED_VERSION_mender-connect = "2.3.%"\n';
const unit = '[Unit]\nRequires=mender-client-data-dir.service\n';
const service = 'meta-product/recipes-product/product/files/product.service';

const cases: readonly Case[] = [
  { text: migration, yocto: [], found: ['recipe-migrate-configuration error'], fixed: migrated },
  { text: migration, yocto: ['kirkstone'], found: [] },
  { text: migration, yocto: ['scarthgap'], found: ['recipe-migrate-configuration error'], fixed: migrated },
  // Text that the other release lacks is not written.
  {
    text: migration,
    yocto: ['kirkstone', 'wrynose'],
    found: ['recipe-migrate-configuration error'],
    says: /\(meta-mender has no `mender-migrate-configuration` on kirkstone\)\.$/,
  },
  { text: info, yocto: [], found: ['recipe-artifact-info warning'], fixed: 'IMAGE_INSTALL:append = ""\n' },
  { text: info, yocto: ['scarthgap'], found: ['recipe-artifact-info warning'], fixed: 'IMAGE_INSTALL:append = ""\n' },
  {
    text: info,
    yocto: ['scarthgap', 'wrynose'],
    found: ['recipe-artifact-info error'],
    fixed: 'IMAGE_INSTALL:append = ""\n',
  },
  { text: machine, path: append, yocto: ['kirkstone'], found: [] },
  { text: machine, path: append, yocto: ['wrynose'], found: ['recipe-client-file information'] },
  { text: layer, yocto: ['kirkstone'], found: [] },
  { text: layer, yocto: ['scarthgap'], found: ['recipe-layer-moved error'] },
  { text: connect, yocto: [], found: ['recipe-version-combination warning'] },
  { text: connect, yocto: ['scarthgap'], found: ['recipe-version-combination warning'] },
  { text: connect, yocto: ['wrynose'], found: ['recipe-version-combination error'] },
  // Units of the layer name those of its images.
  { text: unit, path: service, yocto: ['kirkstone'], found: [] },
  {
    text: unit,
    path: service,
    yocto: ['scarthgap'],
    found: ['data-dir-unit error'],
    fixed: unit.replace('client-', ''),
  },
  {
    text: 'RDEPENDS:${PN}:append:mender-install = " a"\n',
    yocto: ['kirkstone'],
    found: ['recipe-feature-override warning'],
    fixed: 'RDEPENDS:${PN}:append:mender-update-install = " a"\n',
  },
  {
    text: "A = \"${@bb.utils.contains('DISTRO_FEATURES', 'mender-client-install', 'a', 'b', d)}\"\n",
    yocto: ['kirkstone'],
    found: ['recipe-feature-override warning'],
    fixed: "A = \"${@bb.utils.contains('MENDER_FEATURES', 'mender-update-install', 'a', 'b', d)}\"\n",
  },
  {
    text: 'SRC_URI_append_pn-mender-client = " file://a"\n',
    yocto: ['kirkstone'],
    found: ['recipe-old-operation error', 'recipe-override warning'],
    fixed: 'SRC_URI:append:pn-mender-client = " file://a"\n',
    says: /^Use `:append`: /,
  },
  {
    text: 'RDEPENDS_${PN}_remove_mender-image = "a"\n',
    yocto: ['wrynose'],
    found: ['recipe-old-operation error'],
    fixed: 'RDEPENDS:${PN}:remove:mender-image = "a"\n',
  },
  { text: 'PREFERRED_VERSION_mender = "5.0.%"\n', yocto: ['wrynose'], found: [] },
  {
    text: 'PREFERRED_VERSION_mender-gateway = "1.2.1"\n',
    yocto: ['scarthgap', 'wrynose'],
    found: ['recipe-version-gone warning'],
    says: /\(wrynose has 2\.0\.0 and later\)\.$/,
  },
  { text: 'PREFERRED_VERSION_mender-gateway = "${X}"\n', yocto: ['wrynose'], found: [] },
  {
    text: 'SRC_URI += "file://a.sh"\ndo_install:append() {\n    echo x > ${WORKDIR}/a.sh\n    install "${WORKDIR}/b.sh" ${D}\n}\n',
    path: append,
    yocto: ['wrynose'],
    found: [],
  },
];

describe('releases of Yocto', () => {
  for (const { text, path = conf, yocto, found, fixed, says } of cases)
    it(`${yocto.join(' and ') || 'not said'}: ${JSON.stringify(text)}`, () => {
      const all = findings(text, path, undefined, yocto);
      assert.deepEqual(
        all.map(({ rule, severity }) => `${rule} ${severity}`),
        found,
      );
      const [best] = all[0]?.fixes ?? [];
      assert.equal(best && applyEdits(text, best.edits), fixed);
      if (says) assert.match(all[0]!.message, says);
    });

  it('decide whichever release of the client is built', () => {
    const found = (yocto: readonly YoctoRelease[]) =>
      check(document(unit, service), { target: '4.0', rules: {}, yocto }).map(({ rule }) => rule);
    assert.deepEqual(found([]), []);
    assert.deepEqual(found(['scarthgap']), ['data-dir-unit']);
  });
});
