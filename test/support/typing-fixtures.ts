/** Files of every language, with findings far enough apart, for tests of what an edit does to the others. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.ts';

/** Findings this many lines away, or closer, may be read differently with the edited line. */
export const NEAR = 4;

export interface Fixture {
  readonly path: string;
  readonly text: string;
  /** Beginnings of lines that findings far below rightly depend on. */
  readonly decisive?: readonly string[];
  /** Between these two lines is a file in another language; no line is typed into it. */
  readonly written?: readonly [first: string, end: string];
}

function demo(path: string, decisive: readonly string[] = []): Fixture {
  return { path, text: readFileSync(join(root, 'test/fixtures/demo', path), 'utf8'), decisive };
}

const blank = '\n'.repeat(NEAR + 1);

export const fixtures: readonly Fixture[] = [
  demo('etc/mender/mender.conf'),
  demo('inventory/mender-inventory-product'),
  demo('modules/v3/app-bundle'),
  // A finding about a variable's value is where it is set; a test of two different texts is no test.
  demo('scripts/provision.sh', ['SERVICE=', 'systemctl status', 'if [ "$id', 'if [ "$(id -u)"', 'if [ "$(i)']),
  demo('scripts/watchdog.sh'),
  demo('state-scripts/ArtifactCommit_Leave_10'),
  demo('state-scripts/ArtifactInstall_Enter_00'),
  demo('systemd/product-agent.service'),
  demo('systemd/product-check.timer'),
  {
    path: 'conf/mender.conf',
    // Without the last member the comma before it is superfluous, however far away.
    decisive: ['"DaemonLogLevel"'],
    text: `{\n  "ServerURL": "https://x",\n${'  "RootfsPartA": "/dev/a",\n'}${'  \n'.repeat(6)}  "HttpsClient": {\n    "Key": "/k"\n  },\n${'  \n'.repeat(6)}  "ClientProtocol": "https",\n${'  \n'.repeat(6)}  "DaemonLogLevel": "warning"\n}\n`,
  },
  {
    path: 'heredocs.sh',
    // Without its name or its end there is no such heredoc, and its text is one file.
    decisive: ['cat >', 'ssh', 'EOF', '<<EOF', 'END'],
    written: ['cat > /etc/mender/mender.conf <<EOF', 'EOF'],
    text: [
      '#!/bin/sh',
      'mender show-artifact',
      'cat > /etc/mender/mender.conf <<EOF',
      '{',
      '  "ClientProtocol": "https"',
      '}',
      'EOF',
      'systemctl restart mender-client',
      'ssh device <<"END"',
      '  mender -commit',
      'END',
      'mender rollback',
    ].join(blank),
  },
  {
    path: 'Dockerfile',
    text: [
      'FROM debian:12',
      'RUN mender show-artifact && mender commit',
      'RUN apt-get update \\\n    && mender setup --quiet',
      'ENTRYPOINT ["/usr/bin/mender", "daemon"]',
      'FROM debian:12\nCMD mender rollback',
    ].join(blank),
  },
  {
    path: '.gitlab-ci.yml',
    text: [
      'build:\n  script:\n    - mender show-artifact\n    - mender commit',
      'test:\n  script:\n    - |\n      mender rollback\n      systemctl restart mender-client',
      'deploy:\n  script: mender -commit',
    ].join(blank),
  },
  {
    path: 'recipes-core/image/x_1.0.bb',
    text: [
      'SUMMARY = "x"',
      'IMAGE_INSTALL:append = " mender-client"',
      'do_install() {\n    mender commit\n}',
      'pkg_postinst:${PN}() {\n    systemctl restart mender-client\n}',
      'SYSTEMD_SERVICE:${PN} = "mender-client.service"',
      'inherit systemd',
    ].join(blank),
  },
  {
    path: 'Makefile',
    text: [
      'all: x',
      'x:\n\tmender show-artifact\n\tmender commit',
      'y: x\n\tsystemctl restart mender-client',
      'z:\n\tmender rollback',
    ].join(blank),
  },
  {
    path: 'product.service',
    text: [
      '[Unit]',
      'After=mender-client.service',
      '[Service]',
      'ExecStart=/usr/bin/mender daemon',
      'ExecStartPre=/bin/sh -c "mender show-artifact"',
      '[Install]',
      'Also=mender-client.service',
    ].join(blank),
  },
  {
    path: 'structures.sh',
    text: [
      'update() {\n  for file in "$@"; do\n    mender install "$file" || return 1\n  done\n}',
      'if [ -e /x ]; then\n  mender commit\nelse\n  mender rollback\nfi',
      'x=$(mender show-artifact)\necho "it is `mender show-artifact`"',
      'case "$1" in\n  start) systemctl start mender-client ;;\n  *) (mender daemon) ;;\nesac',
      "sh -c 'mender commit'\necho '$(mender commit)'",
      'mender -commit',
    ].join(blank),
  },
];
