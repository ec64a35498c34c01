// What the bundles hold of others: names, versions, licences and their texts, for the packages to carry along.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `inputs`: the files that bundles are made of, from the root of the project. */
export function thirdParty(inputs, root) {
  const folders = new Set(inputs.flatMap(input => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []));
  const packages = [...folders].map(folder => packageIn(join(root, folder)));
  const unique = [...new Map(packages.map(each => [`${each.name} ${each.version}`, each])).values()];
  const sorted = unique.sort((a, b) => (a.name < b.name ? -1 : 1));
  const list = sorted.map(({ name, version, license }) => `${name} ${version} (${license})`);
  const texts = sorted.map(({ name, version, text }) => `${'-'.repeat(80)}\n${name} ${version}\n\n${text}`);
  return `Mender Lint holds code of these packages:\n\n${list.join('\n')}\n\n${texts.join('\n\n')}\n`;
}

function packageIn(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} says no licence`);
  const files = readdirSync(folder).filter(file => /^(?:licen[cs]e|copying)/i.test(file));
  // Without a file of its own, a package is under the text that its licence names.
  const text = files.map(file => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n');
  return { name, version, license, text: text || `License: ${license}` };
}
