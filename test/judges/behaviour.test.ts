/**
 * After its safe fixes a script does with the new programs what it did with the old one: the shells run both with
 * programs that record their calls.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultCheckOptions } from '../../server/src/findings/check.ts';
import { fixAll } from '../../server/src/findings/fix-all.ts';
import { afterFix } from '../support/sound.ts';
import { document, findings } from '../support/texts.ts';
import { accepts, programOf, type Shell } from './bash.ts';

/** Each finally calls `mender`, or systemctl, at least once. `$1` and `$2` are `a file` and `b`. */
const shapes: readonly string[] = [
  'mender commit',
  'mender install "$1"; echo "$?"',
  `mender install "$1"\\ x\\'y"a\\"b"'$z'`,
  'mender -commit',
  'mender -install "$1"',
  'mender show-artifact | tr a-z A-Z',
  'echo "now $(mender show-artifact) is on it"',
  'echo "now `mender show-artifact` is on it"',
  'echo "$(echo "$(mender show-artifact)")"',
  'if mender commit; then echo yes; else echo "no $?"; fi',
  'if ! mender commit; then echo no; fi',
  'mender commit && echo yes || echo no',
  '! mender commit\necho "$?"',
  'mender commit || exit 3\necho done',
  'set -e\nmender commit\necho done',
  '(cd /; mender commit; echo "$PWD")',
  '{ mender commit; } >/dev/null 2>&1\necho "$?"',
  'mender commit >/dev/null && echo quiet',
  'mender install "$1" </dev/null 2>&1 | cat',
  'sh -c "mender commit; exit \\$?"\necho "$?"',
  'sh -c \'mender install "$1"\' sh "$1"',
  'sh -c \'echo "$(mender show-artifact)"\'',
  'eval "mender commit"',
  'eval \'mender install "$1"\'',
  "trap 'mender commit' EXIT\necho before",
  'env -i PATH="$PATH" CALLS="$CALLS" STATUS="$STATUS" OUTPUT="$OUTPUT" mender commit',
  'A=1 B="$1" mender commit',
  'timeout 5 mender commit; echo "$?"',
  'nohup mender commit 2>/dev/null',
  'nice -n 1 mender commit',
  'exec mender commit',
  'command mender commit',
  'echo "$1" | xargs -n 1 mender install',
  'printf "%s\\0" "$1" "$2" | xargs -0 -I{} mender install {}',
  'for f in "$@"; do mender install "$f" || break; done\necho "$f"',
  'while mender commit && [ -z "$done" ]; do done=1; done',
  'until mender commit || [ -n "$done" ]; do done=1; done',
  'case "$(mender show-artifact)" in *out*) echo in ;; *) echo not ;; esac',
  'case $2 in b) mender commit ;; esac',
  'do_it() ( mender commit )\ndo_it || echo "$?"',
  'cat <<EOF\nnow $(mender show-artifact) is on it\nEOF',
  'cat <<-EOF\n\tnow `mender show-artifact` is on it\n\tEOF',
  'sh <<EOF\nmender install "$1"\nEOF',
  'sh <<\'EOF\'\nmender commit\necho "$?"\nEOF',
  'sh -s "$1" <<\'EOF\'\nmender install "$1"\nEOF',
  'echo "mender commit" | sh',
  'mender \\\n  commit \\\n  && echo yes',
  'mender install \\\n  "$1"',
  'test "$(mender show-artifact)" = "out put" && echo same',
  'echo $(( $(mender show-artifact | wc -c) + 1 ))',
  'echo "${x:-$(mender show-artifact)}"',
  'mender commit & wait $!\necho "$?"',
  'mender commit; mender show-artifact; mender install b',
  'mender commit # and mender install\necho "mender install"',
  'systemctl restart mender-client',
  'systemctl stop mender-client.service && echo stopped',
  'systemctl -q restart "mender-client" || echo "$?"',
  'systemctl daemon-reload\nsystemctl enable --now mender-client',
  'cat >made.sh <<\'EOF\'\nmender install "$1"\nEOF\nsh made.sh "$2"',
  // Syntax that only bash has.
  'mender install "$1" <<<x',
  'diff <(mender show-artifact) <(echo "out put") && echo same',
  '[[ $(mender show-artifact) == out* ]] && echo some',
  "x=$'a\\'b'; mender install \"$x\"",
  'mender commit |& cat',
  'mapfile -t lines < <(mender show-artifact)\necho "${lines[0]}"',
];

