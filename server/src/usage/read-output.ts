/**
 * Where a script looks for a text in the output of a program: `grep`, `sed` and `awk` in a pipeline or on a file,
 * tests, and `case`.
 */

import * as sh from '../languages/shell/shell.ts';
import { parseShell, type ShellTree } from '../languages/shell/shell.ts';
import { shellWord } from '../languages/shell/shell-word.ts';
import { baseName } from '../programs/base-name.ts';
import { hasOption, readOptions } from '../programs/command-line.ts';
import type { KnownProgram } from '../programs/program.ts';
import { findProgram, programs } from '../programs/programs.ts';
import type { Fragment } from '../text/fragment.ts';
import type { Word } from '../text/word.ts';
import type { BranchContext } from './branch-context.ts';
import { CommandsAround } from './commands-around.ts';
import { type Keywords, mentionsAny } from './keywords.ts';
import { RelevantOffsets } from './shell/relevant-offsets.ts';
import type { SimpleCommand } from './shell/shell-facts.ts';
import { ShellScript } from './shell/shell-script.ts';
import type { Context, ReadOutput } from './usage.ts';

const readers = programs.flatMap(({ names, searches }) => (searches ? names : []));

/** Without one of these nothing is searched. */
const anyReader = new RegExp(`\\b(?:${readers.join('|')}|case|test)\\b|\\[\\s|=~`);

const comparisons = new Set(['=', '==', '!=', '=~']);

/** The words of a command that prints something, as far as they are known. */
type Producer = readonly string[];

export function readOutputs(source: Fragment, context: Context): ReadOutput[] {
  if (!context.keywords.printed?.test(source.text) || !anyReader.test(source.text)) return [];
  const tree = parseShell(source);
  const found = new OutputReader(tree, context.keywords).read();
  if (found.length === 0) return [];
  const { commands } = new ShellScript(tree, context).walk(RelevantOffsets.of(found.map(({ at }) => at)));
  const around = new CommandsAround(commands);
  return found.map(({ producers, words, node, source: own }) => ({
    kind: 'read-output',
    producers,
    words,
    branchContext: branchContextOf(node, around.commandsAt(node, own)),
  }));
}

/** A search for texts, before its branch is known. */
interface FoundReader extends Pick<ReadOutput, 'producers' | 'words'> {
  readonly node: sh.SyntaxNode;
  readonly source: Fragment;
  /** Offset in the whole text. */
  readonly at: number;
}

class OutputReader {
  readonly #tree: ShellTree;
  readonly #subject: Keywords;
  readonly #variables = new Map<string, ReadonlySet<Producer>>();
  readonly #found: FoundReader[] = [];
  /** Commands that were seen as part of their pipeline. */
  readonly #piped = new Set<sh.Command>();
  #source!: Fragment;
  #start = 0;

  constructor(tree: ShellTree, keywords: Keywords) {
    this.#tree = tree;
    this.#subject = keywords;
  }

