/** How often the check of a text can be ended: between all of its steps, however few uses they give. */
import assert from 'node:assert/strict';
import { check, defaultCheckOptions } from '../../server/src/findings/check.ts';
import { document } from '../support/texts.ts';

const TIMES = 200;

const texts: readonly (readonly [what: string, path: string, text: string])[] = [
  ['commands of which nothing comes', 'a.sh', `#!/bin/sh\n${'echo mender\n'.repeat(TIMES)}`],
  ['uses', 'a.sh', `#!/bin/sh\n${'mender commit\n'.repeat(TIMES)}`],
  ['bodies of functions', 'a.sh', `#!/bin/sh\n${'f() {\necho mender\n}\n'.repeat(TIMES)}`],
  ['files that are written', 'a.sh', 'cat >/etc/mender/mender.conf <<E\n{}\nE\n'.repeat(TIMES)],
  ['steps', '.github/workflows/a.yml', `jobs:\n  a:\n    steps:\n${'      - run: echo mender\n'.repeat(TIMES)}`],
  ['lines', 'Makefile', `all:\n${'\techo mender\n'.repeat(TIMES)}`],
];

describe('the check of a text can be ended', () => {
  for (const [what, path, text] of texts)
    it(`at each of its ${what}`, () => {
      let asked = 0;
      check(document(text, path), defaultCheckOptions, () => void asked++);
      assert.ok(asked >= TIMES, `asked ${asked} times`);
    });

  it('by an exception there, before its first use is judged', () => {
    const stop = new Error('stop');
    let left = 10;
    const checkpoint = () => {
      if (--left === 0) throw stop;
    };
    assert.throws(() => check(document(texts[0]![2]), defaultCheckOptions, checkpoint), stop);
  });
});
