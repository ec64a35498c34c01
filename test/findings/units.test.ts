/** Unit files, drop-ins and the commands in them. */
import { foundCases, quietCases } from '../support/cases.ts';

const unit = 'etc/systemd/system/product.service';
const both = 'mender-authd.service mender-updated.service';

foundCases('directives that name the old service', unit, [
  {
    text: `[Unit]\nBefore=${both}\nAfter=«mender-client.service»\n`,
    rules: 'unit-ordering',
    fixed: `[Unit]\nBefore=${both}\nAfter=${both}\n`,
  },
  ...['After', 'Before'].map(name => ({
    text: `[Unit]\n${name}=«mender-client.service»\n`,
    rules: 'unit-ordering',
    fixed: `[Unit]\n${name}=${both}\n`,
  })),
  ...['Wants', 'PartOf', 'Upholds', 'OnFailure', 'PropagatesReloadTo'].map(name => ({
    text: `[Unit]\n${name}=«mender-client.service»\n`,
    rules: 'unit-wants',
    fixed: `[Unit]\n${name}=${both}\n`,
  })),
  ...['Requires', 'BindsTo', 'Requisite'].map(name => ({
    text: `[Unit]\n${name}=«mender-client.service»\n`,
    rules: 'unit-requires',
    fixed: `[Unit]\n${name}=mender-authd.service\n`,
  })),
  ...['WantedBy', 'RequiredBy', 'Also'].map(name => ({
    text: `[Install]\n${name}=«mender-client.service»\n`,
    rules: 'unit-install',
    fixed: `[Install]\n${name}=${both}\n`,
  })),
  {
    text: '[Unit]\nAfter=a.service «mender-client.service» b.service\n',
    rules: 'unit-ordering',
    fixed: `[Unit]\nAfter=a.service ${both} b.service\n`,
  },
  {
    text: '[Unit]\nAfter = a.service   «mender.service»\n',
    rules: 'unit-ordering',
    fixed: `[Unit]\nAfter = a.service   ${both}\n`,
  },
  {
    text: '[Unit]\nAfter=«mender.service» mender-client.service x.service\n',
    rules: 'unit-ordering',
    fixed: `[Unit]\nAfter=${both} x.service\n`,
  },
  { text: '[Unit]\r\nAfter=«mender-client.service»\r\n', rules: 'unit-ordering', fixed: `[Unit]\r\nAfter=${both}\r\n` },
  { text: '\uFEFF[Unit]\nAfter=«mender-client.service»', rules: 'unit-ordering', fixed: `\uFEFF[Unit]\nAfter=${both}` },
  {
    text: '[Unit]\nAfter=a.service \\\n# a comment between\n    «mender-client.service» \\\n    b.service\n',
    rules: 'unit-ordering',
    fixed: `[Unit]\nAfter=a.service \\\n# a comment between\n    ${both} \\\n    b.service\n`,
  },
  {
    text: '[Unit]\nAfter=«mender-client.service»\nRequires=«mender-client.service»\n',
    rules: ['unit-ordering', 'unit-requires'],
    fixed: `[Unit]\nAfter=${both}\nRequires=mender-authd.service\n`,
  },
  {
    text: '[Unit]\nConflicts=«mender-client.service»\n',
    rules: 'unit-conflicts',
    fixed: `[Unit]\nConflicts=${both}\n`,
  },
]);