/** Those that a person must review, although the first suggestion does the same with these programs. */
const reviewed: readonly string[] = [
  'x=$(mender show-artifact) || echo failed\necho "$x"',
  'x="$(mender show-artifact)"\necho "$x" "$?"',
  'out=$(mender show-artifact 2>&1; echo "$?")\necho "$out"',
  'f() { mender install "$@"; }\nf "$1" "$2"; echo "$?"',
  'MENDER=mender\n$MENDER commit',
  'MENDER="mender"\n"$MENDER" install "$1"',
  'cmd="mender commit"\n$cmd',
  '[ -n "$(mender show-artifact)" ] && echo some',
  'cmd=(mender install "$1")\n"${cmd[@]}"',
  'function f { mender install "$@"; }\nf "$1"',
];

const programs = {
  old: ['mender', 'systemctl'],
  new: ['mender-update', 'mender-auth', 'mender-setup', 'mender-snapshot', 'systemctl'],
} as const;

/** Records its name and arguments, prints something, and exits as requested. */
const recorder = `#!/bin/sh
{ printf '%s' "\${0##*/}"; printf ' <%s>' "$@"; echo; } >>"$CALLS"
case $0 in *systemctl) ;; *) echo "$OUTPUT" ;; esac
exit "$STATUS"
`;

describe('what a script does with the new programs', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'mender-lint-runs-'));
    for (const [generation, names] of Object.entries(programs)) {
      mkdirSync(join(folder, generation));
      for (const name of names) {
        writeFileSync(join(folder, generation, name), recorder);
        chmodSync(join(folder, generation, name), 0o755);
      }
    }
  });

  after(() => rmSync(folder, { recursive: true }));

  function run(shell: Shell, text: string, generation: keyof typeof programs, status: number) {
    const calls = join(folder, 'calls');
    const script = join(folder, 'script');
    writeFileSync(calls, '');
    writeFileSync(script, `${text}\n`);
    const env = { PATH: `${join(folder, generation)}:/usr/bin:/bin`, CALLS: calls, OUTPUT: 'out put' };
    const ended = spawnSync(programOf[shell], [script, 'a file', 'b'], {
      cwd: folder,
      env: { ...env, STATUS: String(status) },
      encoding: 'utf8',
    });
    return { calls: readFileSync(calls, 'utf8'), output: ended.stdout, status: ended.status };
  }

  function inOldNames<Run extends { readonly calls: string }>(ran: Run): Run {
    const calls = ran.calls
      .replace(/^mender-(?:update|auth|setup|snapshot)\b/gm, 'mender')
      .replace(/<mender-authd(\.service)?> <mender-updated(?:\.service)?>/g, '<mender-client$1>');
    return { ...ran, calls };
  }

  /** The old single-dash commands count as the same ones. */
  function asNow<Run extends { readonly calls: string }>(ran: Run): Run {
    return { ...ran, calls: ran.calls.replace(/<-(commit|install)>/g, '<$1>') };
  }

  for (const [unsafe, texts] of [[false, shapes] as const, [true, reviewed] as const]) {
    for (const text of texts) {
      it(`is what it did: ${JSON.stringify(text)}`, () => {
        const fixed = fixAll(document(text), defaultCheckOptions, { unsafe }).text;
        assert.equal(fixAll(document(text)).text === text, unsafe);
        for (const shell of shellsFor(text)) {
          for (const status of [0, 7]) {
            const before = asNow(run(shell, text, 'old', status));
            assert.match(before.calls, /^(?:mender|systemctl) /m);
            assert.deepEqual(inOldNames(run(shell, fixed, 'new', status)), before, `${shell}, ${status}: ${fixed}`);
          }
        }
      });
    }
  }

  for (const text of [...shapes, ...reviewed]) {
    const all = findings(text);
    const either = all.flatMap(({ fixes }) => fixes).find(({ title }) => title.startsWith('Support 3.x and 4.x+: '));
    // With other findings next to it, the text after this one fix would still be for the old programs alone.
    if (all.length !== 1 || !either) continue;
    it(`is what it did, with the programs of either generation: ${JSON.stringify(text)}`, () => {
      const fixed = afterFix(text, either)!;
      for (const shell of shellsFor(text)) {
        for (const status of [0, 7]) {
          const before = run(shell, text, 'old', status);
          assert.deepEqual(run(shell, fixed, 'old', status), before, `old, ${shell}: ${fixed}`);
          assert.deepEqual(inOldNames(run(shell, fixed, 'new', status)), before, `new, ${shell}: ${fixed}`);
        }
      }
    });
  }
});

function shellsFor(text: string): readonly Shell[] {
  return (['bash', 'dash'] as const).filter(shell => accepts(shell, text));
}
