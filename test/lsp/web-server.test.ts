/**
 * The server's bundle for browsers, in a worker: it requests all that it reads from its client, and needs nothing of
 * Node.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
  type DataCallback,
  type Message,
} from 'vscode-languageserver-protocol/node';
import type { FilesRead, ListedFolders, ListFoldersParams, ReadFilesParams } from '../../server/src/lsp/messages.ts';
import { root } from '../support/build.ts';
import { pushOnly } from '../support/clients.ts';
import { TestClient } from '../support/test-client.ts';

/** What a worker of a browser has, and nothing else. */
const asInBrowser = `
  const { parentPort } = require('node:worker_threads');
  const { readFileSync } = require('node:fs');
  const { runInThisContext } = require('node:vm');
  const scope = globalThis;
  for (const name of ['process', 'Buffer', 'require', 'setImmediate', 'global']) delete scope[name];
  scope.addEventListener = () => undefined;
  scope.postMessage = message => parentPort.postMessage(message);
  parentPort.on('message', data => scope.onmessage?.({ data }));
  scope.importScripts = path => void runInThisContext(readFileSync(path, 'utf8'));
  (function (process, Buffer, require, setImmediate, module, exports, global, __dirname, __filename) {
`;

const repository = 'vscode-vfs://github%2B7b2276223a31/owner/repository';

/** Files of a repository that is not on this machine, by path. */
class Repository {
  readonly #files: Readonly<Record<string, string>>;
  readonly read: string[] = [];

  constructor(files: Readonly<Record<string, string>>) {
    this.#files = files;
  }

  list({ uris }: ListFoldersParams): ListedFolders {
    return uris.map(uri => {
      const folder = decodeURIComponent(`${uri}/`.slice(repository.length + 1));
      const below = Object.keys(this.#files).filter(path => path.startsWith(folder));
      const names = new Map(below.map(path => [path.slice(folder.length).split('/')[0]!, path]));
      return [...names].map(([name, path]) => ({
        name,
        kind: path === folder + name ? ('file' as const) : ('folder' as const),
        isLink: false,
      }));
    });
  }

  give({ uris }: ReadFilesParams): FilesRead {
    return uris.map(uri => {
      const path = decodeURIComponent(uri.slice(repository.length + 1));
      this.read.push(path);
      const text = this.#files[path];
      return text === undefined ? null : new TextEncoder().encode(text);
    });
  }
}

class WorkerReader extends AbstractMessageReader {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  listen(take: DataCallback) {
    this.#worker.on('message', take);
    return { dispose: () => void this.#worker.off('message', take) };
  }
}

class WorkerWriter extends AbstractMessageWriter {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }

  async write(message: Message): Promise<void> {
    this.#worker.postMessage(message);
  }

  end(): void {}
}

interface Served {
  readonly client: TestClient;
  readonly worker: Worker;
}

function serve(files: Repository): Served {
  const bundle = readFileSync(`${root}dist/web-server.cjs`, 'utf8');
  const worker = new Worker(`${asInBrowser}${bundle}\n})();`, { eval: true });
  const connection = createMessageConnection(new WorkerReader(worker), new WorkerWriter(worker));
  const client = new TestClient(connection, {
    'workspace/configuration': ({ items }: { items: unknown[] }) => items.map(() => null),
    'menderLint/listFolders': (params: ListFoldersParams) => files.list(params),
    'menderLint/readFiles': (params: ReadFilesParams) => files.give(params),
    'menderLint/sources': () => `${root}dist/sources.cjs`,
  });
  return { client, worker };
}

async function whileServed(files: Repository, use: (client: TestClient) => Promise<void>): Promise<void> {
  const { client, worker } = serve(files);
  try {
    await client.start(pushOnly, undefined, [repository]);
    await use(client);
  } finally {
    client.connection.dispose();
    await worker.terminate();
  }
}

/** Codes of the next findings that are sent, for any file. */
async function nextFindings(client: TestClient): Promise<readonly [path: string, codes: readonly unknown[]]> {
  const { params } = await client.next('textDocument/publishDiagnostics');
  const { uri, diagnostics } = params as { uri: string; diagnostics: { code: unknown }[] };
  assert.ok(uri.startsWith(`${repository}/`), uri);
  return [decodeURIComponent(uri.slice(repository.length + 1)), diagnostics.map(({ code }) => code)];
}

describe('the server in a browser', () => {
  it('checks files that are not open, with the options of their project', async () => {
    const files = new Repository({
      'a b/%41/run#1.sh': 'mender commit\n',
      'project/.mender-lint.json': '{ "rules": { "mender-commit": "off" } }',
      'project/run.sh': 'mender commit\nmender rollback\n',
      'README.md': 'mender commit',
      '.gitignore': 'out/\n',
      'out/a.sh': 'mender commit\n',
    });
    await whileServed(files, async client => {
      const found = [await nextFindings(client), await nextFindings(client)];
      assert.deepEqual(Object.fromEntries(found), {
        'a b/%41/run#1.sh': ['mender-commit'],
        'project/run.sh': ['mender-rollback'],
      });
    });
    assert.deepEqual(files.read.toSorted(), [
      '.gitignore',
      'a b/%41/run#1.sh',
      'project/.mender-lint.json',
      'project/run.sh',
    ]);
  });

  it('checks documents as they are in their editor, unsaved new ones included', async () => {
    await whileServed(
      new Repository({ '.mender-lint.json': '{ "rules": { "mender-commit": "off" } }' }),
      async client => {
        const uri = `${repository}/a.sh`;
        await client.open(uri, 'mender commit\nmender rollback\n');
        assert.deepEqual(await nextFindings(client), ['a.sh', ['mender-rollback']]);
        await client.open('untitled:Untitled-1', 'mender commit\n');
        assert.equal((await client.diagnostics('untitled:Untitled-1'))[0]?.code, 'mender-commit');
      },
    );
  });

  it('reads programs if strings are included', async () => {
    const { client, worker } = serve(new Repository({}));
    try {
      await client.start(pushOnly, { include: ['strings'] }, [repository]);
      await client.open('untitled:a.py', 'os.system("mender commit")\n', 'python');
      assert.equal((await client.diagnostics('untitled:a.py'))[0]?.code, 'mender-commit');
    } finally {
      client.connection.dispose();
      await worker.terminate();
    }
  });

  it('serves documents though their workspace cannot be read', async () => {
    const { client, worker } = serve(new Repository({}));
    try {
      await client.start(pushOnly, undefined, ['vscode-vfs://other/repository']);
      await client.open('untitled:Untitled-1', 'mender commit\n');
      assert.equal((await client.diagnostics('untitled:Untitled-1'))[0]?.code, 'mender-commit');
    } finally {
      client.connection.dispose();
      await worker.terminate();
    }
  });
});
