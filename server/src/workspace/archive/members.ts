/** What an archive holds that is of interest, by its name in it: texts that name Mender, links, and what is to be said. */
import type { FileContent } from '../file-system.ts';

export type Member =
  /** `isNamed`: whoever named the archive has named this, too: that it is not read is said. */
  | { readonly kind: 'text'; readonly content: FileContent; readonly isNamed: boolean }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'too-large' }
  /** What `headers/0000/type-info` of an Artifact says. */
  | { readonly kind: 'type-info'; readonly content: FileContent }
  | Said;

/** `why` follows "because it is". */
export interface Said {
  readonly kind: 'not-read' | 'in-part';
  readonly why: string;
}

/** Stands between the name of an archive and the name of what is in it. */
export const INSIDE = '!';

export class Members {
  readonly #byName = new Map<string, Member>();
  /** What is said of an archive in this one, beside what is in it. */
  readonly #said: [string, Said][] = [];
  /** Names of all entries that are no folders, where somebody asks for them. */
  readonly names: Set<string> | undefined;

  constructor(keepsNames: boolean) {
    this.names = keepsNames ? new Set() : undefined;
  }

  /** The name is that of something else from now on. */
  clear(name: string): void {
    this.names?.add(name);
    this.remove(name);
  }

  put(name: string, member: Member): void {
    this.#byName.set(name, member);
  }

  say(name: string, kind: Said['kind'], why: string): void {
    this.#said.push([name, { kind, why }]);
  }

  get(name: string): Member | undefined {
    return this.#byName.get(name);
  }

  /** With what is below it, as a folder or an archive. */
  remove(name: string): void {
    this.#byName.delete(name);
    this.removeBelow(name);
  }

  removeBelow(folder: string): void {
    for (const name of this.#byName.keys())
      if (name.startsWith(folder) && (name[folder.length] === '/' || name[folder.length] === INSIDE))
        this.#byName.delete(name);
  }

  /** Those of an archive in this one; with an empty name, as if they were its own. */
  add(archive: string, { all }: Members): void {
    for (const [name, member] of all) {
      const inside = archive === '' || name === '' ? `${archive}${name}` : `${archive}${INSIDE}${name}`;
      if (isSaid(member)) this.#said.push([inside, member]);
      else this.#byName.set(inside, member);
    }
  }

  get isEmpty(): boolean {
    return this.#byName.size === 0;
  }

  /** The empty name is that of the archive itself. */
  get all(): readonly (readonly [name: string, Member])[] {
    return [...this.#byName, ...this.#said];
  }
}

function isSaid(member: Member): member is Said {
  return member.kind === 'not-read' || member.kind === 'in-part';
}
