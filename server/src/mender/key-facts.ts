/** The keys of mender.conf: their purposes, defaults and values. Their types are in configuration-keys.ts. */
import { atLeast, type Lifetime, reaches, type Target } from './version.ts';

export interface KeyFacts {
  /** A sentence. */
  readonly purpose: string;
  /** For a number. */
  readonly unit?: 'seconds' | 'bytes' | 'columns' | 'lines';
  /** The default; several where releases differ. Absent if there is none. */
  readonly unset?: readonly KeyDefault[];
  /** All possible values. */
  readonly values?: readonly string[];
  readonly least?: number;
  readonly most?: number;
  /** `repository@revision:path:line`, of github.com/mendersoftware. */
  readonly source: string;
}

export interface KeyDefault extends Lifetime {
  readonly value: string | number | boolean | readonly string[];
}

/** The defaults that some patch level of the target has. */
export function defaultsFor({ unset = [] }: KeyFacts, target: Target): readonly KeyDefault[] {
  return unset.filter(
    ({ since, until }) =>
      (since === undefined || reaches(target, since)) && (until === undefined || !atLeast(target, until)),
  );
}

const header = 'mender@5.1.0:src/client_shared/config_parser.hpp';
const parser = 'mender@5.1.0:src/client_shared/config_parser/config_parser.cpp';
const rootfsModule = 'mender@5.1.0:support/modules/rootfs-image';

export const keyFacts: Readonly<Record<string, KeyFacts>> = {
  ArtifactVerifyKey: {
    purpose:
      'Path of the public key that signatures of Artifacts are checked with; without one, no signature is asked for.',
    source: `${parser}:253-269`,
  },
  ArtifactVerifyKeys: {
    purpose: 'Paths of public keys that signatures of Artifacts are checked with, one after the other until one fits.',
    source: `${parser}:226-251`,
  },
  DaemonLogLevel: {
    purpose: 'Lowest level of what the programs log, unless `--log-level` says another.',
    unset: [{ value: 'info' }],
    values: ['trace', 'debug', 'info', 'warning', 'error', 'fatal'],
    source: 'mender@5.1.0:src/common/log.hpp:96',
  },
  DeviceTier: {
    purpose: 'Class of the device, which decides what the server allows it.',
    unset: [{ value: 'standard' }],
    values: ['standard', 'system', 'micro'],
    source: `${header}:169`,
  },
  DeviceTypeFile: {
    purpose: 'Path of the file that says what type the device is, as `device_type=TYPE`.',
    unset: [{ value: '/var/lib/mender/device_type' }],
    source: 'mender@5.1.0:src/mender-update/context/context.cpp:239-245',
  },
  HttpsClient: {
    purpose:
      'Certificate and key that the device shows to the server in mutual TLS. No requests are signed with the key.',
    source: `${parser}:317-349`,
  },
  'HttpsClient.Certificate': { purpose: 'Path of the certificate of the device.', source: `${parser}:320-328` },
  'HttpsClient.Key': {
    purpose: 'Path of the private key of the certificate, or a PKCS#11 URI.',
    source: `${parser}:330-338`,
  },
  'HttpsClient.SSLEngine': {
    purpose: 'Engine of OpenSSL that holds the key.',
    source: `${parser}:340-348`,
  },
  InventoryPollIntervalSeconds: {
    purpose: 'Time between two reports of the inventory to the server.',
    unit: 'seconds',
    unset: [{ value: 28800 }],
    source: `${header}:131`,
  },
  ModuleTimeoutSeconds: {
    purpose: 'Time that a call of an update module may take before it is killed.',
    unit: 'seconds',
    unset: [{ value: 14400 }],
    source: `${header}:152`,
  },
  RetryDownloadCount: {
    purpose: 'How often a download that broke off is taken up again.',
    unset: [{ value: 10 }],
    least: 1,
    most: 10000,
    source: `${header}:178-181`,
  },
  RetryPollCount: {
    purpose: 'How often the server is tried again before the client gives up; 0 leaves it to the client.',
    unset: [{ value: 0 }],
    source: `${header}:140`,
  },
  RetryPollIntervalSeconds: {
    purpose: 'Longest time between two attempts to reach the server.',
    unit: 'seconds',
    unset: [
      { value: 0, until: '5.0.5' },
      { value: 300, since: '5.0.5', until: '5.1' },
      { value: 0, since: '5.1', until: '5.1.1' },
      { value: 300, since: '5.1.1' },
    ],
    source: `${header}:137, mender@5.0.5:src/client_shared/config_parser.hpp:137, mender@c47b44b1`,
  },
  RootfsPartA: {
    purpose:
      'Device of the first root file system. The update module `rootfs-image` reads it; the case of the key matters.',
    source: `${rootfsModule}:52-69`,
  },
  RootfsPartB: {
    purpose:
      'Device of the second root file system. The update module `rootfs-image` reads it; the case of the key matters.',
    source: `${rootfsModule}:52-69`,
  },
  Security: { purpose: 'The key that the device signs its requests with.', source: `${parser}:351-373` },
  'Security.AuthPrivateKey': {
    purpose: 'Path of the private key that the device is known by, or a PKCS#11 URI.',
    unset: [{ value: '/var/lib/mender/mender-agent.pem' }],
    source: 'mender@5.1.0:src/client_shared/conf.hpp:173',
  },
  'Security.SSLEngine': { purpose: 'Engine of OpenSSL that holds the key.', source: `${parser}:364-372` },
  ServerCertificate: {
    purpose: 'Path of a certificate that the server is trusted by.',
    source: `${parser}:78-86`,
  },
  Servers: {
    purpose: 'Servers in the order in which they are tried; instead of `ServerURL`.',
    source: `${parser}:271-296`,
  },
  'Servers.ServerURL': { purpose: 'Address of the server.', source: `${parser}:280-290` },
  ServerURL: { purpose: 'Address of the server; instead of `Servers`.', source: `${parser}:298-314` },
  SkipVerify: {
    purpose: 'Whether the certificate of the server is left unchecked: for trials alone.',
    unset: [{ value: false }],
    source: `${header}:134`,
  },
  StateScriptRetryIntervalSeconds: {
    purpose: 'Time between two runs of a state script that asks to be run again (exit status 21).',
    unit: 'seconds',
    unset: [{ value: 60 }],
    source: `${header}:147`,
  },
  StateScriptRetryTimeoutSeconds: {
    purpose: 'Time for which a state script may ask to be run again.',
    unit: 'seconds',
    unset: [{ value: 1800 }],
    source: `${header}:144`,
  },
  StateScriptTimeoutSeconds: {
    purpose: 'Time that a state script may take before it is killed.',
    unit: 'seconds',
    unset: [{ value: 3600 }],
    source: `${header}:143`,
  },
  TenantToken: {
    purpose: 'Token of the tenant, where the server has several. It is a secret.',
    source: `${parser}:98-106`,
  },
  UpdateLogPath: {
    purpose: 'Folder that the logs of deployments are kept in.',
    unset: [{ value: '/var/lib/mender' }],
    source: 'mender@5.1.0:src/client_shared/conf.hpp:167',
  },
  UpdatePollIntervalSeconds: {
    purpose: 'Time between two questions for an update.',
    unit: 'seconds',
    unset: [{ value: 1800 }],
    source: `${header}:128`,
  },
};
