/** Paths of Windows: drives, shares, both separators. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../support/build.ts';
import type { Call } from '../support/windows.ts';

const table: readonly (readonly [Call, unknown])[] = [
  [['filePathOf', 'file:///c%3A/work/a.sh'], 'c:/work/a.sh'],
  [['filePathOf', 'file:///C:/work/a%20b%23c%25.sh'], 'c:/work/a b#c%.sh'],
  [['filePathOf', 'file:///c%3A/Stra%C3%9Fe/%E6%97%A5%E6%9C%AC.sh'], 'c:/Straße/日本.sh'],
  [['filePathOf', 'file:///c%3A/work/'], 'c:/work'],
  [['filePathOf', 'file:///c%3A/'], 'c:/'],
  [['filePathOf', 'file://server/share/a.sh'], '//server/share/a.sh'],
  [['filePathOf', 'file://server/share/'], '//server/share'],
  [['filePathOf', 'untitled:Untitled-1'], null],
  [['uriOf', 'c:/work/a b#c%.sh'], 'file:///c%3A/work/a%20b%23c%25.sh'],
  [['uriOf', 'C:\\work\\ä.sh'], 'file:///c%3A/work/%C3%A4.sh'],
  [['uriOf', '//server/share/a.sh'], 'file://server/share/a.sh'],
  [['absolute', 'C:\\work', 'sub\\a.sh'], 'C:/work/sub/a.sh'],
  [['absolute', 'C:\\work', 'sub/a.sh'], 'C:/work/sub/a.sh'],
  [['absolute', 'C:\\work', '..\\a#b %.sh'], 'C:/a#b %.sh'],
  [['absolute', 'C:\\work', 'D:/a.sh'], 'D:/a.sh'],
  [['absolute', 'C:\\work', '\\\\server\\share\\a.sh'], '//server/share/a.sh'],
  [['absolute', 'C:\\', '.'], 'C:/'],
  [['folderOf', 'c:/work/a.sh'], 'c:/work'],
  [['folderOf', 'c:/a.sh'], 'c:/'],
  [['folderOf', 'c:/'], 'c:/'],
  [['folderOf', '//server/share/a.sh'], '//server/share'],
  [['folderOf', '//server/share'], '//server/share'],
  [['commonFolder', ['c:/work/a', 'c:/work/b', 'c:/work']], 'c:/work'],
  [['commonFolder', ['c:/work', 'c:/other']], 'c:/'],
  [['commonFolder', ['c:/work', 'd:/work']], '/'],
  [['artifactLocation', 'D:/other/a b.sh'], { uri: 'file:///D:/other/a%20b.sh' }],
  [['artifactLocation', '//server/share/a.sh'], { uri: 'file://server/share/a.sh' }],
  [['artifactLocation', 'sub/a.sh'], { uri: 'sub/a.sh', uriBaseId: '%SRCROOT%' }],
  [['nameOf', 'c:/work/a.sh'], 'a.sh'],
];

describe('a path of Windows', () => {
  let results: readonly unknown[];

  before(async () => {
    const outdir = mkdtempSync(join(tmpdir(), 'mender-lint-windows-'));
    try {
      const outfile = join(outdir, 'windows.cjs');
      const entryPoints = [join(root, 'test/support/windows.ts')];
      await build({ entryPoints, outfile, bundle: true, platform: 'node', mainFields: ['module', 'main'] });
      const args = [outfile, JSON.stringify(table.map(([call]) => call))];
      const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      assert.match(stdout, /^\[/, stderr);
      results = JSON.parse(stdout);
    } finally {
      rmSync(outdir, { recursive: true });
    }
  });

  for (const [index, [[name, ...args], expected]] of table.entries())
    it(`${name} ${JSON.stringify(args)}`, () => assert.deepEqual(results[index], expected));
});
