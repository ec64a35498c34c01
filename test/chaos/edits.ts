/** A long day: edits of many documents, requests for their findings, and the memory that it costs. */
import assert from 'node:assert/strict';
import { Random } from '../fuzz/random.ts';
import { seeds } from '../fuzz/seeds.ts';
import { initializeParams, RawClient } from './raw-client.ts';

const DOCUMENTS = 50;
const ROUND = 20;

export async function makeEdits(times: number, seed: number): Promise<string> {
  const random = new Random(seed);
  const client = new RawClient('stdio');
  try {
    let id = 0;
    await client.ask(++id, 'initialize', initializeParams);
    client.send({ jsonrpc: '2.0', method: 'initialized', params: {} });
    const uris = Array.from({ length: DOCUMENTS }, (_, index) => `file:///soak/${index}.sh`);
    const script = seeds.filter(({ path }) => path.endsWith('.sh')).map(({ text }) => text);
    for (const uri of uris) {
      const textDocument = { uri, languageId: 'shellscript', version: 1, text: script.slice(0, 40).join('\n') };
      client.send({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
    }
    let early = 0;
    for (let edit = 1; edit <= times; edit++) {
      const uri = random.pick(uris);
      const start = { line: random.below(40), character: random.below(20) };
      const end = { line: start.line + random.below(2), character: random.below(20) };
      const isReset = random.once(40);
      const change = isReset
        ? { text: script.slice(0, 40).join('\n') }
        : { range: { start, end }, text: random.pick(script).slice(0, random.below(60)) };
      client.send({
        jsonrpc: '2.0',
        method: 'textDocument/didChange',
        params: { textDocument: { uri, version: edit + 1 }, contentChanges: [change] },
      });
      if (edit % ROUND === 0) await client.ask(++id, 'textDocument/diagnostic', { textDocument: { uri } });
      if (edit === Math.floor(times / 4)) early = client.memory();
    }
    client.assertAlive();
    const late = client.memory();
    assert.ok(late < 1.5 * early, `${early} bytes became ${late}`);
    return `${times} edits over ${DOCUMENTS} documents; ${(early / 1e6).toFixed(0)} MB after a quarter of them, ${(late / 1e6).toFixed(0)} MB at the end (${((100 * late) / early - 100).toFixed(0)} %)`;
  } finally {
    client.stop();
  }
}
