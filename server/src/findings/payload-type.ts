/**
 * Findings of an Artifact's `type-info`: it is checked as if a script created the Artifact for that type of payload.
 */

import { createDocument } from '../languages/document.ts';
import { parseJson } from '../languages/json/json.ts';
import { quoteWord } from '../languages/shell/shell-word.ts';
import { payloadTypeCall } from '../mender/tool-names.ts';
import { wholeText } from '../text/fragment.ts';
import { type CheckOptions, check, withoutBaseline } from './check.ts';
import type { Finding } from './finding.ts';

/** Findings are at the type's name, without fixes. */
export function checkPayloadType(path: string, text: string, options: CheckOptions): readonly Finding[] {
  const { root } = parseJson(wholeText(text));
  const value = root?.members.find(({ key }) => key === 'type')?.value;
  if (typeof value?.scalar !== 'string') return [];
  const command = `${payloadTypeCall} ${quoteWord(value.scalar)}`;
  const script = createDocument({ uri: path, path: 'artifact.sh', text: command });
  const { start, end } = value;
  return check(script, withoutBaseline(options)).map(finding => ({
    ...finding,
    range: { start, end },
    fixes: [],
    notes: [],
  }));
}
