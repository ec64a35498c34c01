/** `systemd-analyze verify` finds nothing in a fixed unit that it did not find before. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { fixAll } from '../../server/src/findings/fix-all.ts';
import { allRules } from '../../server/src/mender/catalogue.ts';
import { root } from '../support/build.ts';
import { afterFix } from '../support/sound.ts';
import { document, findings, paths } from '../support/texts.ts';
import { debianProgram } from '../support/tools.ts';

interface Unit {
  readonly path: string;
  readonly text: string;
}

const demo = join(root, 'test/fixtures/demo/systemd');

const units: readonly Unit[] = [
  ...readdirSync(demo, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(?:service|timer|conf)$/.test(path))
    .map(path => ({ path, text: readFileSync(join(demo, path), 'utf8') })),
  ...allRules.flatMap(row =>
    row.examples
      .filter(({ language }) => language === 'unit')
      .map(({ bad, path }) => ({ path: path ?? paths.unit, text: bad })),
  ),
];

/** The text of a unit after fix-all, and after each fix alone. */
function fixesOf({ path, text }: Unit): readonly string[] {
  const each = findings(text, path).flatMap(({ fixes }) => fixes.map(fix => afterFix(text, fix)!));
  return [...new Set([fixAll(document(text, path)).text, ...each])].filter(fixed => fixed !== text);
}

/** The messages about each of several units, without their lines; all in one run, each under another name. */
function complaints(all: readonly Unit[]): readonly ReadonlySet<string>[] {
  const folder = mkdtempSync(join(tmpdir(), 'mender-lint-units-'));
  try {
    const files = all.map(({ path, text }, index) => {
      const isDropIn = path.endsWith('.conf');
      const kind = extname(isDropIn ? dirname(path).replace(/\.d$/, '') : path) || '.service';
      const unit = join(folder, `unit-${index}${kind}`);
      writeFileSync(unit, isDropIn ? '[Service]\nExecStart=/bin/true\n' : text);
      if (isDropIn) {
        mkdirSync(`${unit}.d`);
        writeFileSync(join(`${unit}.d`, basename(path)), text);
      }
      return unit;
    });
    const { stderr } = spawnSync(debianProgram('systemd-analyze', 'systemd'), ['verify', '--man=no', ...files], {
      encoding: 'utf8',
    });
    return all.map((_, index) => {
      const own = stderr.split('\n').filter(line => new RegExp(`\\bunit-${index}\\.`).test(line));
      // Units and programs of a device are missing here, whatever their names.
      const lasting = own.filter(line => !/not found|not executable|No such file|not-found/.test(line));
      return new Set(lasting.map(line => line.replace(/^.*?:(?:\d+:)?\s*/, '').replaceAll(`unit-${index}.`, 'unit.')));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('systemd-analyze verify', () => {
  it('finds nothing in a fixed unit that it did not find before', () => {
    const pairs = units.flatMap(unit => fixesOf(unit).map(fixed => ({ unit, fixed: { ...unit, text: fixed } })));
    assert.ok(pairs.length > 20);
    const before = complaints(pairs.map(({ unit }) => unit));
    const after = complaints(pairs.map(({ fixed }) => fixed));
    const added = pairs.flatMap(({ fixed }, index) =>
      [...after[index]!]
        .filter(line => !before[index]!.has(line))
        .map(line => `${line} in ${JSON.stringify(fixed.text)}`),
    );
    assert.deepEqual(added, []);
  });

  it('finds what is wrong with a unit', () => {
    const [found] = complaints([{ path: 'a.service', text: '[Service]\nExecStart=/bin/true\nRestart=perhaps\n' }]);
    assert.equal(found!.size, 1);
  });
});
