/** Sources name places that can be looked up. */
import assert from 'node:assert/strict';
import { allRules } from '../../server/src/mender/catalogue.ts';
import { withLinks } from '../../server/src/pages/source-links.ts';
import { placesIn } from '../../server/src/pages/source-places.ts';

/** `pgrep(1)`, with the part of the page that is meant. */
const manualPage = /^[\w.-]+\(\d\)/;

describe('places of sources', () => {
  it('are read with their revision, path and lines', () => {
    assert.deepEqual(placesIn('mender@1.7.1:main.go:121-125,130 (-rootfs)'), [
      {
        repository: 'mender',
        revision: '1.7.1',
        path: 'main.go',
        lines: [
          { first: 121, last: 125 },
          { first: 130, last: 130 },
        ],
      },
    ]);
    assert.deepEqual(placesIn('mender@1471774b'), [{ repository: 'mender', revision: '1471774b', lines: [] }]);
    assert.equal(placesIn('mender@3.5.3:README.md:318 and mender@5.1.0:README.md:258').length, 2);
    assert.deepEqual(placesIn('systemctl(1), mask'), []);
  });

  for (const [source, expected] of [
    [
      'mender@4.0.7:src/a.cpp:101-111,209',
      '[mender@4.0.7:src/a.cpp:101-111](https://github.com/mendersoftware/mender/blob/4.0.7/src/a.cpp#L101-L111), [209](https://github.com/mendersoftware/mender/blob/4.0.7/src/a.cpp#L209)',
    ],
    ['mender@1471774b', '[mender@1471774b](https://github.com/mendersoftware/mender/commit/1471774b)'],
    [
      'mender-docs@master:a/docs.md:10 (a remark)',
      '[mender-docs@master:a/docs.md:10](https://github.com/mendersoftware/mender-docs/blob/master/a/docs.md?plain=1#L10) (a remark)',
    ],
    [
      'mender-lint@main:server/a.ts',
      '[mender-lint@main:server/a.ts](https://github.com/mender-lint/mender-lint/blob/main/server/a.ts)',
    ],
    ['systemctl(1), mask', 'systemctl(1), mask'],
  ] as const) {
    it(`are links on pages: ${source}`, () => assert.equal(withLinks(source), expected));
  }

  for (const rule of allRules) {
    it(`are in every source of ${rule.id}`, () => {
      assert.deepEqual(
        rule.sources.filter(source => placesIn(source).length === 0 && !manualPage.test(source)),
        [],
      );
    });
  }
});
