/** Variables that a script sets for the client, and for other programs that it runs. */
import { foundCases, quietCases } from '../support/cases.ts';

foundCases('variables of scripts', 'update.sh', [
  {
    text: "NO_PROXY='«localhost,server.corp»' mender-update install a.mender\n",
    rules: 'no-proxy-commas',
    fixed: "NO_PROXY='localhost server.corp' mender-update install a.mender\n",
    safety: 'safe',
  },
  // wget supports only commas.
  {
    text: 'export NO_PROXY=«localhost,server.corp»\nwget https://server.corp/a\nmender-update install a\n',
    rules: 'no-proxy-commas',
    fixed: 'export NO_PROXY="localhost server.corp"\nwget https://server.corp/a\nmender-update install a\n',
    safety: 'review',
  },
  // There is no safe way to write something that excludes every host from the proxy.
  { text: 'export no_proxy=«localhost,.corp»\nmender-auth daemon\n', rules: 'no-proxy-commas' },
  // mender-setup reads the list as Go does, with commas, whichever its name.
  {
    text: 'NO_PROXY=a,b «mender setup» --quiet\n',
    rules: 'mender-setup',
    fixed: 'NO_PROXY=a,b mender-setup --quiet\n',
  },
]);

quietCases('variables of scripts', 'update.sh', [
  'NO_PROXY=a,b wget https://a/x.mender\nmender-update commit\n',
  'f() { local NO_PROXY=a,b; }\nmender-update commit\n',
  'export NO_PROXY=a,b\nmender-artifact read a.mender\n',
  'export NO_PROXY="$LIST"\nmender-update commit\n',
]);
