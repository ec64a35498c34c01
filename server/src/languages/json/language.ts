/** Configurations of Mender, which reads them as strict JSON: they bear no comments. Their names are known to `classify.ts`. */
import { defineLanguage } from '../language.ts';

// A key of the client's, and one of mender-connect's.
export const json = defineLanguage({
  name: 'json',
  role: 'client-configuration',
  example: '  "UpdateControlMapExpirationTimeSeconds": 90,\n  "ServerCertificate": "/etc/mender/server.crt"\n}\n',
});
