/**
 * The releases of Yocto that meta-mender has branches for, in their order. Differences between those branches are in
 * the rules of recipes; what only newer ones have, so that no fix may write it for the others, is here.
 */

interface YoctoSpec {
  readonly name: string;
  /** That of Yocto itself. */
  readonly version: `${number}.${number}`;
}

/**
 * Releases whose branch has a recipe for the client of 4.0 or later. Tree of meta-mender at each branch,
 * conf/layer.conf; versions: mender-docs@master:302.Release-information/01.Supported-releases/docs.md:37-38,
 * mender-docs@master:03.Client-installation/02.Install-with-Debian-package/01.Upgrading/docs.md:201-203.
 */
export const yoctoReleases = [
  { name: 'kirkstone', version: '4.0' },
  { name: 'scarthgap', version: '5.0' },
  { name: 'wrynose', version: '6.0' },
] as const satisfies readonly YoctoSpec[];

export type YoctoRelease = (typeof yoctoReleases)[number]['name'];

/** Oldest first. */
export const yoctoNames: readonly YoctoRelease[] = yoctoReleases.map(({ name }) => name);

/** Branches of meta-mender without a client of 4.0: their newest recipe is mender-client 3.5.3, of dunfell. */
export const pastYoctoNames: readonly string[] = 'daisy krogoth morty pyro rocko sumo thud warrior zeus dunfell'.split(
  ' ',
);

/**
 * The release of a branch or a tag, by its name: `kirkstone`, `scarthgap-next`, `refs/tags/yocto-5.0.4`; undefined for
 * any other.
 */
export function yoctoOf(revision: string): string | undefined {
  const name = revision.trim().replace(/^(?:refs\/(?:heads|tags|remotes)\/)?(?:origin\/)?/, '');
  const version = /^yocto-(\d+\.\d+)(?:\.|$)/.exec(name)?.[1];
  if (version !== undefined) return yoctoReleases.find(release => release.version === version)?.name;
  const word = /^[a-z]+(?=$|[-_./])/.exec(name)?.[0];
  return [...yoctoNames, ...pastYoctoNames].find(known => known === word);
}

/** The releases that can be checked for, each once, in their order. */
export function knownYocto(names: readonly string[]): readonly YoctoRelease[] {
  return yoctoNames.filter(name => names.includes(name));
}

export function isBefore(release: YoctoRelease, other: YoctoRelease): boolean {
  return yoctoNames.indexOf(release) < yoctoNames.indexOf(other);
}

/** Things that the branches of meta-mender have only since one of them. */
const newer: Readonly<Record<string, YoctoRelease>> = {
  // meta-mender@kirkstone:meta-mender-core/recipes-mender/mender-client-migrate-configuration
  'mender-migrate-configuration': 'scarthgap',
  // meta-mender@acff677b
  UNPACKDIR: 'wrynose',
};

/** The first thing named in a text that the branch of one of the releases does not have. */
export function newerThan(
  text: string,
  releases: readonly YoctoRelease[],
): { name: string; on: YoctoRelease } | undefined {
  for (const [name, since] of Object.entries(newer)) {
    const on = releases.find(release => isBefore(release, since));
    if (on && new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text)) return { name, on };
  }
  return undefined;
}
