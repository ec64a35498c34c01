/** The names of releases as a table for the page about options. */
import type { Catalogue } from '../mender/catalogue.ts';

export function releasesTable({ releaseNames }: Catalogue): string {
  const { targetNames, originNames } = releaseNames;
  const isTarget = (name: string) => targetNames.some(target => target.name === name);
  const names = originNames.filter(({ of }) => of === undefined);
  const lines = names.map(({ name, meaning }) => {
    const others = originNames.filter(({ of }) => of === name).map(other => `\`${other.name}\``);
    return `| ${[`\`${name}\``, ...others].join(', ')} | ${meaning}${isTarget(name) ? '' : ' (`from` only)'} |`;
  });
  return ['| names | release |', '|---|---|', ...lines].join('\n');
}
