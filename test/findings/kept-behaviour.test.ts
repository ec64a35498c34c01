/** Where the exit status, the order of lines and the place of a call matter: fixes that change them are not safe. */
import { type Found, foundCases, quietCases } from '../support/cases.ts';

const script = 'script.sh';
const artifact = 'mender-show-artifact';
const provides = 'mender-show-provides';

const renamed = (text: string): string => text.replace(/«(.*?)mender (show-\w+)»/, '$1mender-update $2');

const cases = (rules: string, safety: 'safe' | 'review', texts: readonly string[], check?: RegExp): Found[] =>
  texts.map(text => ({ text, rules, fixed: renamed(text), safety, ...(check ? { check } : {}) }));

foundCases('health checks of a Dockerfile', 'Dockerfile', [
  ...cases(artifact, 'review', [
    'FROM x\nHEALTHCHECK CMD «mender show-artifact»\n',
    'FROM x\nHEALTHCHECK --interval=5s CMD sleep 1; «mender show-artifact»\n',
  ]),
  {
    text: 'FROM x\nHEALTHCHECK CMD ["«mender", "show-artifact»"]\n',
    rules: artifact,
    fixed: 'FROM x\nHEALTHCHECK CMD ["mender-update", "show-artifact"]\n',
    safety: 'review',
    check: /exits with 0 where 3\.x failed/,
  },
  ...cases(artifact, 'review', ['FROM x\nRUN «mender show-artifact»\n']),
  ...cases(artifact, 'safe', [
    'FROM x\nRUN «mender show-artifact»; check\n',
    'FROM x\nHEALTHCHECK CMD «mender show-artifact»; check\n',
    'FROM x\nHEALTHCHECK CMD «mender show-artifact» || true\n',
  ]),
]);

quietCases('health checks of something else', 'Dockerfile', [
  'FROM x\nHEALTHCHECK CMD mender-update show-artifact\n',
  'FROM x\nHEALTHCHECK NONE\nLABEL a="mender show-artifact"\n',
]);

foundCases('health checks of Compose', 'docker-compose.yml', [
  {
    text: 'services:\n  a:\n    healthcheck:\n      test: ["CMD", «"mender", "show-artifact"»]\n',
    rules: artifact,
    fixed: 'services:\n  a:\n    healthcheck:\n      test: ["CMD", "mender-update", "show-artifact"]\n',
    safety: 'review',
    check: /exits with 0 where 3\.x failed/,
  },
  ...cases(artifact, 'review', [
    'services:\n  a:\n    healthcheck:\n      test: «mender show-artifact»\n',
    'services:\n  a:\n    healthcheck:\n      test: ["CMD-SHELL", "«mender show-artifact»"]\n',
  ]),
  ...cases(artifact, 'review', ['services:\n  a:\n    command: «mender show-artifact»\n']),
]);

foundCases('commands of a unit, whose failure fails the unit', 'product.service', [
  ...cases(artifact, 'review', [
    '[Service]\nExecCondition=«/usr/bin/mender show-artifact»\n',
    '[Service]\nExecStartPre=«/usr/bin/mender show-artifact»\n',
    "[Service]\nExecStartPre=/bin/sh -c '«mender show-artifact»'\n",
  ]),
  ...cases(artifact, 'safe', [
    '[Service]\nExecStartPre=-«/usr/bin/mender show-artifact»\n',
    "[Service]\nExecStartPre=-/bin/sh -c 'echo $(«mender show-artifact»)'\n",
  ]),
]);

foundCases('a script that ends with a failure', script, [
  ...cases(artifact, 'review', [
    'set -e\n«mender show-artifact»\nb',
    '#!/bin/sh -e\nA=$(«mender show-artifact»)\nb',
    'set -euo pipefail\n«mender show-artifact» >/run/a\nb',
    'set -o errexit\n«mender show-artifact»\n',
  ]),
  ...cases(artifact, 'safe', [
    'set -e\necho "$(«mender show-artifact»)"',
    'set -e\n«mender show-artifact» || true',
    'set -u\n«mender show-artifact»\nb',
    'set -e\n«mender show-artifact» | tee log',
  ]),
]);

