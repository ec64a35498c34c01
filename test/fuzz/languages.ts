/** For each language a file that names Mender, and tokens that are repeated after it. */

export interface LanguageTokens {
  readonly path: string;
  /** Text that makes the rest be checked. */
  readonly head: string;
  readonly tokens: readonly string[];
}

/** White space between many tokens. */
const spaces = ['\n', ' ', '\t', ' \\\n', '\n\n'];
const quotes = ['"', "'", '`', '\\'];

const shell = [
  ...spaces,
  ...quotes,
  ...'$ ( ) { } [ ] < > | & ; # ! = * ? ~ % , : - + / @'.split(' '),
  ...'$( ${ $(( )) (( [[ ]] [ ${x ${x:- ${{ }} {{ {% %} <% %> && || ;; <<E <<< <( >( >& 2>&1 >>'.split(' '),
  ...'if then elif else fi for in do done while until case esac function select time coproc'.split(' '),
  ...['x() {', 'f() { :; }\n', 'x=y', 'x=$x', '$x', '"$x"', 'X=mender\n', '$X\n', 'export ', 'local ', 'alias a=b\n'],
  ...['mender', 'mender ', 'mender commit', 'mender commit\n', 'mender-update commit\n', 'mender -show-artifact\n'],
  ...[
    'systemctl stop mender-client\n',
    'systemctl restart mender-updated\n',
    '/usr/bin/mender',
    '/etc/mender/mender.conf',
  ],
  ...['test -x /usr/bin/mender', '[ -x /usr/bin/mender ]', 'pidof mender', 'command -v mender', 'pgrep mender\n'],
  ...[
    'sudo ',
    'ssh h ',
    "sh -c '",
    'eval "',
    'exec ',
    'env A=b ',
    'cat <<E\n',
    'E\n',
    'x)\n',
    'echo mender\n',
    '. a.sh\n',
  ],
  ...['exit 1\n', 'return\n', 'trap "', 'cat >a.service <<E\n[Service]\nExecStart=/usr/bin/mender daemon\nE\n'],
  ...['mender show-artifact | grep x\n', 'x=$(mender show-artifact)\n', 'sed -i s/a/b/ /etc/mender/mender.conf\n'],
  ...[
    '# mender-lint-disable-next-line\n',
    '# mender-lint-disable\n',
    '# mender-lint-enable\n',
    'a.sh\n',
    '1',
    '😀',
    '\r\n',
  ],
];

const yaml = [
  ...spaces,
  ...quotes,
  ...'[ ] { } : - ? ! & * | > % @ # , ~ --- ... << = !! !a &a *a a: "a": {{ }} {% %}'.split(' '),
  ...[
    '- ',
    ': ',
    'a: b\n',
    'a:\n',
    '  ',
    '- a\n',
    '| \n',
    'a: |\n  mender commit\n',
    'run: mender commit\n',
    '*a ',
    '&a ',
  ],
  ...[
    '- shell: mender commit\n',
    '- name: x\n',
    'script:\n  - mender commit\n',
    '[]',
    '{}',
    '[a, ',
    '{a: ',
    '--- \n',
    'é',
  ],
  ...['- systemd: name=mender-client\n', 'when: x\n', 'steps:\n', 'jobs:\n', '  run: |\n    mender commit\n'],
];

const unit = [
  ...spaces,
  ...quotes,
  ...'[ ] = ; # : - + @ ! % $ { }'.split(' '),
  ...['[Service]\n', '[Unit]\n', 'ExecStart=', 'ExecStart=/usr/bin/mender daemon\n', 'ExecStartPre=-/bin/sh -c "', 'a'],
  ...[
    'After=mender-client.service\n',
    'After=',
    'mender-client.service ',
    'Wants=',
    'X=y\n',
    '\\\n',
    ' ; ',
    '%i',
    '$A',
  ],
  ...['Environment=A=b\n', 'ConditionPathExists=/usr/bin/mender\n', '# mender-lint-disable-next-line\n', '{{ x }}'],
];

