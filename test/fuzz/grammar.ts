/** Random scripts, units and configurations that are well-formed, each language by its own grammar. */
import { keyTypes } from '../../server/src/mender/configuration-keys.ts';
import { newPrograms, oldProgram } from '../../server/src/mender/programs.ts';
import type { Random } from './random.ts';
import { commandLines, type Seed, seeds } from './seeds.ts';

const MOST_DEPTH = 4;

/** Most rules are about the old one. */
const programs = [oldProgram, oldProgram, oldProgram, ...newPrograms];

/** A script that mostly runs programs of Mender. */
export function shellScript(random: Random, depth = 0): string {
  const count = depth === 0 ? random.pick([1, 1, 1, 2, 3, 5]) : random.pick([1, 1, 2]);
  const statements = Array.from({ length: count }, () => statement(random, depth));
  return statements.join(random.pick(depth === 0 ? ['\n', '\n', '\n\n', '; '] : ['; ', '\n']));
}

const statements: readonly ((random: Random, depth: number) => string)[] = [
  (random, depth) => `if ${command(random, depth)}; then ${shellScript(random, depth)}; fi`,
  (random, depth) =>
    `if ${command(random, depth)}\nthen\n  ${shellScript(random, depth)}\nelse\n  ${shellScript(random, depth)}\nfi`,
  (random, depth) => `while ${command(random, depth)}; do ${shellScript(random, depth)}; done`,
  (random, depth) => `for x in ${words(random, depth)}; do ${shellScript(random, depth)}; done`,
  (random, depth) => `case ${word(random, depth)} in ${plainWord(random)}) ${shellScript(random, depth)} ;; esac`,
  (random, depth) => `${name(random)}() { ${shellScript(random, depth)}\n}`,
  (random, depth) => `( ${shellScript(random, depth)} )`,
  (random, depth) => `{ ${shellScript(random, depth)}; }`,
  (random, depth) => `cat <<EOF\n$(${shellScript(random, depth)})\nEOF`,
  (random, depth) => `${variable(random)}=${word(random, depth)}`,
  (random, depth) => `${variable(random)}="$(${shellScript(random, depth)})"`,
  (random, depth) => `${name(random)} ${words(random, depth)}`,
  (random, depth) => `export ${variable(random)}=${word(random, depth)}`,
  (random, depth) => `[[ ${random.pick(['-x', '-n', '-e'])} ${word(random, depth)} ]]`,
  (random, depth) => `if command -v ${plainWord(random)}; then ${shellScript(random, depth)}; fi`,
  (random, depth) => `sh -c ${quoted(random, shellScript(random, depth))}`,
  (random, depth) => `ssh device ${quoted(random, shellScript(random, depth))}`,
  (random, depth) => `eval ${quoted(random, command(random, depth))}`,
  (random, depth) => `trap ${quoted(random, command(random, depth))} EXIT`,
  (random, depth) => `# ${command(random, depth)}\n`,
];

function statement(random: Random, depth: number): string {
  if (depth < MOST_DEPTH && random.once(2)) return random.pick(statements)(random, depth + 1);
  const rest = random.pick(['', '', '', ' || true', ' &', ' >/dev/null 2>&1', ' | grep x', ' && true', ' # why']);
  return command(random, depth) + rest;
}

const wrappers = [
  'sudo ',
  'sudo -n ',
  '! ',
  'time ',
  'env A=b ',
  'A=b ',
  'timeout 5 ',
  'nohup ',
  'exec ',
  '$SUDO ',
  'xargs ',
  'chroot / ',
];

function command(random: Random, depth: number): string {
  const wrapper = random.once(3) ? random.pick(wrappers) : '';
  const choice = random.below(10);
  if (choice < 3) return wrapper + random.pick(commandLines);
  if (choice < 7) return wrapper + call(random, depth);
  if (choice < 8) return `${wrapper}${word(random, depth)} ${words(random, depth)}`;
  return `${command(random, depth)} ${random.pick(['|', '&&', '||', '|&'])} ${random.pick(commandLines)}`;
}

/** One of the Mender programs, with current or former options. */
function call(random: Random, depth: number): string {
  const spec = random.pick(programs);
  const options = (list: (typeof spec)['globals']) =>
    Array.from({ length: random.pick([0, 0, 1, 1, 2, 3]) }, () => {
      if (list.length === 0) return random.pick(['-x', '--no-syslog', '--passphrase-file=x']);
      const { name, short, value } = random.pick(list);
      const dashed = short && random.once(3) ? `-${short}` : `${random.pick(['-', '--'])}${name}`;
      if (!value) return dashed + random.pick(['', '', '', '=true', '=false', '=0']);
      const given = random.pick(['warn', 'debug', '5', 'x', '""', '-x', '$X', word(random, depth)]);
      return dashed + random.pick(['=', ' ']) + given;
    });
  const sub = spec.commands.length > 0 ? random.pick(spec.commands) : undefined;
  const program = random.pick([spec.name, spec.name, spec.name, `/usr/bin/${spec.name}`, `"${spec.name}"`, '$MENDER']);
  const subcommand = sub ? [random.once(12) ? word(random, depth) : sub.name, ...options(sub.options)] : [];
  const operands = random.once(2) ? [word(random, depth)] : [];
  return [program, ...options(spec.globals), ...subcommand, ...operands].join(
    random.pick([' ', ' ', ' ', '  ', ' \\\n ']),
  );
}

function words(random: Random, depth: number): string {
  return Array.from({ length: random.below(4) }, () => word(random, depth)).join(' ');
}

