/** Releases of Yocto that a layer, or a kas file, names. Pure: takes texts, reads no file. */

import { bitbakeParts } from '../languages/bitbake/bitbake.ts';
import { listItems } from '../languages/unit/unit.ts';
import { entriesOf, member, parseYaml, type YamlNode } from '../languages/yaml/yaml.ts';
import { repositoryOf } from '../languages/yaml/yaml-parts.ts';
import { yoctoLayer } from '../mender/tool-names.ts';
import { knownYocto, type YoctoRelease, yoctoOf } from '../mender/yocto.ts';
import { wholeText } from '../text/fragment.ts';

/** `LAYERSERIES_COMPAT` of conf/layer.conf: "Variables Glossary" of Yocto. Unknown names are left out. */
export function yoctoOfLayer(text: string): readonly string[] {
  return bitbakeParts(wholeText(text)).flatMap(part => {
    if (part.kind !== 'assignment' || !part.assignment.name.startsWith('LAYERSERIES_COMPAT_')) return [];
    return listItems(part.assignment.value).flatMap(item => yoctoOf(item.text) ?? []);
  });
}

/** Repositories whose branches are named after the releases. */
const named: ReadonlySet<string> = new Set(['poky', 'openembedded-core', 'oe-core', yoctoLayer]);

const revisions = ['branch', 'refspec', 'tag', 'release'];

/** The branches of the repositories in a kas file, and the default branch for all of them; empty for any other YAML. */
export function yoctoOfKas(text: string): readonly string[] {
  return parseYaml(wholeText(text)).flatMap(root => {
    if (!member(root, 'header')) return [];
    const common = revisionOf(member(member(root, 'defaults'), 'repos'));
    return entriesOf(member(root, 'repos')).flatMap(({ key, value }) => {
      if (![key, repositoryOf(value)].some(name => name !== undefined && named.has(name))) return [];
      return yoctoOf(revisionOf(value) ?? common ?? '') ?? [];
    });
  });
}

function revisionOf(node: YamlNode | undefined): string | undefined {
  for (const key of revisions) {
    const revision = member(node, key);
    if (revision?.kind === 'scalar') return revision.value;
  }
  return undefined;
}

/** If none of them has a client of 4.0, nothing is known about those that have. */
export function checkedYocto(names: readonly string[]): readonly YoctoRelease[] {
  return knownYocto(names);
}
