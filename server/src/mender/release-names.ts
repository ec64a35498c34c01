/** The names of releases: which ones can be selected, and which release a typed name means. */
import { type Release, releases } from './releases.ts';
import type { Origin, Target, Version } from './version.ts';

export interface ReleaseNames {
  /** The releases that files can be checked for, oldest first. */
  readonly targets: readonly Target[];
  readonly newest: Target;
  /** The release with this name, or the patch level of one; undefined if files cannot be checked for it. */
  target(name: unknown): Target | undefined;
  /** The same, including the releases that files may come from. */
  origin(name: unknown): Origin | undefined;
  /** The generations that files can be checked for, for a sentence: `4.x and 5.x`. */
  readonly series: string;
  /** All valid values of `target`. */
  readonly targetNames: readonly ReleaseName[];
  /** All valid values of `from`. */
  readonly originNames: readonly ReleaseName[];
}

export interface ReleaseName {
  readonly name: string;
  /** A sentence without its full stop. */
  readonly meaning: string;
  /** The name that this is another name for. */
  readonly of?: string;
}

export function releaseNames(all: readonly Release[]): ReleaseNames {
  const present = all.filter(({ isPast }) => !isPast);
  const targets = present.map(({ version }) => version);
  return {
    targets,
    newest: targets.at(-1)!,
    target: name => named(present, name),
    origin: name => (name === 'any' ? name : named(all, name)),
    series: seriesOf(targets),
    targetNames: present.flatMap(namesOf),
    originNames: [{ name: 'any', meaning: 'Whatever was changed up to the target' }, ...all.flatMap(namesOf)],
  };
}

function seriesOf(targets: readonly Target[]): string {
  const series = [...new Set(targets.map(target => `${target.split('.')[0]}.x`))];
  const last = series.pop()!;
  return series.length === 0 ? last : `${series.join(', ')} and ${last}`;
}

function namesOf({ version, aliases = [], bundle, isPast }: Release): readonly ReleaseName[] {
  const programs = isPast ? `The client of ${version} and before` : `mender-update and mender-auth ${version}`;
  const meaning = bundle === undefined ? programs : `${programs}, part of the bundle called ${bundle}`;
  return [
    { name: version, meaning },
    ...aliases.map(name => ({ name, meaning: `${bundle ?? name}, the same as ${version}`, of: version })),
  ];
}

/** For a message: each release with its other names. */
export function listOfNames(names: readonly ReleaseName[], quote = ''): string {
  const quoted = (name: string) => `${quote}${name}${quote}`;
  const others = (of: string) => names.filter(name => name.of === of).map(({ name }) => quoted(name));
  return names
    .filter(({ of }) => of === undefined)
    .map(({ name }) =>
      [quoted(name), ...(others(name).length > 0 ? [`(also ${others(name).join(', ')})`] : [])].join(' '),
    )
    .join(', ');
}

function named(all: readonly Release[], name: unknown): Version | undefined {
  if (typeof name !== 'string') return undefined;
  const found = all.find(({ version, aliases }) => version === name || aliases?.includes(name));
  return found?.version ?? all.flatMap(release => patchLevel(release, name))[0];
}

function patchLevel({ version, newestPatch }: Release, name: string): Version[] {
  const patch = name.startsWith(`${version}.`) ? name.slice(version.length + 1) : '';
  return /^(?:0|[1-9]\d?)$/.test(patch) && Number(patch) <= newestPatch
    ? [`${version}.${Number(patch)}` as Version]
    : [];
}

/** Those of the shipped catalogue. */
export const shippedReleaseNames = releaseNames(releases);

export const { targets, newest: newestTarget } = shippedReleaseNames;
