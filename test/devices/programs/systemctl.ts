/**
 * systemctl and programs that use it: units of the client change, all others are recorded. Messages and exit codes are
 * systemd 252's.
 */
import type { Device, Unit } from '../device.ts';
import { type Answer, done, type Request } from '../model.ts';

const valued = new Set([
  '-p',
  '--property',
  '-s',
  '--signal',
  '-t',
  '--type',
  '--state',
  '-n',
  '--lines',
  '-o',
  '--output',
  '-H',
  '--host',
  '-M',
  '--machine',
  '--root',
  '--kill-who',
  '--kill-whom',
  '--job-mode',
  '--preset-mode',
  '--timestamp',
  '-P',
  '--what',
  '--drop-in',
]);

interface CommandLine {
  readonly verb: string;
  readonly units: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

function read(args: readonly string[]): CommandLine {
  const words: string[] = [];
  const options = new Map<string, string>();
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!;
    if (!word.startsWith('-')) words.push(word);
    else if (word.includes('=')) options.set(word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1));
    else if (valued.has(word)) options.set(word, args[++at] ?? '');
    else if (/^-[ps]\S/.test(word)) options.set(word.slice(0, 2), word.slice(2));
    else options.set(word, '');
  }
  const [verb = 'list-units', ...units] = words;
  return { verb, units, options };
}

const kinds = /\.(?:service|timer|socket|target|mount|path|slice|device|scope|swap|automount)$/;
const isService = (name: string) => !kinds.test(name) || name.endsWith('.service');
const bare = (name: string) => name.replace(/\.service$/, '');

/** Jobs: what systemd calls them, and whether a missing unit gives another exit code. */
const jobs = new Set([
  'start',
  'stop',
  'restart',
  'try-restart',
  'condrestart',
  'reload',
  'reload-or-restart',
  'try-reload-or-restart',
  'force-reload',
]);
const fileVerbs = new Set(['enable', 'disable', 'reenable', 'preset', 'mask', 'unmask', 'revert']);
const newUnit = /^mender-(?:authd|updated)$/;
const menderName = /^mender(?:-client|-auth|-authd|-update|-updated)?$/;

export function systemctl(device: Device, { args }: Request): Answer {
  const line = read(args);
  const { verb, units } = line;
  if (['reboot', 'poweroff', 'halt', 'kexec', 'suspend', 'rescue', 'emergency', 'isolate', 'default'].includes(verb))
    return other(device, `systemctl ${args.join(' ')}`);
  if (['daemon-reload', 'daemon-reexec', 'set-environment', 'import-environment', 'unset-environment'].includes(verb))
    return other(device, `systemctl ${verb}`);
  const names = expanded(device, units);
  if (verb === 'is-active' || verb === 'is-failed') return isState(device, line, names);
  if (verb === 'is-enabled') return isEnabled(device, line, names);
  if (verb === 'is-system-running') return done(0, 'running\n');
  if (verb === 'status') return status(device, line, names);
  if (verb === 'show') return show(device, line, names);
  if (verb === 'cat') return cat(device, names);
  if (['list-units', 'list-unit-files', 'list-dependencies'].includes(verb)) return list(device, line);
  const rest = names.filter(name => !concerns(device, name));
  if (rest.length > 0) device.other(`systemctl ${verb} ${rest.join(' ')}`);
  const own = names.filter(name => concerns(device, name));
  if (own.length === 0) return done();
  if (own.includes('mender-client') && own.some(name => newUnit.test(name))) device.namedBoth = true;
  const isRaised = /^(?:re)?start|enable|or-restart/.test(verb) && own.some(name => newUnit.test(name));
  const answered = jobs.has(verb)
    ? job(device, verb, own)
    : fileVerbs.has(verb)
      ? unitFiles(device, line, own)
      : manage(device, line, own);
  const isDone = answered.kind === 'done' && answered.code === 0;
  if (isDone && isRaised && !own.includes('mender-client')) device.knowsBoth = !device.isAlwaysOne;
  return answered;
}

function other(device: Device, text: string): Answer {
  device.other(text);
  return done();
}

/** A unit of the client, or a missing one with a similar name. */
function concerns(device: Device, name: string): boolean {
  return menderName.test(name) || device.units.get(name)?.client !== undefined;
}

