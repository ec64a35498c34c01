/** Variables of a script and the constant texts they can hold, without regard to the order of execution. */
import type { Word } from '../../syntax/word.ts';
import { skeleton } from '../../syntax/word.ts';
import type { Definition, ResolvedValue, ResolvedWord } from '../usage.ts';

/** A variable with more definitions than this is not worth following. */
const MOST_VALUES = 8;
const DEEPEST_REFERENCE = 4;

export class Variables {
  readonly #definitions = new Map<string, Definition[]>();

  constructor(definitions: readonly Definition[]) {
    for (const definition of definitions) {
      const known = this.#definitions.get(definition.name);
      if (known) known.push(definition);
      else this.#definitions.set(definition.name, [definition]);
    }
  }

  definitionsOf(name: string): readonly Definition[] {
    return this.#definitions.get(name) ?? [];
  }

  /** Names whose values mention `text`, directly or through one another. */
  namesHolding(text: string): ReadonlySet<string> {
    const names = new Set<string>();
    for (const [name, definitions] of this.#definitions) {
      if (definitions.some(definition => definition.text.includes(text))) names.add(name);
    }
    if (names.size === 0) return names;
    const users = this.#usersByName();
    // A set is walked through to what is added on the way.
    for (const name of names) for (const user of users.get(name) ?? []) names.add(user);
    return names;
  }

  /** For each variable, those whose values use it. */
  #usersByName(): ReadonlyMap<string, ReadonlySet<string>> {
    const users = new Map<string, Set<string>>();
    for (const [name, definitions] of this.#definitions) {
      for (const { text } of definitions) {
        for (const [, used] of text.matchAll(/\$\{?(\w+)/g))
          users.set(used!, (users.get(used!) ?? new Set()).add(name));
      }
    }
    return users;
  }

  resolve(word: Word): ResolvedWord {
    return new LazyWord(word, () => this.#valuesOf(word, DEEPEST_REFERENCE));
  }

  #valuesOf(word: Word, depth: number): readonly ResolvedValue[] {
    if (word.value !== undefined) return [{ text: word.value, origin: { word, offset: 0, definition: undefined } }];
    if (depth === 0 || word.pieces.some(piece => piece.kind !== 'literal' && piece.kind !== 'variable')) return [];
    const [only] = word.pieces;
    if (word.pieces.length === 1 && only!.kind === 'variable')
      return this.#valuesOfVariable(only!.name, only!.fallback, depth);
    return this.#joined(word, depth);
  }

  #valuesOfVariable(name: string, fallback: Word | undefined, depth: number): readonly ResolvedValue[] {
    const definitions = [...this.definitionsOf(name)];
    if (fallback)
      definitions.push({ name, text: fallback.text, words: [fallback], kind: 'fallback', frame: undefined });
    if (definitions.length > MOST_VALUES) return [];
    return definitions.flatMap(definition =>
      definition.words.flatMap(word =>
        this.#valuesOf(word, depth - 1).map(({ text, origin }) => ({
          text,
          origin: { ...origin, definition: origin.definition ?? definition },
        })),
      ),
    );
  }

  /** `"$DIR/mender"`, where every variable has one value; the text then belongs to no single word. */
  #joined(word: Word, depth: number): readonly ResolvedValue[] {
    let text = '';
    for (const piece of word.pieces) {
      if (piece.kind === 'literal') {
        text += piece.value;
        continue;
      }
      if (piece.kind !== 'variable') return [];
      const values = this.#valuesOfVariable(piece.name, piece.fallback, depth);
      if (values.length !== 1) return [];
      text += values[0]!.text;
    }
    return [{ text, origin: { word: undefined, offset: 0, definition: undefined } }];
  }
}

/** Works out its values when they are asked for: most words of a command are looked at by nobody. */
class LazyWord implements ResolvedWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: string | undefined;
  readonly pieces: Word['pieces'];
  readonly source: Word['source'];
  readonly #resolve: () => readonly ResolvedValue[];
  #values: readonly ResolvedValue[] | undefined;

  constructor(word: Word, resolve: () => readonly ResolvedValue[]) {
    this.start = word.start;
    this.end = word.end;
    this.text = word.text;
    this.value = word.value;
    this.pieces = word.pieces;
    this.source = word.source;
    this.#resolve = resolve;
  }

  get values(): readonly ResolvedValue[] {
    this.#values ??= this.#resolve();
    return this.#values;
  }
}

/** A word that stands for itself, where there are no variables. */
export function resolved(word: Word): ResolvedWord {
  const values =
    word.value === undefined ? [] : [{ text: word.value, origin: { word, offset: 0, definition: undefined } }];
  return { ...word, values };
}

/** The word's only value, or its skeleton when that is known only at run time. */
export function knownText(word: ResolvedWord): string {
  return word.values.length === 1 ? word.values[0]!.text : skeleton(word);
}
