/** Engines of OpenSSL, which its providers replace. */
import { json } from './example.ts';
import type { Rule } from './rule.ts';

const page = 'mender-docs@master:03.Client-installation/07.Configuration/50.Configuration-options/docs.md';

/** The other object makes the example otherwise correct. */
const auth = '"Security": { "AuthPrivateKey": "/k.pem" }';

function engine(id: string, object: string, key: string, beside = ''): Rule {
  return {
    id,
    component: 'mender-client',
    title: `\`${object}.SSLEngine\` in mender.conf`,
    deprecatedIn: '4.0',
    effect: 'differs',
    defaultOff: true,
    match: { kind: 'config', defect: 'key', path: [object, 'SSLEngine'] },
    replacement: { kind: 'none' },
    message: 'Use a provider of OpenSSL 3 instead: `{use}` names an engine.',
    why: `OpenSSL 3.0 deprecated engines; they go on working where OpenSSL has them. Without \`SSLEngine\` the clients of 4.0 and later give the URI in \`${key}\` to OpenSSL, and a provider that \`openssl.cnf\` names opens it. 3.x, and clients that are built with OpenSSL 1.1, need the engine.`,
    sources: [
      'mender-docs@a6a0abe2',
      `${page}:105-116`,
      `${page}:284-292`,
      'mender@5.1.0:src/common/crypto/platform/openssl/crypto.cpp:297-316',
      'mender@4.0.7:src/common/crypto/platform/openssl/crypto.cpp:227-239',
      'mender@3.5.3:client/client.go:653-654',
    ],
    examples: [json(`{ "${object}": { "${key}": "pkcs11:object=a", "SSLEngine": "pkcs11" }${beside} }`)],
    quiet: [json(`{ "${object}": { "${key}": "pkcs11:object=a" }${beside} }`)],
  };
}

export const sslEngineRules: readonly Rule[] = [
  engine('config-https-ssl-engine', 'HttpsClient', 'Key', `, ${auth}`),
  engine('config-auth-ssl-engine', 'Security', 'AuthPrivateKey'),
];
