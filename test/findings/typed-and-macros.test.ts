/** Variables of Azure, text typed into screen and tmux, and parts of local.conf with any name. */
import { foundCases, quietCases } from '../support/cases.ts';

quietCases('something else', 'azure-pipelines.yml', [
  'variables:\n  client: mender-client\nsteps:\n  - script: systemctl restart $(other)',
  'variables:\n  client: mender-client\nsteps:\n  - script: docker build -t "$(client)" .',
  'steps:\n  - task: PublishBuildArtifacts@1\n    inputs:\n      script: mender commit',
]);

quietCases('something else', 'script.sh', [
  "screen -X title 'mender commit'",
  "screen -S dev -X stuff 'echo mender commit\\n'",
  'tmux send-keys -t x mender commit Enter',
  "tmux send-keys -t x Enter 'mender commit'",
]);

quietCases('something else', 'agent-build', ['MACHINE="board"\nPREFERRED_VERSION_mender-client="3.%"']);

foundCases('the command that finally runs', 'azure-pipelines.yml', [
  {
    text: 'variables:\n  client: «mender-client»\nsteps:\n  - script: systemctl restart $(client)',
    rules: 'systemctl-control',
    fixed: 'variables:\n  client: mender-updated\nsteps:\n  - script: systemctl restart $(client)',
    safety: 'review',
  },
  {
    text: 'variables:\n  - name: client\n    value: «mender»\njobs:\n  - steps:\n      - bash: $(client) commit',
    rules: 'mender-commit',
    fixed: 'variables:\n  - name: client\n    value: mender-update\njobs:\n  - steps:\n      - bash: $(client) commit',
    safety: 'review',
  },
  {
    text: 'steps:\n  - script: «mender install» $(Build.ArtifactStagingDirectory)/x.mender',
    rules: 'mender-install',
    fixed: 'steps:\n  - script: mender-update install $(Build.ArtifactStagingDirectory)/x.mender',
    safety: 'review',
  },
  {
    text: 'steps:\n  - script: echo $(«mender show-artifact»)',
    rules: 'mender-show-artifact',
    fixed: 'steps:\n  - script: echo $(mender-update show-artifact)',
    safety: 'safe',
  },
  {
    text: 'steps:\n  - task: SSH@0\n    inputs:\n      runOptions: inline\n      inline: «mender commit»',
    rules: 'mender-commit',
    fixed: 'steps:\n  - task: SSH@0\n    inputs:\n      runOptions: inline\n      inline: mender-update commit',
    safety: 'safe',
  },
]);

foundCases('the command that finally runs', 'script.sh', [
  {
    text: "screen -S dev -X stuff '«mender commit»\\n'",
    rules: 'mender-commit',
    fixed: "screen -S dev -X stuff 'mender-update commit\\n'",
    safety: 'safe',
  },
  {
    text: 'screen -S dev -X stuff "«mender commit»$(printf \'\\r\')"',
    rules: 'mender-commit',
    fixed: 'screen -S dev -X stuff "mender-update commit$(printf \'\\r\')"',
    safety: 'safe',
  },
  {
    text: "screen -S dev -p 0 -X stuff $'«mender commit»\\n'",
    rules: 'mender-commit',
    fixed: "screen -S dev -p 0 -X stuff $'mender-update commit\\n'",
    safety: 'safe',
  },
  {
    text: 'screen -dmS dev «mender commit»',
    rules: 'mender-commit',
    fixed: 'screen -dmS dev mender-update commit',
    safety: 'safe',
  },
  {
    text: 'tmux send-keys -t x «mender» Space commit Enter',
    rules: 'mender-commit',
    fixed: 'tmux send-keys -t x mender-update Space commit Enter',
    safety: 'review',
  },
  {
    text: 'tmux send-keys -t x systemctl Space restart Space «mender-client» Enter',
    rules: 'systemctl-control',
    fixed: 'tmux send-keys -t x systemctl Space restart Space mender-updated Enter',
    safety: 'review',
  },
]);

foundCases('the command that finally runs', 'agent-build', [
  {
    text: 'MACHINE ??= "board"\nINHERIT += "mender-full"\n«PREFERRED_VERSION_mender-client» = "3.%"',
    rules: 'recipe-preferred-version',
    fixed: 'MACHINE ??= "board"\nINHERIT += "mender-full"\nPREFERRED_VERSION_mender = "5.1.%"',
    safety: 'review',
  },
]);

foundCases('the command that finally runs', 'conf.d/product.inc', [
  {
    text: 'DISTRO = "poky"\n«PREFERRED_VERSION_mender-client» = "3.%"',
    rules: 'recipe-preferred-version',
    fixed: 'DISTRO = "poky"\nPREFERRED_VERSION_mender = "5.1.%"',
    safety: 'review',
  },
]);
