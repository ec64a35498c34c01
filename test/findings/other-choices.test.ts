/** Every choice that is offered, where there are several or the best one is not mechanical, and the resulting text. */
import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { findings } from '../support/texts.ts';

const unit = 'etc/systemd/system/product.service';
const conf = 'etc/mender/mender.conf';
const authd = 'mender-authd.service';
const updated = 'mender-updated.service';

/** The texts after each fix of the first finding, in their order. */
function choices(path: string, text: string): readonly string[] {
  return findings(text, path)[0]!.fixes.map(({ edits }) => applyEdits(text, edits)!);
}

describe('choices', () => {
  for (const [path, text, wanted] of [
    [
      unit,
      '[Unit]\nRequires=mender-client.service\n',
      [
        `[Unit]\nRequires=${authd}\n`,
        `[Unit]\nRequires=${updated}\n`,
        `[Unit]\nRequires=${authd} ${updated}\n`,
        `[Unit]\nWants=${authd} ${updated}\n`,
      ],
    ],
    // Its other requirements stay required.
    [
      unit,
      '[Unit]\nBindsTo=mender-client.service a.service\n',
      [
        `[Unit]\nBindsTo=${authd} a.service\n`,
        `[Unit]\nBindsTo=${updated} a.service\n`,
        `[Unit]\nBindsTo=${authd} ${updated} a.service\n`,
      ],
    ],
    // The old one would look intentional next to the new ones.
    [
      unit,
      '[Unit]\nRequires=mender-client.service\nWants=mender-client.service\n',
      [authd, updated, `${authd} ${updated}`].map(to => `[Unit]\nRequires=${to}\nWants=mender-client.service\n`),
    ],
    [
      conf,
      '{\n  "ArtifactVerifyKey": "/a",\n  "ArtifactVerifyKeys": ["/b"],\n  "ServerURL": "https://x"\n}\n',
      [
        '{\n  "ArtifactVerifyKeys": ["/b", "/a"],\n  "ServerURL": "https://x"\n}\n',
        '{\n  "ArtifactVerifyKeys": ["/b"],\n  "ServerURL": "https://x"\n}\n',
        '{\n  "ArtifactVerifyKey": "/a",\n  "ServerURL": "https://x"\n}\n',
      ],
    ],
    [
      conf,
      '{ "ArtifactVerifyKeys": [], "ArtifactVerifyKey": "/a" }',
      ['{ "ArtifactVerifyKeys": [] }', '{ "ArtifactVerifyKey": "/a" }'],
    ],
    [
      conf,
      '{ "Servers": [{ "ServerURL": "https://a" }], "ServerURL": "https://b" }',
      ['{ "Servers": [{ "ServerURL": "https://a" }] }', '{ "ServerURL": "https://b" }'],
    ],
    ['conf/local.conf', 'PREFERRED_VERSION_mender-client = "3.5.%"\n', ['PREFERRED_VERSION_mender = "5.1.%"\n']],
    ['conf/local.conf', 'PREFERRED_VERSION_mender-client = "${VERSION}"\n', []],
  ] as const) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(choices(path, text), wanted);
      for (const { safety } of findings(text, path)[0]!.fixes) assert.equal(safety, 'review');
    });
  }

  it('name only versions that the release of Yocto has a recipe for', () => {
    const text = 'PREFERRED_VERSION_mender-client = "3.5.%"\n';
    const fixes = (yocto: 'scarthgap' | 'wrynose') => findings(text, 'conf/local.conf', '4.0', [yocto])[0]!.fixes;
    assert.deepEqual(
      fixes('scarthgap').map(({ edits }) => applyEdits(text, edits)),
      ['PREFERRED_VERSION_mender = "4.0.%"\n'],
    );
    assert.deepEqual(fixes('wrynose'), []);
  });
});
