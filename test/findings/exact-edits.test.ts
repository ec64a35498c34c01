/** Fixes change what they name and nothing else: not the redirections between words, nor the quotes around them. */
import { foundCases } from '../support/cases.ts';

const script = 'script.sh';
const commit = 'mender-commit';

foundCases('between the words of a call', script, [
  {
    text: '«mender» >/tmp/log 2>&1 --no-syslog commit',
    rules: commit,
    fixed: 'mender-update >/tmp/log 2>&1 commit',
    safety: 'safe',
  },
  {
    text: '«mender» <<X --no-syslog commit\nfoo\nX\n',
    rules: commit,
    fixed: 'mender-update <<X commit\nfoo\nX\n',
  },
  { text: '«mender» >/tmp/x help install', rules: 'mender-help', fixed: 'mender-update >/tmp/x install --help' },
  {
    text: '«mender --data /x» 2>/dev/null snapshot dump',
    rules: 'mender-snapshot',
    fixed: 'mender-snapshot 2>/dev/null dump --data /x',
  },
  {
    text: 'mender-update «--no-syslog» >/dev/null commit',
    rules: 'no-syslog-option',
    fixed: 'mender-update >/dev/null commit',
  },
  {
    text: '«kill -USR1 2>/dev/null $(pidof mender)»',
    rules: 'process-signal',
    fixed: 'kill -USR1 2>/dev/null $(pidof mender-update)',
    safety: 'safe',
  },
  {
    text: '«mender --log-file /var/log/m.log daemon» &',
    rules: 'mender-daemon',
  },
  {
    text: 'coproc «mender daemon»',
    rules: 'mender-daemon',
    fixed: 'coproc { mender-auth daemon & mender-update daemon; }',
  },
  {
    text: 'start-stop-daemon -S -x «/usr/bin/mender» -p /run/x -- --no-syslog check-update',
    rules: 'mender-check-update',
    fixed: 'start-stop-daemon -S -x /usr/bin/mender-update -p /run/x -- check-update',
    safety: 'safe',
  },
  {
    text: '«mender \\\n  --no-syslog \\\n  install» x',
    rules: 'mender-install',
    fixed: 'mender-update \\\n  install x',
  },
  {
    text: 'mender-update x\\  «--no-syslog» commit',
    rules: 'no-syslog-option',
    fixed: 'mender-update x\\  commit',
  },
]);

foundCases('scripts in quotes', script, [
  {
    text: "ssh h $'«mender commit»\\nreboot'",
    rules: commit,
    fixed: "ssh h $'mender-update commit\\nreboot'",
    safety: 'safe',
  },
  {
    text: "sh -c $'«mender --no-syslog\\tcommit»\\n'",
    rules: commit,
    fixed: "sh -c $'mender-update\\tcommit\\n'",
  },
  {
    text: "sh -c $'«mender \\'setup\\' --trusted-certs x»'",
    rules: 'mender-setup',
    fixed: "sh -c $'mender-setup --server-cert x'",
  },
  { text: "sh -c $'«mender\\x20commit»'", rules: commit, fixed: "sh -c $'mender-update\\x20commit'" },
  { text: "sh -c $'«mender comm\\151t»'", rules: commit, fixed: "sh -c $'mender-update comm\\151t'" },
  {
    text: 'ssh h \'sudo «mender \'"setup» --tenant-token $T"',
    rules: 'mender-setup',
    fixed: 'ssh h \'sudo mender-setup\'" --tenant-token $T"',
  },
  {
    text: 'ssh h \'«mender help\'" install»"',
    rules: 'mender-help',
    fixed: 'ssh h \'mender-update install --help\'""',
  },
  {
    text: "ssh h '«mender setup» --device-type '\\''x y'\\'' --quiet'",
    rules: 'mender-setup',
    fixed: "ssh h 'mender-setup --device-type '\\''x y'\\'' --quiet'",
    safety: 'safe',
  },
  {
    text: "ssh h 'systemctl stop '\\''«mender-client»'\\'' x'",
    rules: 'systemctl-control',
    fixed: "ssh h 'systemctl stop '\\''mender-authd'\\'\\ \\'mender-updated\\'' x'",
  },
  {
    text: 'eval «mender\\ --trusted-certs\\ x\\ setup»',
    rules: 'mender-setup',
    fixed: 'eval mender-setup\\ --server-cert\\ x',
  },
  {
    text: 'ssh h "«systemctl is-active mender-client» >$F"'.replace('» >$F', ' >$F»'),
    rules: 'systemctl-query',
    fixed: 'ssh h "systemctl is-active mender-updated >$F"',
    safety: 'review',
  },
  {
    text: 'ssh h "«systemctl is-active \\"mender-client\\"»"',
    rules: 'systemctl-query',
    fixed: 'ssh h "systemctl is-active \\"mender-authd\\" && systemctl is-active \\"mender-updated\\""',
  },
]);

