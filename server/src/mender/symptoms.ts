/**
 * The visible effect of a use that fails: messages that people search for, as shells, systemd, apt, BitBake and the
 * programs of Mender print them, or that nothing is printed. Messages of Mender's programs were tried on 4.0.7 and
 * 5.1.0.
 */

import type { Rule } from './rule.ts';
import type { RulePattern } from './rule-pattern.ts';

export interface Symptom {
  /** Each as it is printed, without the time and the program at the beginning of a log line. */
  readonly prints?: readonly string[];
  /** A sentence: what is not printed, or not done. */
  readonly silent?: string;
}

const noProgram: Symptom = {
  prints: ['mender: command not found', 'sh: mender: not found', 'exec: "mender": executable file not found in $PATH'],
};

const rejected = 'Could not fulfill request: Invalid options given:';

const unitNotFound = 'Unit mender-client.service not found.';

const nothingSaid: Symptom = { silent: 'The client goes on, and neither prints nor logs anything about it.' };

/** For rules without texts of their own. */
const byKind: Partial<Readonly<Record<RulePattern['kind'], Symptom>>> = {
  command: noProgram,
  service: {
    prints: [
      `Failed to restart mender-client.service: ${unitNotFound}`,
      'Failed to stop mender-client.service: Unit mender-client.service not loaded.',
      'Failed to enable unit: Unit file mender-client.service does not exist.',
    ],
  },
  'service-task': { prints: ['Could not find the requested service mender-client: host'] },
  journal: { prints: ['-- No entries --'] },
  output: { silent: 'The search finds nothing, so what depends on it is taken for not having happened.' },
  bus: {
    prints: [
      'Error org.freedesktop.DBus.Error.ServiceUnknown: The name io.mender.UpdateManager was not provided by any .service files',
    ],
  },
};

const noPackage = (name: string): Symptom => ({ prints: [`E: Unable to locate package ${name}`] });

const noFile = (path: string): Symptom => ({ prints: [`${path}: No such file or directory`] });

const loadFailed = "Failed to load config from '/etc/mender/mender.conf':";

