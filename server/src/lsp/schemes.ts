/** Which documents are checked at all, by their uri scheme. */

/** Views of other documents, and texts that are not files. */
const uncheckedSchemes = new Set([
  'git',
  'gitfs',
  'gitlens',
  'output',
  'debug',
  'vscode',
  'vscode-scm',
  'walkThrough',
  'search-editor',
  'comment',
  'review',
  'pr',
]);

export function isCheckedScheme(uri: string): boolean {
  return !uncheckedSchemes.has(uri.slice(0, Math.max(0, uri.indexOf(':'))));
}
