/** Finds what a target lacks in a text that is to be written for it. */
import type { KeySpec, KeyType } from './configuration-keys.ts';
import type { ProgramSpec } from './programs.ts';
import type { Release } from './releases.ts';
import type { ShippedName } from './shipped-names.ts';
import { isAvailable, type Lifetime, type Target } from './version.ts';

/** Everything that has a name and may have an end. */
export interface NamedThings {
  readonly releases: readonly Release[];
  /** The successors of the single binary of 3.x. */
  readonly programs: readonly ProgramSpec[];
  /** Keys of mender.conf, with a dot between a key and the keys around it. */
  readonly keys: Readonly<Record<string, KeyType | KeySpec>>;
  readonly names: readonly ShippedName[];
}

export interface Named {
  readonly name: string;
  readonly lifetime: Lifetime;
}

/** The name of a thing in a text. */
interface Spelling extends Named {
  readonly pattern: RegExp;
}

/** `targets`: all releases that files can be checked for. */
export function lackingIn(
  data: NamedThings,
  targets: readonly Target[],
  target: Target,
): (text: string) => Named | undefined {
  const all = spellings(data);
  // A name that one thing lost and another one has still exists.
  const here = new Set(all.filter(({ lifetime }) => isAvailable(lifetime, target)).map(({ name }) => name));
  // Only fixes that serve the old client as well write something that no possible target has.
  const isOfTargets = ({ lifetime }: Spelling) => targets.some(release => isAvailable(lifetime, release));
  const lacking = all.filter(spelling => !here.has(spelling.name) && isOfTargets(spelling));
  // Most texts name none of them, and one search is enough to know that.
  const any = new RegExp(lacking.map(({ pattern }) => pattern.source).join('|'));
  return text => (lacking.length > 0 && any.test(text) ? lacking.find(({ pattern }) => pattern.test(text)) : undefined);
}

function spellings({ programs, names, keys }: NamedThings): readonly Spelling[] {
  return [
    ...programs.flatMap(programSpellings),
    ...names.map(nameSpelling),
    ...Object.entries(keys).flatMap(([path, spec]) =>
      typeof spec === 'string' ? keySpelling(path, {}) : keySpelling(path, spec),
    ),
  ];
}

function programSpellings(program: ProgramSpec): Spelling[] {
  const options = [...program.globals, ...program.commands.flatMap(command => command.options)];
  return [
    { name: program.name, lifetime: program, pattern: word(program.name) },
    ...program.commands
      .filter(({ name }) => name !== '')
      .map(command => ({
        name: `${program.name} ${command.name}`,
        lifetime: command,
        // After options, each with a value or without.
        pattern: word(`${program.name}(?:\\s+-\\S+(?:\\s+[^-\\s]\\S*)?)*?\\s+${command.name}`),
      })),
    ...options.map(option => ({ name: `--${option.name}`, lifetime: option, pattern: word(`--${option.name}`) })),
  ];
}

function nameSpelling({ kind, name, ...lifetime }: ShippedName): Spelling {
  if (kind === 'module') return { name: `modules/v3/${name}`, lifetime, pattern: word(`modules/v3/${name}`) };
  return { name, lifetime, pattern: word(name) };
}

function keySpelling(path: string, lifetime: Lifetime): Spelling {
  const leaf = path.slice(path.lastIndexOf('.') + 1);
  return { name: leaf, lifetime, pattern: new RegExp(`"${leaf}"`) };
}

/** Not as a part of a longer name. */
function word(name: string): RegExp {
  return new RegExp(`(?<![\\w-])${name}(?![\\w-])`);
}