/** By rule id. */
export const symptoms: Readonly<Record<string, Symptom>> = {
  'mender-help': { prints: [...noProgram.prints!, `${rejected} No such action: help`] },
  'mender-daemon': {
    prints: [...noProgram.prints!, 'Failed to locate executable /usr/bin/mender: No such file or directory'],
  },
  'config-dbus-disabled': {
    prints: ['Failed to start the listen loop'],
    silent: 'With a system bus the client goes on, and says nothing of the key.',
  },
  'single-dash-option': { prints: [`${rejected} Unrecognized option '-log-level'`] },
  'no-syslog-option': { prints: [`${rejected} Unrecognized option '--no-syslog'`] },
  'forcebootstrap-option': {
    prints: [`Failed to process command line options: Invalid options given: Unrecognized option '--forcebootstrap'`],
  },
  'passphrase-file-option': {
    prints: [
      `${rejected} Unrecognized option '--passphrase-file'`,
      `Failed to process command line options: Invalid options given: Unexpected argument 'p.txt'`,
    ],
  },
  'option-with-boolean-value': { prints: [`${rejected} Option --reboot-exit-code doesn't expect a value`] },
  'log-level-value': {
    prints: [`Could not fulfill request: Invalid log level given: 'warn' is not a valid log level`],
  },
  'misplaced-option': { prints: [`${rejected} Unrecognized option '--log-level'`] },
  'command-of-another-program': { prints: [`${rejected} No such action: setup`] },
  'option-of-another-program': { prints: [`${rejected} Unrecognized option '--forcebootstrap'`] },
  'config-daemon-log-level': {
    prints: [`Could not fulfill request: Invalid log level given: 'warn' is not a valid log level`],
  },
  'config-both-servers': {
    prints: [
      `${loadFailed} Both 'Servers' AND 'ServerURL given in the configuration. Please set only one of these fields`,
    ],
  },
  'config-both-verify-keys': {
    prints: [`${loadFailed} Both 'ArtifactVerifyKey' and 'ArtifactVerifyKeys' are set`],
  },
  'config-device-tier': { prints: [`${loadFailed} Invalid DeviceTier: bogus`] },
  'config-retry-download-count': { prints: [`${loadFailed} RetryDownloadCount outside of allowed values.`] },
  'config-invalid-json': {
    prints: [
      `${loadFailed} Failed to parse '/etc/mender/mender.conf': [json.exception.parse_error.101] parse error at line 1, column 2`,
      `${loadFailed} Failed to parse '/etc/mender/mender.conf': Empty input encountered`,
    ],
  },
  'config-wrong-type': nothingSaid,
  'config-not-an-object': nothingSaid,
  'config-https-client-key': {
    silent: 'The client says nothing; the device shows up on the server as a new one that waits to be accepted.',
  },
  'no-proxy-commas': {
    prints: [
      'Unsupported syntax for NO_PROXY environment variable. Use space-separated values instead of comma-separated.',
    ],
  },
  'no-proxy-suffix': { prints: ["terminate called after throwing an instance of 'std::out_of_range'"] },
  'proxy-both-cases': { prints: ["environment variables can't both be set at the same time"] },
  'module-unknown-call': { prints: ['Could not query for provide file sizes'] },
  'agent-key-rsa': { prints: ['Not an RSA key'] },
  'package-unknown': noPackage('mender'),
  'package-install': {
    prints: [
      'mender-client4 : Conflicts: mender-client but 1:3.5.2-1+debian+buster is to be installed',
      'E: Unable to correct problems, you have held broken packages.',
    ],
  },
  'package-old-addon': { prints: ['E: Unable to correct problems, you have held broken packages.'] },
  'package-dev': noPackage('mender-client-dev'),
  'installer-component': noPackage('mender-client'),
  'package-app-module': noPackage('mender-app-update-module'),
  'module-generator': { prints: ['docker-artifact-gen: command not found', 'sh: docker-artifact-gen: not found'] },
  'module-path': noFile('/usr/share/mender/modules/v3/docker'),
  'binary-path': noFile('/usr/bin/mender'),
  'demo-certificate-path': noFile('/usr/share/doc/mender-client/examples/demo.crt'),
  'unit-file-path': noFile('/lib/systemd/system/mender-client.service'),
  'process-name': { silent: 'pidof, pgrep and killall find no process of that name, print nothing and exit with 1.' },
  'state-script-name': { silent: 'The script is never run, and no log says so.' },
  'systemctl-query': {
    prints: ['inactive', 'Failed to get unit file state for mender-client.service: No such file or directory'],
  },
  'systemctl-is-failed': { prints: ['inactive'] },
  'systemctl-status': { prints: ['Unit mender-client.service could not be found.'] },
  'systemctl-show': { prints: ['LoadState=not-found', 'ActiveState=inactive'] },
  'unit-requires': { prints: [`Failed to start product.service: ${unitNotFound}`] },
  'unit-ordering': { silent: 'systemd ignores an order after, or before, a unit that is not there.' },
  'unit-wants': { silent: 'systemd ignores a wish for a unit that is not there.' },
  'unit-conflicts': { silent: 'systemd ignores a conflict with a unit that is not there.' },
  'data-dir-unit': { prints: ['Unit mender-client-data-dir.service not found.'] },
  'machine-id-unit': { prints: ['Unit mender-client-systemd-machine-id.service not found.'] },
  'data-dir-order': { silent: 'systemd ignores an order after a unit that is not there.' },
  'machine-id-order': { silent: 'systemd ignores an order after a unit that is not there.' },
  'resize-data-helper': { prints: ['mender-client-resize-data-part: command not found'] },
  'machine-id-helper': { prints: ['mender-client-set-systemd-machine-id.sh: command not found'] },
  'recipe-feature': {
    prints: ['mender-client-install from MENDER_FEATURES_ENABLE or MENDER_FEATURES is not a valid Mender feature.'],
  },
  'recipe-feature-install': {
    prints: ['mender-install from MENDER_FEATURES_ENABLE or MENDER_FEATURES is not a valid Mender feature.'],
  },
  'recipe-feature-override': { silent: 'BitBake leaves out what depends on it, and says nothing.' },
  'recipe-distro-feature': { silent: 'BitBake leaves out what depends on it, and says nothing.' },
  'recipe-override': { silent: 'BitBake reads the assignment, nothing uses it, and it says nothing.' },
  'recipe-append': { prints: ['No recipes in default available for:'] },
  'recipe-package': { prints: ["Nothing RPROVIDES 'mender-client'"] },
  'recipe-helper-file': { silent: 'BitBake installs the script of meta-mender, and says nothing.' },
  'recipe-package-kept': { silent: 'BitBake takes nothing off the list, and says nothing.' },
  'recipe-refused-variable': { prints: ['MENDER_PARTITION_ALIGNMENT_KB is deprecated.'] },
  'recipe-depends': { prints: ["Nothing PROVIDES 'mender-client'"] },
  'recipe-migrate-configuration': { prints: ["Nothing RPROVIDES 'mender-client-migrate-configuration'"] },
  'recipe-artifact-info': { prints: ["Nothing RPROVIDES 'mender-artifact-info'"] },
  'recipe-class': { prints: ['Could not inherit file classes/mender-install.bbclass'] },
  'recipe-layer-moved': { prints: ['The following layer directories do not exist:'] },
  'recipe-old-operation': {
    prints: ['Variable IMAGE_INSTALL_append contains an operation using the old override syntax.'],
  },
  'recipe-old-override': { silent: 'BitBake takes it for a variable of another name that nothing reads.' },
};

/** Undefined where nothing is known. */
export function symptomOf({ id, match, component, effect }: Rule): Symptom | undefined {
  const own = symptoms[id] ?? byKind[match.kind];
  const isIgnoredKey = match.kind === 'config' && match.defect === 'key' && effect === 'ignored';
  return own ?? (isIgnoredKey && component === 'mender-client' ? nothingSaid : undefined);
}
