/** Checks a symbolic link as if a script made it: one to /dev/null masks a unit, and one in `.wants/` enables it. */
import { createDocument } from '../document/document.ts';
import { mayConcernMender } from '../document/words.ts';
import { withoutKnown } from '../findings/baseline.ts';
import { check, withoutBaseline } from '../findings/check.ts';
import type { CheckedFile, OptionsOf } from './check-file.ts';
import type { FileSystem } from './file-system.ts';
import { nameOf } from './paths.ts';

/**
 * The text that is checked is what the link holds, which is what git shows of it; findings are of all of it, without fixes. Undefined when there
 * are none.
 */
export function checkLink(
  files: FileSystem,
  path: string,
  checkOptions: OptionsOf,
  from?: string,
): CheckedFile | undefined {
  const text = linkOfMender(files, path);
  if (text === undefined) return undefined;
  const options = checkOptions(path, from);
  const document = createDocument({ uri: path, path, text });
  const command = `ln -s ${quoted(text)} ${quoted(onDevice(path))}`;
  const script = createDocument({ uri: path, path: 'link.sh', text: command });
  const found = check(script, withoutBaseline(options)).map(finding => ({
    ...finding,
    range: { start: 0, end: text.length },
    fixes: [],
    notes: [],
  }));
  const findings = options.known ? withoutKnown(document, found, options.known) : found;
  if (findings.length === 0) return undefined;
  return { path, document, content: { text, encoding: 'utf-8' }, options, findings, isLink: true };
}

/** What a link holds that has, or names, something of Mender's. */
export function linkOfMender(files: FileSystem, path: string): string | undefined {
  const text = files.linkTarget(path);
  return text !== undefined && [nameOf(path), text].some(each => mayConcernMender(each, '')) ? text : undefined;
}

/** Where the link will be; of a path that does not tell, the folder and the name. */
function onDevice(path: string): string {
  const [, below] = /^.*(\/(?:etc|usr|lib|run|opt|var|data)\/.*)$/.exec(path) ?? [];
  return below ?? path.split('/').slice(-2).join('/');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