foundCases('commands in unit files', unit, [
  ...['ExecStart', 'ExecStartPre', 'ExecStartPost', 'ExecCondition', 'ExecStop', 'ExecStopPost', 'ExecReload'].map(
    name => ({
      text: `[Service]\n${name}=«/usr/bin/mender commit»\n`,
      rules: 'mender-commit',
      fixed: `[Service]\n${name}=/usr/bin/mender-update commit\n`,
    }),
  ),
  ...['-', '+', '!', '!!', ':', '-+'].map(prefix => ({
    text: `[Service]\nExecStart=${prefix}«/usr/bin/mender commit»\n`,
    rules: 'mender-commit',
    fixed: `[Service]\nExecStart=${prefix}/usr/bin/mender-update commit\n`,
  })),
  {
    text: '[Service]\nExecStart=«/usr/bin/mender -daemon»\n',
    rules: 'mender-daemon',
    fixed: '[Unit]\nWants=mender-authd.service\n\n[Service]\nExecStart=/usr/bin/mender-update daemon\n',
  },
  // None of these starts the other service.
  ...['After=mender-authd.service', '# mender-authd.service', 'Requisite=mender-authd.service'].map(line => ({
    text: `[Unit]\n${line}\n[Service]\nExecStart=«/usr/bin/mender daemon»\n`,
    rules: 'mender-daemon',
    fixed: `[Unit]\nWants=mender-authd.service\n${line}\n[Service]\nExecStart=/usr/bin/mender-update daemon\n`,
  })),
  // It is already started.
  ...['Wants=a.service \\\n  mender-authd.service', 'Requires=mender-authd.service'].map(line => ({
    text: `[Unit]\n${line}\n[Service]\nExecStart=«/usr/bin/mender daemon»\n`,
    rules: 'mender-daemon',
    fixed: `[Unit]\n${line}\n[Service]\nExecStart=/usr/bin/mender-update daemon\n`,
  })),
  {
    text: '[Service]\nExecStart=«/usr/bin/mender --no-syslog \\\n    --log-level info \\\n    daemon»\n',
    rules: 'mender-daemon',
    fixed:
      '[Unit]\nWants=mender-authd.service\n\n[Service]\nExecStart=/usr/bin/mender-update \\\n    --log-level info \\\n    daemon\n',
  },
  {
    text: '[Service]\nExecStart=@«/usr/bin/mender» name commit\n',
    rules: 'mender-commit',
    fixed: '[Service]\nExecStart=@/usr/bin/mender-update name commit\n',
  },
  {
    text: '[Service]\nExecStart=/bin/true ; «/usr/bin/mender commit»\n',
    rules: 'mender-commit',
    fixed: '[Service]\nExecStart=/bin/true ; /usr/bin/mender-update commit\n',
  },
  {
    text: '[Service]\nExecStart="/usr/bin/mender" "commit"\n'.replace(
      '"/usr/bin/mender" "commit"',
      '«"/usr/bin/mender" "commit"»',
    ),
    rules: 'mender-commit',
    fixed: '[Service]\nExecStart="/usr/bin/mender-update" "commit"\n',
  },
  {
    text: "[Service]\nExecStart=/bin/sh -c '«mender show-artifact» > /run/%%i'\n",
    rules: 'mender-show-artifact',
    fixed: "[Service]\nExecStart=/bin/sh -c 'mender-update show-artifact > /run/%%i'\n",
  },
  {
    text: '[Service]\nExecStart=/bin/sh -c "test $$(«mender show-artifact») = x"\n',
    rules: 'mender-show-artifact',
    fixed: '[Service]\nExecStart=/bin/sh -c "test $$(mender-update show-artifact) = x"\n',
  },
  {
    text: '[Service]\nExecStartPre=/usr/bin/env A=b «mender commit»\n',
    rules: 'mender-commit',
    fixed: '[Service]\nExecStartPre=/usr/bin/env A=b mender-update commit\n',
  },
  {
    text: '[Service]\nExecStart=/bin/systemctl restart «mender-client.service»\n',
    rules: 'systemctl-control',
    fixed: '[Service]\nExecStart=/bin/systemctl restart mender-authd.service mender-updated.service\n',
  },
  {
    text: '[Service]\nExecCondition=/bin/systemctl is-active «mender-client»\n'.replace(
      '/bin/systemctl is-active «mender-client»',
      '«/bin/systemctl is-active mender-client»',
    ),
    rules: 'systemctl-query',
    fixed: '[Service]\nExecCondition=/bin/systemctl is-active mender-updated\n',
  },
  {
    text: '[Service]\nExecStart=/usr/bin/pkill -USR1 mender\n'.replace(
      '/usr/bin/pkill -USR1 mender',
      '«/usr/bin/pkill -USR1 mender»',
    ),
    rules: 'process-signal',
    fixed: '[Service]\nExecStart=/usr/bin/pkill -USR1 -x mender-update\n',
  },
]);

