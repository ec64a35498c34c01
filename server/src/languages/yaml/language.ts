/** YAML, whatever it is for: pipelines, playbooks, compose files, cloud-init. */

import { defineLanguage } from '../language.ts';
import { yamlCommentPlaces } from './yaml-comments.ts';
import { yamlParts } from './yaml-parts.ts';

export const yaml = defineLanguage({
  name: 'yaml',
  files: [
    {
      pattern: /\.ya?ml$/,
      names: ['.gitlab-ci.yml', 'playbook.yaml', 'playbook.yml.j2'],
      why: 'YAML by its extension',
    },
    {
      pattern: /(?:^|\/)(?:user-data|vendor-data|cloud-config)(?:\.txt)?$/,
      names: ['user-data', 'vendor-data', 'cloud-config.txt'],
      why: 'configuration of cloud-init by its name',
    },
  ],
  editorIds: ['yaml', 'dockercompose', 'github-actions-workflow', 'ansible', 'azure-pipelines'],
  parts: yamlParts,
  comments: (_, text) => yamlCommentPlaces(text),
  // `#cloud-config`
  head: /^(?:#[^\n]*(?:\n|$))*/,
  example: 'script:\n  - mender commit\nruncmd:\n  - mender commit\n',
});
