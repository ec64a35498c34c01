/** Releases of Yocto that a layer, or a file of kas, says. Pure: takes texts, reads no file. */

import { bitbakeParts } from '../languages/bitbake/bitbake.ts';
import { listItems } from '../languages/unit/unit.ts';
import { entriesOf, member, parseYaml, type YamlNode } from '../languages/yaml/yaml.ts';
import { repositoryOf } from '../languages/yaml/yaml-parts.ts';
import { knownYocto, type YoctoRelease, yoctoOf } from '../mender/yocto.ts';
import { wholeText } from '../text/fragment.ts';

/** `LAYERSERIES_COMPAT` of conf/layer.conf: "Variables Glossary" of Yocto. Names that nobody here knows are left out. */
export function yoctoOfLayer(text: string): readonly string[] {
  return bitbakeParts(wholeText(text)).flatMap(part => {
    if (part.kind !== 'assignment' || !part.assignment.name.startsWith('LAYERSERIES_COMPAT_')) return [];
    return listItems(part.assignment.value).flatMap(item => yoctoOf(item.text) ?? []);
  });
}

/** Repositories whose branches are called as the releases are. */
const named: ReadonlySet<string> = new Set(['poky', 'openembedded-core', 'oe-core', 'meta-mender']);

const revisions = ['branch', 'refspec', 'tag', 'release'];

/** The repositories of a file of kas, and the branch that holds for all of them; nothing for any other YAML. */
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

/** Where none of them has a client of 4.0, nothing is said about those that have. */
export function checkedYocto(names: readonly string[]): readonly YoctoRelease[] {
  return knownYocto(names);
}
