/** Variables of a script and their possible constant texts, without regard to the order of execution. */
import { append } from '../../text/append.ts';
import { MOST_DEFINITIONS, MOST_WORDS } from '../../text/limits.ts';
import { inOrder } from '../../text/nearest.ts';
import { type LiteralPiece, maySplit, textWithPlaceholders, type VariablePiece, type Word } from '../../text/word.ts';
import type { BranchContext } from '../branch-context.ts';
import { type Keywords, mentionsAny } from '../keywords.ts';
import type { Definition, ResolvedValue, ResolvedWord } from '../usage.ts';
import { definedBy, type Holding, joinedValue, LazyWord, splitValue } from './held-values.ts';

export class Variables {
  readonly #definitions = new Map<string, Definition[]>();
  readonly #unfollowed: ReadonlySet<string>;
  /** By name and function. */
  readonly #holdings = new Map<string, Map<object | undefined, Holding>>();

  /** The values of the variables in `unfollowed` are unknown: not all their definitions are here. */
  constructor(definitions: readonly Definition[], unfollowed: ReadonlySet<string> = new Set()) {
    this.#unfollowed = unfollowed;
    for (const definition of definitions) append(this.#definitions, definition.name, definition);
  }

  definitionsOf(name: string): readonly Definition[] {
    return this.#definitions.get(name) ?? [];
  }

  /** Names whose values contain a keyword, directly or through other variables. */
  namesHolding(keywords: Keywords): ReadonlySet<string> {
    const names = new Set<string>();
    for (const [name, definitions] of this.#definitions) {
      if (definitions.some(definition => mentionsAny(keywords, definition.text))) names.add(name);
    }
    if (names.size === 0) return names;
    const users = this.#usersByName();
    // Iterating over a set includes names that are added on the way.
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

  /** `branchContext` is that of the word: a function sees its own local variables. */
  resolve(word: Word, branchContext: BranchContext | undefined): ResolvedWord {
    return new LazyWord(word, () => this.#holdingOf(word, branchContext));
  }

  /**
   * The word with each variable replaced by its only value, as if that were written there. Folders stay unknown: they
   * do not identify the program, and must not be shown.
   */
  joined(word: Word, branchContext: BranchContext | undefined): Word | undefined {
    const pieces: LiteralPiece[] = [];
    for (const piece of word.pieces) {
      if (piece.kind === 'literal') pieces.push(piece);
      else if (piece.kind !== 'variable') return undefined;
      else {
        const { values, open } = this.#holdingOfVariable(piece, branchContext);
        if (values.length !== 1 || open.length > 0) return undefined;
        pieces.push({ ...piece, kind: 'literal', value: values[0]!.text });
      }
    }
    const inName = pieces.findLastIndex(({ value }) => value.includes('/'));
    const shown = pieces.map((piece, index) =>
      index < inName && word.pieces[index]!.kind === 'variable' ? { ...piece, value: '\0' } : piece,
    );
    const value = shown.map(piece => piece.value).join('');
    return /\s/.test(value) ? undefined : { ...word, value, pieces: shown };
  }

  /**
   * Words that give the variable its value directly, found through other variables that are only copied, in the order
   * of the text. Computed once for each function.
   */
  sourcesOf(name: string, branchContext: BranchContext | undefined): readonly ValueSource[] {
    const scope = functionAround(branchContext);
    const known = this.#sources.get(name) ?? new Map<object | undefined, readonly ValueSource[]>();
    const sources = known.get(scope) ?? inOrder(this.#sourcesOf(name, branchContext, new Set()));
    this.#sources.set(name, known.set(scope, sources));
    return sources;
  }
  /** By name and function. */
  readonly #sources = new Map<string, Map<object | undefined, readonly ValueSource[]>>();

  #sourcesOf(name: string, branchContext: BranchContext | undefined, seen: Set<string>): readonly ValueSource[] {
    if (seen.has(name)) return [];
    seen.add(name);
    const source = (word: Word, definition: Definition) => ({ word, definition, at: word.source.startOf(word.start) });
    return this.#visible(name, branchContext).flatMap(definition =>
      definition.words.flatMap(word => {
        const copied = loneVariable(word);
        if (!copied) return [source(word, definition)];
        const fallback = copied.fallback ? [source(copied.fallback, definition)] : [];
        return [...this.#sourcesOf(copied.name, definition.branchContext, seen), ...fallback];
      }),
    );
  }

  #visible(name: string, branchContext: BranchContext | undefined): readonly Definition[] {
    const all = this.definitionsOf(name);
    if (!all.some(({ local }) => local)) return all;
    const inside = functionAround(branchContext);
    const own = all.filter(definition => inside !== undefined && functionAround(definition.branchContext) === inside);
    if (own.some(({ local }) => local)) return own;
    const shared = all.filter(({ local }) => !local);
    // A function sees the local variables of its callers, too.
    return shared.length > 0 ? shared : all;
  }

  #holdingOf(word: Word, branchContext: BranchContext | undefined): Holding {
    if (word.value !== undefined) {
      return { values: [{ text: word.value, origins: [{ at: 0, word, offset: 0, definition: undefined }] }], open: [] };
    }
    if (word.pieces.some(piece => piece.kind !== 'literal' && piece.kind !== 'variable'))
      return { values: [], open: [word.text] };
    const only = loneVariable(word);
    return only ? this.#holdingOfVariable(only, branchContext) : this.#joined(word, branchContext);
  }

  #holdingOfVariable({ name, fallback }: VariablePiece, branchContext: BranchContext | undefined): Holding {
    const held = this.#holdingOfName(name, branchContext);
    if (!fallback) return held;
    const definition: Definition = { name, text: fallback.text, words: [fallback], kind: 'fallback', branchContext };
    const inner = this.#holdingOf(fallback, branchContext);
    const values = [...held.values, ...inner.values.map(value => definedBy(value, definition))];
    return { values, open: [...held.open, ...inner.open] };
  }

