/** The file that named the installed Artifact before there was a bootstrap Artifact. */
import { shell } from './example.ts';
import type { Row } from './row.ts';

export const artifactInfoRows: readonly Row[] = [
  {
    id: 'artifact-info-path',
    component: 'mender-client',
    title: 'file /etc/mender/artifact_info',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'path', pattern: /(?:^|\/)etc\/mender\/(artifact_info)$/, created: true },
    replacement: { kind: 'none' },
    message: 'Ask `mender-update show-artifact`: `{use}` is not read since 3.5.',
    why: 'The name of the installed Artifact is in the database of the client, and an image brings it there by its bootstrap Artifact. A script that reads the file gets nothing or an old name; one that writes it changes nothing.',
    sources: [
      'mender@43581578',
      'mender@3.5.3:app/mender.go:669-675',
      'mender@5.1.0:src/mender-update/cli/actions.cpp:116-134',
    ],
    examples: [
      shell('version=$(cat /etc/mender/artifact_info | cut -d= -f2)'),
      shell('echo "artifact_name=release-2" > /etc/mender/artifact_info'),
      shell('. /etc/mender/artifact_info'),
    ],
    quiet: [
      { language: 'shell', bad: 'cat /var/lib/mender/device_type' },
      { language: 'shell', bad: 'rm -f /etc/mender/artifact_info' },
    ],
  },
];
