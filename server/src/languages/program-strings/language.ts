/** Programs of other languages, whose strings can be command lines. */

import { insideAnyOf } from '../../text/opaque-ranges.ts';
import { beginsStatement } from '../between-tokens.ts';
import type { CommentPlaces } from '../comment-places.ts';
import { defineLanguage, type Language } from '../language.ts';
import type { SourceReader } from './source-reader.ts';
import type { SourceLanguage } from './source-text.ts';

/** The parsers are large, and few users need them: the host passes in the reader of programs. */
function read(language: SourceLanguage): Pick<Language, 'parts' | 'comments'> {
  return {
    parts: (source, hints) => hints?.sources?.parts(source, language) ?? [],
    comments: (_, text, hints) => hints?.sources && sourceCommentPlaces(text, language, hints.sources),
  };
}

/** Where programs can have comments: not in strings, nor in text around the program. */
function sourceCommentPlaces(text: string, language: SourceLanguage, reader: SourceReader): CommentPlaces {
  const { comments, texts } = reader.opaqueRanges(text, language);
  const isInText = insideAnyOf(texts);
  return {
    signs: [language === 'python' ? '#' : '//', ...(language === 'php' ? ['#'] : [])],
    isComment: insideAnyOf(comments),
    beginsStatement: offset => beginsStatement(text, offset, isInText),
  };
}

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
  ...read('python'),
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
  ...read('javascript'),
  example: "const { execSync } = require('node:child_process');\nexecSync('mender commit');\n",
});

export const go = defineLanguage({
  name: 'go',
  optIn: 'strings',
  files: [{ pattern: /\.go$/, names: ['agent.go'], why: 'Go by its extension' }],
  editorIds: ['go'],
  ...read('go'),
  example: 'package main\n\nimport "os/exec"\n\nfunc main() {\n\texec.Command("mender", "commit").Run()\n}\n',
});

export const cpp = defineLanguage({
  name: 'cpp',
  optIn: 'strings',
  files: [
    {
      pattern: /\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx)$/,
      names: ['agent.c', 'agent.cpp', 'agent.h', 'agent.hpp'],
      why: 'C or C++ by its extension',
    },
  ],
  editorIds: ['c', 'cpp'],
  ...read('cpp'),
  example: '#include <cstdlib>\n\nint main() {\n  return std::system("mender commit");\n}\n',
});

export const php = defineLanguage({
  name: 'php',
  optIn: 'strings',
  files: [{ pattern: /\.php$/, names: ['agent.php'], why: 'PHP by its extension' }],
  editorIds: ['php'],
  interpreters: {
    programs: ['php'],
    why: 'PHP by its first line',
    sample: { names: ['agent-php'], beginning: '#!/usr/bin/env php\n' },
  },
  ...read('php'),
  head: /^(?:#![^\n]*\n)?(?:<\?php[^\n]*\n?)?/,
  example: '<?php\nexec("mender commit");\n',
});
