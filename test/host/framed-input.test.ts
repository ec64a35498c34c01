/** Which messages pass through standard input, whatever is between them and however it is cut. */
import assert from 'node:assert/strict';
import { FramedInput } from '../../server/src/host/framed-input.ts';

const framed = (body: string, length = Buffer.byteLength(body)) => `Content-Length: ${length}\r\n\r\n${body}`;
const [a, b] = ['{"method":"a"}', '{"method":"é😀"}'];

/** The bodies that come out, and the number of dropped ones. */
function through(input: string, pieces: number): { readonly bodies: readonly string[]; readonly dropped: number } {
  let dropped = 0;
  const stream = new FramedInput(() => {
    dropped++;
  });
  const out: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => out.push(chunk));
  const bytes = Buffer.from(input);
  for (let at = 0; at < bytes.length; at += pieces)
    stream._transform(bytes.subarray(at, at + pieces), 'utf8', () => {});
  for (let chunk = stream.read(); chunk; chunk = stream.read()) out.push(chunk);
  const bodies = out.map(chunk => String(chunk).replace(/^Content-Length: \d+\r\n\r\n/, ''));
  return { bodies, dropped };
}

describe('messages on standard input', () => {
  for (const [what, input, bodies, drops] of [
    ['come through', framed(a) + framed(b), [a, b], 0],
    ['may have other headers', `Content-Length: 14\r\nContent-Type: x\r\n\r\n${a}`, [a], 0],
    ['may come after other headers', `Content-Type: x\r\nContent-Length: 14\r\n\r\n${a}`, [a], 0],
    ['are found after what is none', `garbage\r\n\r\nmore${framed(a)}`, [a], 0],
    ['are found after one that is no JSON', framed('{"a":') + framed(a), [a], 1],
    ['are found after one that is shorter than it says', framed('{"x":1}', 500) + framed(a) + framed(b), [a, b], 1],
    ['are found after one that is never to end', `${framed('{', 999_999_999)}\n${framed(a)}`, [a], 1],
    ['are found after one that is longer than it says', framed(`{"x":"${'y'.repeat(50)}"}`, 9) + framed(a), [a], 1],
    ['are found after a header without a length', `Content-Length: x\r\n\r\n{}${framed(a)}`, [a], 1],
    ['are found after a length below zero', framed('{}', -5) + framed(a), [a], 1],
    [
      'may quote a header',
      framed('{"t":"}Content-Length: 3\\r\\n\\r\\n"}'),
      ['{"t":"}Content-Length: 3\\r\\n\\r\\n"}'],
      0,
    ],
  ] as const)
    for (const pieces of [1, 7, 100_000])
      it(`${what}, ${pieces} bytes at a time`, () => {
        const found = through(input, pieces);
        assert.deepEqual(found.bodies, bodies);
        assert.equal(found.dropped, drops);
      });
});
