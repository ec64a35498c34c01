/** Configurations of Mender, which reads them as strict JSON: they have no comments. */
import { clientConfiguration, connectConfiguration, installedConfiguration } from '../../mender/file-names.ts';
import { defineLanguage, type NamedText, type Recognized } from '../language.ts';

// A key of the client, and one of mender-connect.
export const json = defineLanguage({
  name: 'json',
  role: 'client-configuration',
  recognition: {
    order: 'first',
    recognize,
    kinds: [clientConfiguration, connectConfiguration].map(({ why, names }) => ({ why, names, beginning: '{\n' })),
  },
  example: '  "UpdateControlMapExpirationTimeSeconds": 90,\n  "ServerCertificate": "/etc/mender/server.crt"\n}\n',
});

function recognize({ path, name, text }: NamedText): Recognized | undefined {
  const isOfConnect = connectConfiguration.pattern.test(name);
  const { pattern, others } = clientConfiguration;
  if (!isOfConnect && (!pattern.test(name) || others.test(name))) return undefined;
  // tmpfiles.d, rsyslog.d or nginx have files with this name, too, but none of theirs begins like JSON or contains
  // members of it.
  const start = /^\uFEFF?(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*)*([^\s/#])?/.exec(text)![1];
  const installed = installedConfiguration.test(path);
  if (start !== '{' && !installed && !/^[ \t]*"[A-Z]\w*"[ \t]*:/m.test(text)) return undefined;
  return isOfConnect
    ? { role: 'connect-configuration', why: connectConfiguration.why }
    : { role: 'client-configuration', why: clientConfiguration.why };
}
