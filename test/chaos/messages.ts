/**
 * Random messages, valid and invalid, in any order, repeated or cancelled, between broken frames, over both channels:
 * each request is answered or refused, and afterwards the server reports what a fresh one does.
 */
import assert from 'node:assert/strict';
import { Random } from '../fuzz/random.ts';
import { seeds } from '../fuzz/seeds.ts';
import { type Channel, initializeParams, RawClient } from './raw-client.ts';

/** Messages between two requests whose answers are awaited. */
const ROUND = 200;
const DOCUMENTS = 20;

const junk = [
  null,
  5,
  -1,
  1e99,
  '',
  'x',
  [],
  {},
  [null],
  { uri: null },
  true,
  '\ud800',
  'file:///%',
  'a'.repeat(10_000),
];

const requests = [
  'textDocument/diagnostic',
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/codeAction',
  'codeAction/resolve',
  'workspace/diagnostic',
  'workspace/executeCommand',
  'menderLint/why',
  'menderLint/rules',
  'menderLint/rulePage',
  'menderLint/findings',
  'menderLint/migrate',
  'menderLint/baseline',
  'menderLint/report',
  'menderLint/selectTarget',
  'initialize',
  'unheard/of',
];
const notifications = [
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didChange',
  'textDocument/didClose',
  'textDocument/didSave',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeWorkspaceFolders',
  'menderLint/checkWorkspace',
  '$/setTrace',
  '$/progress',
  'initialized',
  'unheard/of',
];

export async function sendMessages(times: number, seed: number): Promise<string> {
  const lines: string[] = [];
  for (const channel of ['stdio', 'ipc'] as const) lines.push(await storm(channel, Math.ceil(times / 2), seed));
  return lines.join('; ');
}

async function storm(channel: Channel, times: number, seed: number): Promise<string> {
  const random = new Random(seed);
  const client = new RawClient(channel, () => random.pick([{ result: null }, { result: [null] }, { error: {} }]));
  try {
    let id = 0;
    await client.ask(++id, 'initialize', initializeParams);
    client.send({ jsonrpc: '2.0', method: 'initialized', params: {} });
    const held: unknown[] = [];
    let memory = 0;
    for (let sent = 0; sent < times; sent++) {
      const message = messageOf(random, ++id);
      if (random.once(10)) held.push(message);
      else for (let copies = random.once(20) ? 2 : 1; copies > 0; copies--) client.send(message);
      if (random.once(12) && held.length > 0) client.send(held.splice(random.below(held.length), 1)[0]);
      if (random.once(15)) client.send(cancellation(random, id));
      if (channel === 'stdio' && random.once(50)) client.raw(brokenFrame(random));
      if (sent % ROUND === 0) {
        await client.ask(++id, 'menderLint/rules', null);
        client.assertAlive();
      }
      if (sent === Math.floor(times / 10)) memory = client.memory();
    }
    for (const each of client.unanswered.keys())
      client.send({ jsonrpc: '2.0', method: '$/cancelRequest', params: { id: each } });
    await client.ask(++id, 'menderLint/rules', null);
    await client.settled();
    await assertAsFresh(client, id, channel);
    const { answered } = client;
    const refused = await client.ask(id + 100_001, 'menderLint/rules', null);
    assert.ok('error' in refused, 'a request after the shutdown is answered');
    return `${times} messages over ${channel}, ${answered} requests answered or refused, none left; as a fresh server afterwards; ${(memory / 1e6).toFixed(0)} MB after a tenth of them, ${(client.memory() / 1e6).toFixed(0)} MB at the end`;
  } finally {
    client.stop();
  }
}

/** The same documents, opened in both; then the server is shut down. */
async function assertAsFresh(client: RawClient, from: number, channel: Channel): Promise<void> {
  const fresh = new RawClient(channel);
  try {
    await fresh.ask(1, 'initialize', initializeParams);
    fresh.send({ jsonrpc: '2.0', method: 'initialized', params: {} });
    const [ours, theirs] = [await reports(client, from + 1), await reports(fresh, from + 1)];
    assert.deepEqual(ours, theirs);
    assert.ok(JSON.stringify(theirs).includes('mender-commit'));
    assert.deepEqual((await client.ask(from + 100_000, 'shutdown', null))['result'], null);
  } finally {
    fresh.stop();
  }
}

