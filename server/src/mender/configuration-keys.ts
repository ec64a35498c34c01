/** The keys that the clients read from mender.conf, and their types. */
import type { Lifetime } from './version.ts';

/** The type of a key. mender@5.1.0:src/client_shared/config_parser/config_parser.cpp and mender@3.5.3:conf/config.go */
export type KeyType = 'string' | 'integer' | 'boolean' | 'strings' | 'servers' | 'object';

/** The member of each item of `Servers`. */
export const serverKey = 'ServerURL';

export interface KeySpec extends Lifetime {
  readonly type: KeyType;
}

/** Keys of both generations that no other program's configuration has. */
export const tellingKey =
  /^(?:TenantToken|(?:Update|Inventory)PollIntervalSeconds|RootfsPart[AB]|StateScript\w+Seconds|ArtifactVerifyKeys?|UpdateControlMap\w+)$/;

/** Keys that other programs have, too, by one of their members that only the client's has. */
export const tellingInside: Readonly<Record<string, RegExp>> = {
  Connectivity: /^(?:DisableKeepAlive|IdleConnTimeoutSeconds)$/,
};

/**
 * The type that 3.x demanded, refusing the file otherwise; the new programs ignore a key with another type. A key that
 * is not in all releases says so.
 */
export const keyTypes: Readonly<Record<string, KeyType | KeySpec>> = {
  ArtifactVerifyKey: 'string',
  ArtifactVerifyKeys: 'strings',
  DaemonLogLevel: 'string',
  DeviceTier: { type: 'string', since: '5.1' },
  DeviceTypeFile: 'string',
  HttpsClient: 'object',
  'HttpsClient.Certificate': 'string',
  'HttpsClient.Key': 'string',
  'HttpsClient.SSLEngine': 'string',
  InventoryPollIntervalSeconds: 'integer',
  ModuleTimeoutSeconds: 'integer',
  RetryDownloadCount: { type: 'integer', since: '5.1' },
  RetryPollCount: 'integer',
  RetryPollIntervalSeconds: 'integer',
  RootfsPartA: 'string',
  RootfsPartB: 'string',
  Security: 'object',
  'Security.AuthPrivateKey': 'string',
  'Security.SSLEngine': 'string',
  ServerCertificate: 'string',
  Servers: 'servers',
  'Servers.ServerURL': 'string',
  ServerURL: 'string',
  SkipVerify: 'boolean',
  StateScriptRetryIntervalSeconds: 'integer',
  StateScriptRetryTimeoutSeconds: 'integer',
  StateScriptTimeoutSeconds: 'integer',
  TenantToken: 'string',
  UpdateLogPath: 'string',
  UpdatePollIntervalSeconds: 'integer',
};
