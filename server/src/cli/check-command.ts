/** `mender-lint check` */
import type { Target } from '../catalogue/version.ts';
import type { CheckedFile } from '../workspace/check-file.ts';
import { type Format, formatReport } from './formats.ts';
import { scan } from './scan.ts';
import { type ExitCode, exitCodes, type Surroundings } from './streams.ts';

export async function checkCommand(
  paths: readonly string[],
  { target, format }: { target: Target; format: Format },
  surroundings: Surroundings,
): Promise<ExitCode> {
  const counts = { checked: 0, skipped: 0 };
  const files: CheckedFile[] = [];
  for await (const file of scan(paths, { target, rules: {} }, counts, surroundings)) {
    if (file.findings.length > 0) files.push(file);
  }
  surroundings.out(formatReport(format, { target, files, counts }));
  return files.length > 0 ? exitCodes.findings : exitCodes.clean;
}
