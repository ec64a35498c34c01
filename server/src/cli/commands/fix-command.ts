/** `mender-lint fix`: writes the fixes, or shows them as a unified diff. */

import type { Finding } from '../../findings/finding.ts';
import { type FixChoice, type FixedText, fixAll } from '../../findings/fix-all.ts';
import { createDocument } from '../../languages/document.ts';
import { unknownIn } from '../../report/baselines.ts';
import { type Broken, brokenBy, type CheckedFile, type OnBroken } from '../../workspace/check-file.ts';
import { folderOf } from '../../workspace/paths.ts';
import type { ProjectFiles } from '../../workspace/project-files.ts';
import { notIncludedSentence, SkippedFiles } from '../../workspace/skipped-files.ts';
import { exitCodeOf, type FailOptions } from '../fail-on.ts';
import { printFailures } from '../failures.ts';
import { type FixedFile, fixLines } from '../formats/fix-report.ts';
import { type FixTotals, fixSummary } from '../formats/fix-summary.ts';
import { shownPatch } from '../formats/shown-patch.ts';
import { InOrder } from '../in-order.ts';
import { type InputOptions, inputOf, withInput } from '../input.ts';
import { NamedPlaces } from '../named-places.ts';
import { patch } from '../patch.ts';
import { printConfigurationErrors } from '../projects.ts';
import { say } from '../say.ts';
import { absolute, scan } from '../scan.ts';
import { type EmptyOptions, given, type ReleaseOptions, type SelectionOptions, scanOptions } from '../scan-options.ts';
import { type CliContext, type ExitCode, exitCodes } from '../streams.ts';
import { type ColorChoice, type ColorOptions, styleFor } from '../style.ts';
import { writeFile } from '../write-file.ts';

export interface FixCommandOptions
  extends SelectionOptions,
    ReleaseOptions,
    EmptyOptions,
    ColorOptions,
    FailOptions,
    InputOptions {
  readonly diff: boolean;
  readonly unsafe: boolean;
  /** Out of the paths that were named. */
  readonly followLinks: boolean;
  readonly quiet: boolean;
}

/** Files that are written at the same time. */
const AT_ONCE = 32;

/** The result for a text with fixes. */
type Outcome = 'changed' | 'unwritten' | 'outside';

interface Totals extends FixTotals {
  fixed: number;
  files: number;
  readonly left: Finding[];
  readonly unwritten: Finding[];
  readonly outside: Finding[];
  known: number;
  /** The results to print for each file. */
  readonly told: FixedFile[];
}

export async function fixCommand(
  asked: readonly string[],
  options: FixCommandOptions,
  context: CliContext,
): Promise<ExitCode> {
  const { diff, color } = options;
  const input = await inputOf(asked, options, context);
  const show = showing(color);
  if (!input) return fixPaths(asked, options, context, diff ? show : write);
  let piped = input.content;
  const pipe: Change = async ({ content }, text) => {
    piped = { ...content, text };
    return 'changed';
  };
  const code = await fixPaths([input.path], options, withInput(context, input), diff ? show : pipe);
  // The reader of the pipe gets the text, changed or not.
  if (!diff) context.out(piped.text, piped.encoding);
  return code;
}

