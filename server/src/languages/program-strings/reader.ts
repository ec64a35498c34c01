/** Reads programs of other languages from their syntax trees: what they call, and with which texts. */
import type { SyntaxNode } from '@lezer/common';
import type { Fragment, Range } from '../../text/fragment.ts';
import type { Argument, CallReading, EmbeddedCall, EmbeddedScript } from '../embedded.ts';
import { type ArgumentNode, argumentsOf } from './arguments.ts';
import { calledPath } from './called-path.ts';
import { cpp } from './cpp.ts';
import { go } from './go.ts';
import type { SourceGrammar } from './grammar.ts';
import { javascript } from './javascript.ts';
import { literalParts } from './literals.ts';
import { Outline } from './outline.ts';
import { php } from './php.ts';
import type { Call } from './program.ts';
import { python } from './python.ts';
import type { SourceReader, SourceSolids } from './source-reader.ts';
import { scriptOf } from './source-string.ts';
import type { SourceLanguage, SourceText } from './source-text.ts';
import {
  combined,
  MOST_VALUES,
  type Origin,
  originOf,
  rangeWithin,
  type TextValue,
  textsAmong,
  unknownText,
  type Value,
} from './value.ts';
import { Values } from './values.ts';

const grammars: Readonly<Record<SourceLanguage, SourceGrammar>> = { python, javascript, go, cpp, php };

export const sourceReader: SourceReader = {
  parts: (source, language) => new Program(source, language).parts(),
  opaqueRanges: (text, language) => solidsIn(text, grammars[language]),
};

/** A prefix, quotes, a line end and `#!`. */
const LONGEST_START = 16;

class Program {
  readonly #source: Fragment;
  readonly #language: SourceLanguage;
  readonly #outline: Outline;
  readonly #values: Values;

  constructor(source: Fragment, language: SourceLanguage) {
    this.#source = source;
    this.#language = language;
    const grammar = grammars[language];
    this.#outline = new Outline(source.text, grammar.parse(source.text), grammar);
    this.#values = new Values(this.#outline);
  }

  parts(): readonly (EmbeddedCall | EmbeddedScript)[] {
    const { strings, calls } = this.#outline;
    return [...strings.flatMap(node => this.#script(node)), ...calls.map(call => this.#call(call))];
  }

  /** A text that its first line makes a script, whatever is done with it. */
  #script(node: SyntaxNode): EmbeddedScript[] {
    const { text, grammar } = this.#outline;
    if (!/^\w*["'`]+\\?\n?#!/.test(text.slice(node.from, node.from + LONGEST_START))) return [];
    const parts = literalParts(node, text, grammar) ?? [];
    const pieces = parts.map(part => ('hole' in part ? { text: undefined, start: part.start, end: part.end } : part));
    const source = scriptOf(this.#source, pieces);
    return /^\n?#![ \t]*\S*\/(?:env[ \t]+)?(?:ba|da|a)?sh\b/.test(source.text) ? [{ kind: 'script', source }] : [];
  }

  #call(call: Call): EmbeddedCall {
    const { node, callee } = call;
    const isShell = this.#outline.roleOf(node) === 'shell';
    return {
      kind: 'call',
      source: this.#source,
      callee: isShell ? ['`'] : calledPath(callee, this.#outline),
      written: isShell ? '`' : this.#outline.textOf(callee),
      name: rangeOf(lastName(callee)),
      language: this.#language,
      modules: this.#outline.modules,
      texts: () => this.#direct(node),
      readings: () => this.#readings(call),
    };
  }

  #direct(node: SyntaxNode): readonly SourceText[] {
    const { text, grammar } = this.#outline;
    return argumentsOf(node).flatMap(({ value }) => {
      const parts = this.#outline.roleOf(value) === 'string' ? literalParts(value, text, grammar) : undefined;
      return parts && !parts.some(part => 'hole' in part) ? [parts as SourceText] : [];
    });
  }

  #readings({ node }: Call): readonly CallReading[] {
    const start: Reading = { arguments: [] };
    const readings = combined(start, this.#arguments(node), (reading, { argument }) => ({
      arguments: [...reading.arguments, argument],
    }));
    return readings.map(reading => ({
      arguments: reading.arguments,
      place: this.#outline.placeAt(reading.at ?? node.from),
    }));
  }

