/** The owners of files in a report: each repository has its own CODEOWNERS, which is read once. */
import { type CodeOwnersFile, codeOwnersIn, ownersOf } from '../workspace/code-owners.ts';
import { below, type FileSystem } from '../workspace/file-system.ts';
import { repositoryOf } from '../workspace/repository.ts';

export class Ownership {
  readonly #files: FileSystem;
  readonly #root: string;
  readonly #byRepository = new Map<string, CodeOwnersFile | undefined>();
  readonly #byPath = new Map<string, readonly string[]>();

  /** `root` replaces the repository for files outside of all. */
  constructor(files: FileSystem, root: string) {
    this.#files = files;
    this.#root = root;
  }

  /** Of a file, by its absolute path. */
  ownersOf(path: string): readonly string[] {
    const known = this.#byPath.get(path);
    if (known) return known;
    const repository = repositoryOf(this.#files, path) ?? this.#root;
    if (!this.#byRepository.has(repository)) this.#byRepository.set(repository, codeOwnersIn(this.#files, repository));
    const file = this.#byRepository.get(repository);
    const relative = below(repository, path);
    const owners = file && relative !== undefined ? ownersOf(file, relative) : [];
    this.#byPath.set(path, owners);
    return owners;
  }

  /** The files that were looked for so far and exist. */
  read(): readonly CodeOwnersFile[] {
    return [...this.#byRepository.values()].filter(file => file !== undefined);
  }
}
