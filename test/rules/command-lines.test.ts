/**
 * Command lines tried on the real programs: the fix of each is a line that the new program accepts, or there is a
 * reason why none is offered. Then untried lines, judged by models of the parsers that agree with the tried ones.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Fix } from '../../server/src/fixes/fix.ts';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { newAccepts, oldAccepts, splitLine } from '../support/real-parsers.ts';
import { findings } from '../support/texts.ts';

interface TriedLine {
  readonly old: string;
  readonly oldAccepted: boolean;
  readonly new: string;
  readonly newAccepted: boolean;
  readonly newAccepted40: boolean;
  readonly renamed: string;
  readonly renamedAccepted: boolean;
  readonly renamedAccepted40: boolean;
  readonly also?: string;
}

const lines = readFileSync(new URL('../fixtures/facts/argv.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as TriedLine);

const short: Readonly<Record<string, string>> = {
  c: 'config',
  b: 'fallback-config',
  d: 'data',
  L: 'log-file',
  l: 'log-level',
  E: 'trusted-certs',
  F: 'forcebootstrap',
  q: 'quiet',
  C: 'compression',
  h: 'help',
  v: 'version',
  url: 'server-url',
};

/** The line with long names, two dashes and separate values, as the fixtures write it. */
function canonical(line: string): string {
  const [program = '', ...args] = splitLine(line);
  const names = program === 'mender-setup' ? { ...short, E: 'server-cert' } : short;
  const words = args.flatMap(word => {
    const match = /^--?(\w[\w-]*)(?:=(.*))?$/.exec(word);
    if (!match) return [word];
    const option = `--${names[match[1]!] ?? match[1]}`;
    if (match[2] === undefined) return [option];
    if (match[2] === '' || match[2].startsWith('-') || /^(?:true|false|yes)$/.test(match[2]))
      return [`${option}=${match[2]}`];
    return [option, match[2]];
  });
  return [program, ...words.filter(word => word !== '--' && word !== 'true')]
    .join(' ')
    .replace(/ --([\w-]+) (-\S+)/g, ' --$1=$2');
}

function fixed(
  line: string,
  target = '5.1',
): { fixes: readonly Fix[]; texts: string[]; either: string[]; found: number; message: string } {
  const found = findings(line, 'line.sh', target);
  const fixes = found[0]?.fixes.filter(({ probesAtRuntime: probes }) => !probes) ?? [];
  const asking = found[0]?.fixes.filter(({ probesAtRuntime: probes }) => probes) ?? [];
  return {
    fixes,
    texts: fixes.map(fix => applyEdits(line, fix.edits)!),
    either: asking.map(fix => applyEdits(line, fix.edits)!),
    found: found.length,
    message: found[0]?.message ?? '',
  };
}

/** `text` calls the new program or, without one, the old one, which `old` calls. */
function assertBothAccept(text: string, old: string): void {
  const [call, newer, older] = /^"\$\(command -v (\S+) \|\| command -v (\S+)\)"/.exec(text) ?? [];
  assert.ok(call && newer && older, text);
  assert.ok(newAccepts(newer + text.slice(call.length)), text);
  assert.ok(newAccepts(newer + text.slice(call.length), '4.0'), text);
  assert.equal(older + text.slice(call.length), old);
}

describe('models of the real argument parsers', () => {
  for (const line of lines) {
    it(`3.5.3 ${line.oldAccepted ? 'takes' : 'refuses'} ${line.old}`, () =>
      assert.equal(oldAccepts(line.old), line.oldAccepted));
    it(`5.1.0 ${line.renamedAccepted ? 'takes' : 'refuses'} ${line.renamed}`, () =>
      assert.equal(newAccepts(line.renamed), line.renamedAccepted));
    it(`5.1.0 ${line.newAccepted ? 'takes' : 'refuses'} ${line.new}`, () =>
      assert.equal(newAccepts(line.new), line.newAccepted));
    it(`4.0.7 ${line.newAccepted40 ? 'takes' : 'refuses'} ${line.new}`, () =>
      assert.equal(newAccepts(line.new, '4.0'), line.newAccepted40));
  }
});

