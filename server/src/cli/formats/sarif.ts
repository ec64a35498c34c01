/** Findings as SARIF 2.1.0, which code hosts show next to the lines and recognise in the next run. */
import type { Location, Log, Notification, PhysicalLocation, Region, Result, Fix as SarifFix } from 'sarif';
import type { Finding } from '../../findings/finding.ts';
import type { Fix } from '../../fixes/fix.ts';
import type { Document } from '../../languages/document.ts';
import { fingerprintsOf } from '../../report/fingerprints.ts';
import { jsonText } from '../../report/json-text.ts';
import { placeOf } from '../../report/place.ts';
import type { Range } from '../../text/fragment.ts';
import { version } from '../../version.ts';
import type { Report } from '../report.ts';
import { movesSecret } from '../secrets.ts';
import { artifactLocation, ROOT } from './artifact-location.ts';
import { descriptorOf, levelOf } from './sarif-rules.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const HOME = 'https://github.com/mender-lint/mender-lint';

export function sarifReport(report: Report): string {
  const { files, notChecked, target } = report;
  const definitions = [
    ...new Map(files.flatMap(({ findings }) => findings.map(({ rule, definition }) => [rule, definition]))).values(),
  ];
  const indexes = new Map(definitions.map(({ id }, index) => [id, index]));
  const failures = notChecked.filter(({ fails }) => fails);
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Mender Lint',
            semanticVersion: version,
            informationUri: HOME,
            rules: definitions.map(definition => descriptorOf(definition, target)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            ...(failures.length > 0
              ? { toolExecutionNotifications: failures.map(each => notification(each, report)) }
              : {}),
          },
        ],
        results: files.flatMap(file => resultsOf(file, indexes, report)),
      },
    ],
  };
  return `${jsonText(log, 2)}\n`;
}

function resultsOf(
  file: Report['files'][number],
  indexes: ReadonlyMap<string, number>,
  { nameOf }: Report,
): readonly Result[] {
  const path = nameOf(file.path);
  const { document, findings } = file;
  const fingerprints = fingerprintsOf(file, path);
  return findings.map((finding, index) => ({
    ruleId: finding.rule,
    ruleIndex: indexes.get(finding.rule)!,
    level: levelOf(finding.severity),
    message: { text: plainText(finding.message) },
    locations: [{ physicalLocation: placeIn(path, document, finding.range) }],
    ...relatedTo(path, document, finding),
    partialFingerprints: { 'menderLint/v1': fingerprints[index]! },
    ...fixesOf(path, document, finding),
  }));
}

function relatedTo(path: string, document: Document, { notes }: Finding): { relatedLocations?: Location[] } {
  if (notes.length === 0) return {};
  return {
    relatedLocations: notes.map(({ message, range }, index) => ({
      id: index + 1,
      message: { text: plainText(message) },
      physicalLocation: placeIn(path, document, range),
    })),
  };
}

function fixesOf(path: string, document: Document, finding: Finding): { fixes?: SarifFix[] } {
  const fixes = finding.fixes.filter(fix => !movesSecret(fix));
  return fixes.length > 0 ? { fixes: fixes.map(fix => fixIn(path, document, fix)) } : {};
}

function fixIn(path: string, document: Document, { title, edits }: Fix): SarifFix {
  return {
    description: { text: plainText(title) },
    artifactChanges: [
      {
        artifactLocation: artifactLocation(path),
        replacements: edits.map(edit => ({
          deletedRegion: regionOf(document, edit),
          ...(edit.newText === '' ? {} : { insertedContent: { text: edit.newText } }),
        })),
      },
    ],
  };
}

function notification({ path, why }: Report['notChecked'][number], { nameOf }: Report): Notification {
  return {
    level: 'error',
    message: { text: plainText(`Not checked: ${why}`) },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(nameOf(path)) } }],
  };
}

function placeIn(path: string, document: Document, range: Range): PhysicalLocation {
  return { artifactLocation: artifactLocation(path), region: regionOf(document, range) };
}

function regionOf(document: Document, range: Range): Region {
  const { start, end } = placeOf(document, range);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** Escapes brackets that would be a link (3.11.6). */
function plainText(text: string): string {
  return text.replace(/[[\]](?=[^[\]]*\]?\()/g, '\\$&');
}
