/** The state of the workspace as a whole, and why a file of it is checked or not. */
import { defaultOptions } from '../../options/options.ts';
import { type FileSystem, joined } from '../../workspace/file-system.ts';
import { allNotIncluded, type NotIncluded, SkippedFiles } from '../../workspace/skipped-files.ts';
import { type Why, whyChecked } from '../../workspace/why.ts';
import { whyYocto } from '../../workspace/why-yocto.ts';
import type { Session } from '../session.ts';
import { isOn, type OpenRoot } from './open-roots.ts';
import type { WorkspaceFindings } from './workspace-findings.ts';
import type { WorkspaceState } from './workspace-listener.ts';

export function workspaceState(
  { projects, troubles }: Session,
  roots: readonly OpenRoot[],
  { kind, progress, findings }: Pick<WorkspaceState, 'kind' | 'progress'> & { readonly findings: WorkspaceFindings },
): WorkspaceState {
  const leftOut = new SkippedFiles();
  let limits = defaultOptions.limits;
  const sentences: string[] = [];
  const notIncluded: NotIncluded[] = [];
  for (const root of roots) {
    limits = root.options.limits;
    sentences.push(...root.leftOut.sentences(limits));
    notIncluded.push(root.leftOut.notIncluded);
  }
  findings.addHidden(leftOut);
  const targets = roots.map(({ path, options }) => projects.optionsFor(joined(path, 'file'), options).target);
  return {
    kind,
    progress,
    ...findings.count(),
    targets: [...new Set(targets)].sort(),
    leftOut: [...sentences, ...leftOut.sentences(limits), ...troubles.all()],
    notIncluded: allNotIncluded(notIncluded),
  };
}

export function whyInWorkspace(
  projects: Session['projects'],
  files: FileSystem,
  opened: OpenRoot | undefined,
  path: string,
): Why {
  if (opened && !isOn(opened.options)) return { checked: false, why: 'in a folder for which checking is switched off' };
  const options = opened?.options ?? defaultOptions;
  const { limits, include } = options;
  const yocto = whyYocto(projects, path, options);
  return whyChecked(files, opened?.root, path, { limit: limits.fileSize, include, yocto });
}
