/** The file that named the installed Artifact before bootstrap Artifacts existed. */
import { shell } from './example.ts';
import type { Rule } from './rule.ts';

export const artifactInfoRules: readonly Rule[] = [
  {
    id: 'artifact-info-path',
    component: 'mender-client',
    title: 'file /etc/mender/artifact_info',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'path', pattern: /(?:^|\/)etc\/mender\/(artifact_info)$/, created: true },
    replacement: { kind: 'none' },
    message: 'Use `mender-update show-artifact`: 3.5 and later do not read `{use}`.',
    why: 'The name of the installed Artifact is in the database of the client, and an image brings it there by its bootstrap Artifact. A script that reads the file gets nothing or an old name; one that writes it changes nothing. 3.5 logged `Deprecated /etc/mender/artifact_info file found in the system, it will be ignored`; 4.0 and later say nothing.',
    sources: [
      'mender@43581578',
      'mender@3.5.3:app/mender.go:667-675',
      'mender@4.0.7:src/mender-update/cli/actions.cpp:108-126',
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
