/** Offsets and positions, there and back. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lines } from '../../server/src/document/lines.ts';

describe('lines', () => {
  it('end with LF, CRLF and CR', () => assert.deepEqual(new Lines('a\nb\r\nc\rd').starts, [0, 2, 5, 7]));
  it('clamp positions past the end of a line', () =>
    assert.equal(new Lines('ab\r\ncd').offsetAt({ line: 0, character: 9 }), 2));
  it('clamp positions past the end of the text', () =>
    assert.equal(new Lines('ab').offsetAt({ line: 4, character: 0 }), 2));
  it('clamp negative positions', () => assert.equal(new Lines('ab').offsetAt({ line: -1, character: -1 }), 0));

  it('lead from an offset to a position and back', () => {
    const texts = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', '😀')).map(parts => parts.join(''));
    fc.assert(
      fc.property(texts, fc.nat(60), (text, at) => {
        const lines = new Lines(text);
        const offset = Math.min(at, text.length);
        const position = lines.positionAt(offset);
        // Inside a line end is the end of the line.
        const back = lines.offsetAt(position);
        assert.ok(back === offset || /^[\r\n]$/.test(text[back]!));
        assert.equal(lines.starts[position.line]! + position.character, back);
      }),
    );
  });
});
