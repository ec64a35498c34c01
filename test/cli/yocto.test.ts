/** The release of Yocto on the command line: by layer, by kas files, and by option. */
import assert from 'node:assert/strict';
import { inFolder } from '../support/command.ts';

const conf = 'MENDER_FEATURES_ENABLE:append = " mender-client-install"\n';
const layer = (...names: string[]) => `BBPATH .= ":x"\nLAYERSERIES_COMPAT_product = "${names.join(' ')}"\n`;
const kas = (branch: string) => `header:\n  version: 14\nrepos:\n  poky:\n    branch: ${branch}\n`;
const product = 'meta-product/conf/distro/product.conf';

interface Case {
  readonly it: string;
  readonly files: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly found: boolean;
  readonly why: RegExp;
}

const cases: readonly Case[] = [
  { it: 'nobody says', files: {}, found: true, why: /its name\)\n$/ },
  {
    it: 'the layer says',
    files: { 'meta-product/conf/layer.conf': layer('kirkstone') },
    found: false,
    why: /, for Yocto kirkstone, as \S+\/meta-product\/conf\/layer\.conf says\)/,
  },
  {
    it: 'the layer says, for several',
    files: { 'meta-product/conf/layer.conf': layer('kirkstone', 'scarthgap') },
    found: true,
    why: /for Yocto kirkstone and scarthgap/,
  },
  {
    it: 'another layer says',
    files: { 'meta-other/conf/layer.conf': layer('kirkstone') },
    found: true,
    why: /its name\)\n$/,
  },
  {
    it: 'a file of kas says',
    files: { 'kas/product.yml': kas('kirkstone') },
    found: false,
    why: /kas\/product\.yml says/,
  },
  {
    it: 'layer and kas say, each its own',
    files: { 'meta-product/conf/layer.conf': layer('kirkstone'), 'product.yml': kas('scarthgap') },
    found: true,
    why: /layer\.conf and \S+product\.yml say\)/,
  },
  {
    it: 'the layer says, for one without a client of 4.0',
    files: { 'meta-product/conf/layer.conf': layer('dunfell') },
    found: true,
    why: /for any Yocto, because dunfell has no client of 4\.0/,
  },
  {
    it: 'the project says, against the layer',
    files: { 'meta-product/conf/layer.conf': layer('kirkstone'), '.mender-lint.json': '{ "yocto": ["scarthgap"] }' },
    found: true,
    why: /for Yocto scarthgap, as the options say/,
  },
  {
    it: 'an override says',
    files: { '.mender-lint.json': '{ "overrides": [{ "files": ["meta-product"], "yocto": ["kirkstone"] }] }' },
    found: false,
    why: /for Yocto kirkstone, as the options say/,
  },
];

describe('the release of Yocto', () => {
  for (const { it: title, files, found, why } of cases)
    it(`as ${title}`, () =>
      inFolder({ [product]: conf, ...files }, async (_, command) => {
        const { out, err } = await command('check');
        assert.equal(err, '');
        assert.equal(/recipe-feature\b/.test(out), found, out);
        assert.match((await command('why', product)).out, why);
      }));

  it('by option', () =>
    inFolder({ [product]: conf, 'meta-product/conf/layer.conf': layer('scarthgap') }, async (_, command) => {
      assert.equal((await command('check')).code, 1);
      assert.equal((await command('check', '--yocto', 'kirkstone')).code, 0);
      assert.equal((await command('check', '--yocto', 'kirkstone', '--yocto', 'wrynose')).code, 1);
      const { code, err } = await command('check', '--yocto', 'dunfell');
      assert.equal(code, 2);
      assert.match(err, /It must be one of kirkstone, scarthgap, wrynose\./);
    }));
});
