/** `mender-lint check` */
import type { Target } from '../catalogue/version.ts';
import { addHidden, trimmed } from '../workspace/finding-limits.ts';
import { LeftOut } from '../workspace/left-out.ts';
import { compared } from './baselines.ts';
import { tellFailures } from './failures.ts';
import { type Format, formatReport } from './formats.ts';
import { targetHere, tellProblems } from './projects.ts';
import { scan } from './scan.ts';
import { type SelectionOptions, scanOptions } from './scan-options.ts';
import { type ExitCode, exitCodes, type Surroundings } from './streams.ts';

export async function checkCommand(
  paths: readonly string[],
  { target, format, ...selection }: { target?: Target; format: Format } & SelectionOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const leftOut = new LeftOut();
  const options = scanOptions(selection, target, surroundings);
  const scanned = await scan(paths, options, leftOut, surroundings);
  const { counts } = scanned;
  const { files, ...baseline } = compared(scanned, options);
  let before = 0;
  const found = files
    .map(file => {
      const { shown, hidden } = trimmed(file.findings, options.limits, before);
      addHidden(leftOut, hidden);
      before += shown.length;
      return { ...file, findings: shown };
    })
    .filter(({ findings }) => findings.length > 0);
  surroundings.out(
    formatReport(format, {
      target: targetHere(options.projects, surroundings.cwd),
      files: found,
      counts,
      baseline,
      leftOut: leftOut.sentences(options.limits),
    }),
  );
  const failed = [tellProblems(options.projects, surroundings), tellFailures(leftOut, surroundings)].includes(true);
  if (failed) return exitCodes.failure;
  return files.some(({ findings }) => findings.length > 0) ? exitCodes.findings : exitCodes.clean;
}
