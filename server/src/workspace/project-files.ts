/** The options files of projects: the nearest one above a file holds for it. Each is read once, until something changes. */
import type { CheckOptions } from '../findings/check.ts';
import { type Override, type ParsedProject, PROJECT_FILE, parseProject } from '../options/project-file.ts';
import { below, type FileSystem, joined } from './file-system.ts';
import { matchingBelow } from './globs.ts';

export interface Project extends ParsedProject {
  /** Of the options file. */
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  /** Asked about paths relative to the folder. */
  readonly isExcluded: (relative: string) => boolean;
  readonly overrides: readonly (Override & { readonly concerns: (relative: string) => boolean })[];
}

const LARGEST = 1_000_000;

export class ProjectFiles {
  readonly #files: FileSystem;
  readonly #forced: Partial<CheckOptions>;
  readonly #onRead: (project: Project) => void;
  /** Whether nothing is looked for above it, by root. */
  readonly #roots = new Map<string, boolean>();
  #byFolder = new Map<string, Project | undefined>();
  /** Options are the same object as long as they are equal: what was found with them is still current then. */
  #resolved = new WeakMap<CheckOptions, Map<string, CheckOptions>>();

  /** `forced` wins over all that is written in files. */
  constructor(
    files: FileSystem,
    forced: Partial<CheckOptions> = {},
    onRead: (project: Project) => void = () => undefined,
  ) {
    this.#files = files;
    this.#forced = forced;
    this.#onRead = onRead;
  }

  /** What is in a root belongs together, whatever repositories are in it. `isLast`: above it nothing is looked for. */
  addRoot(path: string, { isLast }: { isLast: boolean }): void {
    this.#roots.set(path, isLast);
    this.forget();
  }

  removeRoot(path: string): void {
    this.#roots.delete(path);
    this.forget();
  }

  /** After a change of any options file. */
  forget(): void {
    this.#byFolder = new Map();
    this.#resolved = new WeakMap();
  }

  /** Those that were read since. */
  read(): readonly Project[] {
    return [...new Set(this.#byFolder.values())].filter(project => project !== undefined);
  }

  nearest(folder: string): Project | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const project = this.#open(folder) ?? this.#above(folder);
    this.#byFolder.set(folder, project);
    return project;
  }

  /** The innermost root that a path is in. */
  rootOf(path: string): string | undefined {
    const around = [...this.#roots.keys()].filter(root => below(root, path) !== undefined);
    return around.toSorted((a, b) => b.length - a.length)[0];
  }

  /** What a file is checked with: `base` as far as its project says nothing else. */
  optionsFor<Options extends CheckOptions>(path: string, base: Options): Options {
    const project = this.nearest(folderOf(path));
    const relative = project && below(project.folder, path);
    const concerned = project?.overrides.map(({ concerns }) => relative !== undefined && concerns(relative)) ?? [];
    const key = JSON.stringify([project?.path, concerned]);
    const known = this.#resolved.get(base) ?? new Map<string, CheckOptions>();
    this.#resolved.set(base, known);
    let options = known.get(key);
    if (!options) {
      const overrides = project?.overrides.filter((_, index) => concerned[index]) ?? [];
      options = merged(base, [...(project ? [project.options, ...overrides] : []), this.#forced]);
      known.set(key, options);
    }
    return options as Options;
  }

  isExcluded(path: string): boolean {
    const project = this.nearest(folderOf(path.replace(/\/$/, '')));
    const relative = project && below(project.folder, path);
    return relative !== undefined && project!.isExcluded(relative.replace(/\/$/, ''));
  }

  #above(folder: string): Project | undefined {
    const parent = folderOf(folder);
    return parent === folder || this.#isLast(folder) ? undefined : this.nearest(parent);
  }

  /** Outside of all roots that of a repository is the last. */
  #isLast(folder: string): boolean {
    if (this.#roots.get(folder)) return true;
    const isInside = [...this.#roots.keys()].some(root => below(root, folder) !== undefined);
    return !isInside && this.#files.kindOf(joined(folder, '.git')) !== undefined;
  }

  #open(folder: string): Project | undefined {
    const path = joined(folder, PROJECT_FILE);
    if (this.#files.kindOf(path) !== 'file') return undefined;
    const content = this.#files.read(path, { limit: LARGEST });
    const text = typeof content === 'string' ? '{}' : content.text;
    const parsed = parseProject(text);
    const unread = { start: 0, end: 0, message: 'This file cannot be read.' };
    const project: Project = {
      ...parsed,
      problems: typeof content === 'string' ? [unread] : parsed.problems,
      path,
      folder,
      text,
      isExcluded: matchingBelow(parsed.options.exclude),
      overrides: parsed.options.overrides.map(override => ({ ...override, concerns: matchingBelow(override.files) })),
    };
    this.#onRead(project);
    return project;
  }
}

function merged(base: CheckOptions, layers: readonly Partial<CheckOptions>[]): CheckOptions {
  let options = base;
  for (const { target, rules } of layers)
    options = { ...options, target: target ?? options.target, rules: { ...options.rules, ...rules } };
  return options;
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash > 0 ? path.slice(0, slash) : '/';
}
