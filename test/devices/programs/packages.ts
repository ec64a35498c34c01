/**
 * dpkg, apt-get, rpm, opkg and the like. The old client's package is in no repository any more, and nothing has taken
 * its name.
 */
import type { Device } from '../device.ts';
import { clientPackages, newClient, oldClient } from '../facts/client.ts';
import { type Answer, done, type Request } from '../model.ts';

const isOfClient = (name: string) => clientPackages.old.includes(name) || clientPackages.new.includes(name);
const versionOf = (name: string) =>
  `${clientPackages.old.includes(name) ? oldClient.version : newClient.version}-1+debian+bookworm`;
const baseOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const plain = (word: string) => word.replace(/[=/:].*$/, '');
const everyDevice = ['bash', 'busybox', 'dash', 'dbus', 'openssh-server', 'systemd', 'jq', 'curl'];

function installed(device: Device): string[] {
  return [...everyDevice, ...device.packages].sort();
}

function isInstalled(device: Device, name: string): boolean {
  return installed(device).includes(name);
}

/** `mender-client_3.5.2_arm64.deb`, `mender-client4.ipk`. */
function packageOfFile(file: string): string {
  return baseOf(file).replace(/[_-]\d.*$|\.(?:deb|rpm|ipk)$/, '');
}

function words(request: Request): string[] {
  return request.args.filter(word => !word.startsWith('-'));
}

const lineOf = ({ program, args }: Request) => [program, ...args].join(' ');

/** No repository ever had a package `mender`: it means that of the client. */
const meant = (name: string) => (name === 'mender' ? clientPackages.old[0]! : name);

function install(device: Device, request: Request, names: readonly string[]): Answer {
  const fromFile = names.filter(name => /\.(?:deb|rpm|ipk)$/.test(name) || name.includes('/'));
  const plainNames = names.map(name => meant(fromFile.includes(name) ? packageOfFile(name) : plain(name)));
  const client = plainNames.filter(isOfClient);
  const others = plainNames.filter(name => !isOfClient(name));
  const old = client.filter(name => clientPackages.old.includes(name));
  if (old.length > 0 && device.generation === 'new') {
    device.failed(lineOf(request));
    return done(100, '', `E: Unable to locate package ${old[0]}\n`);
  }
  if (others.length > 0) device.other(`install ${others.join(' ')}`);
  if (client.length > 0) device.act('install', client);
  device.install(client);
  return done();
}

function remove(device: Device, request: Request, names: readonly string[]): Answer {
  const plainNames = names.map(plain);
  const others = plainNames.filter(name => !isOfClient(name));
  if (others.length > 0) device.other(`remove ${others.join(' ')}`);
  const there = plainNames.filter(name => isOfClient(name) && isInstalled(device, name));
  const missing = plainNames.filter(name => isOfClient(name) && !there.includes(name));
  if (there.length > 0) device.act('remove', there);
  if (missing.length > 0) device.failed(lineOf(request));
  device.uninstall(there);
  return done(0, missing.map(name => `Package '${name}' is not installed, so not removed\n`).join(''));
}

export function apt(device: Device, request: Request): Answer {
  const [verb = '', ...names] = words(request);
  if (verb === 'install' || verb === 'reinstall') return install(device, request, names);
  if (['remove', 'purge', 'autoremove', 'erase'].includes(verb) && names.length > 0)
    return remove(device, request, names);
  if (verb === 'list') return listed(device, request, names);
  device.other(lineOf(request));
  return done();
}

function listed(device: Device, request: Request, names: readonly string[]): Answer {
  const found = installed(device).filter(name => names.length === 0 || names.some(word => globbed(word).test(name)));
  answered(device, request, found);
  return done(0, `Listing...\n${found.map(name => `${name}/now ${versionOf(name)} arm64 [installed]\n`).join('')}`);
}

function globbed(word: string): RegExp {
  return new RegExp(`^${word.replace(/[.+]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.')}$`);
}

function answered(device: Device, request: Request, found: readonly string[]): void {
  device.probe(lineOf(request), found.filter(isOfClient).join(' ') || 'none');
}

export function dpkg(device: Device, request: Request): Answer {
  const { args } = request;
  const names = words(request);
  const has = (...options: string[]) => args.some(word => options.includes(word));
  if (has('-i', '--install'))
    return install(
      device,
      request,
      names.map(name => (name.includes('/') ? name : `./${name}`)),
    );
  if (has('-r', '--remove', '-P', '--purge')) return remove(device, request, names);
  if (has('--compare-versions')) return compareVersions(names);
  if (has('--configure', '--print-architecture', '--add-architecture')) {
    device.other(lineOf(request));
    return done(0, has('--print-architecture') ? 'arm64\n' : '');
  }
  if (has('-l', '--list')) return dpkgList(device, request, names);
  if (has('-L', '--listfiles', '-s', '--status', '-p'))
    return dpkgStatus(device, request, names, has('-L', '--listfiles'));
  if (has('-S', '--search')) return dpkgSearch(device, request, names);
  device.other(lineOf(request));
  return done();
}

