/**
 * Findings of a symlink, which is checked as if a script created it: one to /dev/null masks a unit, and one in
 * `.wants/` enables it.
 */
import { createDocument } from '../languages/document.ts';
import { quoteWord } from '../languages/shell/shell-word.ts';
import { excludeBaselined } from './baseline.ts';
import { type CheckOptions, check, withoutBaseline } from './check.ts';
import type { Finding } from './finding.ts';

/** `text` is the target of the link at `path`: findings cover all of it, without fixes. */
export function checkLinkText(path: string, text: string, options: CheckOptions): readonly Finding[] {
  const command = `ln -s ${quoteWord(text)} ${quoteWord(onDevice(path))}`;
  const script = createDocument({ uri: path, path: 'link.sh', text: command });
  const found = check(script, withoutBaseline(options)).map(finding => ({
    ...finding,
    range: { start: 0, end: text.length },
    fixes: [],
    notes: [],
  }));
  return options.known ? excludeBaselined(createDocument({ uri: path, path, text }), found, options.known) : found;
}

/** Where the link will be; if the path does not say, the folder and the name. */
function onDevice(path: string): string {
  const [, below] = /^.*(\/(?:etc|usr|lib|run|opt|var|data)\/.*)$/.exec(path) ?? [];
  return below ?? path.split('/').slice(-2).join('/');
}
