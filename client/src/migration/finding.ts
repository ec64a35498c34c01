/** A finding in the migration view, by what can be done about it. */
import type { FileFindings, ListedFinding, Todo } from '../../../server/src/lsp/messages.ts';

export interface Finding extends ListedFinding {
  /** Unique among all shown findings. */
  readonly id: string;
  readonly uri: string;
  /** As the window shows it. */
  readonly path: string;
}

/** The order everywhere. */
export const todos: readonly Todo[] = ['safe', 'review', 'by-hand'];

export const todoNames: Readonly<Record<Todo, string>> = { safe: 'safe', review: 'to review', 'by-hand': 'by hand' };

export function findingsOf({ uri, findings }: FileFindings, path: string): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const { start, end } = finding.range;
    const place = `${uri}#${start.line}:${start.character}-${end.line}:${end.character} ${finding.rule}`;
    const number = seen.get(place) ?? 0;
    seen.set(place, number + 1);
    return { ...finding, uri, path, id: number === 0 ? place : `${place} ${number}` };
  });
}
