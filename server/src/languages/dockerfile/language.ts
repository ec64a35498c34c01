/** Dockerfiles. */

import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';
import { dockerfileHeredocs, dockerfileLines, dockerfileParts } from './dockerfile.ts';

export const dockerfile = defineLanguage({
  name: 'dockerfile',
  files: [
    {
      pattern: /(?:^|\/)(?:(?:Dockerfile|Containerfile)(?:[._-][^/]*)?|[^/]+\.(?:[Dd]ockerfile|[Cc]ontainerfile))$/,
      names: ['Dockerfile', 'Containerfile.arm64', 'build.dockerfile'],
      why: 'Dockerfile by its name',
    },
  ],
  editorIds: ['dockerfile'],
  parts: dockerfileParts,
  comments: // Dockerfile reference, "Format".
    lineComments({ before: /^\uFEFF?[ \t]*$/, lines: dockerfileLines, within: true }, dockerfileHeredocs),
  // `# syntax=docker/dockerfile:1`
  head: /^(?:#[^\n]*(?:\n|$))*/,
  example: 'FROM debian\nRUN mender commit\n',
});
