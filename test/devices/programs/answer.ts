/** The answer of a stand-in, by the name it was called by. */
import type { Device } from '../device.ts';
import { type Answer, done, mark, type Request } from '../model.ts';
import { activate, bus } from './bus.ts';
import { mender, menderAuth, menderSetup, menderSnapshot, menderUpdate } from './mender.ts';
import { apt, dpkg, dpkgQuery, opkg, rpm } from './packages.ts';
import { kill, killall, pgrep, pidof, pkill, ps } from './processes.ts';
import { recorded, wrappers } from './stand-ins.ts';
import { initLinks, service, systemctl } from './systemctl.ts';
import { wrapper } from './wrappers.ts';

type Program = (device: Device, request: Request) => Answer;

/** A loop that waits, or calls, more often goes on for ever as far as a trace can show. */
const MOST_WAITS = 8;
const MOST_CALLS = 120;

const programs: Readonly<Record<string, Program>> = {
  mender,
  'mender-auth': menderAuth,
  'mender-setup': menderSetup,
  'mender-snapshot': menderSnapshot,
  'mender-update': menderUpdate,
  systemctl,
  service,
  'invoke-rc.d': service,
  'update-rc.d': initLinks,
  chkconfig: initLinks,
  pidof,
  pgrep,
  pkill,
  killall,
  kill,
  ps,
  journalctl,
  dpkg,
  'dpkg-query': dpkgQuery,
  'apt-get': apt,
  apt,
  aptitude: apt,
  dnf: apt,
  yum: apt,
  rpm,
  opkg,
  'dbus-send': bus,
  busctl: bus,
  gdbus: bus,
  [mark]: marks,
  sleep,
  usleep: sleep,
  tail,
  date: (_, { args }) =>
    done(0, args.some(word => word.startsWith('+%s')) ? '1577836800\n' : 'Wed Jan  1 00:00:00 UTC 2020\n'),
  ...Object.fromEntries(wrappers.map(name => [name, wrapper])),
};

const alsoRecorded = new Set<string>(recorded);
/** They read their input when no operand says otherwise. */
const readers = new Set(['logger', 'mail', 'sendmail', 'wall', 'systemd-cat', 'crontab', 'mosquitto_pub']);

export function answer(device: Device, request: Request): Answer {
  device.calls++;
  if (device.calls > MOST_CALLS || device.isCut) return cut(device);
  const program = programs[request.program];
  if (program) return program(device, request);
  if (alsoRecorded.has(request.program)) return record(device, request);
  return done(127, '', `${request.program}: not found\n`);
}

function cut(device: Device): Answer {
  device.isCut = true;
  return { kind: 'cut' };
}

function record(device: Device, request: Request): Answer {
  const { program, args, input } = request;
  const operands = args.filter((word, at) => !word.startsWith('-') && !/^-[tpsuf]$/.test(args[at - 1] ?? ''));
  const reads = readers.has(program) && (operands.length === 0 || program === 'mail') && !args.includes('-l');
  if (reads && input === undefined) return { kind: 'input' };
  device.other([program, ...args, ...(input ? [`<<< ${JSON.stringify(input)}`] : [])].join(' '));
  return done();
}

function sleep(device: Device, { program, args }: Request): Answer {
  device.waits++;
  device.record({ kind: 'wait', text: [program, ...args].join(' ') });
  activate(device);
  return device.waits > MOST_WAITS ? cut(device) : done();
}

/** It has no effect on a script. */
function marks(device: Device, { args: [at, client] }: Request): Answer {
  device.calls--;
  device.record({ kind: 'note', text: `mark ${at}` });
  if (client === 'one') device.isAlwaysOne = true;
  device.haveOldClient(client === 'old');
  return done();
}

/** Followed, it would not end. */
function tail(_: Device, { args }: Request): Answer {
  const kept = args.filter(word => !/^-[fF]$|^--follow/.test(word));
  return { kind: 'instead', words: ['busybox', 'tail', ...kept] };
}

function journalctl(device: Device, { program, args }: Request): Answer {
  const text = [program, ...args].join(' ');
  const named = [...device.units.values()].filter(
    ({ name, client }) => client && new RegExp(`\\b(?:${name}|${client.program})(?![\\w-])`).test(text),
  );
  device.probe(text, named.map(({ name }) => name).join(' ') || 'nothing of the client');
  const lines = named.map(({ pid, client }) =>
    client?.program === 'mender'
      ? `Jan 01 00:00:00 device mender[${pid}]: time="2020-01-01T00:00:00Z" level=info msg="Daemon started"\n`
      : `Jan 01 00:00:00 device ${client?.program}[${pid}]: record_id=1 severity=info name="Global" msg="Daemon started"\n`,
  );
  return done(0, lines.length > 0 ? lines.join('') : '-- No entries --\n');
}
