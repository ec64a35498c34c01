/**
 * Where a script's text names its variables and functions: uses, assignments, definitions. One pass over the text for each,
 * however many names are asked for. Knows no quoting: a place too many costs a look, not a finding. The patterns begin with
 * the rare character, and look behind it for the name: that is several times faster.
 */

/** Offsets of the last character of each place, by name. */
type Places = ReadonlyMap<string, readonly number[]>;

export class NamePlaces {
  readonly #text: string;
  #uses: Places | undefined;
  #assignments: Places | undefined;
  #functions: Places | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** `$NAME`, `${NAME` */
  usesOf(names: Iterable<string>): number[] {
    return at(names, () => (this.#uses ??= places(this.#text, [/\$\{?(\w+)/g])));
  }

  /** `NAME=`, `NAME+=`, `NAME:=`, `for NAME`, `read NAME` */
  assignmentsOf(names: Iterable<string>): number[] {
    return at(
      names,
      () =>
        (this.#assignments ??= places(this.#text, [
          /=(?<=\b(\w+)[+:]?=)/g,
          /\bfor\s+(\w+)/g,
          /\b(?:read|getopts|mapfile|readarray)\b[^\n;|&]*?\s(\w+)/g,
        ])),
    );
  }

  /** `NAME()`, `function NAME` */
  functionsOf(names: Iterable<string>): number[] {
    const patterns = [/\(\s*\)(?<=([\w.-]+)\s*\(\s*\))/g, /\bfunction\s+([\w.-]+)/g];
    return at(names, () => (this.#functions ??= places(this.#text, patterns)));
  }
}

/** The text is looked at only when there is a name to look for. */
function at(names: Iterable<string>, find: () => Places): number[] {
  return [...names].flatMap(name => find().get(name) ?? []);
}

function places(text: string, patterns: readonly RegExp[]): Places {
  const found = new Map<string, number[]>();
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const known = found.get(match[1]!);
      const end = match.index + match[0].length - 1;
      if (known) known.push(end);
      else found.set(match[1]!, [end]);
    }
  }
  return found;
}
