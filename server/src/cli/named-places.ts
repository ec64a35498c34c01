/**
 * Where the paths of a command line lead: a file outside of these places was reached through a link that nobody has
 * named.
 */
import { below, type FileSystem } from '../workspace/file-system.ts';

export class NamedPlaces {
  readonly #places: readonly string[];

  /** `paths` are absolute. */
  constructor(files: FileSystem, paths: readonly string[]) {
    this.#places = paths.map(path => files.realPath(path) ?? path);
  }

  /** `path` contains no link. */
  holds(path: string): boolean {
    return this.#places.some(place => path === place || below(place, path) !== undefined);
  }
}
