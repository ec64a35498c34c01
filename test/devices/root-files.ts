/** The files of both devices, as data: the system's, and those of the client in each situation. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { newClient, oldClient } from './facts/client.ts';
import type { Entry, Tree } from './files.ts';
import type { Generation, Situation } from './model.ts';
import type { Parts } from './packages.ts';
import { standIns } from './programs/stand-ins.ts';

export type TreeOf = (generation: Generation, situation: Situation) => Tree;

const folders = [
  '',
  'usr',
  'usr/bin',
  'usr/lib',
  'usr/lib/device',
  'usr/lib/systemd',
  'usr/lib/systemd/system',
  'usr/local',
  'usr/local/bin',
  'usr/local/sbin',
  'usr/share',
  'usr/share/mender',
  'usr/share/mender/inventory',
  'usr/share/mender/modules',
  'usr/share/mender/modules/v3',
  'etc',
  'etc/apt',
  'etc/apt/sources.list.d',
  'etc/cron.d',
  'etc/default',
  'etc/init.d',
  'etc/mender',
  'etc/mender/scripts',
  'etc/profile.d',
  'etc/sudoers.d',
  'etc/systemd',
  'etc/systemd/system',
  'etc/systemd/system/multi-user.target.wants',
  'etc/udev',
  'etc/udev/rules.d',
  'var',
  'var/lib',
  'var/lib/mender',
  'var/log',
  'var/tmp',
  'var/spool',
  'var/spool/cron',
  'var/cache',
  'data',
  'boot',
  'dev',
  'home',
  'mnt',
  'opt',
  'opt/device',
  'proc',
  'root',
  'run',
  'sys',
  'tmp',
  'uboot',
  'srv',
];

const links: readonly (readonly [string, string])[] = [
  ['bin', 'usr/bin'],
  ['sbin', 'usr/bin'],
  ['lib', 'usr/lib'],
  ['lib64', 'usr/lib'],
  ['usr/sbin', 'bin'],
  ['var/run', '../run'],
  ['data/mender', '../var/lib/mender'],
];

const texts: Readonly<Record<string, string>> = {
  'etc/passwd': 'root:x:0:0:root:/root:/bin/sh\n',
  'etc/group': 'root:x:0:\n',
  'etc/hostname': 'device\n',
  'etc/os-release': 'ID=debian\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\n',
  'etc/fw_env.config': '/dev/mmcblk0 0x400000 0x4000\n',
  'etc/apt/sources.list': 'deb http://deb.debian.org/debian bookworm main\n',
  'dev/null': '',
  'run/harness': '',
  'usr/lib/device/kill.sh': 'kill() { /usr/bin/kill "$@"; }\n',
};

/** Applets that would act on the machine, or that a stand-in replaces. */
const notTaken = new Set([
  ...standIns,
  'sh',
  'ash',
  'init',
  'linuxrc',
  'busybox',
  'getty',
  'login',
  'watch',
  'less',
  'more',
  'vi',
  'top',
  'nc',
  'telnet',
]);

export function treesOf({ debian, device }: Parts): TreeOf {
  const program = readFileSync(device);
  const system = systemTree(debian, program);
  return (generation, situation) => new Map([...system, ...clientEntries(generation, situation, program)]);
}

function systemTree(debian: string, device: Buffer): Tree {
  const tree = new Map<string, Entry>();
  for (const path of folders) tree.set(path, { kind: 'folder' });
  for (const [path, to] of links) tree.set(path, { kind: 'link', to });
  for (const [path, content] of Object.entries(texts)) tree.set(path, { kind: 'file', content });
  tree.delete('run/harness');
  const busybox = join(debian, 'bin/busybox');
  const program = (path: string, file: string) =>
    tree.set(path, { kind: 'file', content: readFileSync(file), mode: 0o755 });
  program('usr/bin/busybox', busybox);
  program('usr/bin/dash', join(debian, 'bin/dash'));
  program('usr/bin/bash', join(debian, 'bin/bash-static'));
  tree.set('usr/bin/sh', { kind: 'link', to: 'dash' });
  for (const applet of execFileSync(busybox, ['--list'], { encoding: 'utf8' }).split('\n'))
    if (applet !== '' && !notTaken.has(applet)) tree.set(`usr/bin/${applet}`, { kind: 'link', to: 'busybox' });
  tree.set('usr/lib/device/stand-in', { kind: 'file', content: device, mode: 0o755 });
  for (const name of standIns) tree.set(`usr/bin/${name}`, { kind: 'link', to: '/usr/lib/device/stand-in' });
  for (const [path, entry] of libraries(debian)) tree.set(path, entry);
  return tree;
}

/** The C library and its loader, where dash looks for them. */
function* libraries(debian: string): Generator<[string, Entry]> {
  const platform = readdirSync(join(debian, 'lib')).find(name => name.endsWith('-linux-gnu'));
  if (!platform) throw new Error('no C library in the package libc6');
  const folder = join(debian, 'lib', platform);
  yield [`usr/lib/${platform}`, { kind: 'folder' }];
  for (const name of readdirSync(folder).filter(name => /^(?:ld-linux.*|libc)\.so\.\d+$/.test(name))) {
    const content = readFileSync(join(folder, name));
    yield [`usr/lib/${platform}/${name}`, { kind: 'file', content, mode: 0o755 }];
    if (name.startsWith('ld-linux'))
      yield [`usr/lib/${loaderName(debian) ?? name}`, { kind: 'file', content, mode: 0o755 }];
  }
}

/** The name of the loader in /lib64 or /lib. */
function loaderName(debian: string): string | undefined {
  try {
    const [name] = readdirSync(join(debian, 'lib64'));
    return name && readlinkSync(join(debian, 'lib64', name)).length > 0 ? name : undefined;
  } catch {
    return undefined;
  }
}

function* clientEntries(generation: Generation, situation: Situation, program: Buffer): Generator<[string, Entry]> {
  yield ['var/lib/mender/device_type', { kind: 'file', content: 'device_type=rpi4\n' }];
  if (!situation.installed) return;
  yield ['etc/mender/mender.conf', { kind: 'file', content: '{"ServerURL": "https://hosted.mender.io"}\n' }];
  const clients = generation === 'old' ? [oldClient, newClient] : [newClient];
  for (const { units, programs } of clients) {
    for (const name of programs) yield [`usr/bin/${name}`, { kind: 'file', content: program, mode: 0o755 }];
    for (const { name, text } of units) {
      yield [`usr/lib/systemd/system/${name}.service`, { kind: 'file', content: text }];
      const wanted = `etc/systemd/system/multi-user.target.wants/${name}.service`;
      if (situation.enabled) yield [wanted, { kind: 'link', to: `/lib/systemd/system/${name}.service` }];
    }
  }
}
