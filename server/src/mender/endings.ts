/**
 * Transfers what a release ends to the things themselves: programs, commands, options, keys and names get their
 * `until`.
 */
import type { KeySpec, KeyType } from './configuration-keys.ts';
import type { NamedThings } from './lacking.ts';
import type { CommandSpec, OptionSpec, ProgramSpec } from './programs.ts';
import type { Release } from './releases.ts';
import type { Rule } from './rule.ts';
import type { Lifetime, Version } from './version.ts';

type Until = (name: string) => Lifetime;

/** Rules say when a key is gone, too. */
export function withEndings<Data extends NamedThings & { readonly rules: readonly Rule[] }>(data: Data): Data {
  const untils = new Map([...removedKeys(data.rules), ...endings(data.releases)]);
  const until: Until = name => {
    const version = untils.get(name);
    return version === undefined ? {} : { until: version };
  };
  return {
    ...data,
    programs: data.programs.map(program => endingProgram(program, until)),
    keys: Object.fromEntries(Object.entries(data.keys).map(([path, spec]) => [path, endingKey(spec, until(path))])),
    names: data.names.map(name => ({ ...name, ...until(`${name.kind} ${name.name}`) })),
  };
}

/** By the names that releases give them. */
export function endings(releases: readonly Release[]): readonly (readonly [name: string, until: Version])[] {
  return releases.flatMap(({ version, ends = [] }) => ends.map(name => [name, version] as const));
}

/** Keys that are gone whatever their value, of the client or of mender-connect. */
export function removedKeys(
  rules: readonly Rule[],
  of?: 'connect',
): readonly (readonly [path: string, until: Version])[] {
  return rules.flatMap(({ match, replacement, removedIn }) =>
    match.kind === 'config' &&
    match.defect === 'key' &&
    !match.when &&
    match.of === of &&
    replacement.kind === 'remove' &&
    removedIn !== undefined
      ? [[match.path.join('.'), removedIn] as const]
      : [],
  );
}

function endingProgram(program: ProgramSpec, until: Until): ProgramSpec {
  const { name } = program;
  return {
    ...program,
    ...until(name),
    globals: endingOptions(name, program.globals, until),
    commands: program.commands.map(command => endingCommand(name, command, until)),
  };
}

function endingCommand(program: string, command: CommandSpec, until: Until): CommandSpec {
  const name = [program, command.name].filter(Boolean).join(' ');
  return {
    ...command,
    ...(command.name === '' ? {} : until(name)),
    options: endingOptions(name, command.options, until),
  };
}

function endingOptions(before: string, options: readonly OptionSpec[], until: Until): readonly OptionSpec[] {
  return options.map(option => ({ ...option, ...until(`${before} --${option.name}`) }));
}

function endingKey(spec: KeyType | KeySpec, lifetime: Lifetime): KeyType | KeySpec {
  if (lifetime.until === undefined) return spec;
  return typeof spec === 'string' ? { type: spec, ...lifetime } : { ...spec, ...lifetime };
}
