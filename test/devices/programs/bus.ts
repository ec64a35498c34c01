/** dbus-send, busctl, gdbus: a name has an owner while its daemon runs; since 5.1 a call starts mender-authd. */
import type { Device, Unit } from '../device.ts';
import { type Answer, done, type Request } from '../model.ts';

const mender = /^io\.mender\./;

/** org.freedesktop.systemd1(5): methods of the manager that equal a verb of systemctl. */
const jobs: Readonly<Record<string, string>> = {
  StartUnit: 'start',
  StopUnit: 'stop',
  RestartUnit: 'restart',
  TryRestartUnit: 'try-restart',
  ReloadOrRestartUnit: 'reload-or-restart',
};

interface Call {
  readonly name: string;
  readonly method: string;
  readonly args: string;
}

function read({ program, args }: Request): Call {
  const words = args.filter(word => !word.startsWith('-'));
  if (program === 'dbus-send') {
    const name = args.find(word => word.startsWith('--dest='))?.slice('--dest='.length) ?? '';
    const [, method = '', ...rest] = words;
    return {
      name,
      method: method.slice(method.lastIndexOf('.') + 1),
      args: rest.map(word => word.replace(/^\w+:/, '')).join(' '),
    };
  }
  if (program === 'gdbus') {
    const after = (...options: string[]) => args[args.findIndex(word => options.includes(word)) + 1] ?? '';
    const method = words[0] === 'call' ? after('-m', '--method') : 'Introspect';
    const at = args.findIndex(word => word === '-m' || word === '--method');
    return {
      name: after('-d', '--dest'),
      method: method.slice(method.lastIndexOf('.') + 1),
      args: at < 0 ? '' : args.slice(at + 2).join(' '),
    };
  }
  const [verb = '', name = '', , , method = '', , ...rest] = words;
  return { name, method: verb === 'call' ? method : verb, args: verb === 'call' ? rest.join(' ') : '' };
}

export function bus(device: Device, request: Request): Answer {
  const call = read(request);
  const text = [request.program, ...request.args].join(' ');
  const job = call.name === 'org.freedesktop.systemd1' ? jobs[call.method] : undefined;
  if (job) return { kind: 'instead', words: ['systemctl', job, call.args.split(' ')[0]!.replaceAll(/["']/g, '')] };
  if (!mender.test(call.name)) {
    if (request.program === 'busctl' && (call.method === 'list' || call.method === '')) return names(device, text);
    device.other(text);
    return done();
  }
  const owner = ownerOf(device, call.name);
  if (!owner) {
    device.failed(text);
    return done(
      1,
      '',
      `Error org.freedesktop.DBus.Error.ServiceUnknown: The name ${call.name} was not provided by any .service files\n`,
    );
  }
  if (!['SetUpdateControlMap', 'FetchJwtToken'].includes(call.method)) {
    device.probe(text, 'answered');
    return done(0, '   string "token"\n   string "https://hosted.mender.io"\n');
  }
  device.act(`bus ${call.method} ${call.args}`.trim(), []);
  return done(0, '   boolean true\n');
}

function ownerOf(device: Device, name: string): Unit | undefined {
  const owners = [...device.units.values()].filter(({ client }) => client?.busNames.includes(name));
  const running = owners.find(({ run }) => run === 'active');
  if (running) return running;
  const activated = owners.find(
    unit => unit.name === 'mender-authd' && device.generation === 'new' && !device.isMasked(unit.name),
  );
  if (activated) wake(device, activated);
  return activated;
}

function wake(device: Device, unit: Unit): void {
  unit.run = 'active';
  unit.pid = device.newPid();
  device.record({ kind: 'note', text: `D-Bus starts ${unit.name}` });
}

/**
 * mender-updated, mender-connect and others request the token repeatedly: a stopped mender-authd does not stay stopped.
 */
export function activate(device: Device): void {
  const unit = device.units.get('mender-authd');
  if (unit?.run === 'inactive' && !device.isMasked(unit.name)) {
    const updated = device.units.get('mender-updated');
    if (updated?.run === 'active') wake(device, unit);
  }
}

function names(device: Device, text: string): Answer {
  const owned = [...device.units.values()].flatMap(({ run, client }) =>
    run === 'active' && client ? client.busNames : [],
  );
  device.probe(text, owned.join(' '));
  return done(0, owned.map(name => `${name} 1 x root :1.1 x - -\n`).join(''));
}
