/** Pipelines of Jenkins. */

import { defineLanguage } from '../language.ts';
import { groovyCommentPlaces } from './groovy-comments.ts';
import { jenkinsfileParts } from './jenkinsfile.ts';

export const jenkinsfile = defineLanguage({
  name: 'jenkinsfile',
  files: [
    {
      pattern: /(?:^|\/)(?:Jenkinsfile(?:[._-][^/]*)?|[^/]+\.(?:[Jj]enkinsfile|groovy))$/,
      names: ['Jenkinsfile', 'Jenkinsfile.release', 'build.jenkinsfile', 'vars/deploy.groovy'],
      why: 'pipeline of Jenkins by its name',
    },
  ],
  editorIds: ['jenkinsfile', 'groovy'],
  parts: jenkinsfileParts,
  comments: (_, text) => groovyCommentPlaces(text),
  example: "node {\n  sh 'mender commit'\n}\n",
});