  /** Computed once for each function; an assignment of a variable from itself adds nothing to its other values. */
  #holdingOfName(name: string, branchContext: BranchContext | undefined): Holding {
    const scope = functionAround(branchContext);
    const known = this.#holdings.get(name) ?? new Map<object | undefined, Holding>();
    const before = known.get(scope);
    if (before) return before;
    this.#holdings.set(name, known.set(scope, { values: [], open: [name] }));
    const holding = this.#holdingOfDefinitions(name, this.#visible(name, branchContext));
    known.set(scope, holding);
    return holding;
  }

  #holdingOfDefinitions(name: string, definitions: readonly Definition[]): Holding {
    const values: ResolvedValue[] = [];
    // A variable that nothing here sets comes from outside, if at all.
    const open: string[] = definitions.some(({ kind }) => kind !== 'fallback') ? [] : [name];
    if (definitions.length > MOST_DEFINITIONS || this.#unfollowed.has(name)) return { values, open: [name] };
    for (const definition of definitions) {
      if (definition.kind === 'input') open.push(definition.text);
      for (const word of definition.words) {
        const holding = this.#holdingOf(word, definition.branchContext);
        const isList = definition.kind === 'loop' || definition.kind === 'array';
        const split = isList && maySplit(word) ? holding.values.flatMap(splitValue) : holding.values;
        values.push(...split.map(value => definedBy(value, definition)));
        open.push(...holding.open);
      }
    }
    return values.length > MOST_WORDS ? { values: [], open: [name] } : { values, open };
  }

  /** `"$DIR/mender"`: every text that its variables allow, as long as they are few. */
  #joined(word: Word, branchContext: BranchContext | undefined): Holding {
    let values: readonly ResolvedValue[] = [{ text: '', origins: [] }];
    let isOpen = false;
    let offset = 0;
    for (const piece of word.pieces) {
      const origin = { at: 0, word, offset, definition: undefined };
      const holding: Holding =
        piece.kind === 'literal'
          ? { values: [{ text: piece.value, origins: [origin] }], open: [] }
          : piece.kind === 'variable'
            ? this.#holdingInWord(word, piece, branchContext)
            : { values: [], open: [''] };
      offset += piece.kind === 'literal' ? piece.value.length : 1;
      isOpen ||= holding.open.length > 0;
      values = values.flatMap(before => holding.values.map(after => joinedValue(before, after)));
      if (values.length > MOST_DEFINITIONS || values.some(({ origins }) => origins.length > MOST_WORDS)) values = [];
    }
    return { values, open: isOpen || values.length === 0 ? [word.text] : [] };
  }

  /** `$ROOT/$ETC/mender`: an unknown folder before a known one is a placeholder in the path. */
  #holdingInWord(word: Word, piece: VariablePiece, branchContext: BranchContext | undefined): Holding {
    const held = this.#holdingOfVariable(piece, branchContext);
    const isRoot = held.values.length === 0 && piece === word.pieces[0] && this.#leadsTo(word, branchContext);
    if (!isRoot) return held;
    return { values: [{ text: '\0', origins: [{ at: 0, word, offset: 0, definition: undefined }] }], open: held.open };
  }

  /** Whether a folder follows that is the value of a variable. */
  #leadsTo({ text, pieces }: Word, branchContext: BranchContext | undefined): boolean {
    const next = pieces.slice(1).find(({ kind }) => kind === 'variable');
    return (
      next?.kind === 'variable' &&
      text.includes('/') &&
      this.#holdingOfVariable(next, branchContext).values.some(value => value.text.startsWith('/'))
    );
  }
}

/** A word that is the value of a variable. */
export interface ValueSource {
  readonly word: Word;
  readonly definition: Definition;
  /** Where it starts in the document. */
  readonly at: number;
}

/** The variable that a word consists of. */
export function loneVariable({ pieces }: Word): VariablePiece | undefined {
  const [only, ...others] = pieces;
  return others.length === 0 && only?.kind === 'variable' ? only : undefined;
}

function functionAround(branchContext: BranchContext | undefined): object | undefined {
  return branchContext?.outward.find(({ kind }) => kind === 'function')?.node;
}

/** A word without variables, which has its own text as its value. */
export function resolved(word: Word, definition?: Definition): ResolvedWord {
  return word.value === undefined
    ? { ...word, values: [], open: [word.text] }
    : { ...word, values: [{ text: word.value, origins: [{ at: 0, word, offset: 0, definition }] }], open: [] };
}

/** The word's only value, or its text with placeholders when that is known only at run time. */
export function knownText(word: ResolvedWord): string {
  return isKnown(word) ? word.values[0]!.text : textWithPlaceholders(word);
}

/** Whether it always has one and the same value. */
export function isKnown({ values, open }: ResolvedWord): boolean {
  return values.length === 1 && open.length === 0;
}