async function reports(client: RawClient, from: number): Promise<readonly unknown[]> {
  client.send({ jsonrpc: '2.0', method: 'workspace/didChangeConfiguration', params: { settings: { menderLint: {} } } });
  const all: unknown[] = [];
  for (const [index, { path, text }] of seeds.slice(0, 60).entries()) {
    const uri = `file:///fresh/${index}/${path}`;
    const textDocument = { uri, languageId: 'plaintext', version: 1, text };
    client.send({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
    const { result } = await client.ask(from + index, 'textDocument/diagnostic', { textDocument: { uri } });
    all.push((result as { items?: unknown } | undefined)?.items);
  }
  return all;
}

function messageOf(random: Random, id: number): unknown {
  const isRequest = random.once(2);
  const method = random.pick(isRequest ? requests : notifications);
  const params = random.once(3) ? spoiled(paramsOf(random), random) : paramsOf(random);
  const message = { jsonrpc: '2.0', ...(isRequest ? { id } : {}), method, params };
  return random.once(40) ? spoiled(message, random) : message;
}

/** All parameters of any method. */
function paramsOf(random: Random): Record<string, unknown> {
  const seed = random.pick(seeds);
  const uri = `file:///chaos/${random.below(DOCUMENTS)}/${random.pick(['a.sh', 'a.service', 'mender.conf', 'a.yml'])}`;
  const position = () => ({ line: random.below(12), character: random.below(40) });
  const range = { start: position(), end: position() };
  return {
    textDocument: { uri, languageId: random.pick(['shellscript', 'plaintext', 'json']), version: 1, text: seed.text },
    position: position(),
    range,
    context: { diagnostics: [], only: random.pick([undefined, ['quickfix'], ['source.fixAll']]) },
    contentChanges: [{ ...(random.once(4) ? {} : { range }), text: seed.text.slice(0, random.below(60)) }],
    changes: [{ uri, type: random.below(4) }],
    event: { added: [], removed: [{ uri: 'file:///chaos', name: 'x' }] },
    settings: { menderLint: { target: random.pick(['4.0', '5.1', 'x']) } },
    previousResultIds: [{ uri, value: 'x' }],
    command: random.pick(['menderLint.reportRemaining', 'x']),
    arguments: [uri],
    uri,
    rule: random.pick(['mender-commit', 'x']),
    target: '5.0',
    data: { uri, rule: 'mender-commit' },
    title: 'x',
    value: 'off',
    token: 1,
  };
}

/** Something in it is replaced by something else. */
function spoiled(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.once(6)) return random.pick(junk);
  const keys = Object.keys(value);
  if (keys.length === 0) return random.pick(junk);
  const key = random.pick(keys);
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) };
  if (random.once(4)) delete copy[key];
  else copy[key] = spoiled(copy[key], random);
  return Array.isArray(value) ? Object.values(copy) : copy;
}

function cancellation(random: Random, id: number): unknown {
  const wrong = random.once(4);
  return {
    jsonrpc: '2.0',
    method: '$/cancelRequest',
    params: wrong ? { id: random.pick(junk) } : { id: Math.max(1, id - random.below(10)) },
  };
}

/** None of these is a request. */
function brokenFrame(random: Random): string {
  const body = '{"jsonrpc":"2.0","method":"x"}';
  return random.pick([
    'garbage\r\n\r\n',
    'Content-Length: \r\n\r\n',
    'Content-Length: -3\r\n\r\n{}',
    `Content-Length: 3\r\n\r\n${body}`,
    `Content-Length: 99999\r\n\r\n${body}`,
    'Content-Length: 4\r\n\r\n\0\0\0\0',
    'Content-Length: 2\n\n{}\r\n\r\n',
    `Content-Length: ${body.length}\r\n\r\n${body.replace('}', ']')}`,
  ]);
}
