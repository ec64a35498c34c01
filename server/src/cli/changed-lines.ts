/** The lines that a unified diff adds, by file: the output of `git diff -U0`, which somebody else runs. */
import { parsePatch, type StructuredPatch } from 'diff';
import type { CheckedFile } from '../workspace/check-file.ts';
import { joined } from '../workspace/file-system.ts';
import { repositoryOf } from '../workspace/repository.ts';
import { say } from './say.ts';
import { absolute } from './scan.ts';
import type { CliContext } from './streams.ts';

/** Zero-based numbers of lines, by absolute path. */
export type ChangedLines = ReadonlyMap<string, ReadonlySet<number>>;

/** Throws when the text is no diff: otherwise nothing would be found without a reason. `name`: the name of the diff. */
export function changedLines(text: string, name: string, context: CliContext): ChangedLines {
  const changed = new Map<string, Set<number>>();
  // The program that wrote it may have failed.
  if (text.trim() === '') say(context, `${name} is empty: nothing has changed, so nothing is reported`);
  for (const patch of patchesIn(text, name)) {
    const path = pathOf(patch, context);
    if (path === undefined) continue;
    const lines = changed.get(path) ?? new Set();
    changed.set(path, lines);
    for (const { newStart, lines: hunk } of patch.hunks) addWritten(lines, newStart - 1, hunk);
  }
  return changed;
}

function patchesIn(text: string, name: string): readonly StructuredPatch[] {
  if (text.trim() === '') return [];
  let patches: readonly StructuredPatch[];
  try {
    patches = parsePatch(text);
  } catch (error) {
    throw new Error(`${name} is no unified diff: ${error instanceof Error ? error.message : String(error)}`);
  }
  const said = patches.filter(({ newFileName, isGit }) => newFileName !== undefined || isGit);
  if (said.length === 0) throw new Error(`${name} is no unified diff`);
  return said;
}

function addWritten(lines: Set<number>, first: number, hunk: readonly string[]): void {
  let line = first;
  for (const text of hunk) {
    if (text.startsWith('+')) lines.add(line);
    if (text.startsWith('+') || text.startsWith(' ') || text === '') line++;
  }
}

/**
 * git names files relative to the root of the repository, after `b/` or another letter; other programs relative to the
 * current folder.
 */
function pathOf({ newFileName }: StructuredPatch, { files, cwd }: CliContext): string | undefined {
  if (newFileName === undefined || newFileName === '/dev/null') return undefined;
  const here = absolute(cwd, '.');
  const folders = [repositoryOf(files, joined(here, 'any')) ?? here, here];
  const names = [newFileName.replace(/^[a-z]\//, ''), newFileName];
  const paths = names.flatMap(name => folders.map(folder => absolute(folder, name)));
  return paths.find(path => files.kindOf(path) === 'file');
}

/** The findings that overlap a changed line. */
export function onChangedLines(file: CheckedFile, changed: ChangedLines): CheckedFile {
  const lines = changed.get(file.document.path);
  const { lines: all } = file.document;
  const findings = lines
    ? file.findings.filter(({ range }) => {
        const { line: first } = all.positionAt(range.start);
        const { line: last } = all.positionAt(Math.max(range.start, range.end - 1));
        for (let line = first; line <= last; line++) if (lines.has(line)) return true;
        return false;
      })
    : [];
  return { ...file, findings };
}
