/** Names of variables and tasks with overrides as BitBake read them before `:` took the place of `_`. */
import type { Range } from '../text/fragment.ts';

export interface OldSyntax {
  /** `_append`, or `_pn-mender`: offsets of the name. */
  readonly range: Range;
  /** BitBake refuses what changes a value; an override is silently part of the name. */
  readonly kind: 'operation' | 'override';
  /** Each `_` that is to be `:`. */
  readonly separators: readonly Range[];
}

const operation = /_(?:append|prepend|remove)(?=$|[_:])/;

/** Recipes and features of Mender: other names in lower case may be part of the variable, as in `PREFERRED_VERSION_mender`. */
const override =
  /_(?:pn-mender[\w-]*|mender-(?:auth-install|update-install|client-install|grub|uboot|ubi|systemd|image(?:-\w+)?|bios|growfs-data|partuuid|persist-systemd-machine-id|testing-enabled))(?=$|[_:])/;

export function oldSyntaxOf(name: string): OldSyntax | undefined {
  const changed = operation.exec(name);
  const found = changed ?? (name.startsWith('PREFERRED_') ? null : override.exec(name));
  if (!found) return undefined;
  const { index } = found;
  const range = { start: index, end: index + found[0].length };
  return { range, kind: changed ? 'operation' : 'override', separators: separatorsOf(name, index) };
}

/** What follows an operation are overrides; before it only those that are plainly none of the variable's own name. */
function separatorsOf(name: string, at: number): readonly Range[] {
  const before = [...name.slice(0, at).matchAll(/_(?=\$\{PN\}|pn-)/g)].map(({ index }) => index);
  const behind = [...name.slice(at).matchAll(/_/g)].map(({ index }) => at + index);
  return [...before, ...behind].map(start => ({ start, end: start + 1 }));
}
