/** The names of releases: which of them can be asked for, and what one that was typed stands for. */
import { type Release, releases } from './releases.ts';
import type { Target, Version } from './version.ts';

export interface ReleaseNames {
  /** Those that files can be checked for, oldest first. */
  readonly targets: readonly Target[];
  readonly newest: Target;
  /** The release that is called so, or the patch level of one; undefined when there is none to check for. */
  target(name: unknown): Target | undefined;
  /** The same, with those that files may come from. */
  origin(name: unknown): Version | undefined;
  /** All of them with their other names, for a message. */
  readonly targetList: string;
  readonly originList: string;
}

export function releaseNames(all: readonly Release[]): ReleaseNames {
  const present = all.filter(({ isPast }) => !isPast);
  const targets = present.map(({ version }) => version);
  return {
    targets,
    newest: targets.at(-1)!,
    target: name => named(present, name),
    origin: name => named(all, name),
    targetList: listed(present),
    originList: listed(all),
  };
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

function listed(all: readonly Release[]): string {
  return all
    .map(({ version, aliases = [] }) => (aliases.length > 0 ? `${version} (also ${aliases.join(', ')})` : version))
    .join(', ');
}

const known = releaseNames(releases);

/** Those of the shipped catalogue. */
export const { targets, newest: newestTarget } = known;

export function isTarget(value: unknown): value is Target {
  return typeof value === 'string' && known.target(value) === value;
}
