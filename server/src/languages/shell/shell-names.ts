/**
 * Where a script's text contains its variables and functions: uses, assignments, definitions. One pass over the text
 * for each, however many names are looked up, and none again while the text is the same. Knows no quoting: a place too
 * many costs a look, not a finding. The patterns begin with the rare character and look after it for the name, which is
 * several times faster.
 */
import { append } from '../../text/append.ts';

/** Offsets by name. */
export type Places = ReadonlyMap<string, readonly number[]>;

export class ShellNames {
  readonly #text: string;
  #uses: Places | undefined;
  #assignments: Places | undefined;
  #functions: Places | undefined;
  #words: Places | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** `$NAME`, `${NAME` */
  get uses(): Places {
    this.#uses ??= places(this.#text, [/\$\{?(\w+)/g]);
    return this.#uses;
  }

  /** `NAME=`, `NAME+=`, `NAME:=`, `for NAME`, `read NAME NAME` */
  get assignments(): Places {
    this.#assignments ??= places(this.#text, [/=(?<=\b(\w+)[+:]?=)/g, /\b(?:for|select)\s+(\w+)/g], readNames);
    return this.#assignments;
  }

  /** `NAME()`, `function NAME` */
  get functions(): Places {
    this.#functions ??= places(this.#text, [/\(\s*\)(?<=([\w.-]+)\s*\(\s*\))/g, /\bfunction\s+([\w.-]+)/g]);
    return this.#functions;
  }

  /** Every word that can be the name of a function. */
  get words(): Places {
    this.#words ??= places(this.#text, [/([\w.:-]+)/g]);
    return this.#words;
  }
}

/** A command that sets several variables, up to its end. */
const readNames = /\b(?:read|getopts|mapfile|readarray)\b[^\n;|&]*/g;

/** The last character of each match; in matches of `lists`, that of each word. */
function places(text: string, patterns: readonly RegExp[], lists?: RegExp): Places {
  const found = new Map<string, number[]>();
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) append(found, match[1]!, match.index + match[0].length - 1);
  }
  for (const list of lists ? text.matchAll(lists) : []) {
    for (const word of list[0].matchAll(/\w+/g)) append(found, word[0], list.index + word.index + word[0].length - 1);
  }
  return found;
}
