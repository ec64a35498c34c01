/** YAML of any purpose: pipelines, playbooks, compose files, cloud-init. */

import { insideAnyOf } from '../../text/opaque-ranges.ts';
import type { CommentPlaces } from '../comment-places.ts';
import { defineLanguage } from '../language.ts';
import { scalarsOf } from './yaml.ts';
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
  parts: (source, hints) => yamlParts(source, hints?.editedAt),
  comments: (_, text) => yamlCommentPlaces(text),
  // `#cloud-config`
  head: /^(?:#[^\n]*(?:\n|$))*/,
  example: 'script:\n  - mender commit\nruncmd:\n  - mender commit\n',
});

/** YAML 1.2.2, 6.6: after white space, and not in scalars. */
function yamlCommentPlaces(text: string): CommentPlaces {
  const { ranges, isWhole } = scalarsOf(text);
  const isOpaque = insideAnyOf(ranges);
  return {
    signs: ['#'],
    ...(!isWhole && { isBroken: true }),
    isComment: offset => (offset === 0 || /\s/.test(text[offset - 1]!)) && !isOpaque(offset),
    // A scalar that begins with the line is separate.
    beginsStatement: offset => offset === 0 || !(isOpaque(offset) && isOpaque(offset - 1)),
  };
}
