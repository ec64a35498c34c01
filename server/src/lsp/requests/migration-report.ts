/**
 * `menderLint/migrationReport`: the progress of the migration of the workspace, as `mender-lint report` writes it. The
 * text in an editor counts, not the one on disk. Findings in a baseline are included.
 */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { type CheckOptions, check, withoutBaseline } from '../../findings/check.ts';
import { isIncluded } from '../../languages/classify.ts';
import type { Options } from '../../options/options.ts';
import type { Covered, FileWithFindings } from '../../report/baselines.ts';
import { listedOf } from '../../report/listed.ts';
import { formatMigration, isMigrationFormat } from '../../report/migration-formats.ts';
import type { MigrationReport } from '../../report/migration-report.ts';
import type { NamedNotChecked } from '../../report/not-checked.ts';
import { ReportReader } from '../../report/report-reader.ts';
import { scopeSentences } from '../../report/scope-sentences.ts';
import { covering } from '../../workspace/covering.ts';
import { type FileSystem, joined } from '../../workspace/file-system.ts';
import { commonFolder } from '../../workspace/paths.ts';
import { SkippedFiles } from '../../workspace/skipped-files.ts';
import { whyRootLeftOut } from '../../workspace/tree.ts';
import { MIGRATION_REPORT, type MigrationReportParams } from '../messages.ts';
import { isCheckedScheme } from '../schemes.ts';
import { optionsOf, type Session } from '../session.ts';
import { filePathOf } from '../uris.ts';
import type { OpenRoot } from '../workspace/open-roots.ts';
import type { Workspace } from '../workspace/workspace.ts';

interface Gathered {
  readonly files: FileWithFindings[];
  readonly leftOut: SkippedFiles;
  readonly counts: { checked: number; skipped: number };
  /** Paths of files whose texts are in an editor. */
  readonly open: Set<string>;
}

export function serveMigrationReport(session: Session, workspace: Workspace, files: FileSystem): void {
  session.connection.onRequest(
    MIGRATION_REPORT,
    async ({ format }: MigrationReportParams, token: CancellationToken): Promise<string | null | ResponseError> => {
      if (!isMigrationFormat(format))
        return new ResponseError(LSPErrorCodes.RequestFailed, `there is no format ${format}`);
      const roots = workspace.roots();
      if (roots.length === 0) return null;
      const gathered = await gatherAll(session, workspace, token);
      if (token.isCancellationRequested)
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled by the client');
      return formatMigration(format, reportOf(session, files, roots, gathered));
    },
  );
}

async function gatherAll(session: Session, workspace: Workspace, token: CancellationToken): Promise<Gathered> {
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  const files: FileWithFindings[] = [];
  const leftOut = new SkippedFiles();
  const progress = { total: 0, done: 0, checked: 0, skipped: 0 };
  await workspace.gather(undefined, {
    signal: stop.signal,
    isHeld: path => session.documents.at(path) !== undefined,
    noted: { leftOut, progress },
    take: file => files.push(file),
  });
  const open = new Set<string>();
  for (const document of session.documents.all()) {
    const path = filePathOf(document.uri);
    if (path === undefined || !workspace.isBelow(path, undefined) || !isCheckedScheme(document.uri)) continue;
    const options: CheckOptions & Options = withoutBaseline(await optionsOf(session, document));
    if (!options.enable) continue;
    open.add(path);
    if (document.kind && isIncluded(document.kind, options.include)) progress.checked++;
    files.push({ document: { ...document, path, lines: document.lines }, findings: check(document, options) });
  }
  return { files: files.sort(byPath), leftOut, counts: progress, open };
}

function byPath({ document: { path: a } }: FileWithFindings, { document: { path: b } }: FileWithFindings): number {
  return a < b ? -1 : 1;
}

function reportOf(
  { projects }: Session,
  files: FileSystem,
  roots: readonly OpenRoot[],
  { files: checked, leftOut, counts, open }: Gathered,
): MigrationReport {
  const [first] = roots;
  const { limits } = first!.options;
  const folders = roots.map(({ path }) => path);
  const reader = new ReportReader(files, commonFolder(folders));
  const openByFile = checked.map(file => reader.openIn(file));
  const covered = { files: checked, covers: coverage(files, roots, leftOut, checked, open) };
  const notChecked = roots.flatMap(root => rootNotChecked(root, reader));
  const releases = roots.map(({ path, options }) => projects.optionsFor(joined(path, 'any'), options));
  const targets = distinct(releases.map(({ target }) => target));
  const mistaken = projects.read().filter(({ problems }) => problems.length > 0);
  const { unreadOwners, ownersFrom } = reader;
  return {
    asked: askedFor(first!.options, folders, releases, reader),
    target: targets.join(' and '),
    counts: { checked: counts.checked, skipped: counts.skipped },
    open: openByFile.flat(),
    listed: listedOf(openByFile, limits),
    baseline: reader.sinceBaseline(covered, { projects, rules: undefined }, folders),
    since: undefined,
    ownersFrom,
    remarks: [
      ...distinct(releases.flatMap(({ from = 'any' }) => scopeSentences({ ...nothing, from }))),
      ...scopeSentences({ ...nothing, leftOut: leftOut.sentences(limits), notIncluded: leftOut.notIncluded }),
      ...mistaken.map(({ path }) => `There are mistakes in \`${reader.names.nameOf(path)}\`.`),
      ...reader.ownerRemarks(),
    ],
    notChecked,
    isComplete: notChecked.length + mistaken.length + unreadOwners.length === 0 && leftOut.isNothingUnknown(limits),
  };
}

const nothing = {
  from: 'any',
  changedIn: undefined,
  baseline: { known: 0, prunable: 0 },
  leftOut: [],
  notIncluded: {},
} as const;

function distinct<Value extends string>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

function rootNotChecked(opened: OpenRoot, { names }: ReportReader): readonly NamedNotChecked[] {
  const why = opened.options.enable ? whyRootLeftOut(opened.root) : 'a folder for which checking is switched off';
  return why === undefined ? [] : [{ path: names.nameOf(opened.path), kind: 'excluded', why, fails: true }];
}

function coverage(
  files: FileSystem,
  roots: readonly OpenRoot[],
  leftOut: SkippedFiles,
  checked: readonly FileWithFindings[],
  open: ReadonlySet<string>,
): Covered['covers'] {
  const seen = new Set([...open, ...checked.map(({ document }) => document.path)]);
  const parts = roots.flatMap(({ root, options: { enable, include } }) =>
    enable ? [covering(files, path => seen.has(path), [root], include, leftOut)] : [],
  );
  return path => parts.some(covers => covers(path));
}

/** The options of a command line in the folder that does the same. */
function askedFor(
  { include, exclude, useIgnoreFiles, yocto = [] }: Options,
  folders: readonly string[],
  releases: readonly CheckOptions[],
  { names }: ReportReader,
): MigrationReport['asked'] {
  const one = <Value>(values: readonly Value[]) => (values.length === 1 ? values[0]! : values);
  return {
    paths: folders.map(path => names.nameOf(path)).sort(),
    target: one(distinct(releases.map(({ target }) => target))),
    from: one(distinct(releases.map(({ from = 'any' }) => from))),
    yocto: yocto.length > 0 ? yocto : null,
    rule: null,
    include: include.length > 0 ? include : null,
    exclude: exclude.length > 0 ? exclude : null,
    ignore: useIgnoreFiles,
    archives: false,
    config: null,
    isolated: false,
  };
}
