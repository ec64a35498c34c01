/** `mender-lint fix`: writes the safe fixes, or shows them as a unified diff. */
import { createTwoFilesPatch } from 'diff';
import type { Target } from '../catalogue/version.ts';
import { fixAll } from '../findings/fix-all.ts';
import { LeftOut } from '../workspace/left-out.ts';
import { count } from './human-report.ts';
import { scan } from './scan.ts';
import { type SelectionOptions, scanOptions } from './scan-options.ts';
import { type ExitCode, exitCodes, type Surroundings } from './streams.ts';

export async function fixCommand(
  paths: readonly string[],
  { target, diff, ...selection }: { target: Target; diff: boolean } & SelectionOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const options = { target, rules: {} };
  const leftOut = new LeftOut();
  const scanned = scanOptions(selection, options);
  const totals = { fixed: 0, files: 0, left: 0 };
  for (const { path, document, content, findings } of scan(paths, scanned, leftOut, surroundings).files) {
    if (findings.length === 0) continue;
    const { text, fixed, left } = fixAll(document, options);
    totals.left += left.length;
    if (text === content.text) continue;
    totals.fixed += fixed;
    totals.files++;
    if (diff) surroundings.out(patch(path, content.text, text));
    else await surroundings.files.write(path, { ...content, text });
  }
  const verb = diff ? 'Would fix' : 'Fixed';
  const rest = totals.left > 0 ? `; ${count(totals.left, 'finding')} left to review, see \`mender-lint check\`` : '';
  surroundings.err(`${verb} ${count(totals.fixed, 'finding')} in ${count(totals.files, 'file')}${rest}.\n`);
  for (const sentence of leftOut.sentences(scanned.limits)) surroundings.err(`${sentence}\n`);
  return totals.left > 0 ? exitCodes.findings : exitCodes.clean;
}

/** A patch that `git apply` and `patch -p1` accept. */
function patch(path: string, before: string, after: string): string {
  const text = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 });
  return text.slice(text.indexOf('---'));
}
