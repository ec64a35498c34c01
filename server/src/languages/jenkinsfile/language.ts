/** Pipelines of Jenkins. */

import { betweenTokens } from '../between-tokens.ts';
import { defineLanguage } from '../language.ts';
import { groovyTokens } from './groovy.ts';
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
  comments: (_, text) => betweenTokens(text, groovyTokens(text), '//'),
  example: "node {\n  sh 'mender commit'\n}\n",
});