foundCases('words quoted in pieces', script, [
  {
    text: "systemctl stop «'mender'-client»",
    rules: 'systemctl-control',
    fixed: 'systemctl stop mender-authd mender-updated',
  },
  {
    text: 'mender-update «"-log-"level debug» commit',
    rules: 'single-dash-option',
    fixed: 'mender-update --log-level debug commit',
  },
  { text: 'mender-update «"--no-"syslog» commit', rules: 'no-syslog-option', fixed: 'mender-update commit' },
  { text: "journalctl --unit='mender'-client", rules: [] },
]);

foundCases('commands of units in quotes', 'a.service', [
  {
    text: '[Service]\nExecStart=/bin/sh -c "«/usr/bin/mender --no-syslog "\'show-artifact»\'\n',
    rules: 'mender-show-artifact',
    fixed: '[Service]\nExecStart=/bin/sh -c "/usr/bin/mender-update "\'show-artifact\'\n',
  },
  {
    text: '[Service]\nExecStart=/bin/sh -c "«systemctl is-active mender-client %i»"\n',
    rules: 'systemctl-query',
    fixed: '[Service]\nExecStart=/bin/sh -c "systemctl is-active mender-updated %i"\n',
  },
]);

foundCases('keys of mender.conf', 'etc/mender/mender.conf', [
  { text: '{"A":1,«"Connectivity":{"a":1}»}', rules: 'config-connectivity', fixed: '{"A":1}', safety: 'safe' },
  {
    text: '{"A":1«,»"Connectivity":{"a":1},"B":2}'.replace('«,»', ',«').replace('},"B"', '}»,"B"'),
    rules: 'config-connectivity',
    fixed: '{"A":1,"B":2}',
  },
  { text: '{«"rootfsparta"»: "/dev/y"}', rules: 'config-rootfs-part-case', fixed: '{"RootfsPartA": "/dev/y"}' },
  { text: '{"RootfsPartA": "/dev/x", «"rootfsparta"»: "/dev/y"}', rules: 'config-rootfs-part-case' },
  {
    text: '{«"rootfsparta"»: "/dev/x", «"ROOTFSPARTA"»: "/dev/y"}',
    rules: ['config-rootfs-part-case', 'config-rootfs-part-case'],
  },
]);

foundCases('a key that must be set at another place, too', 'etc/mender/mender.conf', [
  {
    text: '{"ServerURL": "a", "HttpsClient": {«"Key"»: "/k"}}',
    rules: 'config-https-client-key',
    fixed: '{"ServerURL": "a", "HttpsClient": {"Key": "/k"}, "Security": { "AuthPrivateKey": "/k" }}',
    safety: 'review',
  },
  {
    text: '{\r\n\t"HttpsClient": {«"Key"»: "/k"},\r\n\t"security": {\r\n\t\t«"SSLEngine"»: "x"\r\n\t}\r\n}\r\n',
    rules: ['config-https-client-key', 'config-auth-ssl-engine'],
    fixed:
      '{\r\n\t"HttpsClient": {"Key": "/k"},\r\n\t"security": {\r\n\t\t"SSLEngine": "x",\r\n\t\t"AuthPrivateKey": "/k"\r\n\t}\r\n}\r\n',
  },
  {
    text: '{ "Security": {}, "HttpsClient": { «"Key"»: "/k" } }',
    rules: 'config-https-client-key',
    fixed: '{ "Security": { "AuthPrivateKey": "/k" }, "HttpsClient": { "Key": "/k" } }',
  },
  // Empty, and therefore not given: a person must say what is meant.
  {
    text: '{ "Security": { "AuthPrivateKey": "" }, "HttpsClient": { «"Key"»: "/k" } }',
    rules: 'config-https-client-key',
  },
  { text: '{ "HttpsClient": { «"Key"»: "@KEY@" } }', rules: 'config-https-client-key' },
]);
