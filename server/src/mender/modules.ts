/** What the client expects of update modules and state scripts: the file API and the names. */
import { shell } from './example.ts';
import type { Rule } from './rule.ts';

const moduleApi = 'Documentation/update-modules-v3-file-api.md';
const modulePath = 'usr/share/mender/modules/v3/app';
const scriptFolder = 'etc/mender/scripts';

export const moduleRules: readonly Rule[] = [
  {
    id: 'module-unknown-call',
    component: 'mender-client',
    title: 'update module that fails for calls it does not know',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'module',
      defect: 'unknown-call',
      call: 'ProvidePayloadFileSizes',
      answer: 'No',
      calls: ['ArtifactInstall', 'SupportsRollback', 'NeedsArtifactReboot', 'Download', 'ArtifactCommit', 'Cleanup'],
    },
    replacement: { kind: 'rewrite', to: 'ProvidePayloadFileSizes) echo No ;;', safety: 'review' },
    message: 'Answer `No` and ignore others: `{use}` fails deployments since 4.0.',
    why: 'The call ProvidePayloadFileSizes is new in 4.0 and made for every module before the download. A module must answer Yes, No or nothing, with exit status 0. Otherwise the log has `ProvidePayloadFileSizes: Process exited with status 1`, `Too many lines when querying ProvidePayloadFileSizes` or `Unexpected output from the process for ProvidePayloadFileSizes state`; `mender-update install` starts the line with `Could not query for provide file sizes`.',
    sources: [
      'mender@4.0.7:src/mender-update/update_module/v3/update_module.cpp:68-82',
      'mender@4.0.7:src/mender-update/daemon/states.cpp:387-400',
      'mender@4.0.7:src/mender-update/update_module/v3/platform/c++17/update_module_call.cpp:77-144',
      'mender@4.0.7:src/mender-update/standalone/standalone.cpp:468-473',
      `mender@4.0.7:${moduleApi}:65-79`,
    ],
    examples: [
      shell(
        'case "$1" in\n    ArtifactInstall)\n        install_app\n        ;;\n    *)\n        echo "Unknown state $1" >&2\n        exit 1\n        ;;\nesac\n',
        'case "$1" in\n    ArtifactInstall)\n        install_app\n        ;;\n    ProvidePayloadFileSizes) echo No ;;\n    *)\n        echo "Unknown state $1" >&2\n        exit 1\n        ;;\nesac\n',
        modulePath,
      ),
    ],
    quiet: [
      {
        language: 'shell',
        path: modulePath,
        bad: 'case "$1" in\n    ArtifactInstall) install_app ;;\nesac\nexit 0\n',
      },
      {
        language: 'shell',
        path: modulePath,
        bad: 'case "$2" in\n    fast) x ;;\n    *) echo "usage" >&2; exit 1 ;;\nesac\n',
      },
    ],
  },
  {
    id: 'module-state-name',
    component: 'mender-client',
    title: 'update module with a branch `ArtifactRollbackVerifyReboot`',
    effect: 'ignored',
    match: { kind: 'module', defect: 'state-name', name: 'ArtifactRollbackVerifyReboot' },
    replacement: { kind: 'rewrite', to: 'ArtifactVerifyRollbackReboot', safety: 'review' },
    message: 'Use `ArtifactVerifyRollbackReboot`: `{use}` is never called.',
    why: 'All releases of the client call `ArtifactVerifyRollbackReboot`; the documentation of 3.x and 4.0 had the wrong name. Check what the branch does before you let it run.',
    sources: [
      'mender@2.0.0:installer/modules.go:832',
      'mender@3.5.3:installer/modules.go:803-807',
      'mender@5.1.0:src/mender-update/update_module/v3/update_module.cpp:43',
      `mender@4.0.7:${moduleApi}:239-253`,
      `mender@5.1.0:${moduleApi}:31,237-251`,
    ],
    examples: [
      shell(
        'case "$1" in\n    ArtifactRollbackVerifyReboot) check ;;\nesac\n',
        'case "$1" in\n    ArtifactVerifyRollbackReboot) check ;;\nesac\n',
        modulePath,
      ),
    ],
  },
  {
    id: 'module-rollback-reply',
    component: 'mender-client',
    title: 'update module that answers SupportsRollback with `AutomaticDualRootfs`',
    effect: 'fails',
    match: { kind: 'module', defect: 'reply', call: 'SupportsRollback', name: 'AutomaticDualRootfs' },
    replacement: { kind: 'none' },
    message: 'Answer `Yes` or `No`: `{use}` is never taken for an answer.',
    why: 'The documentation of 3.x listed the answer as not implemented, and that of 4.0 dropped it. 3.x logged `Unexpected reply from update module SupportsRollback query`, 4.0 and later log `Unexpected output from the process for SupportsRollback state`, and the deployment fails.',
    sources: [
      `mender@3.5.3:${moduleApi}:170,187`,
      'mender@3.5.3:installer/modules.go:763-778',
      'mender@4.0.7:src/mender-update/update_module/v3/update_module.cpp:203-217',
      `mender@4.0.7:${moduleApi}`,
    ],
    examples: [
      shell(
        'case "$1" in\n    SupportsRollback)\n        echo "AutomaticDualRootfs"\n        ;;\nesac\n',
        undefined,
        modulePath,
      ),
    ],
    quiet: [
      { language: 'shell', path: modulePath, bad: 'case "$1" in\n    SupportsRollback) echo "Yes" ;;\nesac\n' },
      { language: 'shell', path: modulePath, bad: 'case "$1" in\n    Cleanup) echo AutomaticDualRootfs ;;\nesac\n' },
    ],
  },
  {
    id: 'state-script-name',
    component: 'mender-client',
    title: 'state script under a name that is never run',
    effect: 'ignored',
    match: {
      kind: 'file-name',
      // Outside of the client's folders a file may be installed under another name.
      pattern:
        /(?:^|\/)(?:(?:etc|var\/lib|data)\/mender\/scripts\/(?!(?:Idle|Sync|Download|Artifact(?:Install|Reboot|Commit|Rollback|RollbackReboot|Failure))_(?:Enter|Leave|Error)_\d\d(?:_\S+)?$)([A-Za-z]+_(?:Enter|Leave|Error)(?:_[^/]*)?)|(Reboot_(?:Enter|Leave|Error)_\d\d(?:_[^/\s]+)?))$/i,
    },
    replacement: { kind: 'none' },
    message: 'Use a name such as `ArtifactReboot_Leave_00`: `{use}` is never run.',
    why: 'States are Idle, Sync, Download, ArtifactInstall, ArtifactReboot, ArtifactCommit, ArtifactRollback, ArtifactRollbackReboot and ArtifactFailure; actions are Enter, Leave and Error. They are followed by two digits and, optionally, an underscore and a name; the whole name must match. 3.x logged `Script format mismatch` for some of the others, 4.0 and later say nothing. The documentation once names a state script `Reboot_Leave`; there is no state Reboot.',
    sources: [
      'mender@4.0.7:src/artifact/v3/scripts/executor.cpp:44-60,94-114',
      'mender@3.5.3:statescript/executor.go:196-206',
      'mender-docs@master:08.Artifact-creation/04.State-scripts/docs.md:183',
    ],
    examples: [
      shell('#!/bin/sh\nexit 0\n', undefined, 'state-scripts/Reboot_Leave_00'),
      shell('#!/bin/sh\nexit 0\n', undefined, `${scriptFolder}/Sync_Enter_5`),
      shell('#!/bin/sh\nexit 0\n', undefined, `${scriptFolder}/Download_Enter_00.sh`),
    ],
    quiet: [
      { language: 'shell', path: `${scriptFolder}/Sync_Enter_05_network`, bad: '#!/bin/sh\n' },
      { language: 'shell', path: 'files/Download_Enter_00.sh', bad: '#!/bin/sh\n' },
      { language: 'shell', path: 'ArtifactReboot_Leave_00', bad: '#!/bin/sh\n' },
    ],
  },
];