foundCases('a timer', 'nightly.timer', [
  {
    text: '[Timer]\nUnit=«mender-client.service»\n',
    rules: 'unit-activation',
    fixed: '[Timer]\nUnit=mender-updated.service\n',
  },
]);
foundCases('a template', 'product.service.in', [
  {
    text: '[Service]\nExecStart=«@bindir@/mender commit»\n',
    rules: 'mender-commit',
    fixed: '[Service]\nExecStart=@bindir@/mender-update commit\n',
  },
]);
foundCases('a drop-in of the old unit', 'systemd/mender-client.service.d/10-proxy.conf', [
  { text: '«[Service]»\nEnvironment=http_proxy=http://proxy:3128\n', rules: 'unit-drop-in' },
]);
foundCases('a drop-in of another unit', 'systemd/product.service.d/order.conf', [
  { text: '[Unit]\nAfter=«mender-client.service»\n', rules: 'unit-ordering', fixed: `[Unit]\nAfter=${both}\n` },
]);

quietCases('unit files that are fine', unit, [
  '',
  '[Unit]\n',
  '[Unit]\nDescription=Runs after mender-client.service\n',
  '[Unit]\n# After=mender-client.service\n; After=mender-client.service\n',
  '[Unit]\nAfter=mender-data-dir.service data.mount\n',
  `[Unit]\nBefore=mender-client.service ${both}\n`,
  `[Unit]\nAfter=mender-client.service\nAfter=${both}\n`,
  '[Install]\nWantedBy=mender-updated.service\nWantedBy=mender-client.service\n',
  '[Unit]\nWants=mender-client.service mender-authd.service\n',
  '[Unit]\nConflicts=mender.service\n',
  '[Unit]\nDocumentation=https://docs.mender.io\n',
  '[Service]\nExecStart=/usr/bin/mender-update daemon\n',
  '[Service]\nExecStart=/usr/bin/mender-connect daemon\n',
  '[Service]\nExecStart=/usr/bin/product --client mender commit\n',
  '[Service]\nExecStart=/bin/echo mender commit\n',
  "[Service]\nExecStart=/bin/sh -c 'echo mender commit'\n",
  '[Service]\nUser=mender\nEnvironment=CLIENT=mender-client\n',
  '[Service]\nEnvironmentFile=/etc/default/mender\n',
  'After=\n[Unit\nmender-client.service\n',
]);

quietCases("the new services' own units", 'systemd/mender-authd.service', [
  '[Unit]\nConflicts=mender.service\nConflicts=mender-client.service\nAfter=mender-client.service\n',
]);

foundCases('paths and templates in unit files', unit, [
  {
    text: '[Service]\nExecStart=«@@BIN@@/mender commit»\n',
    rules: 'mender-commit',
    fixed: '[Service]\nExecStart=@@BIN@@/mender-update commit\n',
  },
  {
    text: '[Unit]\nConditionPathExists=«/usr/bin/mender»\n',
    rules: 'binary-path',
    fixed: '[Unit]\nConditionPathExists=/usr/bin/mender-update\n',
  },
  {
    text: '[Unit]\nConditionFileIsExecutable=|«/usr/bin/mender»\n',
    rules: 'binary-path',
    fixed: '[Unit]\nConditionFileIsExecutable=|/usr/bin/mender-update\n',
  },
]);

foundCases('units of the new services that would fail', 'etc/systemd/system/mender-authd.service', [
  {
    text: '[Unit]\nAfter=mender-client.service\nConflicts=mender-client.service\nRequires=«mender-client.service»\n',
    rules: 'unit-requires',
  },
]);

quietCases('conditions that the old binary is gone', unit, ['[Unit]\nConditionPathExists=!/usr/bin/mender\n']);

quietCases('placeholders in a configuration', 'mender.conf', [
  '{ "DaemonLogLevel": "@LEVEL@", "UpdatePollIntervalSeconds": "${POLL}", "SkipVerify": "@@VERIFY@@" }',
  '{ "DaemonLogLevel": "${LEVEL}", "UpdateLogPath": "{{ log_path }}/a.log" }',
]);
