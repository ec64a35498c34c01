/**
 * An open document of 1.4 MB with 100,000 findings: the time to its first answer, and to that of another document
 * meanwhile.
 */
import assert from 'node:assert/strict';
import { initializeParams, RawClient } from './raw-client.ts';

export async function askAboutLarge(times: number): Promise<string> {
  let [least, shown] = [Number.POSITIVE_INFINITY, 0];
  for (let run = 0; run < times; run++) {
    const client = new RawClient('stdio');
    try {
      await client.ask(1, 'initialize', initializeParams);
      client.send({ jsonrpc: '2.0', method: 'initialized', params: {} });
      const uri = 'file:///large/large.sh';
      const text = 'mender commit\n'.repeat(100_000);
      const start = performance.now();
      const textDocument = { uri, languageId: 'shellscript', version: 1, text };
      client.send({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
      const { result } = await client.ask(2, 'textDocument/diagnostic', { textDocument: { uri } });
      least = Math.min(least, performance.now() - start);
      shown = (result as { items: readonly unknown[] }).items.length;
      assert.equal(shown, 1000);
    } finally {
      client.stop();
    }
  }
  return `a document of 1.4 MB with 100,000 findings, opened ${times} times: ${shown} are shown after ${least.toFixed(0)} ms at best`;
}
