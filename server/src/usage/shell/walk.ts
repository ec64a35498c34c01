/**
 * Walks through a shell tree and collects its simple commands, assignments and functions, each with the branches around
 * it. Knows the shell's control structures and nothing about programs.
 */

import * as sh from '../../languages/shell/shell.ts';
import { backtickScript } from '../../languages/shell/shell-word.ts';
import type { Fragment } from '../../text/fragment.ts';
import { DEEPEST_SUBSTITUTION } from '../../text/limits.ts';
import type { BranchContext } from '../branch-context.ts';
import type { Script } from '../script.ts';
import type { Context, Place } from '../usage.ts';
import { CommandReader, type Passing } from './command-reader.ts';
import { linesRead } from './lines-read.ts';
import { readsInput } from './readers.ts';
import { RelevantOffsets } from './relevant-offsets.ts';
import type { ShellFacts } from './shell-facts.ts';
import { doesNothing, prints, testsStatus } from './statements.ts';

/** A text to walk through; only statements that contain a relevant offset are looked into. */
interface Stretch {
  readonly source: Fragment;
  /** Offset of the first character of `source` in the text that the relevant offsets index. */
  readonly start: number;
  readonly relevantOffsets: RelevantOffsets;
  readonly depth?: number;
}

/** The list that some statements are part of, and how many others precede them. */
interface WholeList {
  readonly construct: object;
  readonly branch: number;
  readonly script: Script | undefined;
}

/** Keeps the text that the offsets index; substitutions with another text get another walker. */
export class Walker implements Passing {
  readonly facts: ShellFacts;
  readonly source: Fragment;
  readonly #start: number;
  readonly #relevantOffsets: RelevantOffsets;
  readonly #depth: number;
  readonly #commands = new CommandReader(this);

  constructor(facts: ShellFacts, { source, start, relevantOffsets, depth = 0 }: Stretch) {
    this.facts = facts;
    this.source = source;
    this.#start = start;
    this.#relevantOffsets = relevantOffsets;
    this.#depth = depth;
  }

