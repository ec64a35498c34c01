/** Variables of the environment that the client reads differently. */
import { shell, unit } from './example.ts';
import type { Rule } from './rule.ts';

const dropIn = 'etc/systemd/system/mender-updated.service.d/proxy.conf';

export const environmentRules: readonly Rule[] = [
  {
    id: 'no-proxy-commas',
    component: 'mender-client',
    title: '`NO_PROXY` with commas for the client',
    removedIn: '4.0',
    effect: 'fails',
    milder: { before: '5.1', effect: 'ignored' },
    match: {
      kind: 'environment',
      defect: 'commas',
      names: ['NO_PROXY', 'no_proxy'],
      noFix: 'first name hosts where an item begins with a dot, which takes every host off the proxy',
    },
    replacement: { kind: 'rewrite', to: 'NO_PROXY with spaces', safety: 'safe' },
    check: 'networks, wildcards and ports match nothing',
    message: 'Use spaces: `{use}` with commas matches nothing, and stops 5.1.',
    why: 'The C++ client splits the list at spaces. An item with a comma in it matches nothing, unless it begins with a dot. 5.0.3 to 5.0.5 warn `Unsupported syntax for NO_PROXY environment variable. Use space-separated values instead of comma-separated.`; in 5.1.0 every command exits with this error. An item is the name or the address of a host: networks, `*` and ports match nothing, and an item with a leading dot matches every host, so a list with one is not rewritten.',
    sources: [
      'mender@5.1.0:src/client_shared/conf/conf.cpp:292-296',
      'mender@5.0.3:src/client_shared/conf/conf.cpp:291-295',
      'mender@5.1.0:src/common/http/http.cpp:530-548',
      'mender-docs@master:03.Client-installation/07.Configuration/docs.md:55-57',
    ],
    examples: [
      unit(
        '[Service]\nEnvironment="NO_PROXY=localhost,127.0.0.1,server.corp"\n',
        '[Service]\nEnvironment="NO_PROXY=localhost 127.0.0.1 server.corp"\n',
        dropIn,
      ),
      unit('[Service]\nEnvironment="NO_PROXY=localhost,127.0.0.1,.corp"\n', undefined, dropIn),
      shell(
        'export NO_PROXY=localhost,server.corp\nmender-update check-update\n',
        'export NO_PROXY="localhost server.corp"\nmender-update check-update\n',
      ),
      shell(
        "NO_PROXY='a,b' mender-update install https://a/x.mender\n",
        "NO_PROXY='a b' mender-update install https://a/x.mender\n",
      ),
      unit(
        '[Service]\nEnvironment=HTTP_PROXY=http://p:3128 no_proxy=a,b\n',
        '[Service]\nEnvironment=HTTP_PROXY=http://p:3128 "no_proxy=a b"\n',
        dropIn,
      ),
    ],
    quiet: [
      { language: 'unit', path: dropIn, bad: '[Service]\nEnvironment="NO_PROXY=localhost server.corp"\n' },
      { language: 'unit', path: 'docker.service.d/proxy.conf', bad: '[Service]\nEnvironment=NO_PROXY=a,mender\n' },
      { language: 'shell', bad: 'NO_PROXY=a,b curl -O https://a/x.mender\nmender-update install x.mender\n' },
      { language: 'shell', bad: 'export NO_PROXY=a,b\nmender-artifact read x.mender\n' },
    ],
  },
  {
    id: 'no-proxy-pattern',
    component: 'mender-client',
    title: '`NO_PROXY` with more than names of hosts',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'environment', defect: 'pattern', names: ['NO_PROXY', 'no_proxy'] },
    replacement: { kind: 'none' },
    message: 'List hosts: an item of `{use}` matches nothing since 4.0.',
    why: 'The C++ client compares a host with every item as it is written, and says nothing of items that can match none. The Go client took networks, `*` and ports as well.',
    sources: [
      'mender@4.0.7:src/common/http/http.cpp:502-520',
      'mender@5.1.0:src/common/http/http.cpp:530-548',
      'mender@3.5.3:client/client.go:286-290,753-760',
    ],
    examples: [
      unit('[Service]\nEnvironment="NO_PROXY=localhost 10.0.0.0/8"\n', undefined, dropIn),
      unit('[Service]\nEnvironment=no_proxy=*\n', undefined, dropIn),
      unit('[Service]\nEnvironment=no_proxy=server.corp:8443\n', undefined, dropIn),
    ],
    quiet: [
      { language: 'unit', path: dropIn, bad: '[Service]\nEnvironment="NO_PROXY=localhost 127.0.0.1 server.corp"\n' },
      { language: 'unit', path: 'docker.service.d/proxy.conf', bad: '[Service]\nEnvironment=NO_PROXY=* # mender\n' },
    ],
  },
  {
    id: 'no-proxy-suffix',
    component: 'mender-client',
    title: '`NO_PROXY` with a leading dot',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'environment', defect: 'suffix', names: ['NO_PROXY', 'no_proxy'] },
    replacement: { kind: 'none' },
    message: 'List hosts: an item of `{use}` takes all off the proxy since 4.0.',
    why: 'The C++ client means to compare the end of a host with such an item, but takes any difference for a match: no host goes through the proxy any more, the Mender server included. When the item without its dot is longer than the name of the host, the program aborts with `basic_string::compare: __pos`. The Go client took the item for all hosts of a domain, and the documentation still describes it so.',
    sources: [
      'mender@4.0.7:src/common/http/http.cpp:504-520',
      'mender@5.1.0:src/common/http/http.cpp:532-548',
      'mender@5.1.0:src/common/http/platform/beast/http.cpp:484,520',
      'mender@3.5.3:client/client.go:286-290,753-760',
      'mender-docs@master:03.Client-installation/07.Configuration/docs.md:55-57',
    ],
    examples: [
      unit('[Service]\nEnvironment="NO_PROXY=localhost .corp"\n', undefined, dropIn),
      unit('[Service]\nEnvironment=no_proxy=.corp\n', undefined, dropIn),
      shell('export no_proxy=.corp\nmender-update send-inventory\n'),
    ],
    quiet: [
      { language: 'unit', path: dropIn, bad: '[Service]\nEnvironment="NO_PROXY=localhost server.corp"\n' },
      { language: 'unit', path: 'docker.service.d/proxy.conf', bad: '[Service]\nEnvironment=NO_PROXY=.mender\n' },
    ],
  },
  {
    id: 'proxy-both-cases',
    component: 'mender-client',
    title: 'a variable for the proxy in lower and in upper case',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'environment', defect: 'both-cases', names: ['http_proxy', 'https_proxy', 'no_proxy'] },
    replacement: { kind: 'none' },
    message: 'Keep one of the two: `{use}` stop every command since 4.0.',
    why: "The C++ client exits with an error when both spellings are set, even to the same value: `http_proxy and HTTP_PROXY environment variables can't both be set at the same time`. The Go client took one of them.",
    sources: ['mender@4.0.7:src/common/http/http.cpp:458-474', 'mender@5.1.0:src/common/http/http.cpp:486-501'],
    examples: [
      unit('[Service]\nEnvironment=http_proxy=http://p:3128 HTTP_PROXY=http://p:3128\n', undefined, dropIn),
      unit(
        '[Service]\nEnvironment=HTTPS_PROXY=http://p:3128\nEnvironment=https_proxy=http://p:3128\n',
        undefined,
        dropIn,
      ),
    ],
    quiet: [
      {
        language: 'unit',
        path: dropIn,
        bad: '[Service]\nEnvironment=http_proxy=http://p:3128\nEnvironment=\nEnvironment=HTTP_PROXY=http://p:3128\n',
      },
      { language: 'unit', path: dropIn, bad: '[Service]\nEnvironment=http_proxy=http://p:1 HTTPS_PROXY=http://p:1\n' },
    ],
  },
  {
    id: 'empty-directory-variable',
    component: 'mender-client',
    title: 'a folder of the client that is set to nothing',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'environment',
      defect: 'empty',
      names: ['MENDER_CONF_DIR', 'MENDER_DATA_DIR', 'MENDER_DATASTORE_DIR'],
    },
    replacement: { kind: 'none' },
    message: 'Leave it unset: `{use}` set to nothing is taken as it is since 4.0.',
    why: 'The Go client took an empty variable for one that is not set. The C++ client asks only whether it is set, and looks for its files in the current folder, which is `/` for the services. Without a mender.conf there, mender-authd exits with `Cannot run in daemon mode with no server URL specified`; with an empty MENDER_DATASTORE_DIR the client has neither its key nor its device type, with an empty MENDER_DATA_DIR no update module.',
    sources: [
      'mender@4.0.7:src/common/conf.hpp:113-129',
      'mender@4.0.7:src/common/path/platform/c++17/path.cpp:42-44',
      'mender@5.1.0:src/client_shared/conf/conf.cpp:64-71',
      'mender@4.0.7:src/mender-auth/cli/actions.cpp:129-136',
      'mender@3.5.3:conf/paths.go:29-42',
    ],
    examples: [unit('[Service]\nEnvironment=MENDER_CONF_DIR=\n', undefined, dropIn)],
    quiet: [{ language: 'unit', path: dropIn, bad: '[Service]\nEnvironment=MENDER_CONF_DIR=/etc/mender\n' }],
  },
];
