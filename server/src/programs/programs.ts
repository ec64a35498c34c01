/** The table of other people's programs, by name. What an entry can say is in `program.ts`. */
import { baseName } from './base-name.ts';
import { bus } from './bus.ts';
import { unknownProgram } from './command-line.ts';
import { containers } from './containers.ts';
import { files, others } from './files.ts';
import { launchers } from './launchers.ts';
import { packages } from './packages.ts';
import { privileges } from './privileges.ts';
import { processes } from './processes.ts';
import type { KnownProgram, Program } from './program.ts';
import { remote } from './remote.ts';
import { shells } from './shells.ts';
import { systemd } from './systemd.ts';
import { sysv } from './sysv.ts';
import { text } from './text.ts';

const families = [
  privileges,
  remote,
  systemd,
  launchers,
  containers,
  shells,
  sysv,
  processes,
  packages,
  text,
  files,
  bus,
  others,
];

function withOptions(program: Program): KnownProgram {
  const options = program.options?.flatMap(option => option.names.map(name => [name, option] as const));
  return { ...program, optionsByName: new Map(options) };
}

/** Every program once, in the order of the families. */
export const programs: readonly KnownProgram[] = families.flat().map(withOptions);

const byName: ReadonlyMap<string, KnownProgram> = new Map(
  programs.flatMap(program => program.names.map(name => [name, program] as const)),
);

/** `name` may be a path. */
export function findProgram(name: string): KnownProgram | undefined {
  return byName.get(baseName(name));
}

/** What is known about a program, which may be nothing. */
export function programOf(name: string): KnownProgram {
  return findProgram(name) ?? unknownProgram;
}

/** The first spelling of the option in the manual. */
export function optionFor(program: KnownProgram, meaning: string): string | undefined {
  return program.options?.find(option => option.meaning === meaning)?.names[0];
}

/** grep and its kin, which search their input for a name. */
export function isSearchProgram(name: string): boolean {
  return programOf(name).searches === 'lines';
}

/** A shell, which runs the script that one of its options takes. */
export function isShell(name: string): boolean {
  const { runs } = programOf(name);
  return runs?.as === 'option' && runs.shell === true;
}

/** Programs that look for a process by name, or act on it. */
export function isProcessTool(name: string): boolean {
  const does = programOf(name).processes?.does;
  return does === 'looks' || does === 'acts';
}

/** It acts on a service by its name. */
export function isServiceProgram(name: string): boolean {
  return findProgram(name)?.services !== undefined;
}
