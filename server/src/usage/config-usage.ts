/** What a configuration of the client uses: its keys, by their path from the root. */

import { type JsonValue, parseJson } from '../languages/json/json.ts';
import { untemplatedJson } from '../languages/json/json-template.ts';
import type { Fragment } from '../text/fragment.ts';
import { DEEPEST_MEMBER } from '../text/limits.ts';
import type { BranchContext } from './branch-context.ts';
import type { ConfigEntry, Usage } from './usage.ts';

/**
 * Text that some program replaces before the file is JSON: `@@VAR@@`, `${VAR}`, `{{ x }}`, `{% x %}`, `<% x %>`,
 * `%(x)s`.
 */
const templateMark = /@[A-Z_][A-Z0-9_]*@|\$\{?[A-Za-z_]\w*|\{\{|\{%|<%|%\(\w+\)s|<[A-Z_]{3,}>/;

/** A name in place of a value, for a script that edits the file. */
const nameAsValue = /[:[,]\s*[A-Z][A-Z\d]*(?:_[A-Z\d]+)+\s*(?=[,\]}\n])/;

/** Which part of a file the text is. */
interface Extent {
  /** Other parts of the text may be written elsewhere, so a missing key proves nothing. */
  readonly part?: boolean;
  /** It is inserted into an existing file. */
  readonly piece?: boolean;
  /** Whose configuration it is. */
  readonly of?: 'client' | 'connect';
  /** Where the text was just changed. */
  readonly editedAt?: number | undefined;
}

export function configUsages(
  source: Fragment,
  branchContext?: BranchContext,
  { part = false, piece = false, of = 'client', editedAt }: Extent = {},
): Usage[] {
  const tree = parseJson(untemplatedJson(source), editedAt);
  const entries: ConfigEntry[] = [];
  const visit = (parent: JsonValue, path: readonly string[]): void => {
    if (path.length > DEEPEST_MEMBER) return;
    for (const member of parent.members) {
      const inner = [...path, member.key];
      const { value } = member;
      const isText = typeof value?.scalar === 'string';
      const placeholder = isText && templateMark.test(source.text.slice(value.start, value.end));
      entries.push({ path: inner, member, parent, placeholder });
      if (value) visit(value, inner);
    }
    for (const item of parent.items) visit(item, path);
  };
  if (tree.root) visit(tree.root, []);
  // An open string is matched with the rest of its line, and is not a string.
  const outsideStrings = source.text.replace(/"(?:[^"\\\n]|\\.)*("?)/g, (found, end) => (end === '' ? found : '""'));
  const template =
    templateMark.test(outsideStrings) || nameAsValue.test(outsideStrings) || (part && tree.problems.length > 0);
  return [{ kind: 'config', of, tree, entries, template, piece, branchContext }];
}
