/** The options and the baseline that files of a project set for its other files. */
import type { CheckOptions } from '../findings/check.ts';
import { BASELINE_FILE, type Baseline, parseBaseline } from '../options/baseline-file.ts';
import {
  type Override,
  type ParsedProject,
  PROJECT_FILE,
  type ProjectProblem,
  parseProject,
} from '../options/project-file.ts';
import { checkedYocto } from '../options/yocto-files.ts';
import { below, type FileSystem } from './file-system.ts';
import { matching } from './globs.ts';
import { inFile, Nearest, Roots } from './nearest-file.ts';
import { Owners } from './owners.ts';
import { folderOf } from './paths.ts';
import { YoctoFiles, type YoctoSaid } from './yocto-files.ts';

/** One of these files with its content. */
export interface ReadFile {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly problems: readonly ProjectProblem[];
  /** The owners of the file and its folder, except those whom everybody trusts. */
  readonly strangers: readonly number[];
}

interface Project extends ReadFile, ParsedProject {
  /** Called with paths relative to the folder. */
  readonly isExcluded: (relative: string) => boolean;
  readonly overrides: readonly (Override & { readonly concerns: (relative: string) => boolean })[];
}

export interface ReadBaseline extends ReadFile {
  readonly known: Baseline;
}

export interface ProjectFilesOptions {
  /** Overrides everything in files. */
  readonly forced?: Partial<CheckOptions>;
  /** Receives each file that is read. */
  readonly onRead?: (file: ReadFile) => void;
  /** Whether the options of a file exclude the findings in its baseline. */
  readonly excludesBaselined: boolean;
  /** Replaces all options files; its globs are relative to the folder. */
  readonly config?: NamedConfig | undefined;
  /** No file of a project decides about anything, nor does a baseline. */
  readonly isIsolated?: boolean;
}

/** An options file that the user named, wherever it is and whoever owns it. */
export interface NamedConfig {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
}

export class ProjectFiles {
  readonly #options: ProjectFilesOptions;
  readonly #roots: Roots;
  readonly #owners: Owners;
  readonly #projects: Nearest<Project>;
  readonly #baselines: Nearest<ReadBaseline>;
  readonly #yocto: YoctoFiles;
  /** Equal options are the same object: findings with them are then still current. */
  #resolved = new WeakMap<CheckOptions, Map<string, CheckOptions>>();
  readonly #config: Project | undefined;
  /** Untrusted files of other users, by path. */
  readonly #distrusted = new Map<string, ReadFile>();