const json = [
  ...spaces,
  ...quotes,
  ...'{ } [ ] : , // /* */ - 1 true null'.split(' '),
  ...[
    '"a"',
    '"a":',
    '"a":1,',
    '"ServerURL":"x",',
    '"Servers":[{',
    '"DaemonLogLevel":"x",\n',
    '"DBus":{"Enabled":true},\n',
  ],
  ...['"\\u0041"', '@X@', '{{ x }}', '${x}', '"InventoryPollIntervalSeconds": 5,\n', '"', 'mender'],
];

const code = [
  ...spaces,
  ...quotes,
  ...'( ) [ ] { } . , ; : + = # // /* */ -> => $ @ ${ """ \'\'\' r" f" 1 1. a a. a( ..'.split(' '),
  ...[
    '"mender commit"',
    'run("mender commit")\n',
    'x = "mender"\n',
    'x + ',
    'x, ',
    'subprocess.run(["mender", "commit"])\n',
  ],
  ...[
    'exec.Command("mender", "commit")\n',
    'execSync(`mender commit`)\n',
    'def f():\n',
    'function f() {\n',
    'a = [',
    '"a", ',
  ],
  ...[
    'os.system("',
    'X="mender"\n',
    '# mender-lint-disable-next-line\n',
    '// mender-lint-disable-next-line\n',
    '<a>',
    '\\"',
  ],
];

const markdown = [
  ...spaces,
  ...quotes,
  ...'# ## * - + > 1. | ``` ```sh ~~~ ` [ ] ( ) ![ <!-- --> <a> < & _ ** :: $ .. \\'.split(' '),
  ...[
    '```sh\nmender commit\n```\n',
    '    mender commit\n',
    '- a\n',
    '> a\n',
    '- ',
    '> ',
    '1. ',
    '$ mender commit\n',
    'a\n',
  ],
  ...[
    '.. code-block:: sh\n\n',
    '   mender commit\n',
    'x::\n\n',
    '<!-- mender-lint-disable -->\n',
    '\t',
    '`mender commit`',
  ],
];

const lines = (...own: readonly string[]) => [
  ...spaces,
  ...quotes,
  ...'( ) { } [ ] $ # : = , ; + - * / @ % ! | & < > " ?'.split(' '),
  ...[
    'mender',
    'mender commit\n',
    'mender commit',
    '/usr/bin/mender',
    '/usr/bin/mender commit\n',
    'a',
    'a b\n',
    '$(',
    '${',
    '"',
  ],
  ...own,
];

