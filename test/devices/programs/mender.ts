/** The client's own programs: what their parsers refuse, what they do, what they print. */
import { posix } from 'node:path';
import type { Device } from '../device.ts';
import { newClient, oldClient } from '../facts/client.ts';
import {
  authCommands,
  deprecatedCommands,
  oldCommands,
  oldDump,
  oldGlobals,
  oldLogLevels,
  setupProgram,
  snapshotDump,
  snapshotGlobals,
  updateCommands,
} from '../facts/command-lines.ts';
import { type Answer, done, type Generation, type Request } from '../model.ts';
import { type GoParsed, readGoFlags, refusedValue } from './go-command-line.ts';
import { readNewCommandLine } from './new-command-line.ts';

const usage = 'NAME:\n   mender - manage and start the Mender client\n';

function refuse(device: Device, { program, args }: Request, message: string, code = 1): Answer {
  device.failed([program, ...args].join(' '));
  return done(code, '', `${message}\n`);
}

/** Options that identify the client, in one order; those about logging are left out. */
function chosen(values: ReadonlyMap<string, string>): string {
  const names = [
    'config',
    'fallback-config',
    'data',
    'trusted-certs',
    'skipverify',
    'forcebootstrap',
    'reboot-exit-code',
    'device-type',
    'username',
    'password',
    'server-url',
    'server-ip',
    'server-cert',
    'tenant-token',
    'inventory-poll',
    'retry-poll',
    'update-poll',
    'hosted-mender',
    'demo',
    'demo-server',
    'demo-polling',
    'source',
    'compression',
    'stop-before',
  ];
  return names.flatMap(name => (values.has(name) ? [` --${name}=${values.get(name)}`] : [])).join('');
}

export function mender(device: Device, request: Request): Answer {
  const { args } = request;
  for (const word of args) {
    const name = word.replace(/^-/, '');
    if (word === `-${name}` && deprecatedCommands.includes(name))
      return refuse(device, request, `deprecated command "-${name}", use "${name}" instead`);
    if (word === '-info' || word === '-debug')
      return refuse(device, request, `deprecated flag "-${name}", use "--log-level ${name}" instead`);
  }
  const globals = readGoFlags(args, oldGlobals);
  if (typeof globals === 'string') return refuse(device, request, globals);
  const { values, rest } = globals;
  const [command = '', ...words] = rest;
  if (values.has('version')) return version(device, request, `${oldClient.version}\truntime: go1.19.8`);
  if (values.has('help') || command === '') return help(device, request);
  if (command === 'help' || command === 'h') return helpOn(device, request, words);
  const level = values.get('log-level');
  if (level !== undefined && !oldLogLevels.includes(level.toLowerCase()))
    return refuse(device, request, `not a valid logrus Level: "${level}"`);
  const known = oldCommands[command];
  if (!known) return refuse(device, request, `No help topic for '${command}'`, 3);
  const own = readGoFlags(words, known.flags);
  if (typeof own === 'string') return refuse(device, request, own);
  if (own.values.has('help')) return help(device, request);
  if (command === 'snapshot') return oldSnapshot(device, request, globals, own);
  if (command === 'install' && own.rest.length === 0) return refuse(device, request, usage);
  const [extra] = own.rest;
  // Those two ignore their arguments no less than `install` does.
  const ignoresExtra =
    known.ignoresRest || command === 'check-update' || command === 'send-inventory' || command === 'setup';
  if (extra !== undefined && !ignoresExtra)
    return refuse(device, request, `Ambiguous arguments given - unrecognized argument: ${extra}`);
  const all = new Map([...values, ...own.values]);
  if (command === 'setup') {
    // A global --config is ignored, and global --trusted-certs replaces --server-cert.
    all.delete('config');
    for (const name of ['config', 'server-cert']) if (own.values.has(name)) all.set(name, own.values.get(name)!);
    const certificate = own.values.get('server-cert') ?? values.get('trusted-certs');
    if (certificate) all.set('server-cert', certificate);
    for (const name of ['trusted-certs', 'skipverify', 'forcebootstrap', 'fallback-config']) all.delete(name);
    return setup(device, 'old', all);
  }
  return act(device, request, command, all, extra);
}

function helpOn(device: Device, request: Request, [topic]: readonly string[]): Answer {
  return topic === undefined || oldCommands[topic]
    ? help(device, request)
    : refuse(device, request, `No help topic for '${topic}'`, 3);
}

function help(device: Device, request: Request): Answer {
  device.probe([request.program, ...request.args].join(' '), 'help');
  return done(0, usage);
}

function version(device: Device, request: Request, text: string): Answer {
  device.probe([request.program, ...request.args].join(' '), text);
  return done(0, `${text}\n`);
}

function oldSnapshot(device: Device, request: Request, globals: GoParsed, { rest }: GoParsed): Answer {
  const [verb, ...words] = rest;
  if (verb === undefined || verb === 'help' || verb === 'h') return help(device, request);
  if (verb !== 'dump') return refuse(device, request, `No help topic for '${verb}'`, 3);
  const own = readGoFlags(words, oldDump.flags);
  if (typeof own === 'string') return refuse(device, request, own);
  const data = globals.values.get('data');
  return dump(device, request, data === undefined ? own.values : new Map([...own.values, ['data', data]]));
}

