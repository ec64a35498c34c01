/** Mistakes that make the parser of 4.0 lose a mender.conf, or its remaining part. */
import { json } from './example.ts';
import type { Rule } from './rule.ts';
import { fileWarning } from './source.ts';

/** Where 3.x read the files. */
const oldParser = 'mender@3.5.3:conf/config.go:280-298';

/** The effect of a file without a server: systemd starts the service again and again. */
const noServer = 'mender@4.0.7:src/mender-auth/cli/actions.cpp:129-136';

export const lostConfigurationRules: readonly Rule[] = [
  {
    id: 'config-both-servers',
    aliases: ['config-servers-and-server-url'],
    component: 'mender-client',
    title: '`Servers` together with `ServerURL`',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'config', defect: 'both', keys: ['Servers', 'ServerURL'] },
    replacement: { kind: 'remove', safety: 'review' },
    message: 'Keep one: `{use}` next to `Servers` loses part of the file since 4.0.',
    why: "The new parser warns `Both 'Servers' AND 'ServerURL given in the configuration. Please set only one of these fields` and stops: HttpsClient and Security are lost, and RetryDownloadCount in 5.1. It does so even when one of the two is empty, or `Servers` is in the fallback file. 3.x did not start when both were set.",
    sources: [
      'mender@4.0.7:src/common/config_parser/config_parser.cpp:252-295',
      'mender@5.1.0:src/client_shared/config_parser/config_parser.cpp:271-314',
      fileWarning,
      'mender@3.5.3:conf/config.go:184-197',
    ],
    examples: [
      json(
        '{ "Servers": [{ "ServerURL": "https://a" }], "ServerURL": "https://b" }',
        '{ "Servers": [{ "ServerURL": "https://a" }] }',
      ),
    ],
    quiet: [json('{ "Servers": [{ "ServerURL": "https://a" }] }')],
  },
  {
    id: 'config-both-verify-keys',
    component: 'mender-client',
    title: '`ArtifactVerifyKey` together with `ArtifactVerifyKeys`',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'config', defect: 'both', keys: ['ArtifactVerifyKeys', 'ArtifactVerifyKey'] },
    replacement: { kind: 'remove', safety: 'review' },
    message: 'Keep one: `{use}` next to `ArtifactVerifyKeys` loses part of the file since 4.0.',
    why: "The new parser warns `Both 'ArtifactVerifyKey' and 'ArtifactVerifyKeys' are set` and stops before it has read ServerURL, Servers, HttpsClient and Security: the device has no server, and mender-authd exits with `Cannot run in daemon mode with no server URL specified`. It does so even when one of the two is empty. 3.x did not start when both were set.",
    sources: [
      'mender@4.0.7:src/common/config_parser/config_parser.cpp:207-250',
      fileWarning,
      noServer,
      'mender@3.5.3:conf/config.go:265-272',
    ],
    examples: [
      json('{ "ArtifactVerifyKey": "/k", "ArtifactVerifyKeys": ["/k2"] }', '{ "ArtifactVerifyKeys": ["/k2", "/k"] }'),
    ],
  },
  {
    id: 'config-wrong-type',
    component: 'mender-client',
    title: 'key of mender.conf with a value of the wrong type',
    removedIn: '4.0',
    effect: 'ignored',
    syntaxOnly: true,
    match: { kind: 'config', defect: 'wrong-type' },
    // The default applies today; a person must decide to put the value into force, `SkipVerify` above all.
    replacement: { kind: 'rewrite', to: 'a value of the right type', safety: 'review' },
    message: 'Use {to}: `{use}` is ignored since 4.0, where 3.x did not start.',
    why: 'The C++ parser skips a key whose value does not have the expected type, and says nothing. 3.x ended with `Error parsing config file`.',
    sources: [
      'mender@4.0.7:src/common/config_parser.hpp:172-181',
      'mender@5.1.0:src/client_shared/config_parser/config_parser.cpp:98-106,145-153',
      oldParser,
    ],
    examples: [
      json('{ "UpdatePollIntervalSeconds": "1800" }', '{ "UpdatePollIntervalSeconds": 1800 }'),
      json('{ "SkipVerify": "true" }', '{ "SkipVerify": true }'),
      json('{ "Servers": "https://s" }'),
      json('{ "TenantToken": 5 }'),
    ],
    quiet: [json('{ "UpdatePollIntervalSeconds": null }')],
  },
  {
    id: 'config-not-an-object',
    component: 'mender-client',
    title: 'mender.conf that is no object',
    removedIn: '4.0',
    effect: 'fails',
    syntaxOnly: true,
    match: { kind: 'config', defect: 'not-an-object' },
    replacement: { kind: 'none' },
    message: 'Write one JSON object: 4.0 and later ignore this file.',
    why: 'The C++ parser finds no key in anything but an object, and says nothing. Without a server mender-authd exits with `Cannot run in daemon mode with no server URL specified`. 3.x did not start with such a file either.',
    sources: [
      'mender@4.0.7:src/common/config_parser.hpp:172-181',
      'mender@5.1.0:src/client_shared/config_parser/config_parser.cpp:57-76',
      noServer,
      oldParser,
    ],
    examples: [json('[]', undefined, 'etc/mender/mender.conf')],
    quiet: [json('null', undefined, 'etc/mender/mender.conf')],
  },
  {
    id: 'config-invalid-json',
    component: 'mender-client',
    title: 'mender.conf that is not JSON',
    removedIn: '4.0',
    effect: 'fails',
    syntaxOnly: true,
    match: { kind: 'config', defect: 'invalid-json' },
    // A comment may be the only record of a reason, and the file has not been in force so far.
    replacement: { kind: 'remove', safety: 'review' },
    message: 'Write valid JSON: {use} makes 4.0 ignore this whole file.',
    why: 'On the default paths the C++ client warns `Failed to load config from` and the path, and goes on with its defaults, without a server: mender-authd exits with `Cannot run in daemon mode with no server URL specified`. With `--config` every command exits with 1. Comments and trailing commas are not part of JSON. 3.x did not start with such a file either.',
    sources: ['mender@4.0.7:src/common/conf/conf.cpp:290-310', fileWarning, noServer, oldParser],
    examples: [
      json('{\n  // the test server\n  "ServerURL": "https://s"\n}\n', '{\n  "ServerURL": "https://s"\n}\n'),
      json('{ "SkipVerify": false, }', '{ "SkipVerify": false }'),
      json("{ 'SkipVerify': false }"),
      json('{ "SkipVerify": false'),
    ],
    quiet: [json('{ "UpdatePollIntervalSeconds": @POLL@ }'), json('{{ #output: x }}\n{ "ServerURL": "x" }')],
  },
];