function expanded(device: Device, units: readonly string[]): string[] {
  return units.flatMap(word => {
    if (!isService(word)) return [word];
    const name = bare(word);
    if (!/[*?[]/.test(name)) return [name];
    const pattern = new RegExp(
      `^${name.replace(/[.+]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.')}(?:\\.service)?$`,
    );
    return [...device.units.values()]
      .filter(({ name, run }) => run !== 'inactive' && pattern.test(name))
      .map(({ name }) => name);
  });
}

const raising = /^(?:(?:re)?start|(?:re)?enable|unmask|reload-or-restart|force-reload|reset-failed)$/;

function unitsOf(device: Device, verb: string, names: readonly string[]): Unit[] {
  const units = names.flatMap(name => device.unit(name) ?? []);
  return [...new Set(units.flatMap(unit => device.together(unit, raising.test(verb))))];
}

function job(device: Device, verb: string, names: readonly string[]): Answer {
  const missing = names.filter(name => !device.unit(name));
  const masked = names.filter(name => device.isMasked(name) && device.unit(name) && verb !== 'stop');
  const can = names.filter(name => !missing.includes(name) && !masked.includes(name));
  for (const name of [...missing, ...masked]) device.failed(`systemctl ${verb} ${name}`);
  if (can.length > 0) device.act(verb, can);
  for (const unit of unitsOf(device, verb, can)) act(device, verb, unit);
  const no = missing.map(name =>
    verb === 'stop'
      ? `Failed to stop ${name}.service: Unit ${name}.service not loaded.\n`
      : `Failed to ${verb} ${name}.service: Unit ${name}.service not found.\n`,
  );
  const hidden = masked.map(name => `Failed to ${verb} ${name}.service: Unit ${name}.service is masked.\n`);
  if (verb === 'reload' && can.length > 0)
    return done(
      1,
      '',
      `Failed to reload ${can[0]}.service: Job type reload is not applicable for unit ${can[0]}.service.\n`,
    );
  return done(missing.length > 0 ? 5 : masked.length > 0 ? 1 : 0, '', [...no, ...hidden].join(''));
}

function act(device: Device, verb: string, unit: Unit): void {
  if (verb === 'reload') return;
  if (verb === 'stop') unit.run = 'inactive';
  else if (verb === 'start') start(device, unit);
  else if (!/^try|^cond/.test(verb) || unit.run === 'active') start(device, unit, true);
}

function start(device: Device, unit: Unit, again = false): void {
  for (const [, name = ''] of unit.client?.text.matchAll(/^Wants=(mender-\w+)\.service$/gm) ?? []) {
    const wanted = device.units.get(name);
    if (wanted && !device.isMasked(name)) start(device, wanted);
  }
  if (unit.run === 'active' && !again) return;
  unit.run = 'active';
  unit.pid = device.newPid();
}

function unitFiles(device: Device, { verb, options }: CommandLine, names: readonly string[]): Answer {
  const missing = names.filter(name => !device.unit(name));
  const now = options.has('--now');
  if (verb === 'mask' || verb === 'unmask') {
    device.act(
      now ? `${verb} --now` : verb,
      names.filter(name => !missing.includes(name)),
    );
    for (const name of missing) {
      device.setMasked(name, verb === 'mask');
      device.failed(`systemctl ${verb} ${name}`);
    }
    for (const unit of unitsOf(device, verb, names)) {
      device.setMasked(unit.name, verb === 'mask');
      if (now && verb === 'mask') unit.run = 'inactive';
    }
    return done(0, '', missing.map(name => `Unit ${name}.service does not exist, proceeding anyway.\n`).join(''));
  }
  const [first] = missing;
  if (first !== undefined) {
    device.failed(`systemctl ${verb} ${names.join(' ')}`);
    return done(1, '', `Failed to ${verb} unit: Unit file ${first}.service does not exist.\n`);
  }
  device.act(now ? `${verb} --now` : verb, names);
  for (const unit of unitsOf(device, verb, names)) {
    if (verb !== 'revert') device.setEnabled(unit, verb !== 'disable');
    if (now && verb === 'disable') unit.run = 'inactive';
    else if (now) start(device, unit);
  }
  return done();
}

function manage(device: Device, { verb, options }: CommandLine, names: readonly string[]): Answer {
  const missing = names.filter(name => !device.unit(name));
  const found = names.filter(name => !missing.includes(name));
  const signal = (options.get('-s') ?? options.get('--signal') ?? 'TERM').replace(/^SIG/, '');
  for (const name of missing) device.failed(`systemctl ${verb} ${name}`);
  const [first] = missing;
  if (verb === 'kill') {
    const programs = unitsOf(device, verb, found)
      .filter(({ name }) => found.includes(name))
      .flatMap(({ client }) => client?.program ?? []);
    if (programs.length > 0) device.act(`signal ${signal}`, programs);
    if (first !== undefined)
      return done(1, '', `Failed to kill unit ${first}.service: Unit ${first}.service not loaded.\n`);
    return done();
  }
  if (found.length > 0) device.act(verb, found);
  if (verb === 'reset-failed') {
    for (const unit of unitsOf(device, verb, found)) if (unit.run === 'failed') unit.run = 'inactive';
    if (first !== undefined)
      return done(1, '', `Failed to reset failed state of unit ${first}.service: Unit ${first}.service not loaded.\n`);
    return done();
  }
  return first === undefined ? done() : done(1, '', `No files found for ${first}.service.\n`);
}

function stateOf(device: Device, name: string): string {
  return device.unit(name)?.run ?? (isService(name) ? 'inactive' : 'active');
}

const isQuiet = ({ options }: CommandLine) => options.has('-q') || options.has('--quiet');

function isState(device: Device, line: CommandLine, names: readonly string[]): Answer {
  const states = names.map(name => stateOf(device, name));
  const wanted = line.verb === 'is-active' ? 'active' : 'failed';
  device.probe(`systemctl ${line.verb} ${names.join(' ')}`, states.join(' '));
  const code = states.includes(wanted) ? 0 : line.verb === 'is-active' ? 3 : 1;
  return done(code, isQuiet(line) ? '' : states.map(state => `${state}\n`).join(''));
}

function isEnabled(device: Device, line: CommandLine, names: readonly string[]): Answer {
  let [out, err, code] = ['', '', 1];
  for (const name of names) {
    const unit = device.unit(name);
    if (!unit) {
      err += `Failed to get unit file state for ${name}.service: No such file or directory\n`;
      continue;
    }
    const state = device.isMasked(name) ? 'masked' : device.isEnabled(unit) ? 'enabled' : 'disabled';
    out += `${state}\n`;
    if (state === 'enabled') code = 0;
  }
  device.probe(`systemctl is-enabled ${names.join(' ')}`, out.trim() || 'not there');
  return isQuiet(line) ? done(code) : done(code, out, err);
}

function status(device: Device, line: CommandLine, names: readonly string[]): Answer {
  let [out, err, code] = ['', '', 0];
  for (const name of names) {
    const unit = device.unit(name);
    if (!unit) {
      err += `Unit ${name}.service could not be found.\n`;
      code = 4;
      continue;
    }
    const words = { active: 'active (running)', inactive: 'inactive (dead)', failed: 'failed (Result: exit-code)' }[
      unit.run
    ];
    out += `* ${name}.service - ${unit.client?.text.match(/Description=(.*)/)?.[1] ?? name}\n`;
    out += `     Loaded: loaded (/lib/systemd/system/${name}.service; ${device.isEnabled(unit) ? 'enabled' : 'disabled'})\n`;
    out += `     Active: ${words}\n`;
    if (unit.run === 'active' && unit.client) out += `   Main PID: ${unit.pid} (${unit.client.program})\n`;
    if (unit.run !== 'active') code = code || 3;
  }
  device.probe(`systemctl status ${names.join(' ')}`, String(code));
  return isQuiet(line) ? done(code) : done(code, out, err);
}

function show(device: Device, { options }: CommandLine, names: readonly string[]): Answer {
  const wanted = (options.get('-p') ?? options.get('--property') ?? options.get('-P') ?? '')
    .split(',')
    .filter(name => name !== '');
  const bareValues = options.has('--value') || options.has('-P');
  let out = '';
  for (const name of names) {
    const unit = device.unit(name);
    const file = unit && device.unitFile(name);
    const properties: Record<string, string> = {
      Id: `${name}.service`,
      LoadState: device.isMasked(name) ? 'masked' : unit ? 'loaded' : 'not-found',
      ActiveState: unit?.run ?? 'inactive',
      SubState: !unit || unit.run === 'inactive' ? 'dead' : unit.run === 'active' ? 'running' : 'failed',
      UnitFileState: unit ? (device.isEnabled(unit) ? 'enabled' : 'disabled') : '',
      MainPID: unit?.run === 'active' ? String(unit.pid) : '0',
      Result: unit?.run === 'failed' ? 'exit-code' : 'success',
      NRestarts: '0',
      FragmentPath: file ? `/${file}` : '',
    };
    for (const key of wanted.length > 0 ? wanted : Object.keys(properties))
      out += bareValues ? `${properties[key] ?? ''}\n` : `${key}=${properties[key] ?? ''}\n`;
  }
  device.probe(`systemctl show ${names.join(' ')}`, out.trim().replaceAll('\n', ' '));
  return done(0, out);
}

function cat(device: Device, names: readonly string[]): Answer {
  let out = '';
  const missing = names.filter(name => {
    const file = device.unitFile(name);
    if (file) out += `# /${file}\n${device.files.text(file) ?? ''}`;
    return !file;
  });
  device.probe(`systemctl cat ${names.join(' ')}`, missing.length > 0 ? 'not there' : 'there');
  return missing.length > 0 ? done(1, out, `No files found for ${missing[0]}.service.\n`) : done(0, out);
}

function list(device: Device, { verb, units, options }: CommandLine): Answer {
  const patterns = units.map(
    word => new RegExp(`^${word.replace(/[.+]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.')}$`),
  );
  const state = options.get('--state') ?? (options.has('--failed') ? 'failed' : undefined);
  const shown = [...device.units.values()].filter(({ name, run }) => {
    const full = `${name}.service`;
    if (patterns.length > 0 && !patterns.some(pattern => pattern.test(full) || pattern.test(name))) return false;
    if (verb === 'list-unit-files') return device.unitFile(name) !== undefined || !device.units.get(name)?.client;
    return state
      ? state.split(',').includes(run) || (state === 'running' && run === 'active')
      : run !== 'inactive' || options.has('--all') || options.has('-a');
  });
  const lines = shown.map(unit =>
    verb === 'list-unit-files'
      ? `${unit.name}.service ${device.isEnabled(unit) ? 'enabled' : 'disabled'} enabled`
      : `  ${unit.name}.service loaded ${unit.run} ${unit.run === 'active' ? 'running' : 'dead'} ${unit.name}`,
  );
  const legend = options.has('--no-legend')
    ? ''
    : `\n${shown.length} ${verb === 'list-unit-files' ? 'unit files' : 'loaded units'} listed.\n`;
  device.probe(
    `systemctl ${verb} ${units.join(' ')}`.trim(),
    shown
      .filter(({ client }) => client)
      .map(({ name }) => name)
      .join(' '),
  );
  return done(
    verb === 'list-unit-files' && units.length > 0 && shown.length === 0 ? 1 : 0,
    `${lines.join('\n')}\n${legend}`,
  );
}

/** Debian's `service` calls systemctl when there is no script in /etc/init.d. */
export function service(device: Device, request: Request): Answer {
  const [name, verb = ''] = request.args;
  if (name === undefined || name.startsWith('-')) {
    device.probe('service --status-all', '');
    return done(
      0,
      [...device.units.values()].map(unit => ` [ ${unit.run === 'active' ? '+' : '-'} ]  ${unit.name}\n`).join(''),
    );
  }
  if (device.files.exists(`etc/init.d/${name}`)) return { kind: 'instead', words: [`/etc/init.d/${name}`, verb] };
  const words = verb === 'status' ? ['status', '--no-pager', name] : [verb === 'force-reload' ? 'restart' : verb, name];
  return systemctl(device, { ...request, program: 'systemctl', args: words });
}

/** update-rc.d and chkconfig: without a script in /etc/init.d, systemd's own state of the unit is changed. */
export function initLinks(device: Device, request: Request): Answer {
  const words = request.args.filter(word => !word.startsWith('-'));
  const [name = '', verb = ''] = words;
  const enables = ['defaults', 'enable', 'on'].includes(verb);
  return systemctl(device, { ...request, program: 'systemctl', args: [enables ? 'enable' : 'disable', name] });
}
