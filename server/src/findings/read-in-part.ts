/** Whether a document may contain uses that no rule can see: a template that gives no JSON as it is read. */
import type { Document } from '../languages/document.ts';
import { wholeText } from '../text/fragment.ts';
import { configUsages } from '../usage/config-usage.ts';

/** The reason, in words that follow "it is"; undefined for a document that is read as a whole. */
export function whyReadInPart({ kind, text }: Document): string | undefined {
  if (kind?.language !== 'json') return undefined;
  const isBroken = configUsages(wholeText(text)).some(
    usage => usage.kind === 'config' && usage.template && usage.tree.problems.some(({ kind }) => kind === 'syntax'),
  );
  return isBroken ? 'a template whose text is no JSON without what is put in' : undefined;
}
