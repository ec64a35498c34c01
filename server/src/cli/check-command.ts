/** `mender-lint check` */
import { addHidden, trimmed } from '../workspace/finding-limits.ts';
import { LeftOut } from '../workspace/left-out.ts';
import { compared } from './baselines.ts';
import { tellFailures } from './failures.ts';
import { type Format, formatReport } from './formats.ts';
import { releasesHere, tellProblems } from './projects.ts';
import { scan } from './scan.ts';
import { given, type ReleaseOptions, type SelectionOptions, scanOptions } from './scan-options.ts';
import { type ExitCode, exitCodes, type Surroundings } from './streams.ts';

export async function checkCommand(
  paths: readonly string[],
  { target, from, format, ...selection }: { format: Format } & ReleaseOptions & SelectionOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const leftOut = new LeftOut();
  const options = scanOptions(selection, given({ target, from }), surroundings.files);
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
      ...releasesHere(options.projects),
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
