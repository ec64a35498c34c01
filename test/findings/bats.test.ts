/** Tests of bats: shell, except for the lines that begin a test. */
import { foundCases, quietCases } from '../support/cases.ts';

const head = '#!/usr/bin/env bats\n\nsetup() {\n  load common\n}\n\n';

foundCases('tests of bats', 'test/device.bats', [
  {
    text: `${head}@test "an artifact is shown" {\n  run «mender show-artifact»\n  [ "$status" -eq 0 ]\n}\n`,
    rules: 'mender-show-artifact',
    fixed: `${head}@test "an artifact is shown" {\n  run mender-update show-artifact\n  [ "$status" -eq 0 ]\n}\n`,
    safety: 'review',
  },
  {
    text: '@test \'mender commit fails\' {\r\n  ! «mender commit»\r\n}\r\n@test "b" {\r\n  systemctl stop «mender-client»\r\n}\r\n',
    rules: ['mender-commit', 'systemctl-control'],
    fixed:
      '@test \'mender commit fails\' {\r\n  ! mender-update commit\r\n}\r\n@test "b" {\r\n  systemctl stop mender-authd mender-updated\r\n}\r\n',
  },
  {
    text: '  @test "it\'s back" {\n  run -2 «mender rollback»\n  }\n',
    rules: 'mender-rollback',
    fixed: '  @test "it\'s back" {\n  run -2 mender-update rollback\n  }\n',
  },
]);

quietCases('tests of bats', 'test/device.bats', [
  '@test "mender commit" {\n  run bbb-cmd.sh mender commit\n  run mender-update commit\n}\n',
  '@test "both" {\n  if command -v mender-update; then run mender-update commit; else run mender commit; fi\n}\n',
]);
