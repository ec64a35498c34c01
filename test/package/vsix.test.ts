/** The packed extension, as the marketplace and a user receive it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { vscodePackages } from '../editor/host/versions.ts';
import { root } from '../support/build.ts';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

interface Step {
  readonly description: string;
  readonly media: {
    readonly markdown?: string;
    readonly image?: Readonly<Record<string, string>>;
    readonly altText?: string;
  };
  readonly completionEvents: readonly string[];
}

describe('the extension package', () => {
  let size: number;
  let files: Readonly<Record<string, Uint8Array>>;
  let [first, again]: (Buffer | undefined)[] = [];
  const pack = (path: string): Buffer => {
    execFileSync(process.execPath, [join(root, 'pack.mjs'), path], { stdio: ['ignore', 'ignore', 'pipe'] });
    return readFileSync(path);
  };

  before(() => {
    const folder = mkdtempSync(join(tmpdir(), 'mender-lint-vsix-'));
    const path = join(folder, 'extension.vsix');
    const packed = pack(path);
    again = pack(path);
    first = packed;
    size = packed.length;
    files = unzipSync(packed);
    rmSync(folder, { recursive: true });
  });

  it('is the same to the byte when it is packed again', () => assert.ok(first!.equals(again!)));

  it('contains these files and no others', () => {
    assert.deepEqual(Object.keys(files).sort(), [
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/changelog.md',
      'extension/dist/client.cjs',
      'extension/dist/commands.cjs',
      'extension/dist/language-client.cjs',
      'extension/dist/scan-worker.cjs',
      'extension/dist/server.cjs',
      'extension/dist/sources.cjs',
      'extension/dist/third-party.txt',
      'extension/dist/web-server.cjs',
      'extension/dist/web.cjs',
      'extension/images/icon.png',
      'extension/package.json',
      'extension/readme.md',
      'extension/snippets/mender.code-snippets',
      'extension/syntaxes/systemd-unit.language.json',
      'extension/syntaxes/systemd-unit.tmLanguage.json',
      'extension/walkthrough/fix-dark.png',
      'extension/walkthrough/fix-light.png',
      'extension/walkthrough/migrate.md',
      'extension/walkthrough/see-dark.png',
      'extension/walkthrough/see-light.png',
      'extension/walkthrough/target.md',
    ]);
  });

  // 430 KB of it are for the browser, which needs separate bundles, and gets no others; 150 KB read programs, for users
  // who include `strings`; 100 KB are pictures.
  it('is smaller than 1250 KB', () => assert.ok(size < 1250 * 1024, `${size} bytes`));

  it('has no source map, and nothing of the machine that built it', () => {
    for (const [path, content] of Object.entries(files)) {
      const text = Buffer.from(content).toString('latin1');
      assert.doesNotMatch(text, /sourceMappingURL=/, path);
      assert.ok(!text.includes(root), `${path} names the folder it was built in`);
      assert.doesNotMatch(
        text,
        /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bnpm_[A-Za-z0-9]{36}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b/,
        path,
      );
    }
  });

  it('contains what a marketplace page needs', () => {
    const packed = JSON.parse(Buffer.from(files['extension/package.json']!).toString());
    for (const field of [
      'displayName',
      'description',
      'license',
      'icon',
      'galleryBanner',
      'categories',
      'keywords',
      'repository',
      'bugs',
    ])
      assert.ok(packed[field], field);
    const readme = Buffer.from(files['extension/readme.md']!).toString();
    const pictures = [...readme.matchAll(/(?:!\[[^\]]*\]\(|<img [^>]*src=")([^)"]+)/g)].map(([, url]) => url!);
    assert.ok(pictures.length >= 2);
    for (const url of pictures) assert.match(url, /^https:\/\/.*\.png$/);
  });

  it('shows pictures that its page can load: they are not in the package', () => {
    const readme = Buffer.from(files['extension/readme.md']!).toString();
    const pictures = [...readme.matchAll(/\b(?:src|srcset)="([^"]*)"/g)].map(([, address]) => address!);
    assert.equal(pictures.length, 4);
    const address = `${manifest.repository.url.replace(/\.git$/, '')}/raw/HEAD/`;
    for (const picture of pictures) {
      assert.ok(picture.startsWith(address), picture);
      assert.ok(existsSync(join(root, picture.slice(address.length))), picture);
    }
  });

  it('guides new users with existing features', () => {
    const { walkthroughs, commands, configuration } = manifest.contributes;
    const known = JSON.stringify([commands, configuration]);
    const steps: readonly Step[] = walkthroughs.flatMap(({ steps }: { steps: object[] }) => steps);
    assert.ok(steps.length >= 3);
    for (const { description, media, completionEvents } of steps) {
      for (const path of media.markdown === undefined ? Object.values(media.image!) : [media.markdown])
        assert.ok(files[`extension/${path}`], path);
      assert.ok(media.markdown !== undefined || media.altText);
      for (const [name] of `${description} ${completionEvents}`.matchAll(/menderLint\.\w+/g))
        assert.ok(known.includes(`"${name}"`), name);
    }
  });

  it('requires the oldest VS Code that it is tested in, and is compiled against its interface', () => {
    const { vscode } = vscodePackages.find(({ name }) => name === 'minimum')!;
    const minor = vscode.split('.').slice(0, 2).join('.');
    assert.equal(manifest.engines.vscode, `^${minor}.0`);
    assert.equal(manifest.devDependencies['@types/vscode'], `${minor}.0`);
  });

  it('has no setting that names a program or an argument of one', () => {
    const settings = manifest.contributes.configuration.flatMap(({ properties }: { properties: object }) =>
      Object.keys(properties),
    );
    assert.ok(settings.length > 0);
    for (const setting of settings) assert.doesNotMatch(setting, /path|executable|command|args|program|runtime/i);
  });
});
