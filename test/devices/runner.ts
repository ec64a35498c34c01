/**
 * Runs scripts on one device in one situation: starts the native program that enters it, and receives the requests of
 * its stand-ins.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Device } from './device.ts';
import type { Tree } from './files.ts';
import { DeviceFiles } from './files.ts';
import type { Answer, Generation, Request, Situation, Trace } from './model.ts';
import type { Parts } from './packages.ts';
import { answer } from './programs/answer.ts';
import { activate } from './programs/bus.ts';

export interface Script {
  readonly text: string;
  readonly args?: readonly string[];
}

const LONGEST_OUTPUT = 20_000;
const PATH = '/opt/device/script.sh';

export class Runner {
  readonly device: Device;
  readonly #folder: string;
  readonly #situation: Situation;
  readonly #server: Server;
  readonly #child: ChildProcess;
  #heard: ((line: string | undefined) => void) | undefined;
  #complaint = '';
  /** The last request: a device runs one script at a time. */
  #last: Promise<unknown> = Promise.resolve();

  static async start(generation: Generation, situation: Situation, tree: Tree, built: Parts): Promise<Runner> {
    const runner = new Runner(generation, situation, tree, built);
    const first = await runner.#line();
    if (first === 'ready') return runner;
    await runner.stop();
    throw new Error(`A simulated device cannot be entered: ${runner.#complaint.trim() || 'its runner ended'}`);
  }

  private constructor(generation: Generation, situation: Situation, tree: Tree, built: Parts) {
    this.#situation = situation;
    this.#folder = mkdtempSync(join(tmpdir(), 'mender-device-'));
    const root = join(this.#folder, 'root');
    mkdirSync(root);
    const files = new DeviceFiles(root);
    files.build(tree);
    this.device = new Device(generation, files, readFileSync(built.device));
    this.#server = createServer({ allowHalfOpen: true }, socket =>
      hear(socket, request => answer(this.device, request)),
    );
    this.#server.listen(join(root, 'run/harness'));
    files.writeTransient(PATH.slice(1), '');
    files.restoreTimes(['run', 'opt/device']);
    writeFileSync(join(this.#folder, 'entries'), files.entries());
    this.#child = spawn(built.device, ['run', root, this.#folder], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child.stderr?.on('data', text => (this.#complaint += String(text)));
    createInterface({ input: this.#child.stdout! }).on('line', line => this.#heard?.(line));
    this.#child.on('exit', () => this.#heard?.(undefined));
    this.#child.on('error', error => {
      this.#complaint += error.message;
      this.#heard?.(undefined);
    });
    this.#child.stdin?.on('error', () => this.#heard?.(undefined));
  }

  /** The trace of a script on this device. */
  run(script: Script): Promise<Trace> {
    const trace = this.#last.then(() => this.#run(script));
    this.#last = trace.catch(() => undefined);
    return trace;
  }

  async #run(script: Script): Promise<Trace> {
    const { device } = this;
    device.files.putBack();
    device.reset(this.#situation);
    device.files.writeTransient(PATH.slice(1), script.text);
    // The shell's own `kill` would not know the device's processes.
    const isBash = /^#!.*\bbash\b/.test(script.text) || /^#!.*\bbash\b/m.test(script.text.slice(0, 200));
    const words = isBash ? ['/bin/bash', PATH] : ['/bin/dash', '-c', '. /usr/lib/device/kill.sh; . "$0"', PATH];
    const line = this.#line();
    this.#child.stdin?.write(`${[...words, ...(script.args ?? [])].join('\t')}\n`);
    const answered = await line;
    if (answered === undefined) throw new Error(`The runner of the simulated device ended: ${this.#complaint}`);
    activate(device);
    device.haveOldClient(false);
    const { events, namedBoth, isCut } = device;
    const read = (name: string) => readFileSync(join(this.#folder, name), 'utf8').slice(0, LONGEST_OUTPUT);
    const [code, state] = answered.split(' ');
    const files = device.files.changes(state === 'untouched');
    // What took too long would also go on for ever.
    const cut = isCut || code === '-1';
    const trace = { generation: device.generation, events, files, namedBoth, cut };
    return { ...trace, code: cut ? -1 : Number(code), out: read('out'), err: read('err') };
  }

  async stop(): Promise<void> {
    this.#child.stdin?.end();
    // It ends with its input.
    if (this.#child.exitCode === null && this.#child.signalCode === null)
      await new Promise(resolve => this.#child.once('exit', resolve));
    await new Promise(resolve => this.#server.close(resolve));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #line(): Promise<string | undefined> {
    return new Promise(resolve => {
      this.#heard = resolve;
      if (this.#child.exitCode !== null) resolve(undefined);
    });
  }
}

/** Reads requests from a stand-in and writes the answers; a second message is its standard input. */
function hear(socket: Socket, respond: (request: Request) => Answer): void {
  let waiting = Buffer.alloc(0);
  let request: Request | undefined;
  socket.on('error', () => socket.destroy());
  socket.on('end', () => socket.end());
  socket.on('data', chunk => {
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    while (waiting.length >= 4) {
      const size = waiting.readUInt32LE(0);
      if (waiting.length < 4 + size) return;
      const text = waiting.toString('utf8', 4, 4 + size);
      waiting = waiting.subarray(4 + size);
      if (request) request = { ...request, input: text };
      else {
        const [folder = '/', program = '', ...args] = text.slice(0, -1).split('\0');
        request = { folder, program, args, input: undefined };
      }
      socket.write(written(respond(request)));
    }
  });
}

function written(answered: Answer): Buffer {
  const letter = { done: 'd', instead: 'x', input: 'i', cut: 'k' }[answered.kind];
  const out =
    answered.kind === 'instead'
      ? `${answered.words.join('\0')}\0`
      : answered.kind === 'done'
        ? (answered.out ?? '')
        : '';
  const err = answered.kind === 'done' ? (answered.err ?? '') : '';
  const code = answered.kind === 'done' ? answered.code : 0;
  const sized = (text: string) => {
    const bytes = Buffer.from(text);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(bytes.length);
    return [size, bytes];
  };
  return Buffer.concat([Buffer.from(letter), Buffer.from([code]), ...sized(out), ...sized(err)]);
}
