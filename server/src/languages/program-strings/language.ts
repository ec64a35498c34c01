/** Programs of other languages, whose strings can be command lines. */

import { defineLanguage } from '../language.ts';
import { sourceCalls } from './source-calls.ts';
import { sourceCommentPlaces } from './source-comments.ts';

export const python = defineLanguage({
  name: 'python',
  optIn: 'strings',
  files: [{ pattern: /\.py$/, names: ['agent.py'], why: 'Python by its extension' }],
  editorIds: ['python'],
  interpreters: {
    programs: ['python'],
    why: 'Python by its first line',
    sample: { names: ['agent-python'], beginning: '#!/usr/bin/env python3\n' },
  },
  parts: sourceCalls('python'),
  comments: (_, text) => sourceCommentPlaces(text, 'python'),
  // `# -*- coding: latin1 -*-`
  head: /^(?:#[^\n]*(?:\n|$))*/,
  example: "import subprocess\nsubprocess.run(['mender', 'commit'])\n",
});

export const javascript = defineLanguage({
  name: 'javascript',
  optIn: 'strings',
  files: [
    {
      pattern: /\.[cm]?[jt]sx?$/,
      names: ['agent.js', 'agent.mjs', 'agent.ts', 'agent.tsx'],
      why: 'JavaScript or TypeScript by its extension',
    },
  ],
  editorIds: ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'],
  interpreters: {
    programs: ['node', 'deno', 'bun'],
    why: 'JavaScript by its first line',
    sample: { names: ['agent-node'], beginning: '#!/usr/bin/env node\n' },
  },
  parts: sourceCalls('javascript'),
  comments: (_, text) => sourceCommentPlaces(text, 'javascript'),
  example: "const { execSync } = require('node:child_process');\nexecSync('mender commit');\n",
});

export const go = defineLanguage({
  name: 'go',
  optIn: 'strings',
  files: [{ pattern: /\.go$/, names: ['agent.go'], why: 'Go by its extension' }],
  editorIds: ['go'],
  parts: sourceCalls('go'),
  comments: (_, text) => sourceCommentPlaces(text, 'go'),
  example: 'package main\n\nimport "os/exec"\n\nfunc main() {\n\texec.Command("mender", "commit").Run()\n}\n',
});
