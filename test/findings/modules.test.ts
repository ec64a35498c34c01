/** Update modules, state scripts, and the environment and settings around the client. */
import { foundCases, quietCases } from '../support/cases.ts';

const module = 'usr/share/mender/modules/v3/app';

foundCases('update modules', module, [
  {
    text: '#!/bin/sh\nset -ue\ncase "$1" in\nNeedsArtifactReboot) echo No ;;\nArtifactInstall) a ;;\n«*») exit 1 ;;\nesac\n',
    rules: 'module-unknown-call',
    fixed:
      '#!/bin/sh\nset -ue\ncase "$1" in\nNeedsArtifactReboot) echo No ;;\nArtifactInstall) a ;;\nProvidePayloadFileSizes) echo No ;;\n*) exit 1 ;;\nesac\n',
  },
  {
    text: '#!/bin/bash\nmain() {\n  case $1 in\n    ArtifactInstall|ArtifactCommit) a ;;\n    «*»)\n      echo "Unknown state: $1"\n      ;;\n  esac\n}\nmain "$@"\n',
    rules: 'module-unknown-call',
    fixed:
      '#!/bin/bash\nmain() {\n  case $1 in\n    ArtifactInstall|ArtifactCommit) a ;;\n    ProvidePayloadFileSizes) echo No ;;\n    *)\n      echo "Unknown state: $1"\n      ;;\n  esac\n}\nmain "$@"\n',
  },
  {
    text: 'case "$1" in\n  ArtifactInstall) a ;;\n  ArtifactReboot | «ArtifactRollbackVerifyReboot») b ;;\nesac\n',
    rules: 'module-state-name',
    fixed: 'case "$1" in\n  ArtifactInstall) a ;;\n  ArtifactReboot | ArtifactVerifyRollbackReboot) b ;;\nesac\n',
  },
]);

foundCases('the environment of the client', 'mender-authd.service.d/proxy.conf', [
  { text: '[Service]\nEnvironment="no_proxy=a «*.corp» 10.0.0.0/8"\n', rules: 'no-proxy-pattern' },
  {
    text: '[Service]\nEnvironment=https_proxy=http://u:p@h:1\nEnvironment="«HTTPS_PROXY»=http://u:p@h:1"\n',
    rules: 'proxy-both-cases',
  },
  { text: '[Service]\nEnvironment=A=b «MENDER_DATASTORE_DIR=»\n', rules: 'empty-directory-variable' },
]);

quietCases('the environment of the client', 'mender-authd.service.d/proxy.conf', [
  '[Service]\nEnvironment="no_proxy=localhost ::1 a.corp host_a"\n',
  '[Unit]\nEnvironment=http_proxy=a HTTP_PROXY=a # mender\n',
  '[Service]\nEnvironment=Http_Proxy=a HTTP_PROXY=a\n',
  '[Service]\nEnvironment="MENDER_CONF_DIR=/etc/mender"\n',
]);

quietCases('update modules', module, [
  'case "$1" in\n  ArtifactInstall) a ;;\n  *) exit 0 ;;\nesac\n',
  'case "$1" in\n  ArtifactInstall) a ;;\n  *) echo "unknown" >&2 ;;\nesac\n',
  'case "$1" in\n  ArtifactInstall) a ;;\n  ProvidePayloadFileSizes) echo No ;;\n  *) exit 1 ;;\nesac\n',
  'case "$1" in\n  ArtifactInstall) a ;;\n  NeedsArtifactReboot | ProvidePayloadFileSizes) echo No ;;\n  *) exit 1 ;;\nesac\n',
  'case "$1" in\n  ArtifactInstall) a ;;\n  *) exit $? ;;\nesac\n',
  'case "$x" in\n  *) echo "usage"; exit 1 ;;\nesac\n',
  'case "$1" in\n  ArtifactVerifyRollbackReboot) a ;;\nesac\n',

  'echo ArtifactRollbackVerifyReboot\n',
]);

foundCases('update modules recognised by their text', 'src/app-module.sh', [
  {
    text: 'case "$1" in\n  NeedsArtifactReboot) echo No ;;\n  "ArtifactInstall") a ;;\n  ArtifactReboot | «ArtifactRollbackVerifyReboot») b ;;\nesac\n',
    rules: 'module-state-name',
    fixed:
      'case "$1" in\n  NeedsArtifactReboot) echo No ;;\n  "ArtifactInstall") a ;;\n  ArtifactReboot | ArtifactVerifyRollbackReboot) b ;;\nesac\n',
  },
  {
    text: 'case "$1" in\n  ArtifactInstall) a ;;\n  ArtifactCommit | ArtifactRollback) b ;;\n  «*») exit 1 ;;\nesac\n',
    rules: 'module-unknown-call',
    fixed:
      'case "$1" in\n  ArtifactInstall) a ;;\n  ArtifactCommit | ArtifactRollback) b ;;\n  ProvidePayloadFileSizes) echo No ;;\n  *) exit 1 ;;\nesac\n',
  },
]);

quietCases('scripts that are not update modules', 'tools/run.sh', [
  'for s in ArtifactInstall_Enter_00 ArtifactCommit_Leave_00; do a; done\ncase "$1" in\n  *) exit 1 ;;\nesac\n',
  '# ArtifactInstall, ArtifactCommit\ncase "$1" in\n  ArtifactRollbackVerifyReboot) a ;;\nesac\n',
  'case "$1" in\n  ArtifactInstall) a ;;\n  *) echo "usage"; exit 1 ;;\nesac\n',
  'case "$1" in\n  ArtifactRollbackVerifyReboot) a ;;\nesac\n',
]);

foundCases('a state script that is never run', 'files/Reboot_Enter_01_save', [
  { text: '«#!/bin/sh»\nsave\n', rules: 'state-script-name' },
]);

foundCases('the environment of the client', 'etc/systemd/system/mender-authd.service.d/a.conf', [
  {
    text: '[Service]\nEnvironment=no_proxy=«10.0.0.0/8,a.corp»\n',
    rules: 'no-proxy-commas',
    fixed: '[Service]\nEnvironment="no_proxy=10.0.0.0/8 a.corp"\n',
  },
  {
    text: "[Service]\nEnvironment='NO_PROXY=«a, b,c»' X=1,2\n",
    rules: 'no-proxy-commas',
    fixed: "[Service]\nEnvironment='NO_PROXY=a b c' X=1,2\n",
  },
]);

quietCases('the environment of the client', 'etc/systemd/system/mender-authd.service.d/a.conf', [
  '[Service]\nEnvironment=NO_PROXY=a\n',
  '[Service]\nEnvironment=HTTP_PROXY=http://a,b\n',
  '[Service]\n# Environment=NO_PROXY=a,b\n',
  '[Service]\nExecStartPre=/bin/true NO_PROXY=a,b\n',
]);

foundCases('a configuration of mender-convert', 'configs/raspberrypi/board_config', [
  {
    text: '# comment\nMENDER_CLIENT_VERSION=«3.5.2»\n',
    rules: 'convert-client-version',
    fixed: '# comment\nMENDER_CLIENT_VERSION=auto\n',
  },
  { text: 'MENDER_APT_REPO_DISTS=«"debian/bullseye"»\n', rules: 'convert-apt-repo-dists' },
]);

quietCases('mender-convert itself', 'configs/mender_convert_config', ['MENDER_CLIENT_VERSION="3.5.2"\n']);
