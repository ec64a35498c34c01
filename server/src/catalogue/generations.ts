/** Names that tell the two generations of the client apart, wherever a script asks which of them is there. */
import { newPrograms, oldProgram } from './programs.ts';
import { newUnits, oldUnits } from './service-names.ts';

export type Generation = 'old' | 'new';

/** Debian: mender-dist-packages@master:recipes/mender-client4/debian-master/control. Yocto: mender-client-cpp.inc:17 of meta-mender. */
const newPackages = ['mender-client4', 'mender-auth', 'mender-update', 'mender-setup', 'mender-snapshot'];
const oldPackages = ['mender-client'];

const newNames: ReadonlySet<string> = new Set([...newPrograms.map(({ name }) => name), ...newUnits, ...newPackages]);
const oldNames: ReadonlySet<string> = new Set([oldProgram.name, ...oldUnits, ...oldPackages]);

/** Those that are of the client wherever they stand; `mender` alone is the name of the project, too. */
export const unmistakableNames: readonly string[] = [...newNames, ...oldNames].filter(name => name.includes('-'));

/** Of the name of a program, a unit or a package; `.service` and an architecture such as `:arm64` may follow it. */
export function generationOf(name: string): Generation | undefined {
  const plain = name.replace(/\.service(?:\.d)?$|:\w+$/, '');
  if (newNames.has(plain)) return 'new';
  return oldNames.has(plain) ? 'old' : undefined;
}

const anyNew = new RegExp(`(?<![\\w-])(?:${[...newNames].join('|')})(?![\\w-])`);
/** Without `mender` alone, which is part of all the other names, and of many that have nothing to do with either. */
const anyOld = /(?<![\w-])mender-client(?![\w-])/;

/** Of a pattern or a text that names one of them somewhere. */
export function generationIn(text: string): Generation | undefined {
  if (anyNew.test(text)) return 'new';
  return anyOld.test(text) ? 'old' : undefined;
}

/** Releases of the client, to try a script's own tests for a version on. */
export const sampleVersions: Readonly<Record<Generation, readonly string[]>> = {
  old: ['3.0.0', '3.4.0', '3.5.3'],
  new: ['4.0.0', '4.0.7', '5.0.0', '5.1.0'],
};