function dump(device: Device, request: Request, values: ReadonlyMap<string, string>): Answer {
  if (values.has('help')) return help(device, request);
  const compression = values.get('compression');
  if (compression !== undefined && compression !== 'none' && compression !== 'gzip')
    return refuse(device, request, `Unknown compression '${compression}'`);
  device.act(`snapshot${chosen(values)}`, [], request.program === 'mender' ? 'old' : 'new');
  return done(0, 'snapshot of the root file system\n');
}

function setup(device: Device, by: Generation, values: ReadonlyMap<string, string>): Answer {
  device.act(`setup${chosen(values)}`, [], by);
  return done(0, 'Mender Client Setup\n');
}

/** The effect of both generations' commands on the device. */
function act(
  device: Device,
  request: Request,
  command: string,
  values: ReadonlyMap<string, string>,
  operand?: string,
): Answer {
  const isOld = request.program === 'mender';
  const by = isOld ? 'old' : 'new';
  const unit = device.units.get(
    isOld ? 'mender-client' : request.program === 'mender-auth' ? 'mender-authd' : 'mender-updated',
  );
  switch (command) {
    case 'show-artifact':
    case 'show-provides':
      return show(device, request, command, isOld);
    case 'check-update':
    case 'send-inventory':
      if (unit?.run !== 'active') return refuse(device, request, `failed to force ${command}: the daemon does not run`);
      device.act(command, [], by);
      return done();
    case 'commit':
    case 'rollback':
      device.act(`${command}${chosen(values)}`, [], by);
      if (isOld && lacksData(device, request, values)) return done(1, '', 'no such file or directory\n');
      if (!device.pending)
        return done(2, isOld ? '' : 'No update in progress.\n', isOld ? `There is nothing to ${command}\n` : '');
      device.pending = false;
      return done(0, command === 'commit' && !isOld ? 'Committed.\n' : '');
    case 'install':
      device.act(`install ${operand}${chosen(values)}`, [], by);
      device.pending = true;
      return done(
        values.has('reboot-exit-code') ? 4 : 0,
        "Use 'commit' to update, or 'rollback' to roll back the update.\n",
      );
    case 'daemon':
      device.act(`daemon${chosen(values)}`, [request.program]);
      return done();
    default:
      device.act(`${command}${chosen(values)}`, [], by);
      return done();
  }
}

/** 3.x opens its store before it checks whether there is anything to do. */
function lacksData(device: Device, { folder }: Request, values: ReadonlyMap<string, string>): boolean {
  const data = values.get('data');
  return data !== undefined && !device.files.exists(posix.resolve(folder, data).slice(1));
}

function show(device: Device, request: Request, command: string, isOld: boolean): Answer {
  const text = [request.program, ...request.args].join(' ');
  const { artifact } = device;
  device.probe(text, artifact || 'unnamed');
  if (command === 'show-provides') {
    const provides = [`artifact_name=${artifact || 'unknown'}`, 'device_type=rpi4', `rootfs-image.version=${artifact}`];
    // 3.x sorts them and adds the device's type, 4.x does neither.
    const lines = isOld ? provides : provides.filter(line => !line.startsWith('device_type')).toReversed();
    return done(0, `${lines.join('\n')}\n`);
  }
  if (artifact !== '') return done(0, `${artifact}\n`);
  return isOld
    ? done(1, '', 'The Artifact name is empty. Please set a valid name for the Artifact!\n')
    : done(0, 'unknown\n');
}

export function menderUpdate(device: Device, request: Request): Answer {
  return ofNewClient(device, request, updateCommands);
}

export function menderAuth(device: Device, request: Request): Answer {
  return ofNewClient(device, request, authCommands);
}

function ofNewClient(device: Device, request: Request, commands: typeof updateCommands): Answer {
  const parsed = readNewCommandLine(request.args, commands);
  switch (parsed.kind) {
    case 'help':
      return help(device, request);
    case 'version':
      return version(device, request, newClient.version);
    case 'refused':
      return refuse(device, request, parsed.message);
    case 'command': {
      const values = new Map(parsed.values);
      const data = values.get('datastore');
      if (data !== undefined) values.set('data', data);
      return act(device, request, parsed.command, values, parsed.operand);
    }
  }
}

export function menderSetup(device: Device, request: Request): Answer {
  const parsed = readGoFlags(request.args, setupProgram.flags);
  if (typeof parsed === 'string') return refuse(device, request, `Incorrect Usage: ${parsed}`);
  if (parsed.values.has('help')) return help(device, request);
  if (parsed.values.has('version')) return version(device, request, '1.0.3');
  const wrong = refusedValue(parsed, setupProgram.flags);
  return wrong === undefined ? setup(device, 'new', parsed.values) : refuse(device, request, wrong);
}

export function menderSnapshot(device: Device, request: Request): Answer {
  const globals = readGoFlags(request.args, snapshotGlobals);
  if (typeof globals === 'string') return refuse(device, request, globals);
  if (globals.values.has('version')) return version(device, request, '1.0.0');
  const [verb, ...words] = globals.rest;
  if (globals.values.has('help') || verb === undefined || verb === 'help' || verb === 'h') return help(device, request);
  if (verb !== 'dump') return refuse(device, request, `No help topic for '${verb}'`, 3);
  const own = readGoFlags(words, snapshotDump.flags);
  return typeof own === 'string' ? refuse(device, request, own) : dump(device, request, own.values);
}
