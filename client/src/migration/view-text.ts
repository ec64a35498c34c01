/** The texts of the migration view. Pure. */
import type { Status } from '../../../server/src/lsp/messages.ts';
import { counted } from '../status-text.ts';
import { type Finding, todoNames, todos } from './finding.ts';
import type { Progress } from './progress.ts';
import { type Filter, folderOf, type Group, type Grouping, type Leaf, nameOf } from './tree.ts';

export const groupingNames: Readonly<Record<Grouping, string>> = {
  rule: 'Rule',
  folder: 'Folder',
  safety: 'Safe, to review, by hand',
};

export const filterNames: Readonly<Record<Filter, string>> = {
  all: 'All',
  safe: 'Safe: the fix keeps what the line does',
  review: 'To review: there is a fix that needs your eyes',
  'by-hand': 'By hand: there is no automatic fix',
};

/** Such as `12: 8 safe, 4 to review`. */
export function countsText(findings: readonly Finding[]): string {
  const parts = todos.flatMap(todo => {
    const number = findings.filter(finding => finding.todo === todo).length;
    return number > 0 ? [`${number.toLocaleString()} ${todoNames[todo]}`] : [];
  });
  return parts.length === 1 ? parts[0]! : `${findings.length.toLocaleString()}: ${parts.join(', ')}`;
}

export interface ItemText {
  readonly label: string;
  readonly description: string;
  /** Plain text: what is quoted from a file is not Markdown. */
  readonly tooltip: string;
  /** Read aloud. */
  readonly spoken: string;
}

export function groupText({ level, label, findings }: Group): ItemText {
  const counts = countsText(findings);
  const title = level === 'rule' ? findings[0]!.title : '';
  return {
    label,
    description: counts,
    tooltip: title === '' ? `${label}\n\n${counts}` : `${label}: ${title}\n\n${counts}`,
    spoken: `${label}${title === '' ? '' : `, ${plain(title)}`}, ${counts}`,
  };
}

export function leafText({ finding, parent }: Leaf): ItemText {
  const { path, range, message, todo, fix, rule } = finding;
  const line = range.start.line + 1;
  const isInFile = parent.level === 'file';
  const how = fix ?? 'There is no automatic fix.';
  const where = isInFile ? '' : folderOf(path);
  return {
    label: isInFile ? `${line}: ${plain(message)}` : `${nameOf(path)}:${line}`,
    description: [where, ...(parent.parent?.level === 'todo' ? [] : [todoNames[todo]])].filter(Boolean).join(' · '),
    tooltip: [`${path}:${line}`, message, how, rule].join('\n\n'),
    spoken: `${nameOf(path)} line ${line}, ${todoNames[todo]}: ${plain(message)}`,
  };
}

/** Next to the title of the view. */
export function descriptionText(progress: Progress | undefined, filter: Filter): string {
  const done =
    progress && progress.total > 0
      ? [`${(progress.total - progress.left).toLocaleString()} of ${progress.total.toLocaleString()} done`]
      : [];
  return [...done, ...(filter === 'all' ? [] : [`only ${todoNames[filter]}`])].join(' · ');
}

/** Shown in place of an empty tree. */
export function emptyText(kind: Status['kind'], left: number): string {
  if (left > 0) return `${counted(left, 'finding')} ${left === 1 ? 'is' : 'are'} left that the filter hides.`;
  if (kind === 'checking') return 'The workspace is being checked...';
  if (kind === 'off') return 'Only open files are checked. Nothing is left to migrate in them.';
  if (kind === 'cancelled') return 'The check of the workspace was cancelled: what is left is not known.';
  return 'Nothing is left to migrate.';
}

function plain(text: string): string {
  return text.replaceAll('`', '');
}
