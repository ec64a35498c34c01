/** Names that distinguish the two generations of the client, wherever a script probes for one of them. */
import { newPrograms, oldProgram, oldProgramPath } from './programs.ts';
import { targets } from './release-names.ts';
import { releases } from './releases.ts';
import { shippedNames } from './shipped-names.ts';
import { atLeast, type Lifetime } from './version.ts';

/** Old ended before the oldest release that files are checked for, new came with it or later. */
export type Generation = 'old' | 'new';

/** The release that split the client. */
export const splitRelease = targets[0]!;

const isOld = ({ until }: Lifetime) => until !== undefined && atLeast(splitRelease, until);
const isNew = ({ since }: Lifetime) => since !== undefined && atLeast(since, splitRelease);

/** Modules are named after things that belong to neither. */
const things = [oldProgram, ...newPrograms, ...shippedNames.filter(({ kind }) => kind !== 'module')];

const newNames: ReadonlySet<string> = new Set(things.filter(isNew).map(({ name }) => name));
const oldNames: ReadonlySet<string> = new Set(things.filter(isOld).map(({ name }) => name));

/** Names that belong to the client anywhere; `mender` alone is the name of the project, too. */
export const unmistakableNames: readonly string[] = [...newNames, ...oldNames].filter(name => name.includes('-'));

/**
 * For the name of a program, a unit or a package, perhaps followed by `.service` or an architecture such as `:arm64`.
 */
export function generationOf(name: string): Generation | undefined {
  const plain = name.replace(/\.service(?:\.d)?$|:\w+$/, '');
  if (newNames.has(plain)) return 'new';
  return oldNames.has(plain) ? 'old' : undefined;
}

/** Of a name, or a path that ends in one; the folder of a unit's drop-ins counts as the unit. */
export function generationOfOperand(text: string): Generation | undefined {
  const [name = '', folder] = text.split('/').reverse();
  const own = generationOf(name);
  // `mender` is also the name of folders, such as /var/lib/mender.
  if (own === 'old' && name === oldProgram.name && folder !== undefined)
    return oldProgramPath.test(text) ? 'old' : undefined;
  if (own !== undefined) return own;
  return folder?.endsWith('.service.d') ? generationOf(folder) : undefined;
}

const anyNew = new RegExp(`(?<![\\w-])(?:${[...newNames].join('|')})(?![\\w-])`);
/** Without `mender` alone, which is part of all the other names, and of many that belong to neither. */
const anyOld = new RegExp(
  `(?<![\\w-])(?:${[...oldNames].filter(name => name !== oldProgram.name).join('|')})(?![\\w-])`,
);

/** For a pattern or a text that contains one of the names. */
export function generationIn(text: string): Generation | undefined {
  if (anyNew.test(text)) return 'new';
  return anyOld.test(text) ? 'old' : undefined;
}

/** Releases of the client, to try a script's own tests of a version on. */
export const sampleVersions: Readonly<Record<Generation, readonly string[]>> = {
  old: ['3.0.0', '3.4.0', ...patchLevels(({ isPast }) => isPast === true)],
  new: patchLevels(({ isPast }) => !isPast),
};

/** The first and the newest patch level of each release. */
function patchLevels(isMeant: (release: (typeof releases)[number]) => boolean): readonly string[] {
  return releases
    .filter(isMeant)
    .flatMap(({ version, newestPatch }) => [...new Set([`${version}.0`, `${version}.${newestPatch}`])]);
}
