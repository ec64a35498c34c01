/** Other programs that are called mender, recognised by the rest of the file. */
import { foundCases, quietCases } from '../support/cases.ts';

quietCases('another program', 'README.md', [
  '# mender\n\nA tool that mends texts.\n\n```sh\nnpm install mender\nmender serve\nmender fix file.txt\n```',
  '# mender\n\n```sh\npip install mender\nmender check file.txt\nmender install\n```',
  '```\n$ mender serve --port 80\n$ mender init\n```',
  '```sh\nmender init\nmender commit\n```',
  '```sh\nmender setup\nmender serve\n```',
  '```sh\nmender help\nmender serve\n```',
  '```sh\nmender --version\nmender serve\n```',
  '```sh\nnpm install -g mender@2\nmender install\n```',
]);

quietCases('another program', 'run.sh', ['mender serve', 'pip install mender\nmender check file\nmender install']);

foundCases('the client', 'README.md', [
  {
    text: '```sh\n«mender status»\n«mender install» x.mender\n```',
    rules: ['mender-unknown-command', 'mender-install'],
    fixed: '```sh\nmender status\nmender-update install x.mender\n```',
  },
  {
    text: '```sh\n«mender serve»\n```\n\n```sh\nsystemctl restart «mender-client»\n«mender show-artifact»\n```',
    rules: ['mender-unknown-command', 'systemctl-control', 'mender-show-artifact'],
    fixed:
      '```sh\nmender serve\n```\n\n```sh\nsystemctl restart mender-authd mender-updated\nmender-update show-artifact\n```',
  },
  {
    text: '```sh\npip install mender-python-client\n«mender commit»\n```',
    rules: 'mender-commit',
    fixed: '```sh\npip install mender-python-client\nmender-update commit\n```',
    safety: 'safe',
  },
  {
    text: 'On the device, with Yocto:\n```sh\n«mender init»\n«mender commit»\n```',
    rules: ['mender-unknown-command', 'mender-commit'],
    fixed: 'On the device, with Yocto:\n```sh\nmender init\nmender-update commit\n```',
  },
]);

foundCases('the client', 'run.sh', [
  {
    text: '«mender serve»\n«mender install»',
    rules: ['mender-unknown-command', 'mender-install'],
    fixed: 'mender serve\nmender-update install',
  },
  {
    text: '«mender serve»\n«mender install» /data/x.mender',
    rules: ['mender-unknown-command', 'mender-install'],
    fixed: 'mender serve\nmender-update install /data/x.mender',
  },
]);
