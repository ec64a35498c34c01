/** Paths that could not be processed: each is named with the reason, and none stops the others. */
import type { Limits } from '../options/limits.ts';
import type { NamedNotChecked } from '../report/not-checked.ts';
import { ISSUES } from '../workspace/internal-error.ts';
import { type SkippedFiles, slowSentence } from '../workspace/skipped-files.ts';
import { say } from './say.ts';
import type { ScanResult } from './scan.ts';
import type { CliContext } from './streams.ts';

interface Asked {
  readonly limits: Limits;
  /** Checking nothing is intended. */
  readonly allowEmpty: boolean;
}

/** Whether there is any reason not to call a silent report clean: the command then fails at its end. */
export function printFailures(
  { notChecked, counts }: ScanResult,
  leftOut: SkippedFiles,
  { limits, allowEmpty }: Asked,
  context: CliContext,
): boolean {
  const said = notChecked.filter(({ kind }) => kind !== 'left-out');
  const sentences = [
    ...said.map(sentenceOf),
    ...leftOut.tooLarge.map(path =>
      notCheckedSentence(path, `larger than ${limits.fileSize.toLocaleString('en')} bytes`),
    ),
    ...leftOut.tooSlow.map(path => slowSentence(path, limits)),
    ...leftOut.unreadable.map(path => `cannot read ${path}`),
    ...leftOut.brokenSentences(path => path),
    ...(leftOut.broken.length > 0 ? [`please report this error with what \`--debug\` prints: ${ISSUES}`] : []),
    ...leftOut.scanEnds(limits),
  ];
  for (const sentence of sentences) say(context, `mender-lint: ${sentence}`);
  if (sentences.length > said.filter(({ fails }) => !fails).length) return true;
  // A hook names the changed files, which may all be excluded.
  const isAllLeftOut = said.length === 0 && notChecked.length > 0;
  if (counts.checked > 0 || allowEmpty || isAllLeftOut) return false;
  say(
    context,
    'mender-lint: nothing was checked: no file that was named, or is in a folder that was, is read; `--allow-empty` says that this is meant',
  );
  return true;
}

function sentenceOf({ kind, path, why }: NamedNotChecked): string {
  if (kind === 'missing') return `no such file or folder: ${path}`;
  return kind === 'in-part' ? `${path} is checked only in part, because it is ${why}` : notCheckedSentence(path, why);
}

function notCheckedSentence(path: string, why: string): string {
  return `${path} is not checked, because it is ${why}`;
}
