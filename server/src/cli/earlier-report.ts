/** An earlier report of a migration, read from its JSON, and what has changed since then. */
import { apartFromFile } from '../report/fingerprints.ts';
import { REPORT_KIND } from '../report/migration-json.ts';
import type { Asked, Earlier, OpenFinding, SinceEarlier } from '../report/migration-report.ts';
import type { Ownership } from '../report/ownership.ts';
import type { ReportNames } from '../report/report-names.ts';
import { nameOf } from '../workspace/paths.ts';
import { readText } from './read-text.ts';
import type { CliContext } from './streams.ts';

export interface EarlierReport {
  readonly file: string;
  readonly asked: Asked;
  readonly isComplete: boolean;
  readonly findings: readonly Earlier[];
}

/** Throws when the file cannot be read, or is something else. */
export function readEarlier(file: string, context: CliContext): EarlierReport {
  const report = parsed(readText(file, context));
  if (!report) throw new Error(`${file} is no report that \`mender-lint report --format json\` has written`);
  return { file, ...report };
}

function parsed(text: string): Omit<EarlierReport, 'file'> | undefined {
  const { report, formatVersion, asked, complete, findings } = membersOf(json(text));
  if (report !== REPORT_KIND.report || formatVersion !== REPORT_KIND.formatVersion) return undefined;
  if (typeof complete !== 'boolean' || !Array.isArray(findings)) return undefined;
  const all = findings.map(earlierFinding);
  return all.every(finding => finding !== undefined)
    ? { asked: membersOf(asked) as Asked, isComplete: complete, findings: all }
    : undefined;
}

function earlierFinding(value: unknown): Earlier | undefined {
  const { fingerprint, path, archive, rule, message } = membersOf(value);
  const isMeant = isText(fingerprint) && isText(path) && isText(rule) && isText(message);
  if (!isMeant || (archive !== undefined && !(isText(archive) && path.startsWith(archive)))) return undefined;
  return { fingerprint, path, archive, rule, message };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

interface Now {
  readonly open: readonly OpenFinding[];
  readonly asked: Asked;
  /** Whether a rule was checked in the document at an absolute path. */
  readonly wasLookedFor: (path: string, rule: string) => boolean;
  readonly names: ReportNames;
  readonly ownership: Ownership;
}

export function changesSince(
  earlier: EarlierReport,
  { open, asked, wasLookedFor, names, ownership }: Now,
): SinceEarlier {
  const known = new Set(earlier.findings.map(({ fingerprint }) => fingerprint));
  const here = new Set(open.map(({ fingerprint }) => fingerprint));
  const absent = earlier.findings.filter(({ fingerprint }) => !here.has(fingerprint));
  const lookedFor = absent.filter(finding => wasLookedFor(names.documentOf(finding), finding.rule));
  const unknown = open.filter(({ fingerprint }) => !known.has(fingerprint));
  const renamed = renamedIn(
    lookedFor.filter(finding => !names.isOnDisk(finding)),
    unknown,
  );
  const gone = lookedFor.filter(({ fingerprint }) => !renamed.has(fingerprint));
  const added = unknown.filter(({ fingerprint }) => !renamed.has(fingerprint));
  return {
    file: earlier.file,
    gone: gone.map(finding => ({ ...finding, owners: ownership.ownersOf(names.onDisk(finding)) })),
    added,
    kept: open.length - added.length,
    unseen: absent.length - lookedFor.length,
    otherOptions: Object.keys(asked).filter(
      name => JSON.stringify(earlier.asked[name]) !== JSON.stringify(asked[name]),
    ),
    wasComplete: earlier.isComplete,
  };
}

/**
 * Fingerprints, before and now, of findings whose file was renamed: the old file is gone, and its findings are new in
 * only one place; with several places, in the file with the same base name.
 */
function renamedIn(before: readonly Earlier[], now: readonly OpenFinding[]): ReadonlySet<string> {
  const renamed = new Set<string>();
  for (const keyOf of [lineAndName, lineOf]) {
    const left = (findings: readonly Earlier[]) => findings.filter(({ fingerprint }) => !renamed.has(fingerprint));
    const places = onlyOnes(left(now), keyOf);
    for (const [key, { fingerprint }] of onlyOnes(left(before), keyOf)) {
      const place = places.get(key);
      if (place) renamed.add(fingerprint).add(place.fingerprint);
    }
  }
  return renamed;
}

function lineOf({ fingerprint }: Earlier): string {
  return apartFromFile(fingerprint);
}

function lineAndName(finding: Earlier): string {
  return `${lineOf(finding)} ${nameOf(finding.path)}`;
}

function onlyOnes(findings: readonly Earlier[], keyOf: (finding: Earlier) => string): ReadonlyMap<string, Earlier> {
  const times = new Map<string, number>();
  for (const key of findings.map(keyOf)) times.set(key, (times.get(key) ?? 0) + 1);
  return new Map(
    findings.flatMap(finding => (times.get(keyOf(finding)) === 1 ? [[keyOf(finding), finding] as const] : [])),
  );
}
