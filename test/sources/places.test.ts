/** Sources name places that can be looked up. */
import assert from 'node:assert/strict';
import { rows } from '../../server/src/catalogue/catalogue.ts';
import { placesIn } from './places.ts';

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

  for (const row of rows) {
    it(`are in every source of ${row.id}`, () => {
      assert.deepEqual(
        row.sources.filter(source => placesIn(source).length === 0 && !manualPage.test(source)),
        [],
      );
    });
  }
});
