/** `mender-lint fix`: writes the fixes, or shows them as a unified diff. */
import type { Finding } from '../findings/finding.ts';
import { type FixChoice, type FixedText, fixAll } from '../findings/fix-all.ts';
import { leftPart, leftParts } from '../findings/left.ts';
import type { CheckedFile } from '../workspace/check-file.ts';
import { LeftOut, notIncludedSentence } from '../workspace/left-out.ts';
import type { ProjectFiles } from '../workspace/project-files.ts';
import { numberKnown } from './baselines.ts';
import { tellFailures } from './failures.ts';
import { count } from './human-report.ts';
import { NamedPlaces } from './named-places.ts';
import { patch } from './patch.ts';
import { tellProblems } from './projects.ts';
import { absolute, scan } from './scan.ts';
import { type EmptyOptions, given, type ReleaseOptions, type SelectionOptions, scanOptions } from './scan-options.ts';
import { type ExitCode, exitCodes, type Surroundings } from './streams.ts';
import { writeFile } from './write-file.ts';

export interface FixCommandOptions extends SelectionOptions, ReleaseOptions, EmptyOptions {
  readonly diff: boolean;
  readonly unsafe: boolean;
  /** Out of what was named. */
  readonly followLinks: boolean;
}

/** What became of a text that has fixes. */
type Outcome = 'changed' | 'unwritten' | 'outside';

interface Totals {
  fixed: number;
  files: number;
  readonly left: Finding[];
  /** Findings of files that could not be written. */
  readonly unwritten: Finding[];
  /** Findings of files that nobody has named. */
  readonly outside: Finding[];
  /** Of all these, those that a baseline knows. */
  known: number;
}

export async function fixCommand(
  paths: readonly string[],
  { target, from, diff, unsafe, followLinks, allowEmpty = false, ...selection }: FixCommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const leftOut = new LeftOut();
  const options = scanOptions(selection, given({ target, from }), surroundings);
  const choice = { unsafe, rules: options.rules };
  const totals: Totals = { fixed: 0, files: 0, left: [], unwritten: [], outside: [], known: 0 };
  const change = diff ? show : write;
  const absolutePaths = paths.map(path => absolute(surroundings.cwd, path));
  const named = followLinks ? undefined : new NamedPlaces(surroundings.files, absolutePaths);
  const scanned = await scan(paths, { ...options, archives: undefined }, leftOut, surroundings);
  // What is written must not depend on options that are not understood.
  if (tellProblems(options.projects, surroundings)) return exitCodes.failure;
  for (const file of scanned.files) {
    if (file.findings.length === 0) continue;
    if (file.isLink) {
      leaveWhole(totals.left, totals, file, options.projects);
      continue;
    }
    const fixed = fixedText(file, choice);
    if (!fixed) leftOut.note(file.path, 'broken');
    else if (fixed.text === file.content.text) leave(totals, file, fixed, options.projects);
    else {
      const outcome = await change(file, fixed.text, named, surroundings);
      if (outcome === 'changed') {
        totals.fixed += fixed.fixed;
        totals.files++;
        leave(totals, file, fixed, options.projects);
      } else leaveWhole(totals[outcome], totals, file, options.projects);
    }
  }
  surroundings.err(`${diff ? 'Would fix' : 'Fixed'} ${summary(totals, unsafe)}\n`);
  for (const sentence of leftOut.sentences(options.limits)) surroundings.err(`${sentence}\n`);
  const others = notIncludedSentence(leftOut.notIncluded);
  if (others !== undefined) surroundings.err(`${others}\n`);
  const failed = tellFailures(scanned, leftOut, { limits: options.limits, allowEmpty }, surroundings);
  if (failed || totals.unwritten.length > 0) return exitCodes.failure;
  return numberLeft(totals) > 0 ? exitCodes.findings : exitCodes.clean;
}

function numberLeft({ left, unwritten, outside }: Totals): number {
  return left.length + unwritten.length + outside.length;
}

function leave(
  totals: Totals,
  file: CheckedFile,
  { text, left }: Omit<FixedText, 'fixed'>,
  projects: ProjectFiles,
): void {
  totals.left.push(...left);
  totals.known += numberKnown(projects, file, text, left);
}

/** A file that is as it was. */
function leaveWhole(list: Finding[], totals: Totals, file: CheckedFile, projects: ProjectFiles): void {
  list.push(...file.findings);
  totals.known += numberKnown(projects, file, file.content.text, file.findings);
}

function fixedText({ document, options }: CheckedFile, choice: FixChoice): FixedText | undefined {
  try {
    return fixAll(document, options, choice);
  } catch {
    return undefined;
  }
}

type Change = (
  file: CheckedFile,
  text: string,
  named: NamedPlaces | undefined,
  surroundings: Surroundings,
) => Promise<Outcome>;

const show: Change = async (file, text, named, surroundings) => {
  const { path, content } = file;
  if (isOutside(file, named, surroundings)) return 'outside';
  surroundings.out(patch(surroundings, path, content.text, text), content.encoding);
  return 'changed';
};

const write: Change = async (file, text, named, surroundings) => {
  const { path, document, content } = file;
  if (isOutside(file, named, surroundings)) return 'outside';
  const realPath = surroundings.files.realPath(document.path);
  const isWritten = await writeFile({ path, realPath, before: content }, { ...content, text }, surroundings);
  return isWritten ? 'changed' : 'unwritten';
};

function isOutside({ path, document }: CheckedFile, named: NamedPlaces | undefined, { files, err }: Surroundings) {
  const realPath = files.realPath(document.path);
  if (!named || realPath === undefined || named.holds(realPath)) return false;
  err(`mender-lint: ${path} is left as it was: a link leads to it, out of what was named; see --follow-links\n`);
  return true;
}

const advice = '`--unsafe` applies the first suggestion of what is to review. ';

function summary(totals: Totals, unsafe: boolean): string {
  const { fixed, files, left, unwritten, outside, known } = totals;
  const done = `${count(fixed, 'finding')} in ${count(files, 'file')}`;
  const number = numberLeft(totals);
  if (number === 0) return `${done}.`;
  const isOffered = !unsafe && left.some(({ fixes }) => fixes.length > 0);
  const parts = [
    ...leftParts(left),
    ...leftPart(unwritten, 'not written'),
    ...leftPart(outside, 'out of what was named'),
  ];
  return [
    `${done}; ${count(number, 'finding')} left:`,
    ...parts.map(part => `    ${part}`),
    `${isOffered ? advice : ''}${whereShown(number, known)}`,
  ].join('\n');
}

function whereShown(left: number, known: number): string {
  if (known === 0) return `\`mender-lint check\` shows ${left === 1 ? 'it' : 'them'}.`;
  return known === left
    ? 'The baseline knows all of it: `mender-lint check` shows nothing.'
    : `The baseline knows ${known} of them: \`mender-lint check\` shows the others.`;
}
