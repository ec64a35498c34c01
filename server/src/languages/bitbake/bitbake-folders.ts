/**
 * Folders of the device in recipes: BitBake inserts its variables for them into tasks and lists of files, bitbake.conf.
 */

import { concatenated } from '../../text/concatenated.ts';
import { type Fragment, type Range, wholeText } from '../../text/fragment.ts';
import { literal, makeWord, type Piece, type Word } from '../../text/word.ts';
import type { Assignment, EmbeddedPath } from '../embedded.ts';
import type { Line } from './bitbake-line.ts';

/** bitbake.conf and systemd.bbclass. `D` is the root of the image: what is in it has the paths of the device. */
const folders: ReadonlyMap<string, string> = new Map([
  ['D', ''],
  ['IMAGE_ROOTFS', ''],
  ['systemd_system_unitdir', '/usr/lib/systemd/system'],
  ['systemd_unitdir', '/usr/lib/systemd'],
  ['sysconfdir', '/etc'],
]);

/** The task with these variables set before it, as far as it uses them and does not set them itself. */
export function withFolders(task: Fragment): Fragment {
  const isUsed = (name: string) =>
    task.text.includes(`\${${name}}`) && !new RegExp(`(?:^|[\\s;])${name}=`, 'm').test(task.text);
  // What a task asks of the root, to know whether it runs on the device, is its own concern.
  const isFolder = (name: string) => !new RegExp(`\\$(?:${name}(?!\\w)|\\{${name}[^}]*\\})(?![/$])`).test(task.text);
  const used = [...folders].filter(([name]) => isUsed(name) && (folders.get(name) !== '' || isFolder(name)));
  // The root of an image alone says nothing.
  if (!used.some(([, folder]) => folder !== '')) return task;
  const text = used.map(([name, folder]) => `${name}=${folder}`).join('\n');
  const nowhere: Fragment = {
    ...wholeText(text),
    startOf: () => task.startOf(0),
    endOf: () => task.startOf(0),
    write: () => undefined,
  };
  return concatenated([nowhere, task]);
}

/** `${bindir}/NAME` that is not a file of the image but what the device will run, in any text of a task. */
export function programsNamed(source: Fragment, lines: readonly Line[]): EmbeddedPath[] {
  return lines.flatMap(({ text, start }) => {
    if (/^[ \t]*#/.test(text)) return [];
    return [...text.matchAll(/(?<![}\w./-])\$\{s?bindir\}\/[\w-]+(?![\w./-])/g)].map(({ 0: path, index }) => {
      const range = { start: start + index, end: start + index + path.length };
      return { kind: 'path' as const, path: wordOf(source, range), folder: '/usr/bin' };
    });
  });
}

/** Files of the device in a variable: drop-ins of a package, programs that another task works on. */
export function pathsOf({ name, value }: Assignment): EmbeddedPath[] {
  if (/^(?:FILES|CONFFILES)(?=$|[:_])/.test(name))
    return pathsIn(value, /(?<![^\s"'])[^\s"']+\.d(?:\/[^\s"']*)?(?=\s|$)/g);
  // A recipe may use any name for what it puts there.
  if (/^ALTERNATIVE/.test(name)) return [];
  return pathsIn(value, /(?<![^\s"'])\/usr\/s?bin\/[\w-]+(?![^\s"'])/g);
}

function pathsIn(value: Fragment, pattern: RegExp): EmbeddedPath[] {
  return [...value.text.matchAll(pattern)].map(({ 0: path, index }) => ({
    kind: 'path',
    path: wordOf(value, { start: index, end: index + path.length }),
  }));
}

function wordOf(source: Fragment, range: Range): Word {
  const text = source.text.slice(range.start, range.end);
  const pieces: Piece[] = [];
  for (const [part] of text.matchAll(/\$\{[^{}]*\}|(?:(?!\$\{)[\s\S])+|\$/g)) {
    const start = pieces.at(-1)?.end ?? range.start;
    const isVariable = part.startsWith('${');
    pieces.push(
      isVariable ? { kind: 'other', start, end: start + part.length, quote: 'none' } : literal(start, part, 'none'),
    );
  }
  return makeWord(source, range, pieces);
}