const plainWords = [
  'mender',
  'mender-client',
  'mender-client.service',
  '/usr/bin/mender',
  'mender-update',
  'mender-updated',
  'commit',
  'install',
  'daemon',
  'setup',
  'systemctl',
  'restart',
  'x',
  'a-b',
  '-u',
  '--log-level',
  'é😀',
  '*',
];

function plainWord(random: Random): string {
  return random.pick(plainWords);
}

function word(random: Random, depth: number): string {
  const plain = plainWord(random);
  const cut = random.below(plain.length);
  switch (random.below(depth < MOST_DEPTH ? 13 : 10)) {
    case 0:
      return `"${plain}"`;
    case 1:
      return `'${plain}'`;
    case 2:
      return `${plain.slice(0, cut)}"${plain.slice(cut)}"`;
    case 3:
      return `${plain.slice(0, cut)}\\${plain.slice(cut)}`;
    case 4:
      return `$${variable(random)}`;
    case 5:
      return `"\${${variable(random)}:-${plain}}"`;
    case 6:
      return `$'${plain}'`;
    case 7:
      return `"$${variable(random)}/${plain}"`;
    case 10:
      return `$(${shellScript(random, depth + 1)})`;
    case 11:
      return `"$(${command(random, depth + 1)})"`;
    case 12:
      return `\`${command(random, depth + 1).replace(/[\\`$]/g, '\\$&')}\``;
    default:
      return plain;
  }
}

function variable(random: Random): string {
  return random.pick(['X', 'MENDER', 'SUDO', 'S']);
}

function name(random: Random): string {
  return random.pick(['run', 'mender', 'f', 'log']);
}

/** As one word that reads as `script` again. */
function quoted(random: Random, script: string): string {
  return random.once(2) ? `'${script.replaceAll("'", "'\\''")}'` : `"${script.replace(/[\\`$"]/g, '\\$&')}"`;
}

const unitSeeds = seeds.filter(({ path }) => /\.(?:service|timer|path|socket|d\/.*\.conf)$/.test(path));
const directives = [
  ...new Set(unitSeeds.flatMap(({ text }) => [...text.matchAll(/^(\w+)=/gm)].map(([, key]) => key!))),
  'ExecStart',
  'ExecStartPre',
  'ExecStop',
  'After',
  'Requires',
];

function unitFile(random: Random): string {
  const sections = random.pick([['Unit'], ['Service'], ['Unit', 'Service'], ['Unit', 'Service', 'Install']]);
  return sections
    .map(section => [`[${section}]`, ...Array.from({ length: random.below(4) }, () => directive(random))].join('\n'))
    .join(random.pick(['\n', '\n\n']))
    .concat(random.pick(['', '\n']));
}

function directive(random: Random): string {
  const key = random.pick(directives);
  const gap = random.pick(['=', '=', '=', ' = ']);
  if (!key.startsWith('Exec'))
    return (
      key + gap + Array.from({ length: random.below(4) }, () => plainWord(random)).join(random.pick([' ', ' \\\n ']))
    );
  const line = random.once(2) ? call(random, MOST_DEPTH) : random.pick(commandLines);
  const run = random.once(4) ? `/bin/sh -c ${quoted(random, line)}` : line;
  return key + gap + random.pick(['', '', '-', '@', '+', '!!', '-@']) + run.replaceAll('\n', ' ');
}

const keys = Object.keys(keyTypes).map(key => key.split('.').at(-1)!);
const oldKeys = [
  ...new Set(
    seeds
      .filter(({ path }) => path.endsWith('.conf') && !path.includes('.d/'))
      .flatMap(({ text }) => [...text.matchAll(/"([A-Z]\w+)"\s*:/g)].map(([, key]) => key!)),
  ),
];

function configuration(random: Random, depth = 0): string {
  const space = random.pick(['', ' ', '\n  ', ' /* a */ ', ' // b\n']);
  const members = Array.from({ length: random.below(5) }, () => {
    const key = random.pick(random.once(2) ? keys : oldKeys);
    const cased = random.once(10) ? key.toLowerCase() : key;
    return `${space}"${cased}"${random.pick([':', ': '])}${value(random, depth)}`;
  });
  return `{${members.join(',')}${random.once(15) ? ',' : ''}${space}}`;
}

function value(random: Random, depth: number): string {
  switch (random.below(depth < 3 ? 9 : 6)) {
    case 0:
      return random.pick(['true', 'false', 'null']);
    case 1:
      return String(random.below(2000) - 10);
    case 2:
      return random.pick(['""', '"warn"', '"warning"', '"/dev/mmcblk0p2"', '"é😀\\n"', '"panic"', '"https"']);
    case 3:
      return '[]';
    case 4:
      return '{}';
    case 5:
      return '"x"';
    case 6:
      return `[${value(random, depth + 1)}, ${value(random, depth + 1)}]`;
    default:
      return configuration(random, depth + 1);
  }
}

const shellPaths = ['script.sh', 'ArtifactInstall_Enter_00', 'modules/v3/x', 'etc/init.d/x'];
const unitPaths = ['product.service', 'mender-client.service', 'mender-client.service.d/a.conf', 'x.timer', 'y.path'];

export function grown(random: Random): Seed {
  const choice = random.below(8);
  if (choice < 5) return { text: shellScript(random), path: random.pick(shellPaths) };
  if (choice < 7) return { text: unitFile(random), path: random.pick(unitPaths) };
  return { text: configuration(random), path: 'etc/mender/mender.conf' };
}
