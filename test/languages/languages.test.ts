/** A language is its folder and a line in the list of languages: no other file names it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../server/src/languages/language.ts';
import { languages } from '../../server/src/languages/languages.ts';
import { root } from '../support/build.ts';

const source = join(root, 'server/src');
const files = [join(root, 'client/src'), source].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => join(folder, path)),
);
const folders = readdirSync(join(source, 'languages'), { withFileTypes: true })
  // Playbooks are a part of YAML.
  .filter(entry => entry.isDirectory() && entry.name !== 'ansible')
  .map(({ name }) => name);

/** They have their own usages, or are read for options: they are named elsewhere, too. */
const known: ReadonlySet<string> = new Set(['shell', 'unit', 'json', 'yaml', 'bitbake', 'program-strings']);

describe('a language', () => {
  for (const folder of folders) {
    it(`of the folder ${folder} is in the list`, async () => {
      const path = join(source, 'languages', folder, 'language.ts');
      const exported: readonly Language[] = Object.values(await import(path));
      assert.notDeepEqual(exported, []);
      for (const language of exported) assert.ok(languages.some(({ name }) => name === language.name));
    });
  }

  it('has a unique name', () => {
    const names = languages.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
  });

  it('is known by name to neither classification nor table of kinds', () => {
    for (const name of ['classify', 'kinds', 'select-by-name']) {
      const text = readFileSync(join(source, 'languages', `${name}.ts`), 'utf8');
      assert.deepEqual(
        languages.filter(language => text.includes(`'${language.name}'`) || text.includes(`languageNamed(`)),
        [],
      );
      for (const folder of folders) assert.ok(!text.includes(`'./${folder}/`), `${name}.ts imports ${folder}`);
    }
  });

  for (const folder of folders.filter(name => !known.has(name))) {
    it(`of the folder ${folder} is named nowhere else`, async () => {
      const exported: Readonly<Record<string, Language>> = await import(
        join(source, 'languages', folder, 'language.ts')
      );
      // A name that is also a value of an option, or a program, does not refer to the language.
      const names = Object.values(exported).flatMap(({ name, optIn }) => (optIn || name === 'crontab' ? [] : [name]));
      const others = files.filter(path => !path.includes(`/languages/${folder}/`));
      const naming = others.filter(path => {
        const text = readFileSync(path, 'utf8');
        return names.some(name => text.includes(`'${name}'`)) || text.includes(`/languages/${folder}/`);
      });
      assert.deepEqual(naming, []);
    });
  }
});
