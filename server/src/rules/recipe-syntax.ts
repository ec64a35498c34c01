/** Names of variables and tasks with overrides as BitBake read them before `:` replaced `_`. */
import { overrides } from '../mender/recipe-names.ts';
import type { Range } from '../text/fragment.ts';

export interface OldSyntax {
  /** `_append`, or `_pn-mender`: offsets in the name. */
  readonly range: Range;
  /** BitBake refuses old operations; an old override silently becomes part of the name. */
  readonly kind: 'operation' | 'override';
  /** Each `_` that must become `:`. */
  readonly separators: readonly Range[];
}

const operation = /_(?:append|prepend|remove)(?=$|[_:])/;

export function oldSyntaxOf(name: string): OldSyntax | undefined {
  const changed = operation.exec(name);
  const found = changed ?? (name.startsWith('PREFERRED_') ? null : overrides.exec(name));
  if (!found) return undefined;
  const { index } = found;
  const range = { start: index, end: index + found[0].length };
  return { range, kind: changed ? 'operation' : 'override', separators: separatorsOf(name, index) };
}

/**
 * Words after an operation are overrides; before it only those that are plainly not part of the variable's own name.
 */
function separatorsOf(name: string, at: number): readonly Range[] {
  const before = [...name.slice(0, at).matchAll(/_(?=\$\{PN\}|pn-)/g)].map(({ index }) => index);
  const after = [...name.slice(at).matchAll(/_/g)].map(({ index }) => at + index);
  return [...before, ...after].map(start => ({ start, end: start + 1 }));
}
