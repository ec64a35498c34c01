/** The usages of a document, by its language. */
import type { Document } from '../document/document.ts';
import { wholeText } from '../syntax/fragment.ts';
import type { ParseHints, ParseMemory } from '../syntax/shell.ts';
import { configUsages } from './config-usage.ts';
import { shellUsages } from './shell/shell-usage.ts';
import { unitUsages } from './unit-usage.ts';
import type { Context, Usage } from './usage.ts';

const topLevel: Context = { frame: undefined, language: 'shell', status: 'plain', captured: false, place: 'statement' };

/** Empty for a document of no language we know. Never throws. */
export function documentUsages(document: Document): readonly Usage[] {
  const { kind, text } = document;
  if (!kind) return [];
  const source = wholeText(text);
  switch (kind.language) {
    case 'shell':
      return mentionsMender(text) ? shellUsages(source, topLevel, hintsOf(document)) : [];
    case 'unit':
      return mentionsMender(text) || mentionsMender(document.path)
        ? unitUsages(source, document.path, kind.role === 'drop-in' ? 'drop-in' : 'unit')
        : [];
    case 'json':
      return configUsages(source);
  }
}

/** The memory is the parser's own; the document only carries it on. */
function hintsOf({ editedAt, memory }: Document): ParseHints {
  return { editedAt, memory: memory as ParseMemory | undefined };
}

/** Most files say nothing of Mender, and need not be parsed to know it. */
function mentionsMender(text: string): boolean {
  return text.includes('mender');
}
