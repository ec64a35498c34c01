/** The relevant contents of an archive, by their names in it: texts that name Mender, links, and problems to report. */
import type { FileContent } from '../file-system.ts';

export type Member =
  /** `isNamed`: the user, in naming the archive, has named this, too: if it is not read, that is reported. */
  | { readonly kind: 'text'; readonly content: FileContent; readonly isNamed: boolean }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'too-large' }
  /** The content of `headers/0000/type-info` of an Artifact. */
  | { readonly kind: 'type-info'; readonly content: FileContent }
  | Said;

/** `why` follows "because it is". */
export interface Said {
  readonly kind: 'not-read' | 'in-part';
  readonly why: string;
}

/** Separates the name of an archive from the name of a member. */
export const INSIDE = '!';

export class Members {
  readonly #byName = new Map<string, Member>();
  /** Problems of inner archives, in addition to their contents. */
  readonly #said: [string, Said][] = [];
  /** Names of all entries except folders, if requested. */
  readonly names: Set<string> | undefined;

  constructor(keepsNames: boolean) {
    this.names = keepsNames ? new Set() : undefined;
  }

  /** From now on the name means something else. */
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

  /** With everything below it, as a folder or an archive. */
  remove(name: string): void {
    this.#byName.delete(name);
    this.removeBelow(name);
  }

  removeBelow(folder: string): void {
    for (const name of this.#byName.keys())
      if (name.startsWith(folder) && (name[folder.length] === '/' || name[folder.length] === INSIDE))
        this.#byName.delete(name);
  }

  /** The members of an inner archive; with an empty name, as if they were its own. */
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
