/** What the editor tells of files that have come, gone or changed, and how much of the workspace that concerns. */
import { BASELINE_FILE } from '../options/baseline-file.ts';
import { PROJECT_FILE } from '../options/project-file.ts';

export interface Change {
  readonly path: string;
}

/** The folder to be looked at as a whole, since what is left out of it may have changed; undefined when only the file concerned has. */
export function whatToScan(path: string): string | undefined {
  const rule = decidingFiles.find(({ end }) => path.endsWith(end));
  return rule && path.slice(0, -rule.end.length);
}

/** Files that decide about others, as `tree.ts` and those beside it read them. */
const decidingFiles = [
  { end: '/.gitignore' },
  { end: '/.ignore' },
  { end: `/${PROJECT_FILE}` },
  { end: `/${BASELINE_FILE}` },
  { end: '/.git/info/exclude' },
  { end: '/conf/bblayers.conf' },
  { end: '/abi_version' },
  { end: '/saved_tmpdir' },
  { end: '/mender-convert' },
];
