/**
 * Passes on messages that conform to the protocol, and refuses all others before any handler sees them: a request gets
 * an error, a notification is dropped. Does not look at texts and settings.
 */
import { ErrorCodes, type Message, type MessageReader, type MessageWriter, ResponseError } from 'vscode-languageserver';

type Refusal = readonly [code: number, why: string];

/** The stage of a server's life. */
type Stage = 'new' | 'initialized' | 'shut-down';

/** The reader for a connection. `drop` receives the reason why a message was dropped. */
export function gated(reader: MessageReader, writer: MessageWriter, drop: (why: string) => void): MessageReader {
  const gate = new Gate();
  const listen: MessageReader['listen'] = callback =>
    reader.listen(message => {
      const refusal = gate.refuse(message);
      if (!refusal) return callback(message);
      const [code, why] = refusal;
      const { id } = membersOf(message);
      if (membersOf(message)['method'] === undefined || !isId(id)) return drop(why);
      const response = { jsonrpc: '2.0', id, error: new ResponseError(code, why).toJson() };
      writer.write(response as Message).catch(() => undefined);
    });
  return {
    listen,
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
  };
}

export class Gate {
  #stage: Stage = 'new';

  refuse(message: unknown): Refusal | undefined {
    const { method, id, params } = membersOf(message);
    if (!isObject(message)) return [ErrorCodes.InvalidRequest, 'a message is an object'];
    if (method === undefined) return isAnswer(message) ? undefined : [ErrorCodes.InvalidRequest, 'no method'];
    if (typeof method !== 'string') return [ErrorCodes.InvalidRequest, 'the method is no text'];
    if (id !== undefined && !isId(id)) return [ErrorCodes.InvalidRequest, 'the id is neither a text nor a number'];
    const refusal = this.#outOfTurn(method, id !== undefined) ?? wrongParams(method, params);
    if (!refusal && method === 'initialize') this.#stage = 'initialized';
    if (!refusal && method === 'shutdown' && id !== undefined) this.#stage = 'shut-down';
    return refusal;
  }

  #outOfTurn(method: string, isRequest: boolean): Refusal | undefined {
    if (method === 'exit') return undefined;
    if (this.#stage === 'shut-down') return [ErrorCodes.InvalidRequest, 'the server has been shut down'];
    if (method === 'initialize') {
      if (!isRequest) return [ErrorCodes.InvalidRequest, '`initialize` is a request'];
      if (this.#stage !== 'new') return [ErrorCodes.InvalidRequest, 'the server is initialized already'];
      return undefined;
    }
    if (this.#stage === 'new') return [ErrorCodes.ServerNotInitialized, 'the server is not initialized'];
    return undefined;
  }
}

type Check = (value: unknown) => boolean;

const isText: Check = value => typeof value === 'string';
const isCount: Check = value => Number.isInteger(value) && (value as number) >= 0;
const isId: Check = value => isText(value) || Number.isInteger(value);
const isPosition = shape({ line: isCount, character: isCount });
const isRange = shape({ start: isPosition, end: isPosition });
const isIdentifier = shape({ uri: isText });
const areFolders = list(shape({ uri: isText }));

/** For members that may be anywhere, and those of one method. */
const everywhere = shape({
  textDocument: optional(isIdentifier),
  position: optional(isPosition),
  range: optional(isRange),
});
const byMethod: Readonly<Record<string, Check>> = {
  initialize: shape({
    capabilities: isObject,
    processId: nullable(Number.isInteger),
    rootUri: nullable(isText),
    workspaceFolders: nullable(areFolders),
  }),
  '$/cancelRequest': shape({ id: isId }),
  'textDocument/didOpen': shape({ textDocument: shape({ uri: isText, text: isText, languageId: isText }) }),
  'textDocument/didChange': shape({
    textDocument: isIdentifier,
    contentChanges: list(shape({ text: isText, range: optional(isRange) })),
  }),
  'textDocument/didClose': shape({ textDocument: isIdentifier }),
  'textDocument/diagnostic': shape({ textDocument: isIdentifier }),
  'textDocument/hover': shape({ textDocument: isIdentifier, position: isPosition }),
  'textDocument/completion': shape({ textDocument: isIdentifier, position: isPosition }),
  'textDocument/codeAction': shape({
    textDocument: isIdentifier,
    range: isRange,
    context: shape({ diagnostics: list(isObject), only: optional(list(isText)) }),
  }),
  'workspace/didChangeWorkspaceFolders': shape({ event: shape({ added: areFolders, removed: areFolders }) }),
  'workspace/didChangeWatchedFiles': shape({ changes: list(shape({ uri: isText })) }),
  'workspace/diagnostic': shape({ previousResultIds: optional(list(shape({ uri: isText, value: isText }))) }),
};

function wrongParams(method: string, params: unknown): Refusal | undefined {
  const refusal: Refusal = [ErrorCodes.InvalidParams, `wrong parameters of \`${method.slice(0, 100)}\``];
  const expected = Object.hasOwn(byMethod, method) ? byMethod[method] : undefined;
  // Parameters by position: no method here has them.
  if (params === undefined || params === null || Array.isArray(params)) return expected ? refusal : undefined;
  return isObject(params) && everywhere(params) && (expected?.(params) ?? true) ? undefined : refusal;
}

function shape(members: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(members);
  return value => isObject(value) && checks.every(([name, check]) => check(membersOf(value)[name]));
}

function list(check: Check): Check {
  return value => Array.isArray(value) && value.every(check);
}

function optional(check: Check): Check {
  return value => value === undefined || check(value);
}

function nullable(check: Check): Check {
  return value => value === undefined || value === null || check(value);
}

/** JSON-RPC 2.0, 5: a response has an id and a result, or an error. */
function isAnswer(message: object): boolean {
  const { id } = membersOf(message);
  return (id === null || isId(id)) && ('result' in message || 'error' in message);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