  read(): FoundReader[] {
    // Functions may be called before the variables that they use are assigned.
    this.#eachNode(node => {
      if (node.type !== 'Assignment' || !isWord(node.value)) return;
      // `OPTIONS="$OPTIONS -x"`, repeated
      const known = this.#variables.get(node.name) ?? [];
      this.#variables.set(node.name, new Set([...known, ...this.#printedIn(node.value)]));
    });
    this.#eachNode(node => this.#visit(node));
    return this.#found;
  }

  #eachNode(visit: (node: sh.SyntaxNode) => void): void {
    for (const { source, start, scripts } of this.#tree.parts) {
      this.#source = source;
      this.#start = start;
      for (const { commands } of scripts) for (const statement of commands) eachNode(statement, visit);
    }
  }

  #visit(node: sh.SyntaxNode): void {
    switch (node.type) {
      case 'Pipeline':
        for (const [index, command] of node.commands.entries()) {
          const before = node.commands.slice(0, index).flatMap(stage => this.#producersIn(stage));
          if (index === 0 || command.type !== 'Command') continue;
          this.#piped.add(command);
          this.#command(command, [...before, ...this.#ownInput(command)]);
        }
        return;
      case 'Command':
        if (!this.#piped.has(node)) this.#command(node, this.#ownInput(node));
        return;
      case 'TestBinary':
        if (comparisons.has(node.operator)) this.#compared(node.left, [node.right], node);
        return;
      case 'Case':
        return this.#compared(
          node.word,
          node.items.flatMap(({ pattern }) => pattern),
          node,
        );
    }
  }

  /** `grep TEXT FILE`, `grep TEXT <<< "$VARIABLE"`. */
  #ownInput(command: sh.Command): Producer[] {
    const strings = hereStrings(command).flatMap(word => this.#printedIn(word));
    return readerOf(nameOf(command)) ? [...strings, textsOf(command)] : strings;
  }

  #command(command: sh.Command, producers: readonly Producer[]): void {
    const name = nameOf(command);
    const words = command.args.flatMap(argument => (isWord(argument) ? [argument] : []));
    if (name === 'test' || name === '[') {
      const [left, operator, right] = words;
      if (left && right && comparisons.has(operator?.value ?? '')) this.#compared(left, [right], command);
      return;
    }
    const reader = readerOf(name);
    if (!reader || producers.length === 0) return;
    const line = readOptions(
      words.map(word => shellWord(word, this.#source)),
      reader,
    );
    const given = line.options.flatMap(({ meaning, value }) => (value && meaning === 'pattern' ? [value.word] : []));
    const first = hasOption(line, 'pattern', 'pattern-file') ? [] : line.operands.slice(0, 1);
    this.#add(producers, [...given, ...first], command);
  }

  #compared(keywords: sh.Word, patterns: readonly sh.Word[], node: sh.SyntaxNode): void {
    const words = patterns.map(pattern => shellWord(pattern, this.#source));
    this.#add(this.#printedIn(keywords), words, node);
  }

  #add(producers: readonly Producer[], words: readonly Word[], node: sh.SyntaxNode): void {
    const own = producers.filter(texts => mentionsAny(this.#subject, texts.join(' ')));
    if (own.length === 0 || words.length === 0) return;
    this.#found.push({ producers: own, words, node, source: this.#source, at: this.#start + node.pos });
  }

  /** The commands that may have printed the values of the variables and substitutions in a word. */
  #printedIn(word: sh.Word): Producer[] {
    const found = new Set<Producer>();
    for (const part of partsOf(word)) {
      if (part.type === 'CommandExpansion')
        for (const statement of part.script?.commands ?? [])
          for (const producer of this.#producersIn(statement)) found.add(producer);
      else if (part.type === 'SimpleExpansion' || part.type === 'ParameterExpansion')
        for (const producer of this.#variables.get(/^\$\{?(\w+)/.exec(part.text)?.[1] ?? '') ?? []) found.add(producer);
    }
    return [...found];
  }

  #producersIn(root: sh.SyntaxNode): Producer[] {
    const found: Producer[] = [];
    eachNode(root, node => {
      if (node.type !== 'Command') return;
      found.push(textsOf(node));
      const shown = nameOf(node) === 'echo' || nameOf(node) === 'printf' ? node.args.filter(isWord) : [];
      found.push(...[...shown, ...hereStrings(node)].flatMap(word => this.#printedIn(word)));
    });
    return found;
  }
}

/** The context of the command itself, or of what contains the first command in a `case`. */
function branchContextOf(node: sh.SyntaxNode, inside: readonly SimpleCommand[]): BranchContext | undefined {
  const exact = inside.find(({ range }) => range.start <= node.pos && range.end >= node.end);
  let branchContext = (exact ?? inside[0])?.context.branchContext;
  while (branchContext && branchContext.node === node) branchContext = branchContext.outer;
  return branchContext;
}

function isWord(node: object): node is sh.Word {
  return 'type' in node && node.type === 'Word';
}

function readerOf(name: string): KnownProgram | undefined {
  const program = findProgram(name);
  return program?.searches ? program : undefined;
}

function hereStrings({ redirects }: sh.Command): sh.Word[] {
  return redirects.flatMap(redirect => (redirect.type === 'HereString' && redirect.target ? [redirect.target] : []));
}

function nameOf({ name }: sh.Command): string {
  return baseName(name?.value ?? '');
}

function textsOf(command: sh.Command): Producer {
  return [command.name, ...command.args].flatMap(word => (word && isWord(word) ? [word.value] : []));
}

function* partsOf(word: sh.Word): Generator<sh.WordPart | sh.DoubleQuotedChild> {
  for (const part of word.parts ?? []) {
    yield part;
    if (part.type === 'DoubleQuoted') yield* part.parts;
  }
}

/** The node and all nodes below it, those in substitutions included. */
function eachNode(root: sh.SyntaxNode, visit: (node: sh.SyntaxNode) => void): void {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    visit(node);
    sh.forEachChild(node, child => void open.push(child));
  }
}
