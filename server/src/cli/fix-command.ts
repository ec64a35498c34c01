/** `mender-lint fix`: writes the fixes, or shows them as a unified diff. */
import type { Finding } from '../findings/finding.ts';
import { type FixChoice, type FixedText, fixAll } from '../findings/fix-all.ts';
import { hiddenPart, leftParts } from '../findings/left.ts';
import type { CheckedFile } from '../workspace/check-file.ts';
import { LeftOut } from '../workspace/left-out.ts';
import type { ProjectFiles } from '../workspace/project-files.ts';
import { numberKnown } from './baselines.ts';
import { tellFailures } from './failures.ts';
import { count } from './human-report.ts';
import { patch } from './patch.ts';
import { tellProblems } from './projects.ts';
import { scan } from './scan.ts';
import { given, type ReleaseOptions, type SelectionOptions, scanOptions } from './scan-options.ts';
import { type ExitCode, exitCodes, type Surroundings } from './streams.ts';

export interface FixCommandOptions extends SelectionOptions, ReleaseOptions {
  readonly diff: boolean;
  readonly unsafe: boolean;
}

interface Totals {
  fixed: number;
  files: number;
  readonly left: Finding[];
  /** Of these, those that a baseline knows. */
  known: number;
  /** Found before, neither fixed nor found any more. */
  readonly hidden: string[];
}

export async function fixCommand(
  paths: readonly string[],
  { target, from, diff, unsafe, ...selection }: FixCommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const leftOut = new LeftOut();
  const options = scanOptions(selection, given({ target, from }), surroundings.files);
  const choice = { unsafe, rules: options.rules };
  const totals: Totals = { fixed: 0, files: 0, left: [], known: 0, hidden: [] };
  const change = diff ? show : write;
  let failed = false;
  const { files } = await scan(paths, options, leftOut, surroundings);
  // What is written must not depend on options that are not understood.
  if (tellProblems(options.projects, surroundings)) return exitCodes.failure;
  for (const file of files) {
    if (file.findings.length === 0) continue;
    const fixed = fixedText(file, choice);
    if (!fixed) leftOut.note(file.path, 'broken');
    else if (fixed.text === file.content.text) leave(totals, file, fixed, options.projects);
    else if (await change(file, fixed.text, surroundings)) {
      totals.fixed += fixed.fixed;
      totals.files++;
      leave(totals, file, fixed, options.projects);
    } else {
      failed = true;
      leave(totals, file, { text: file.content.text, left: file.findings, hidden: [] }, options.projects);
    }
  }
  surroundings.err(`${diff ? 'Would fix' : 'Fixed'} ${summary(totals, unsafe)}\n`);
  for (const sentence of leftOut.sentences(options.limits)) surroundings.err(`${sentence}\n`);
  if (tellFailures(leftOut, surroundings) || failed) return exitCodes.failure;
  return totals.left.length + totals.hidden.length > 0 ? exitCodes.findings : exitCodes.clean;
}

function leave(
  totals: Totals,
  file: CheckedFile,
  { text, left, hidden }: Omit<FixedText, 'fixed'>,
  projects: ProjectFiles,
): void {
  totals.left.push(...left);
  totals.hidden.push(...hidden.map(({ message }) => `${file.path}: ${message}`));
  totals.known += numberKnown(projects, file, text, left);
}

function fixedText({ document, options }: CheckedFile, choice: FixChoice): FixedText | undefined {
  try {
    return fixAll(document, options, choice);
  } catch {
    return undefined;
  }
}

async function show({ path, content }: CheckedFile, text: string, { files, out }: Surroundings): Promise<boolean> {
  out(patch(files, path, content.text, text), content.encoding);
  return true;
}

async function write({ path, content }: CheckedFile, text: string, { files, err }: Surroundings): Promise<boolean> {
  try {
    await files.write(path, { ...content, text });
    return true;
  } catch (error) {
    err(`mender-lint: cannot write ${path}: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}\n`);
    return false;
  }
}

function summary({ fixed, files, left, known, hidden }: Totals, unsafe: boolean): string {
  const done = `${count(fixed, 'finding')} in ${count(files, 'file')}`;
  const number = left.length + hidden.length;
  if (number === 0) return `${done}.`;
  const isOffered = !unsafe && left.some(({ fixes }) => fixes.length > 0);
  return [
    `${done}; ${count(number, 'finding')} left:`,
    ...leftParts(left).map(part => `    ${part}`),
    ...hiddenLines(hidden),
    ...(left.length > 0
      ? [
          `${isOffered ? '`--unsafe` applies the first suggestion of what is to review. ' : ''}${whereShown(left.length, known)}`,
        ]
      : []),
  ].join('\n');
}

function hiddenLines(hidden: readonly string[]): string[] {
  const part = hiddenPart(hidden);
  return part === undefined ? [] : [`    ${part}:`, ...hidden.map(line => `        ${line}`)];
}

function whereShown(left: number, known: number): string {
  if (known === 0) return `\`mender-lint check\` shows ${left === 1 ? 'it' : 'them'}.`;
  return known === left
    ? 'The baseline knows all of it: `mender-lint check` shows nothing.'
    : `The baseline knows ${known} of them: \`mender-lint check\` shows the others.`;
}