describe('command lines tried on the real programs', () => {
  for (const line of lines) {
    it(`${line.old} is found once`, () => assert.equal(fixed(line.old).found, 1));
    if (line.oldAccepted && line.newAccepted) {
      it(`${line.old} becomes ${line.new}`, () => {
        const { texts, message } = fixed(line.old);
        // One of two daemons alone is no client: where the other cannot be started in the same way, nothing is offered.
        if (line.also?.includes('--passphrase-file')) {
          assert.deepEqual(texts, []);
          assert.match(message, /\(.+\)\.$/);
          return;
        }
        const wanted = new Set(
          [line.new, line.also, line.renamedAccepted ? line.renamed : undefined].flatMap(text =>
            text === undefined ? [] : [canonical(text)],
          ),
        );
        assert.ok(
          texts.some(text => text.split(' &\n').every(part => wanted.has(canonical(part)))),
          `${texts.join(' | ')} instead of ${[...wanted].join(' | ')}`,
        );
      });
    }
    it(`${line.old}: every fix is accepted, or the reason for none is given`, () => {
      const { texts, fixes, message } = fixed(line.old);
      if (texts.length === 0) {
        assert.match(message, /\(.+\)\.$|has no such command/);
        return;
      }
      for (const [index, text] of texts.entries()) {
        const accepted = text.split('\n').every(part => newAccepts(part.replace(/ &$/, '')));
        // What 3.x refuses, too, is only renamed, and left to its author.
        assert.ok(accepted || !line.oldAccepted, `${text} (${fixes[index]!.safety})`);
      }
    });
    if (line.oldAccepted)
      it(`${line.old}: what calls either program is accepted by both`, () => {
        for (const text of fixed(line.old).either) assertBothAccept(text, line.old);
      });
    it(`${line.old}: every fix for 4.0 is accepted by 4.0`, () => {
      for (const text of fixed(line.old, '4.0').texts) {
        assert.ok(
          text.split('\n').every(part => newAccepts(part.replace(/ &$/, ''), '4.0')) || !line.oldAccepted,
          text,
        );
      }
    });
  }

  it('rewrites all that have an equivalent', () => {
    const possible = lines.filter(
      line => line.oldAccepted && line.newAccepted && !line.also?.includes('--passphrase-file'),
    );
    const done = possible.filter(line => fixed(line.old).texts.some(text => newAccepts(text.split('\n').at(-1)!)));
    assert.equal(done.length, possible.length);
  });
});

describe('untried command lines', () => {
  const value = fc.constantFrom('x', 'a.conf', '/data/m', 'a=b', '-x', '');
  const dashes = fc.constantFrom('-', '--');
  const valued = (names: string[]) =>
    fc
      .tuple(dashes, fc.constantFrom(...names), fc.boolean(), value)
      .map(([dash, name, attached, text]) =>
        attached ? [`${dash}${name}=${text}`] : [`${dash}${name}`, text === '' ? "''" : text],
      );
  const flags = (names: string[]) =>
    fc
      .tuple(dashes, fc.constantFrom(...names), fc.constantFrom('', '', '=true', '=false', '=1'))
      .map(([dash, name, text]) => [`${dash}${name}${text}`]);
  const level = fc
    .tuple(dashes, fc.constantFrom('log-level', 'l'), fc.constantFrom('debug', 'warn', 'INFO', 'panic', 'error'))
    .map(([dash, name, text]) => [`${dash}${name}`, text]);
  const global = fc.oneof(
    valued(['config', 'c', 'fallback-config', 'b', 'data', 'd', 'log-file', 'L', 'trusted-certs', 'E']),
    flags(['skipverify', 'no-syslog', 'forcebootstrap', 'F']),
    level,
  );
  const install = fc
    .tuple(
      fc.array(flags(['reboot-exit-code'])),
      fc.array(fc.constantFrom('x.mender', '-', 'https://s/a.mender', '--reboot-exit-code'), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([options, operands]) => ['install', ...options.flat(), ...operands]);
  const setup = fc
    .array(
      fc.oneof(
        valued([
          'config',
          'data',
          'device-type',
          'username',
          'password',
          'server-url',
          'url',
          'server-ip',
          'server-cert',
          'E',
          'tenant-token',
        ]),
        flags(['hosted-mender', 'demo', 'demo-server', 'demo-polling', 'quiet']),
      ),
      { maxLength: 4 },
    )
    .map(options => ['setup', ...options.flat()]);
  const dump = fc
    .array(fc.oneof(valued(['source']), flags(['quiet', 'q']), fc.constant(['-C', 'gzip'])), { maxLength: 3 })
    .map(options => ['snapshot', 'dump', ...options.flat()]);
  const plain = fc.constantFrom(
    ['commit'],
    ['rollback'],
    ['check-update'],
    ['send-inventory'],
    ['show-artifact'],
    ['show-provides'],
    ['daemon'],
    ['check-update', 'x'],
    ['commit', '--'],
    ['commit', '--help'],
    ['bootstrap'],
    ['bootstrap', '-F'],
    ['help', 'install'],
    ['--version'],
    [],
  );
  const line = fc
    .tuple(fc.array(global, { maxLength: 3 }), fc.oneof(plain, install, setup, dump))
    .map(([globals, command]) => ['mender', ...globals.flat(), ...command].join(' '));

  it('are rewritten into lines that the new program accepts, or not at all', () => {
    fc.assert(
      fc.property(line.filter(oldAccepts), fc.constantFrom('4.0' as const, '5.1' as const), (text, release) => {
        const { texts, either, found, message } = fixed(text, release);
        assert.equal(found, 1);
        for (const result of either) assertBothAccept(result, text);
        if (texts.length === 0) assert.match(message, /\(.+\)\.$/);
        for (const result of texts)
          for (const part of result.split('\n'))
            assert.ok(newAccepts(part.replace(/ &$/, ''), release), `${text} -> ${part}`);
      }),
      { numRuns: 3000 },
    );
  });
});