foundCases('the last command of a function', script, [
  ...cases(artifact, 'review', [
    'f() { «mender show-artifact»; }\nf || exit 1',
    'f() {\n  a\n  «mender show-artifact» 2>/dev/null\n}\n',
    'f() {\n  «mender show-artifact»\n  return $?\n}\n',
  ]),
  ...cases(artifact, 'safe', [
    'f() {\n  «mender show-artifact»\n  a\n}\n',
    'f() { echo "$(«mender show-artifact»)"; }',
    'f() {\n  «mender show-artifact»\n  return 0\n}\n',
    '{ «mender show-artifact»; }\na',
  ]),
]);

foundCases('the last command of a script gives its exit status', script, [
  ...cases(artifact, 'review', [
    '«mender show-artifact»',
    'a\n«mender show-artifact»\nexit',
    'A=`«mender show-artifact»`',
    'a && «mender show-artifact»',
    'if a; then «mender show-artifact»; fi',
    'exec «mender show-artifact»',
    "a\nsh -c 'a; «mender show-artifact»'",
    'set -e\nA=`«mender show-artifact»`\necho "$A"',
    'ssh host "a; «mender show-artifact»"',
  ]),
  ...cases(artifact, 'safe', [
    '«mender show-artifact»\nexit 0',
    'A=`«mender show-artifact»`\necho "$A"',
    'echo `«mender show-artifact»`',
    'export A=$(«mender show-artifact»)',
    '«mender show-artifact» | logger',
    '«mender show-artifact» || true',
    "sh -c '«mender show-artifact»; a'\na",
  ]),
]);

foundCases('a version that is kept', script, [
  {
    text: '«mender --version» > /etc/client-version',
    rules: 'mender-version',
    fixed: 'mender-update --version > /etc/client-version',
    safety: 'review',
    check: /without the runtime/,
  },
  {
    text: '«mender --version» >/dev/null 2>&1',
    rules: 'mender-version',
    fixed: 'mender-update --version >/dev/null 2>&1',
    safety: 'safe',
  },
]);

foundCases('lines in an order that counts', script, [
  ...[
    ['«mender show-provides» | head -1', ' | head -1'],
    ['«mender show-provides» | md5sum', ' | md5sum'],
    ['«mender show-provides» > a; cmp a b', ' > a; cmp a b'],
    ['«mender show-provides» | tee a', ' | tee a'],
    ['«mender show-provides» | grep rootfs | tail -n 1', ' | grep rootfs | tail -n 1'],
    ['«mender show-provides» | grep -m1 rootfs', ' | grep -m1 rootfs'],
    ['«mender show-provides» | sed -n 2p', ' | sed -n 2p'],
    ["«mender show-provides» | awk 'NR==1'", " | awk 'NR==1'"],
    ['«mender show-provides» | while read -r a; do b; done', ' | while read -r a; do b; done'],
  ].map(([text, rest]) => ({
    text: text!,
    rules: provides,
    fixed: `mender-update show-provides | LC_ALL=C sort${rest}`,
    safety: 'review' as const,
    check: /sort its lines as 3\.x did/,
  })),
  {
    text: 'P=$(«mender show-provides»)',
    rules: provides,
    fixed: 'P=$(mender-update show-provides | LC_ALL=C sort)',
    safety: 'review',
  },
  {
    text: '{ «mender show-provides»; b; } > a',
    rules: provides,
    fixed: '{ mender-update show-provides | LC_ALL=C sort; b; } > a',
    safety: 'review',
  },
  ...cases(
    provides,
    'review',
    ['«mender show-provides» 2>/dev/null | md5sum', 'exec >log\n«mender show-provides» 2>&1\n'],
    /are unsorted/,
  ),
]);

