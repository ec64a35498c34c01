/** Findings as JSON Lines: one object of the format `json` in each line. */

import { jsonText } from '../../report/json-text.ts';
import type { Report } from '../report.ts';
import { findingsAsJson } from './json.ts';

export function jsonlReport({ files }: Report): string {
  return findingsAsJson(files)
    .map(finding => `${jsonText(finding)}\n`)
    .join('');
}