function dpkgStatus(device: Device, request: Request, names: readonly string[], files: boolean): Answer {
  const found = names.filter(name => isInstalled(device, name));
  answered(device, request, found);
  const missing = names.filter(name => !found.includes(name));
  const out = found.map(name =>
    files
      ? `/usr/share/doc/${name}\n`
      : `Package: ${name}\nStatus: install ok installed\nVersion: ${versionOf(name)}\n`,
  );
  const err = missing.map(name => `dpkg-query: package '${name}' is not installed and no information is available\n`);
  return done(missing.length > 0 ? 1 : 0, out.join(''), err.join(''));
}

function dpkgList(device: Device, request: Request, names: readonly string[]): Answer {
  const found = installed(device).filter(name => names.length === 0 || names.some(word => globbed(word).test(name)));
  answered(device, request, found);
  if (found.length === 0) return done(1, '', `dpkg-query: no packages found matching ${names[0]}\n`);
  return done(
    0,
    `||/ Name Version Architecture\n${found.map(name => `ii  ${name} ${versionOf(name)} arm64 package\n`).join('')}`,
  );
}

function dpkgSearch(device: Device, request: Request, names: readonly string[]): Answer {
  const client = [...clientPackages.old, ...clientPackages.new].filter(name => device.packages.has(name));
  const found = names.flatMap(path =>
    client.filter(name => name === baseOf(path) || (path.endsWith('/mender') && name === 'mender-client')),
  );
  answered(device, request, found);
  return found.length > 0
    ? done(0, found.map(name => `${name}: ${names[0]}\n`).join(''))
    : done(1, '', 'dpkg-query: no path found\n');
}

function compareVersions([first = '', relation = '', second = '']: readonly string[]): Answer {
  const parts = (text: string) => text.split(/[^\d]+/).map(Number);
  const [a, b] = [parts(first), parts(second)];
  let order = 0;
  for (let at = 0; at < Math.max(a.length, b.length) && order === 0; at++)
    order = Math.sign((a[at] ?? 0) - (b[at] ?? 0));
  const holds = { lt: order < 0, le: order <= 0, eq: order === 0, ne: order !== 0, ge: order >= 0, gt: order > 0 }[
    relation
  ];
  return done(holds ? 0 : 1);
}

export function dpkgQuery(device: Device, request: Request): Answer {
  const { args } = request;
  const names = words(request);
  if (args.some(word => word === '-s' || word === '--status' || word === '-L'))
    return dpkg(device, { ...request, program: 'dpkg' });
  if (args.some(word => word === '-l' || word === '--list')) return dpkgList(device, request, names);
  const at = args.findIndex(word => word === '-f' || word === '--showformat');
  const format =
    args.find(word => /^(?:-f.|--showformat=)/.test(word))?.replace(/^(?:-f=?|--showformat=)/, '') ??
    (at >= 0 ? args[at + 1] : undefined);
  const wanted = names.filter(name => name !== format);
  const found = wanted.filter(name => isInstalled(device, name));
  answered(device, request, found);
  const written = (name: string) =>
    (format ?? '${Package}\t${Version}\\n')
      .replaceAll('${Package}', name)
      .replaceAll('${binary:Package}', name)
      .replaceAll('${Version}', versionOf(name))
      .replaceAll('${Status}', 'install ok installed')
      .replaceAll('${db:Status-Status}', 'installed')
      .replaceAll('${db:Status-Abbrev}', 'ii ')
      .replaceAll('\\n', '\n');
  const missing = wanted.filter(name => !found.includes(name));
  const err = missing.map(name => `dpkg-query: no packages found matching ${name}\n`).join('');
  return done(missing.length > 0 ? 1 : 0, found.map(written).join(''), err);
}

export function rpm(device: Device, request: Request): Answer {
  const { args } = request;
  const names = words(request);
  if (args.some(word => /^-q/.test(word) || word === '--query')) {
    if (args.some(word => /a/.test(word.replace(/^--.*/, '')))) return listed(device, request, []);
    const found = names.filter(name => isInstalled(device, name));
    answered(device, request, found);
    const out = names.map(name =>
      found.includes(name) ? `${name}-${versionOf(name)}\n` : `package ${name} is not installed\n`,
    );
    return done(found.length === names.length ? 0 : 1, out.join(''));
  }
  if (args.some(word => /^-e/.test(word) || word === '--erase')) return remove(device, request, names);
  return install(device, request, names);
}

export function opkg(device: Device, request: Request): Answer {
  const [verb = '', ...names] = words(request);
  if (verb === 'install') return install(device, request, names);
  if (verb === 'remove') return remove(device, request, names);
  if (verb === 'status' || verb === 'info') {
    const found = names.filter(name => isInstalled(device, name));
    answered(device, request, found);
    return done(0, found.map(name => `Package: ${name}\nStatus: install user installed\n`).join(''));
  }
  if (verb.startsWith('list')) {
    answered(device, request, installed(device));
    return done(
      0,
      installed(device)
        .map(name => `${name} - ${versionOf(name)}\n`)
        .join(''),
    );
  }
  device.other(lineOf(request));
  return done();
}