  #mentioned(start: number, end: number): boolean {
    return this.#relevantOffsets.within(this.#start + start, this.#start + end);
  }

  /**
   * `end` is where the text that may belong to the last statement ends: a statement without its `fi` does not know it.
   * `last` is the context of the last statement, whose exit status is that of the list.
   */
  list(
    statements: readonly sh.Statement[],
    end: number,
    context: Context,
    last: Context = context,
    { construct, branch: firstBranch, script }: WholeList = { construct: statements, branch: 0, script: undefined },
  ): void {
    const { branchContext: outer, language, keywords, leavesOnFailure, outputs, checkpoint } = context;
    const start = this.#start;
    const stop = Math.max(end, statements.at(-1)?.end ?? 0);
    for (const branch of this.#relevantOffsets.among(
      statements.length,
      index => start + statements[index]!.pos,
      start + stop,
    )) {
      checkpoint?.();
      const { command, background, pos } = statements[branch]!;
      const isLast = branch === statements.length - 1;
      const next = statements[branch + 1];
      const isAsked = next !== undefined && testsStatus(this.source.text.slice(next.pos, next.end));
      const { captured, read, variable, place } = isLast ? last : context;
      const branchContext: BranchContext = {
        outer,
        node: construct,
        kind: 'list',
        branch: firstBranch + branch,
        condition: false,
        at: this.source.startOf(pos),
        ...(script && { script }),
      };
      this.node(command, {
        branchContext,
        language,
        status: isLast ? last.status : isAsked ? 'tested' : 'plain',
        captured,
        ...(read ? { read } : {}),
        ...(variable === undefined ? {} : { variable }),
        place: background ? 'background' : place,
        keywords,
        ...(leavesOnFailure && { leavesOnFailure }),
        ...(outputs && { outputs }),
        ...(checkpoint && { checkpoint }),
      });
    }
  }

  node(node: sh.SyntaxNode, context: Context): void {
    switch (node.type) {
      case 'Command':
        return this.#commands.command(node, context);
      case 'Pipeline':
        return this.pipeline(node, context);
      case 'AndOr':
        return this.chain(node, context);
      case 'If':
        return this.branches(node, context);
      case 'While':
        return this.loop(node, context);
      case 'For':
      case 'Select':
        return this.forLoop(node, context);
      case 'Case':
        return this.cases(node, context);
      case 'Function':
        return this.function(node, context);
      case 'CompoundList':
        return this.list(node.commands, this.endOf(node), statement(context), context);
      case 'Subshell':
      case 'BraceGroup':
        return this.list(node.body.commands, this.endOf(node.body), statement(context), {
          ...statement(context),
          status: context.status,
        });
      case 'Redirected':
        for (const redirect of node.redirects) this.#commands.substitutions(redirect, context);
        for (const line of linesRead(node, this.source))
          this.facts.definitions.push({ ...line, branchContext: context.branchContext });
        return this.node(node.command, context);
      case 'Coproc':
        return this.node(node.body, { ...context, place: 'operand' });
      case 'TestCommand':
        return this.#commands.test(node.expression, context);
      default:
        sh.forEachChild(node, child => this.node(child, context));
    }
  }

  /**
   * An unclosed list reaches to the end of the text, whatever the parser says, and so does a list that ends with such a
   * list.
   */
  private endOf({ pos, end, commands }: sh.CompoundList): number {
    const last = commands.at(-1)?.command;
    const isClosed = end > pos && (last === undefined || last.end > last.pos);
    return isClosed ? end : this.source.text.length;
  }

  private pipeline(node: sh.Pipeline, context: Context): void {
    const negated = node.prefixes.some(prefix => prefix.type === 'Negation');
    const piped = node.commands.length > 1;
    const lastReader = node.commands.findLastIndex((command, index) => index > 0 && readsInput(command));
    node.commands.forEach((command, index) => {
      const isLast = index === node.commands.length - 1;
      const inner: Context = {
        ...context,
        status: !isLast ? 'plain' : negated ? 'tested' : context.status,
        captured: context.captured || !isLast,
        ...(index < lastReader ? { read: true } : {}),
        place: negated || piped ? 'operand' : context.place,
      };
      const before = node.commands[index - 1];
      if (command.type === 'Command' && before && prints(before)) this.#commands.command(command, inner, before);
      else this.node(command, inner);
    });
  }

  private chain(node: sh.AndOr, context: Context): void {
    const allAnd = node.operators.every(operator => operator === '&&');
    node.commands.forEach((command, branch) => {
      const operator = node.operators[branch];
      const next = node.commands[branch + 1];
      const ignored = next !== undefined && operator === '||' && doesNothing(next);
      const at = this.source.startOf(command.pos);
      const part: Part = { node: node, kind: 'chain', branch, at, ...(ignored && { ignored }) };
      const branchContext: BranchContext = { ...part, outer: context.branchContext, condition: next !== undefined };
      const status = !next ? context.status : ignored ? 'ignored' : 'tested';
      const place: Place = allAnd && context.place !== 'operand' ? 'and-chain' : 'operand';
      this.node(command, { ...context, branchContext, status, place });
    });
  }

  private branches(node: sh.If, context: Context): void {
    const branches: readonly (sh.If | sh.Elif)[] = [node, ...node.elif];
    const part: Part = { node: node, kind: 'if', branch: 0 };
    branches.forEach((branch, index) => {
      this.condition(branch.clause, { ...part, branch: 2 * index }, context);
      this.branch(branch.then, { ...part, branch: 2 * index + 1 }, context);
    });
    if (node.else) this.branch(node.else, { ...part, branch: 2 * branches.length }, context);
  }

  private loop(node: sh.While, context: Context): void {
    const part: Part = { node: node, kind: 'loop', branch: 0 };
    this.condition(node.clause, part, context);
    this.branch(node.body, { ...part, branch: 1 }, context);
  }

  private condition(clause: sh.CompoundList, part: Part, context: Context): void {
    const branchContext: BranchContext = { ...part, outer: context.branchContext, condition: true };
    const inner: Context = {
      ...context,
      branchContext,
      status: 'plain',
      place: clause.commands.length === 1 ? 'alone' : 'statement',
    };
    this.list(clause.commands, this.endOf(clause), inner, { ...inner, status: 'tested' });
  }

  private branch(body: sh.CompoundList, part: Part, context: Context): void {
    const branchContext: BranchContext = { ...part, outer: context.branchContext, condition: false };
    const inner = { ...statement(context), branchContext };
    this.list(body.commands, this.endOf(body), inner, { ...inner, status: context.status });
  }

  private forLoop(node: sh.For | sh.Select, context: Context): void {
    for (const word of node.wordlist ?? []) this.#commands.substitutions(word, context);
    this.#commands.define(node.name.value, node.wordlist ?? [], node.wordlist ? 'loop' : 'input', context);
    this.branch(node.body, { node: node, kind: 'loop', branch: 1 }, context);
  }

  private cases(node: sh.Case, context: Context): void {
    this.#commands.substitutions(node.word, context);
    node.items.forEach((item, branch) => {
      this.branch(item.body, { node: node, kind: 'case', branch }, context);
    });
  }

  private function(node: sh.Function, context: Context): void {
    const { commands, definitions, functions } = this.facts;
    const firstCommand = commands.length;
    const firstDefinition = definitions.length;
    const branchContext: BranchContext = {
      outer: context.branchContext,
      node: node,
      kind: 'function',
      branch: 0,
      condition: false,
    };
    // A function whose name is relevant is looked into as a whole: what it does with its arguments matters.
    const called = this.#mentioned(node.pos, Math.max(node.body.pos, node.name.end));
    const relevantOffsets = called ? RelevantOffsets.everywhere : this.#relevantOffsets;
    const stretch = { source: this.source, start: this.#start, depth: this.#depth };
    const walker = new Walker(this.facts, { ...stretch, relevantOffsets });
    walker.node(node.body, { ...statement(context), branchContext, status: 'plain', captured: false });
    functions.push({
      name: node.name.value,
      commands: commands.slice(firstCommand),
      definitions: definitions.slice(firstDefinition),
    });
  }

  substitution(part: sh.SyntaxNode, script: sh.ParsedScript, context: Context): void {
    if (this.#depth >= DEEPEST_SUBSTITUTION) return;
    const place: Place = script.commands.length === 1 ? 'alone' : 'statement';
    const inner: Context = { ...context, captured: true, read: true, place, status: 'plain' };
    const range = { start: part.pos, end: part.end };
    // The text of backticks has places of its own; other text without a relevant offset can be skipped.
    if (script.source === undefined && !this.#mentioned(range.start, range.end)) return;
    const source = script.source === undefined ? this.source : backtickScript(this.source, range, script.source);
    const depth = this.#depth + 1;
    const same = source === this.source;
    const stretch = same
      ? { source, start: this.#start, relevantOffsets: this.#relevantOffsets, depth }
      : { source, start: 0, relevantOffsets: RelevantOffsets.everywhere, depth };
    const end = same ? part.end : source.text.length;
    new Walker(this.facts, stretch).list(script.commands, end, inner, { ...inner, status: context.status });
  }
}

/** A part of a node, before the context of the node is known. */
type Part = Omit<BranchContext, 'outer' | 'condition'>;

/** Inside a compound command a statement is a statement again, whatever is around it. */
function statement(context: Context): Context {
  return { ...context, place: 'statement' };
}