export const languages: readonly LanguageTokens[] = [
  { path: 'a.sh', head: '#!/bin/sh\nmender commit\n', tokens: shell },
  { path: 'a.yml', head: 'a: mender commit\nb: ', tokens: yaml },
  { path: 'playbook.yml', head: '- hosts: all\n  tasks:\n    - shell: mender commit\n', tokens: yaml },
  { path: 'a.service', head: '[Service]\nExecStart=/usr/bin/mender daemon\n', tokens: unit },
  { path: 'mender.conf', head: '{', tokens: json },
  { path: 'mender-connect.conf', head: '{ "User": "mender",', tokens: json },
  { path: 'a.py', head: 'run("mender commit")\n', tokens: code },
  { path: 'a.js', head: 'run("mender commit")\n', tokens: code },
  { path: 'a.go', head: 'run("mender", "commit")\n', tokens: code },
  { path: 'README.md', head: '```sh\nmender commit\n```\n', tokens: markdown },
  { path: 'README.rst', head: '.. code-block:: sh\n\n   mender commit\n\n', tokens: markdown },
  {
    path: 'a.bb',
    head: 'RDEPENDS = "mender-client"\n',
    tokens: lines(
      ...[
        'do_install() {\n',
        '}\n',
        'python () {\n',
        'X = "a"\n',
        'X:append = " mender-client"\n',
        '${X}',
        '${@x}',
        'fakeroot ',
      ],
      ...[
        'IMAGE_INSTALL += "mender-client"\n',
        'require x.inc\n',
        'SYSTEMD_SERVICE:${PN} = "mender-client.service"\n',
        '\\\n',
      ],
      ...[
        '    mender commit\n',
        'def f(d):\n',
        'inherit mender-full\n',
        'MENDER_FEATURES_ENABLE:append = " x"\n',
        'addtask x\n',
      ],
    ),
  },
  {
    path: 'Dockerfile',
    head: 'FROM x\nRUN mender commit\n',
    tokens: lines(
      'RUN ',
      'RUN mender commit\n',
      'RUN <<E\n',
      'E\n',
      '\\\n',
      'FROM x\n',
      'CMD ["',
      '", "',
      'ENV A=b\n',
      'COPY a b\n',
    ),
  },
  {
    path: 'Makefile',
    head: 'all:\n\tmender commit\n',
    tokens: lines(
      '\t',
      '\tmender commit\n',
      'a:\n',
      'define X\n',
      'endef\n',
      '$(X)',
      'X := mender\n',
      '$$',
      'ifeq (a,b)\n',
      'endif\n',
    ),
  },
  {
    path: 'a.bats',
    head: '@test "x" {\nmender commit\n}\n',
    tokens: ['@test "x" {\n', '}\n', 'run mender commit\n', ...shell],
  },
  {
    path: 'Jenkinsfile',
    head: "pipeline { sh 'mender commit' }\n",
    tokens: lines(
      "sh 'mender commit'\n",
      "sh '",
      'sh """',
      '"""',
      "'''",
      'sh(script: "',
      'stage("x") {\n',
      '}\n',
      '//',
      '/*',
      '*/',
    ),
  },
  {
    path: 'rules.d/a.rules',
    head: 'RUN+="/usr/bin/mender commit"\n',
    tokens: lines('RUN+="', 'RUN+="/usr/bin/mender commit"\n', 'ACTION=="add", ', 'PROGRAM="mender"\n', '\\\n', '", '),
  },
  {
    path: 'sudoers.d/a',
    head: 'a ALL=(root) NOPASSWD: /usr/bin/mender commit\n',
    tokens: lines(
      'a ALL=(root) NOPASSWD: ',
      ' ALL=',
      '/usr/bin/mender commit, ',
      'Cmnd_Alias X = ',
      '\\\n',
      ', ',
      'NOPASSWD: ',
    ),
  },
  {
    path: 'apparmor.d/a',
    head: '/usr/bin/mender {\n',
    tokens: lines('/usr/bin/mender rix,\n', ' rw,', 'profile a {\n', '}\n', '@{X}'),
  },
  {
    path: 'io.mender.Agent.xml',
    head: '<busconfig><allow send_destination="io.mender.AuthenticationManager"/>\n',
    tokens: lines(
      '<allow ',
      '<!--',
      '-->',
      'own="io.mender.UpdateManager"',
      '/>',
      '<a>',
      '</a>',
      '<policy user="root">\n',
      '<![CDATA[',
    ),
  },
  {
    path: 'debian/control',
    head: 'Package: a\nDepends: mender-client\n',
    tokens: lines(
      'Depends: ',
      'mender-client',
      'mender-client (>= 3.0), ',
      ', ',
      ' | ',
      ' a\n',
      'Package: a\n',
      '\n\n',
      ' .\n',
    ),
  },
  {
    path: 'crontabs/root',
    head: '* * * * * mender commit\n',
    tokens: lines('* ', '* * * * * ', '* * * * * mender commit\n', '@daily ', '%'),
  },
  {
    path: 'supervisord.conf',
    head: '[program:a]\ncommand=mender daemon\n',
    tokens: lines('[program:a]\n', 'command=', 'command=mender daemon\n', ' ;', 'a=b\n'),
  },
  {
    path: 'etc/inittab',
    head: 'a:2345:respawn:mender daemon\n',
    tokens: lines('a:2345:respawn:', 'a:2345:respawn:mender daemon\n', '::'),
  },
  {
    path: 'a-execline',
    head: '#!/usr/bin/execlineb -P\nmender commit\n',
    tokens: lines('if { ', '}\n', 'foreground { mender commit }\n', 'backtick x { ', 'importas x y\n'),
  },
];