  constructor(files: FileSystem, options: ProjectFilesOptions) {
    this.#options = options;
    this.#roots = new Roots(files);
    this.#owners = new Owners(files);
    const read = <File extends Omit<ReadFile, 'strangers'>>(file: File): File & ReadFile => {
      const opened = { ...file, strangers: this.#owners.strangersAt([file.folder, file.path]) };
      options.onRead?.(opened);
      return opened;
    };
    const { config } = options;
    this.#config = config && { ...openProject(config.path, config.folder, config.text), strangers: [] };
    const projectIn = inFile(files, PROJECT_FILE, (...file) => read(openProject(...file)));
    const baselineIn = inFile(files, BASELINE_FILE, (...file) => read(openBaseline(...file)));
    this.#projects = new Nearest(this.#roots, projectIn);
    this.#baselines = new Nearest(this.#roots, baselineIn);
    this.#yocto = new YoctoFiles(files, this.#roots, this.#owners);
  }

  addRoot(path: string, { isLast }: { isLast: boolean }): void {
    this.#roots.add(path, { isLast });
    this.forget();
  }

  removeRoot(path: string): void {
    this.#roots.remove(path);
    this.forget();
  }

  /** The innermost root around a path. */
  rootOf(path: string): string | undefined {
    return this.#roots.around(path);
  }

  /** After a change of any of these files. */
  forget(): void {
    this.#projects.forget();
    this.#baselines.forget();
    this.#yocto.forget();
    this.#resolved = new WeakMap();
    this.#distrusted.clear();
  }

  /** Those that were read since then. */
  read(): readonly ReadFile[] {
    const named = this.#config ? [this.#config] : [];
    const all: readonly ReadFile[] = [...named, ...this.#projects.read(), ...this.#baselines.read()];
    return all.map(file => this.#distrusted.get(file.path) ?? file);
  }

  /** The options file that applies in a folder, or would if it did not belong to another user. */
  projectAt(folder: string): ReadFile | undefined {
    return this.#projectAbove(folder);
  }

  #projectAbove(folder: string): Project | undefined {
    return this.#options.isIsolated ? undefined : (this.#config ?? this.#projects.above(folder));
  }

  baselineAt(folder: string): ReadBaseline | undefined {
    return this.#options.isIsolated ? undefined : this.#trusted(this.#baselines.above(folder), folder);
  }

  /**
   * The options of a file: `base`, unless its project says otherwise. `from`: no file between this folder and that of
   * the path decides.
   */
  optionsFor<Options extends CheckOptions>(path: string, base: Options, from = folderOf(path)): Options {
    const project = this.#trusted(this.#projectAbove(from), path);
    const relative = project && below(project.folder, path);
    const concerned = project?.overrides.map(({ concerns }) => relative !== undefined && concerns(relative)) ?? [];
    const known = this.#options.excludesBaselined ? this.#knownIn(path, from) : undefined;
    const yocto = checkedYocto(this.#yocto.saidOf(path).names);
    const key = JSON.stringify([project?.path, concerned, known && path, yocto]);
    const resolved = this.#resolved.get(base) ?? new Map<string, CheckOptions>();
    this.#resolved.set(base, resolved);
    let options = resolved.get(key);
    if (!options) {
      const overrides = project?.overrides.filter((_, index) => concerned[index]) ?? [];
      const layers = [...(project ? [project.options, ...overrides] : []), this.#options.forced ?? {}];
      const custom = project?.options.custom;
      const said = merged(base, layers);
      options = {
        ...said,
        // A named file overrides those that are found.
        ...(said.yocto?.length || yocto.length === 0 ? {} : { yocto }),
        ...(custom ? { custom } : {}),
        ...(known ? { known } : {}),
      };
      resolved.set(key, options);
    }
    return options as Options;
  }

  /** What the layer and the kas files around a file say. */
  yoctoSaidOf(path: string): YoctoSaid {
    return this.#yocto.saidOf(path);
  }

  /** The folder whose release of Yocto may have changed with a file. */
  yoctoFolderOf(path: string): string | undefined {
    return this.#yocto.folderOf(path);
  }

  /** Words that the custom rules of a folder look for; undefined when no options file applies to it. */
  wordsAt(folder: string): readonly string[] | undefined {
    const project = this.#trusted(this.#projectAbove(folder), folder);
    return project && (project.options.custom?.words ?? []);
  }

  /** The path of a folder ends with a slash. */
  isExcluded(path: string): boolean {
    const plain = path.replace(/\/$/, '');
    const project = this.#trusted(this.#projectAbove(folderOf(plain)), plain);
    const relative = project && below(project.folder, path);
    // The folder that globs are relative to cannot be excluded.
    return relative !== undefined && relative !== '' && project!.isExcluded(relative);
  }

  #knownIn(path: string, from: string): ReadonlyMap<string, number> | undefined {
    const baseline = this.#trusted(this.#baselines.above(from), path);
    return baseline?.known.get(below(baseline.folder, path) ?? '');
  }

  /** Undefined, with a report, when a file that would decide about `path` belongs to another user. */
  #trusted<File extends ReadFile>(file: File | undefined, path: string): File | undefined {
    const stranger = file && this.#owners.strangerTo(path, file.strangers);
    if (stranger === undefined) return file;
    if (!this.#distrusted.has(file!.path)) {
      const said = { ...file!, problems: [whole(distrust(stranger))] };
      this.#distrusted.set(said.path, said);
      this.#options.onRead?.(said);
    }
    return undefined;
  }
}

type Opened<File extends ReadFile> = Omit<File, 'strangers'>;

function distrust(stranger: number): string {
  return (
    `This file is not used: it, or its folder, belongs to user ${stranger}, ` +
    'who is neither you, nor root, nor the owner of what is checked.'
  );
}

function openProject(path: string, folder: string, text: string | undefined): Opened<Project> {
  const { options, problems } = parseProject(text ?? '{}');
  return {
    path,
    folder,
    text: text ?? '',
    options,
    problems: text === undefined ? [whole('This file cannot be read.')] : problems,
    isExcluded: matching(options.exclude),
    overrides: options.overrides.map(override => ({ ...override, concerns: matching(override.files) })),
  };
}

function openBaseline(path: string, folder: string, text: string | undefined): Opened<ReadBaseline> {
  const known = text === undefined ? undefined : parseBaseline(text);
  const problems = known ? [] : [whole('This is no baseline; `mender-lint baseline` writes one.')];
  return { path, folder, text: text ?? '', problems, known: known ?? new Map() };
}

function whole(message: string): ProjectProblem {
  return { start: 0, end: 0, message };
}

function merged(base: CheckOptions, layers: readonly Partial<CheckOptions>[]): CheckOptions {
  let options = base;
  for (const {
    target = options.target,
    from = options.from,
    yocto = options.yocto,
    wrapper = options.wrapper,
    rules,
  } of layers)
    options = {
      ...options,
      target,
      from,
      ...(yocto ? { yocto } : {}),
      ...(wrapper === undefined ? {} : { wrapper }),
      rules: { ...options.rules, ...rules },
    };
  return options;
}