foundCases('lines in an order that does not count', script, [
  ...cases(provides, 'safe', [
    '«mender show-provides»',
    '«mender show-provides» >/dev/null',
    '«mender show-provides» 2>/dev/null',
    '«mender show-provides» | sort | md5sum',
    '«mender show-provides» | grep -q rootfs',
    "V=$(«mender show-provides» | grep '^rootfs-image.version=' | cut -d= -f2)",
    "«mender show-provides» | sed -n 's/^rootfs-image.version=//p'",
    "«mender show-provides» | awk -F= '/version/ {print $2}'",
    '«mender show-provides» | wc -l',
    '«mender show-provides» | logger',
    '«mender show-provides» || head -1 a',
  ]),
]);

const inventory = 'rootfs/usr/share/mender/inventory/mender-inventory-provides';

foundCases('output of an inventory script', inventory, [
  ...cases(
    provides,
    'review',
    ['#!/bin/sh\nset -e\n«/usr/bin/mender show-provides»\n', '#!/bin/sh\n«mender show-provides» | grep -v checksum\n'],
    /leaves `device_type` to this script/,
  ),
  ...cases(provides, 'safe', [
    '#!/bin/sh\n«/usr/bin/mender show-provides»\ngrep device_type= /var/lib/mender/device_type\n',
  ]),
]);

foundCases('an inventory script that another one writes', script, [
  {
    text: `cat > /${inventory} <<'EOF'\n#!/bin/sh\n«mender show-provides»\nEOF\n`,
    rules: provides,
    fixed: `cat > /${inventory} <<'EOF'\n#!/bin/sh\nmender-update show-provides\nEOF\n`,
    safety: 'review',
    check: /device_type/,
  },
]);

foundCases('stopped services, and those that stay stopped', script, [
  {
    text: 'systemctl stop «mender-client»',
    rules: 'systemctl-control',
    fixed: 'systemctl stop mender-authd mender-updated',
    safety: 'safe',
  },
  {
    text: 'systemctl disable --now «mender-client»',
    rules: 'systemctl-control',
    fixed: 'systemctl disable --now mender-authd mender-updated',
    safety: 'review',
    check: /D-Bus starts mender-authd again .* only `mask` holds/,
  },
  {
    text: 'systemctl mask «mender-client»',
    rules: 'systemctl-control',
    fixed: 'systemctl mask mender-authd mender-updated',
    safety: 'safe',
  },
]);

foundCases('the same for both names of the old service', script, [
  {
    text: 'systemctl stop «mender-client»; systemctl stop «mender»',
    rules: ['systemctl-control', 'systemctl-control'],
    fixed: 'systemctl stop mender-authd mender-updated',
    safety: 'safe',
  },
  {
    text: 'systemctl stop «mender.service» || true\n  systemctl stop «mender-client.service» || true\nb',
    rules: ['systemctl-control', 'systemctl-control'],
    fixed: 'systemctl stop mender-authd.service mender-updated.service || true\nb',
  },
  {
    text: 'systemctl stop «mender-client»\nb\nsystemctl stop «mender»',
    rules: ['systemctl-control', 'systemctl-control'],
    fixed: 'systemctl stop mender-authd mender-updated\nb\nsystemctl stop mender-authd mender-updated',
  },
  {
    text: 'systemctl stop «mender-client»; systemctl start «mender»',
    rules: ['systemctl-control', 'systemctl-control'],
    fixed: 'systemctl stop mender-authd mender-updated; systemctl start mender-authd mender-updated',
  },
]);

foundCases('init scripts, which are not shipped', script, [
  { text: '«/etc/init.d/mender start»', rules: 'init-script' },
  { text: '«/etc/init.d/S42mender stop» || true', rules: 'init-script' },
  { text: '«rc-service mender-client restart»', rules: 'init-script' },
]);

foundCases('a list of hosts with the end of a name', 'mender-authd.service.d/proxy.conf', [
  { text: '[Service]\nEnvironment="NO_PROXY=«a,.corp»"\n', rules: 'no-proxy-commas' },
  { text: '[Service]\nEnvironment="NO_PROXY=a «.corp»"\n', rules: 'no-proxy-suffix' },
  {
    text: '[Service]\nEnvironment="NO_PROXY=«a,b.corp»"\n',
    rules: 'no-proxy-commas',
    fixed: '[Service]\nEnvironment="NO_PROXY=a b.corp"\n',
    safety: 'safe',
  },
]);
