/**
 * What messages and titles contain, and what they never contain: operands and values of options, which may be secrets.
 */
import assert from 'node:assert/strict';
import { findings } from '../support/texts.ts';

function* texts(text: string, path?: string): Generator<string> {
  for (const { message, fixes, notes } of findings(text, path)) {
    yield message;
    for (const { title } of fixes) yield title;
    for (const note of notes) yield note.message;
  }
}

const conf = 'etc/mender/mender.conf';

describe('secrets', () => {
  for (const [text, path] of [
    ['mender setup --tenanttoken=s3cret'],
    ['mender setup --tenant-token=s3cret --device-type x'],
    ['mender setup --tenant-token s3cret'],
    ['mender --tenant-token s3cret setup'],
    ['mender -ps3cret setup'],
    ['mender setup s3cret'],
    ['mender commit s3cret'],
    ['mender install x s3cret'],
    ['mender commit "${X:-s3cret}"'],
    ['mender install $X s3cret'],
    ['/usr/bin/mender s3cret'],
    ['mender --log-level s3cret commit'],
    ['mender-update -config=s3cret commit'],
    ['mender-update -config s3cret commit'],
    ['mender-update commit --config s3cret'],
    ['mender-update --skipverify=s3cret commit'],
    ['mender-update -log-level s3cret commit'],
    ['mender-auth --passphrase-file=s3cret bootstrap'],
    ['mender-auth bootstrap --passphrase-file s3cret'],
    ['strip "${T:-s3cret}/usr/bin/mender"'],
    ['[ -x "${T:-s3cret}/usr/bin/mender" ]'],
    ['D=/s3cret/lib/systemd/system; cat $D/mender-client.service'],
    ['T=s3cret; N=mender; /$T/$N commit'],
    ['{"DaemonLogLevel": "s3cret"}', conf],
    ['{"DeviceTier": "s3cret"}', conf],
    ['{"ServerCertificate": "/s3cret/usr/share/doc/mender-client/examples/demo.crt"}', conf],
    ['{"TenantToken": ["s3cret"]}', conf],
    ['{"TenantToken": "s3cret",}', conf],
  ] as const) {
    it(JSON.stringify(text), () => {
      const said = [...texts(text, path)];
      assert.notEqual(said.length, 0);
      for (const sentence of said) assert.doesNotMatch(sentence, /s3cret/);
    });
  }
});

describe('messages', () => {
  for (const [text, wanted] of [
    ['mender setup --tenanttoken=x', /knows `--tenanttoken`\)/],
    ['mender -pabc setup', /knows `-p…`\)/],
    ['mender commit x', /\(3\.x refuses the word after `commit` too\)/],
    ['mender setup --demo yes --quiet', /\(3\.x refuses the word after `--demo` too\)/],
    ['mender snapshot --help', /gone since 4\.0\.$/],
    ['mender setup hunter', /\(3\.x refuses the word after `setup` too\)/],
    [
      'T=""\nmender setup --tenant-token $T --device-type x',
      /\(`\$T` is empty here, so `--tenant-token` takes `--device-type` for its value\)/,
    ],
    [
      'mender-update --reboot-exit-code install x',
      /^Put it after the subcommand: `mender-update --reboot-exit-code` fails/,
    ],
    ['mender-update commit --config x', /^Put it before the subcommand: `mender-update --config` fails/],
    ['mender-update --skipverify=false commit', /^Leave it out: .* flags take no value/],
    ['mender-update --skipverify=true commit', /^Use `--skipverify`: .* flags take no value/],
    ['mender-update -log-level warn commit', /^Use `--log-level warning`: /],
    ['mender-update -log-level loud commit', /^Use `--log-level`: .* \(the log level is none of 3\.x either\)\.$/],
    ['mender-update -config=x commit', /^Use `--config`: `mender-update -config=…` fails/],
    ['[ ! -f /usr/bin/mender ]', /: `test -f \/usr\/bin\/mender` finds nothing since 4\.0/],
    ['[ -n "$X" -a -x /usr/bin/mender ]', /: `test -x \/usr\/bin\/mender` finds nothing since 4\.0/],
    ['M=/usr/bin/mender\ntest -d a -o -f $M', /: `test -f \/usr\/bin\/mender` finds nothing since 4\.0/],
    ['command -v mender', /: `command -v mender` finds nothing since 4\.0/],
    ['kill -USR1 $(pidof mender) $(pidof mender)', /\(keep the signal to the other processes\)\./],
    ['"$X$Y"/mender commit', /: `…\/mender commit` is gone since 4\.0\.$/],
    ['/usr/bin/mender x', /: `\/usr\/bin\/mender` is gone, and 3\.x has no such command\.$/],
    ['mender "$@"', /: `mender …` is gone since 4\.0\.$/],
    [
      'echo "deb https://downloads.mender.io/repos/debian debian/bookworm/stable main"',
      /: `downloads\.mender\.io\/repos\/debian` has no new packages/,
    ],
    ['ssh h "mender --data $X snapshot dump"', /\(the quotes around it must be rewritten by hand\)\./],
  ] as const) {
    it(JSON.stringify(text), () => assert.match(findings(text)[0]?.message ?? '', wanted));
  }
});

describe('messages in other files', () => {
  for (const [path, text, wanted] of [
    [
      'Makefile',
      'a:\n\tinstall -d $(DESTDIR)/etc/systemd/system/mender-client.service.d\n',
      /: `…\/etc\/systemd\/system…er-client\.service\.d` has no effect/,
    ],
    ['a.py', 'os.system("mender commit")\n', /^Use `mender-update commit`: /],
    ['a.go', 'syscall.Exec("/usr/bin/mender", args, env)\n', /: `\/usr\/bin\/mender …` is gone since 4\.0\.$/],
  ] as const) {
    it(JSON.stringify(text), () => assert.match(findings(text, path)[0]?.message ?? '', wanted));
  }
});

describe('titles', () => {
  for (const [text, wanted] of [
    ['mender setup --log-file /x --demo', 'Replace with `mender-setup` (check: mender-setup has no `--log-file`)'],
    ['mender $X commit', 'Replace with `mender-update commit` (check: what `$X` holds)'],
    [
      'mender --log-level $X commit',
      'Replace with `mender-update commit` (check: that the log level is one of trace, debug, info, warning, error, fatal)',
    ],
    ['mender snapshot -h', 'Replace with `mender-snapshot`'],
    ['mender --log-level info snapshot --help', 'Replace with `mender-snapshot`'],
    ['mender --skipverify setup', 'Replace with `mender-setup` (check: mender-setup has no `--skipverify`)'],
    ['mender-update commit --data /x -c /y', 'Move `--data`, `-c` before the subcommand'],
    ['mender-update --skipverify=false commit', 'Remove `--skipverify=…`'],
    ['mender-update -config=/x commit', 'Write `--config`'],
    ['M=/opt/mender\n$M commit\n$M setup', 'Replace `$M` with `mender-update`'],
  ] as const) {
    it(JSON.stringify(text), () => assert.equal(findings(text)[0]?.fixes[0]?.title, wanted));
  }
});
