/** The code blocks of a document of this project. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.ts';

interface CodeBlock {
  readonly language: string;
  readonly text: string;
}

export function codeBlocks(document: string): readonly CodeBlock[] {
  const text = readFileSync(join(root, document), 'utf8');
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language, content]) => ({
    language: language!,
    text: content!,
  }));
}

/** The only block in a language that contains this. */
export function codeBlock(document: string, language: string, part: string): string {
  const found = codeBlocks(document).filter(block => block.language === language && block.text.includes(part));
  if (found.length !== 1) throw new Error(`${found.length} blocks of ${language} with ${part} in ${document}`);
  return found[0]!.text;
}
