/** What sed puts into a file: compared with sed itself, and skipped where it is not understood. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { sedTexts } from '../../../server/src/languages/shell/sed.ts';
import { wholeText } from '../../../server/src/text/fragment.ts';

/** A line that the scripts below replace, or append to. */
const LINE = 'After=x.service';

describe('texts of sed are those that sed writes', () => {
  for (const [script, extended = false] of [
    ['s/.*/After=y.service/'],
    ['s|.*|/usr/bin/a\\|b|'],
    ['s#.*#a\\#b \\& c\\\\d#'],
    ['s/^After=.*/After=y z/g'],
    ['s/^After=x.service$/a\\nb\\tc/'],
    ['s/^\\(After=\\).*/\\1y/'],
    ['s/^(After=).*/\\1y/', true],
    ['/After/s/.*/y/;s/q/r/'],
    ['/^[/A]/s/[/x.A-Za-z=]*/y/'],
    ['1,/x/!d;s/.*/y/'],
    ['\\,x,s/.*/y/'],
    ['{s/.*/y/}'],
    ['1c After=y.service; z'],
    ['$c\\\nAfter=y\\\nWants=z'],
    ['c\\  After=y'],
    ['$!d;1c a\\\\b'],
  ] as const) {
    it(JSON.stringify(script), () => {
      const [first] = sedTexts(wholeText(script), extended);
      const written = execFileSync('sed', [...(extended ? ['-E'] : []), script], {
        input: `${LINE}\n`,
        encoding: 'utf8',
      });
      assert.equal(`${first?.text.text}\n`, written);
    });
  }

  for (const script of [
    's/a/b',
    's/a',
    's',
    '/a',
    's/a/b/e',
    's/a/b/w file',
    'sab',
    's\na\nb\n',
    'y/a/b/',
    'r file',
    'b end;s/a/b/',
    '@',
    's.a.b.',
    '',
  ]) {
    it(`nothing of ${JSON.stringify(script)}`, () => {
      assert.deepEqual(sedTexts(wholeText(script), false), []);
    });
  }

  for (const script of ['s/^After=.*/«y»/', 's|^a.*$|x «y»|', 'a\\\nx«y»', 's/x/\\n«y» z/']) {
    it(`writes into ${JSON.stringify(script)} what sed reads as it is meant`, () => {
      const text = script.replace(/[«»]/g, '');
      const at = script.indexOf('«');
      const inserted = 'p|q/r&s\\t#';
      const [found] = sedTexts(wholeText(text), false);
      const offset = found!.text.text.indexOf('y');
      assert.equal(found!.text.startOf(offset), at);
      const edited = text.slice(0, at) + found!.text.write(inserted, offset) + text.slice(at + 1);
      assert.equal(sedTexts(wholeText(edited), false)[0]!.text.text, found!.text.text.replace('y', inserted));
    });
  }
});