async function fixPaths(
  paths: readonly string[],
  {
    target,
    from,
    yocto,
    diff,
    unsafe,
    followLinks,
    color,
    quiet,
    allowEmpty = false,
    failOn,
    exitZero,
    ...selection
  }: FixCommandOptions,
  context: CliContext,
  change: Change,
): Promise<ExitCode> {
  const leftOut = new SkippedFiles();
  const options = scanOptions(selection, given({ target, from, yocto }), context);
  const choice = { unsafe, rules: options.rules };
  const totals: Totals = { fixed: 0, files: 0, left: [], unwritten: [], outside: [], known: 0, told: [] };
  const absolutePaths = paths.map(path => absolute(context.cwd, path));
  const named = followLinks ? undefined : new NamedPlaces(context.files, absolutePaths);
  const scanned = await scan(paths, { ...options, archives: undefined }, leftOut, context);
  // The new text must not depend on invalid options.
  if (printConfigurationErrors(options.projects, context)) {
    say(context, 'Nothing is written: these options are not understood.');
    return exitCodes.failure;
  }
  const withFindings = scanned.files.filter(({ findings }) => findings.length > 0);
  if (change === write) removeStrays(withFindings, context);
  const inOrder = new InOrder<Outcome | undefined>(AT_ONCE);
  for (const file of withFindings) {
    const fixed = file.isLink ? undefined : fixedText(file, choice, options.onBroken);
    const isChanged = typeof fixed === 'object' && fixed.text !== file.content.text;
    const changing = isChanged ? change(file, fixed.text, named, context) : undefined;
    await inOrder.add(changing, outcome => {
      if (!fixed) leaveWhole(totals.left, totals, file, options.projects);
      else if (typeof fixed === 'string') leftOut.note(file.path, fixed);
      else if (!outcome || outcome === 'changed') leave(totals, file, fixed, options.projects);
      else leaveWhole(totals[outcome], totals, file, options.projects);
    });
  }
  await inOrder.end();
  const style = styleFor('err', color, context);
  const layout = { style, hasLines: context.terminals.err !== undefined, isDiff: diff };
  if (!quiet) for (const line of fixLines(totals.told, layout)) context.err(`${line}\n`);
  const [first = '', ...others] = fixSummary(totals, unsafe);
  context.err(`${style.bold(`${diff ? 'Would fix' : 'Fixed'} ${first}`)}\n`);
  for (const line of others) context.err(`${line}\n`);
  for (const sentence of leftOut.sentences(options.limits)) say(context, sentence);
  const notIncluded = notIncludedSentence(leftOut.notIncluded);
  if (notIncluded !== undefined) say(context, notIncluded);
  const failed = printFailures(scanned, leftOut, { limits: options.limits, allowEmpty }, context);
  if (failed || totals.unwritten.length > 0) return exitCodes.failure;
  // A user who asks what would change must learn from the exit code that something would.
  if (diff && totals.files > 0 && !exitZero) return exitCodes.findings;
  return exitCodeOf([...totals.left, ...totals.unwritten, ...totals.outside], { failOn, exitZero });
}

/** A temporary file of a killed run is next to a file that it has not fixed. */
function removeStrays(checked: readonly CheckedFile[], { files }: CliContext): void {
  const folders = checked.map(({ document }) => folderOf(files.realPath(document.path) ?? document.path));
  for (const folder of new Set(folders)) files.removeStrays(folder);
}

function leave(
  totals: Totals,
  file: CheckedFile,
  { text, fixed, left, made }: FixedText,
  projects: ProjectFiles,
): void {
  totals.fixed += fixed;
  if (fixed > 0) totals.files++;
  totals.left.push(...left);
  const { uri, path } = file.document;
  tell(totals, { ...file, document: createDocument({ uri, path, text }), findings: left, made, fixed }, projects);
}

/** Notes a file that was not changed. */
function leaveWhole(list: Finding[], totals: Totals, file: CheckedFile, projects: ProjectFiles): void {
  list.push(...file.findings);
  tell(totals, { ...file, made: [], fixed: 0 }, projects);
}

function tell(totals: Totals, file: FixedFile, projects: ProjectFiles): void {
  const findings = unknownIn(projects, file.document, file.findings);
  totals.known += file.findings.length - findings.length;
  totals.told.push({ ...file, findings });
}

function fixedText(
  { path, document, options }: CheckedFile,
  choice: FixChoice,
  onBroken: OnBroken | undefined,
): FixedText | Broken {
  try {
    return fixAll(document, options, choice);
  } catch (error) {
    return brokenBy(error, path, { document, options }, onBroken);
  }
}

type Change = (
  file: CheckedFile,
  text: string,
  named: NamedPlaces | undefined,
  context: CliContext,
) => Promise<Outcome>;

function showing(color: ColorChoice): Change {
  return async (file, text, named, context) => {
    const { path, content } = file;
    if (isOutside(file, named, context)) return 'outside';
    const changes = patch(context, path, content.text, text);
    // Not on a terminal: it is applied, byte by byte.
    if (context.terminals.out) context.out(shownPatch(changes, file.document, styleFor('out', color, context)));
    else context.out(changes, content.encoding);
    return 'changed';
  };
}

const write: Change = async (file, text, named, context) => {
  const { path, document, content } = file;
  if (isOutside(file, named, context)) return 'outside';
  const realPath = context.files.realPath(document.path);
  const isWritten = await writeFile({ path, realPath, before: content }, { ...content, text }, context);
  return isWritten ? 'changed' : 'unwritten';
};

function isOutside({ path, document }: CheckedFile, named: NamedPlaces | undefined, context: CliContext) {
  const realPath = context.files.realPath(document.path);
  if (!named || realPath === undefined || named.holds(realPath)) return false;
  say(context, `mender-lint: ${path} is left as it was: a link leads to it, out of what was named; see --follow-links`);
  return true;
}
