/** Rules of sudo. */

import { sudoRule } from '../../mender/file-names.ts';
import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';
import { sudoersParts } from './sudoers.ts';

export const sudoers = defineLanguage({
  name: 'sudoers',
  files: [
    {
      pattern: /(?:^|\/)(?:sudoers|sudoers\.d\/[^/.~]+|[^/]+\.sudoers)$/,
      names: ['sudoers', 'sudoers.d/agent', 'agent.sudoers'],
      why: 'rules of sudo by their name',
    },
  ],
  start: {
    names: /^[^.]+$/,
    // The beginning of a rule: who, where, as whom, a tag and a path. sudoers(5), "User Specification". Only comments
    // may come before it.
    pattern:
      /^\uFEFF?(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*%?[\w.+-]+[ \t]+[\w.-]+[ \t]*=[ \t]*\([\w:, ]*\)[ \t]*(?:[A-Z_]+:[ \t]*)+!?\//,
    why: 'rules of sudo by their first one',
    sample: { names: ['agent-rights'], beginning: sudoRule },
  },
  parts: sudoersParts,
  comments: // sudoers(5): also after a rule.
    lineComments({ before: /^(?:[^"]|"[^"]*")*$/, lines: {} }),
  example: sudoRule,
});