  /** The possible values of each argument. */
  #arguments(node: SyntaxNode): readonly (readonly Possible[])[] {
    const role = this.#outline.roleOf(node);
    if (role === 'shell' || role === 'tagged') {
      const text = role === 'shell' ? node : node.lastChild!;
      return [this.#possible(text, undefined)];
    }
    if (role === 'typed') return node.lastChild ? this.#members(node.lastChild) : [];
    return argumentsOf(node).flatMap(argument => this.#argument(argument));
  }

  #argument({ name, value }: ArgumentNode): readonly (readonly Possible[])[] {
    if (name) return [this.#possible(value, this.#outline.textOf(name))];
    return this.#outline.roleOf(value) === 'object'
      ? [[{ argument: { kind: 'other', range: rangeWithin(value, this.#outline.text) } }], ...this.#members(value)]
      : [this.#possible(value, undefined)];
  }

  /** `{ cmd: "..." }`, `exec.Cmd{Path: "..."}` */
  #members(node: SyntaxNode): readonly (readonly Possible[])[] {
    const [value] = this.#values.of(node);
    if (value?.kind !== 'object') return [];
    return [...value.members].map(([name, member]) => this.#possible(member, name));
  }

  #possible(node: SyntaxNode, name: string | undefined): readonly Possible[] {
    const values = this.#values.of(node).flatMap(value => possibleArguments(value, node, this.#outline.text));
    const other: Possible = {
      argument: { kind: 'other', range: rangeWithin(node, this.#outline.text) },
    };
    return (values.length > 0 ? values.slice(0, MOST_VALUES) : [other]).map(possible => ({
      ...possible,
      argument: { ...possible.argument, name },
    }));
  }
}

interface Reading extends Origin {
  readonly arguments: readonly Argument[];
}

interface Possible extends Origin {
  readonly argument: Argument;
}

interface ItemTexts extends Origin {
  readonly items: readonly SourceText[];
}

function possibleArguments(value: Value, node: SyntaxNode, text: string): readonly Possible[] {
  if (value.kind === 'object') return [];
  if (value.kind === 'text') return [{ argument: { kind: 'text', text: value.text }, ...originOf(value, {}) }];
  // One text of each item, combined with all others.
  const start: ItemTexts = { items: [], ...originOf(value, {}) };
  const texts = value.items.map((item): readonly TextValue[] => {
    const known = textsAmong(item);
    return known.length > 0 ? known : [{ kind: 'text', text: unknownText(node, text) }];
  });
  const lists = combined(start, texts, (one, next) => ({ items: [...one.items, next.text] }));
  return lists.map(({ items, at, calls }) => ({ argument: { kind: 'list', items }, at, calls }));
}

function rangeOf({ from, to }: SyntaxNode): Range {
  return { start: from, end: to };
}

function lastName(node: SyntaxNode): SyntaxNode {
  let last = node;
  while (last.lastChild && !last.lastChild.type.isError) last = last.lastChild;
  return last;
}

function solidsIn(text: string, grammar: SourceGrammar): SourceSolids {
  const comments: Range[] = [];
  const texts: Range[] = [];
  grammar.parse(text).iterate({
    enter: node => {
      const role = grammar.roles.get(node.name);
      if (role === 'comment') comments.push({ start: node.from, end: node.to });
      if (role !== 'string' && role !== 'shell' && role !== 'foreign') return true;
      texts.push({ start: node.from, end: node.to });
      return false;
    },
  });
  return { comments, texts };
}
