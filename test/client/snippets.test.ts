/** The snippets for VS Code: their text is right for every release since 4.0, and the update module works. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unit } from '../../server/src/languages/unit/language.ts';
import { root } from '../support/build.ts';
import { parses } from '../support/parses.ts';
import { document, ruleIds } from '../support/texts.ts';

interface Snippet {
  readonly scope: string;
  readonly prefix: readonly string[];
  readonly body: readonly string[];
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const snippets: Readonly<Record<string, Snippet>> = Object.assign(
  {},
  ...manifest.contributes.snippets.map(({ path }: { path: string }) =>
    JSON.parse(readFileSync(join(root, path), 'utf8')),
  ),
);

/** Where each is used. */
const paths: Readonly<Record<string, string>> = {
  'Mender state script': 'Download_Enter_00',
  'Mender state script that names the Artifact': 'ArtifactCommit_Leave_00',
  'Mender update module': 'usr/share/mender/modules/v3/app',
  'Unit that uses the Mender client': 'product.service',
  'Drop-in for both daemons of the Mender client': 'etc/systemd/system/mender-authd.service.d/product.conf',
  'Unit that calls the Mender client': 'look.service',
};

const place = /\\([$}\\])|\$\{(\d+)\|([^|]*)\|\}|\$\{(\d+):([^}]*)\}|\$(\d)/g;

/** The text when nothing is filled in, with the nth choice of each choice, or with texts for the placeholders. */
function written({ body }: Snippet, nth = 0, filled: Readonly<Record<string, string>> = {}): string {
  return `${body.join('\n')}\n`.replace(
    place,
    (_, escaped?: string, choice?: string, choices?: string, named?: string, text?: string) => {
      if (escaped !== undefined) return escaped;
      if (choices !== undefined) return filled[choice!] ?? choices.split(',').at(nth % choices.split(',').length)!;
      return (named === undefined ? undefined : filled[named]) ?? text ?? '';
    },
  );
}

const mostChoices = ({ body }: Snippet) =>
  Math.max(1, ...[...body.join('\n').matchAll(place)].map(([, , , choices]) => choices?.split(',').length ?? 0));

describe('snippets', () => {
  it('are known here', () => assert.deepEqual(Object.keys(snippets), Object.keys(paths)));

  for (const [name, snippet] of Object.entries(snippets)) {
    const path = paths[name]!;
    const isUnit = snippet.scope !== 'shellscript';
    const texts = Array.from({ length: mostChoices(snippet) }, (_, nth) => written(snippet, nth));

    it(`${name} is offered in the language of its file`, () => {
      assert.equal(document(texts[0]!, path).kind?.language, isUnit ? 'unit' : 'shell');
      const units = [...(unit.editorIds ?? [])];
      assert.deepEqual(snippet.scope.split(',').sort(), isUnit ? units.sort() : ['shellscript']);
    });

    for (const target of ['4.0', '5.0', '5.1'])
      it(`${name} has no findings for ${target}`, () => {
        for (const text of texts) assert.deepEqual(ruleIds(text, path, target), []);
      });

    it(`${name} is well-formed`, () => {
      for (const text of texts) {
        assert.doesNotMatch(text, /\$\{\d/);
        if (isUnit) assert.ok(parses(text, 'unit'), text);
        else assert.equal(spawnSync('sh', ['-n'], { input: text }).status, 0, text);
      }
    });
  }

  it('are found by names of their own', () => {
    const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
  });
});

describe('the update module of the snippets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'update-module-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** A separate device and payload; `call` returns the answer of the module. */
  function device(name: string): { call: (state: string) => string; app: string } {
    const at = (path: string) => join(folder, name, path);
    for (const path of ['payload', 'tree/files']) mkdirSync(at(path), { recursive: true });
    writeFileSync(at('payload/version'), 'new\n');
    execFileSync('tar', ['-C', at('payload'), '-cf', at('tree/files/app.tar'), '.']);
    writeFileSync(at('module'), written(snippets['Mender update module']!, 0, { 2: at('app') }));
    const call = (state: string) => execFileSync('sh', [at('module'), state, at('tree')], { encoding: 'utf8' });
    return { call, app: at('app') };
  }

  const version = (app: string) => readFileSync(join(app, 'version'), 'utf8');

  it('answers known calls, and nothing to unknown ones', () => {
    const { call } = device('queries');
    assert.deepEqual(
      ['NeedsArtifactReboot', 'SupportsRollback', 'ProvidePayloadFileSizes', 'Download', 'ArtifactFailure'].map(call),
      ['No\n', 'Yes\n', 'No\n', '', ''],
    );
  });

  it('installs, and keeps nothing of the old version in the end', () => {
    const { call, app } = device('install');
    mkdirSync(app);
    writeFileSync(join(app, 'version'), 'old\n');
    for (const state of ['ArtifactInstall', 'ArtifactCommit', 'Cleanup']) call(state);
    assert.equal(version(app), 'new\n');
    assert.throws(() => version(`${app}.old`), /ENOENT/);
  });

  it('goes back to the old version', () => {
    const { call, app } = device('rollback');
    mkdirSync(app);
    writeFileSync(join(app, 'version'), 'old\n');
    for (const state of ['ArtifactInstall', 'ArtifactRollback', 'ArtifactRollback', 'Cleanup']) call(state);
    assert.equal(version(app), 'old\n');
  });

  it('goes back to nothing, where there was nothing', () => {
    const { call, app } = device('first');
    for (const state of ['ArtifactInstall', 'ArtifactRollback', 'Cleanup']) call(state);
    assert.throws(() => version(app), /ENOENT/);
  });
});
