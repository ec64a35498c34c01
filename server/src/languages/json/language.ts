/**
 * Configurations of Mender, which reads them as strict JSON: they have no comments. Their names are in `classify.ts`.
 */
import { defineLanguage } from '../language.ts';

// A key of the client, and one of mender-connect.
export const json = defineLanguage({
  name: 'json',
  role: 'client-configuration',
  example: '  "UpdateControlMapExpirationTimeSeconds": 90,\n  "ServerCertificate": "/etc/mender/server.crt"\n}\n',
});
