/** Variables of the environment that the client reads another way. */
import { unit } from './example.ts';
import type { Row } from './row.ts';

const dropIn = 'etc/systemd/system/mender-updated.service.d/proxy.conf';

export const environmentRows: readonly Row[] = [
  {
    id: 'no-proxy-commas',
    component: 'mender-client',
    title: '`NO_PROXY` with commas for the client',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'environment', names: ['NO_PROXY', 'no_proxy'] },
    replacement: { kind: 'rewrite', to: 'NO_PROXY with spaces', safety: 'safe', availableIn: '4.0' },
    message:
      '`{use}` with commas stops every command of Mender 5.1, and matches nothing before: the list is separated by spaces since 4.0; write spaces.',
    why: 'The C++ client splits the list at spaces. 5.0.3 warns of a comma, 5.1.0 exits with an error. An item is a host or a `.suffix`: networks, `*` and ports match nothing.',
    sources: [
      'mender@5.1.0:src/client_shared/conf/conf.cpp:292-296',
      'mender@5.1.0:src/common/http/http.cpp:530-548',
      'mender-docs@master:03.Client-installation/07.Configuration/docs.md:55-57',
    ],
    examples: [
      unit(
        '[Service]\nEnvironment="NO_PROXY=localhost,127.0.0.1,.corp"\n',
        '[Service]\nEnvironment="NO_PROXY=localhost 127.0.0.1 .corp"\n',
        dropIn,
      ),
      unit(
        '[Service]\nEnvironment=HTTP_PROXY=http://p:3128 no_proxy=a,b\n',
        '[Service]\nEnvironment=HTTP_PROXY=http://p:3128 "no_proxy=a b"\n',
        dropIn,
      ),
    ],
    quiet: [
      { language: 'unit', path: dropIn, bad: '[Service]\nEnvironment="NO_PROXY=localhost .corp"\n' },
      { language: 'unit', path: 'docker.service.d/proxy.conf', bad: '[Service]\nEnvironment=NO_PROXY=a,mender\n' },
    ],
  },
];
