/**
 * One pass over a shell tree that collects its simple commands, assignments and functions, each with the branches around
 * it. Knows the shell's control structures and nothing about programs.
 */
import type { Fragment, Range } from '../../syntax/fragment.ts';
import * as sh from '../../syntax/shell.ts';
import { backtickScript, shellWord } from '../../syntax/shell-word.ts';
import type { Word } from '../../syntax/word.ts';
import type { Flow, Frame } from '../frame.ts';
import type { Context, Definition, Place } from '../usage.ts';
import { Conditions } from './conditions.ts';
import { declaresLocals, namesRead } from './declarations.ts';
import { Mentions } from './mentions.ts';
import { once } from './once.ts';
import { readsInput } from './readers.ts';
import { type IndexedDefinition, ScriptIndex } from './script-index.ts';
import type { Place as NodePlace, ShellBody } from './test-reader.ts';

/** The file of a redirection. */
export interface Target {
  readonly target: sh.Word;
  readonly writes: boolean;
  readonly appends: boolean;
}

/** A simple command before wrappers and variables are seen through. */
export interface SimpleCommand {
  readonly source: Fragment;
  readonly range: Range;
  readonly name: sh.Word | undefined;
  readonly args: readonly sh.Word[];
  /** Targets of `>`, `>>` and `<`. */
  readonly redirects: readonly Target[];
  readonly context: Context;
  /** What it reads: a heredoc, a here-string, or the words of the command before it in a pipeline. */
  readonly input: sh.HereDoc | sh.HereString | sh.Command | undefined;
  /** Set for `[[ -x FILE ]]` and its like, written as the arguments of `test`. */
  readonly test?: readonly Word[];
}

export interface ShellFunction extends ShellBody {
  readonly name: string;
  readonly commands: readonly SimpleCommand[];
  /** Of variables, in its body. */
  readonly definitions: readonly Definition[];
}

export interface ShellFacts {
  readonly commands: SimpleCommand[];
  readonly definitions: (Definition & IndexedDefinition)[];
  readonly functions: ShellFunction[];
}

/** Nested substitutions beyond this depth are not looked into. */
const DEEPEST_SUBSTITUTION = 40;

/** Looks only into statements with a mention in them; mentions are offsets of the whole text. */
export function walkShell(
  tree: sh.ShellTree,
  context: Context,
  facts: ShellFacts,
  mentions = Mentions.everywhere,
): void {
  const index = once(() => {
    const all: ShellFacts = { commands: [], definitions: [], functions: [] };
    walkParts(tree, context, all, Mentions.everywhere, conditions);
    return new ScriptIndex(all);
  });
  const conditions = new Conditions(index);
  walkParts(tree, context, facts, mentions, conditions);
}

function walkParts(
  tree: sh.ShellTree,
  context: Context,
  facts: ShellFacts,
  mentions: Mentions,
  conditions: Conditions,
): void {
  let arm = 0;
  // The statements of all parts are one list.
  const parts = tree.parts.flatMap(({ start, source, scripts }) =>
    scripts.map(({ commands }) => {
      const part = { start, source, statements: commands, firstArm: arm, place: { source, scope: undefined } };
      arm += commands.length;
      return part;
    }),
  );
  const flow = conditions.listFlow(parts);
  for (const { start, source, statements, firstArm } of parts) {
    const walker = new Walker(facts, { source, start, mentions, conditions });
    walker.list(statements, source.text.length, context, context, { construct: tree, arm: firstArm, flow });
  }
}

/** A text to walk through. */
interface Stretch {
  readonly source: Fragment;
  /** Offset of the first character of `source` in the text that the mentions index. */
  readonly start: number;
  readonly mentions: Mentions;
  readonly conditions: Conditions;
  readonly depth?: number;
}

/** Carries the text that the offsets index; substitutions with a text of their own get a walker of their own. */
class Walker {
  readonly #facts: ShellFacts;
  readonly #source: Fragment;
  readonly #start: number;
  readonly #mentions: Mentions;
  readonly #conditions: Conditions;
  /** The statement before the one at hand. */
  #previous: sh.SyntaxNode | undefined;
  readonly #depth: number;

  constructor(facts: ShellFacts, { source, start, mentions, conditions, depth = 0 }: Stretch) {
    this.#facts = facts;
    this.#conditions = conditions;
    this.#source = source;
    this.#start = start;
    this.#mentions = mentions;
    this.#depth = depth;
  }

  get #place(): NodePlace {
    return { source: this.#source, scope: undefined, previous: this.#previous };
  }

  #mentioned(start: number, end: number): boolean {
    return this.#mentions.within(this.#start + start, this.#start + end);
  }

  /**
   * `end` is where the text that may belong to the last statement ends: one that lacks its `fi` does not know it.
   * `last` is the context of the last statement, whose exit status is that of the list.
   */
  list(
    statements: readonly sh.Statement[],
    end: number,
    context: Context,
    last: Context = context,
    { construct, arm: firstArm, flow }: { construct: object; arm: number; flow: Flow } = {
      construct: statements,
      arm: 0,
      flow: this.#conditions.listFlow([{ statements, firstArm: 0, place: this.#place }]),
    },
  ): void {
    const { frame: outer, language } = context;
    for (let arm = 0; arm < statements.length; arm++) {
      const { command, background, pos } = statements[arm]!;
      if (!this.#mentioned(pos, Math.max(statements[arm + 1]?.pos ?? end, statements[arm]!.end))) continue;
      const isLast = arm === statements.length - 1;
      const { captured, read, variable, place } = isLast ? last : context;
      const frame: Frame = {
        outer,
        construct,
        kind: 'list',
        arm: firstArm + arm,
        condition: false,
        flow,
      };
      this.#previous = statements[arm - 1]?.command;
      this.node(command, {
        frame,
        language,
        status: isLast ? last.status : 'plain',
        captured,
        ...(read ? { read } : {}),
        ...(variable === undefined ? {} : { variable }),
        place: background ? 'background' : place,
      });
    }
  }

  node(node: sh.SyntaxNode, context: Context): void {
    switch (node.type) {
      case 'Command':
        return this.command(node, context);
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
        for (const redirect of node.redirects) this.substitutions(redirect, context);
        return this.node(node.command, context);
      case 'TestCommand':
        return this.test(node.expression, context);
      default:
        sh.forEachChild(node, child => this.node(child, context));
    }
  }

  /** An unclosed list goes on to the end of the text, whatever the parser says. */
  private endOf({ pos, end }: sh.CompoundList): number {
    return end > pos ? end : this.#source.text.length;
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
      if (command.type === 'Command' && before?.type === 'Command') this.command(command, inner, before);
      else this.node(command, inner);
    });
  }

  private chain(node: sh.AndOr, context: Context): void {
    const allAnd = node.operators.every(operator => operator === '&&');
    const flow = this.#conditions.chainFlow(node, this.#place);
    node.commands.forEach((command, arm) => {
      const operator = node.operators[arm];
      const next = node.commands[arm + 1];
      const frame: Frame = {
        outer: context.frame,
        construct: node,
        kind: 'chain',
        arm,
        condition: operator !== undefined,
        flow,
      };
      const status = !next ? context.status : operator === '||' && doesNothing(next) ? 'ignored' : 'tested';
      const place: Place = allAnd && context.place !== 'operand' ? 'and-chain' : 'operand';
      this.node(command, { ...context, frame, status, place });
    });
  }

  private branches(node: sh.If, context: Context): void {
    const arms: readonly (sh.If | sh.Elif)[] = [node, ...node.elif];
    const part: Part = { construct: node, kind: 'if', arm: 0, flow: this.#conditions.ifFlow(node, this.#place) };
    arms.forEach((arm, index) => {
      this.condition(arm.clause, { ...part, arm: 2 * index }, context);
      this.arm(arm.then, { ...part, arm: 2 * index + 1 }, context);
    });
    if (node.else) this.arm(node.else, { ...part, arm: 2 * arms.length }, context);
  }

  private loop(node: sh.While, context: Context): void {
    const part: Part = { construct: node, kind: 'loop', arm: 0, flow: this.#conditions.loopFlow(node, this.#place) };
    this.condition(node.clause, part, context);
    this.arm(node.body, { ...part, arm: 1 }, context);
  }

  private condition(clause: sh.CompoundList, part: Part, context: Context): void {
    const frame: Frame = { ...part, outer: context.frame, condition: true };
    const inner: Context = {
      ...context,
      frame,
      status: 'plain',
      place: clause.commands.length === 1 ? 'alone' : 'statement',
    };
    this.list(clause.commands, this.endOf(clause), inner, { ...inner, status: 'tested' });
  }

  private arm(body: sh.CompoundList, part: Part, context: Context): void {
    const frame: Frame = { ...part, outer: context.frame, condition: false };
    const inner = { ...statement(context), frame };
    this.list(body.commands, this.endOf(body), inner, { ...inner, status: context.status });
  }

  private forLoop(node: sh.For | sh.Select, context: Context): void {
    for (const word of node.wordlist ?? []) this.substitutions(word, context);
    this.define(node.name.value, node.wordlist ?? [], node.wordlist ? 'loop' : 'input', context);
    this.arm(node.body, { construct: node, kind: 'loop', arm: 1 }, context);
  }

  private cases(node: sh.Case, context: Context): void {
    this.substitutions(node.word, context);
    const flow = this.#conditions.caseFlow(node, this.#place);
    node.items.forEach((item, arm) => {
      this.arm(item.body, { construct: node, kind: 'case', arm, flow }, context);
    });
  }

  private function(node: sh.Function, context: Context): void {
    const { commands, definitions, functions } = this.#facts;
    const firstCommand = commands.length;
    const firstDefinition = definitions.length;
    const flow = this.#conditions.functionFlow(node);
    const frame: Frame = { outer: context.frame, construct: node, kind: 'function', arm: 0, condition: false, flow };
    // A function of interest by its name is looked into as a whole: what it does with its arguments matters.
    const called = this.#mentioned(node.pos, Math.max(node.body.pos, node.name.end));
    const mentions = called ? Mentions.everywhere : this.#mentions;
    const stretch = { source: this.#source, start: this.#start, conditions: this.#conditions, depth: this.#depth };
    const walker = new Walker(this.#facts, { ...stretch, mentions });
    walker.node(node.body, { ...statement(context), frame, status: 'plain', captured: false });
    functions.push({
      name: node.name.value,
      commands: commands.slice(firstCommand),
      definitions: definitions.slice(firstDefinition),
      body: node.body,
      source: this.#source,
    });
  }

  /** `before` is the command that this one reads from. */
  private command(node: sh.Command, context: Context, before?: sh.Command): void {
    const args: sh.Word[] = [];
    const local = declaresLocals(node);
    for (const argument of node.args) {
      if (argument.type === 'Assignment') this.assignment(argument, context, local);
      else args.push(argument);
    }
    for (const name of namesRead(node, args)) this.define(name, [], 'input', context);
    const assigns = node.name === undefined;
    for (const prefix of node.prefix) {
      // `x=$(command)` alone has the exit status of the command.
      if (prefix.type === 'Assignment') this.assignment(prefix, assigns ? context : { ...context, status: 'plain' });
    }
    const redirects: Target[] = [];
    let input: SimpleCommand['input'] = before && (heredocOf(before) ?? before);
    for (const redirect of node.redirects) {
      this.substitutions(redirect, context);
      if (redirect.type !== 'Redirect') input = redirect;
      if (redirect.type === 'Redirect' && redirect.target) {
        const { target, operator } = redirect;
        redirects.push({ target, writes: operator.includes('>'), appends: operator.includes('>>') });
      }
    }
    if (node.name || redirects.length > 0) {
      const range = { start: node.pos, end: node.end };
      this.#facts.commands.push({
        source: this.#source,
        range,
        name: node.name,
        args: declared(node, args),
        redirects,
        input,
        context,
      });
    }
    if (node.name) this.substitutions(node.name, context);
    for (const word of args) this.substitutions(word, context);
  }

  private assignment(node: sh.Assignment, context: Context, local = false): void {
    const isArray = node.value.type === 'ArrayValue';
    const nodes = node.value.type === 'ArrayValue' ? node.value.elements : [node.value];
    this.define(node.name, nodes, isArray ? 'array' : node.append ? 'append' : 'assignment', context, local);
    for (const word of nodes) this.substitutions(word, { ...context, variable: node.name });
  }

  private define(
    name: string,
    nodes: readonly sh.Word[],
    kind: Definition['kind'],
    { frame }: Context,
    local = false,
  ): void {
    const source = this.#source;
    let words: readonly Word[] | undefined;
    this.#facts.definitions.push({
      name,
      text: nodes.length === 1 ? nodes[0]!.text : nodes.map(({ text }) => text).join(' '),
      kind,
      frame,
      local,
      nodes,
      source,
      previous: this.#previous,
      get words() {
        words ??= nodes.map(node => shellWord(node, source));
        return words;
      },
    });
  }

  /** Looks for commands inside a word, a redirection or anything else that can hold a substitution. */
  private substitutions(node: sh.SyntaxNode, context: Context): void {
    if (node.type === 'Word' && !/[`(]|\$\{\w+:?=/.test(node.text)) return;
    sh.forEachChild(node, child => {
      if (
        child.type === 'ParameterExpansion' &&
        child.operation?.type === 'Default' &&
        /=$/.test(child.operation.operator)
      )
        this.define(child.parameter, [child.operation.operand], 'fallback', context);
      if (child.type === 'Script') this.substitution(node, child, context);
      else this.substitutions(child, context);
    });
  }

  private substitution(part: sh.SyntaxNode, script: sh.ParsedScript, context: Context): void {
    if (this.#depth >= DEEPEST_SUBSTITUTION) return;
    const place: Place = script.commands.length === 1 ? 'alone' : 'statement';
    const inner: Context = { ...context, captured: true, read: true, place, status: 'plain' };
    const range = { start: part.pos, end: part.end };
    const source = script.source === undefined ? this.#source : backtickScript(this.#source, range, script.source);
    const depth = this.#depth + 1;
    const same = source === this.#source;
    const conditions = this.#conditions;
    const stretch = same
      ? { source, start: this.#start, mentions: this.#mentions, conditions, depth }
      : { source, start: 0, mentions: Mentions.everywhere, conditions, depth };
    const end = same ? part.end : source.text.length;
    new Walker(this.#facts, stretch).list(script.commands, end, inner, { ...inner, status: context.status });
  }

  /** `[[ -x FILE ]]`: the file tests, as far as a program could be looked for by one. */
  private test(expression: sh.TestExpression, context: Context): void {
    switch (expression.type) {
      case 'TestUnary': {
        const operand = shellWord(expression.operand, this.#source);
        const operator = { start: expression.pos, end: expression.pos + expression.operator.length };
        const flag: Word = {
          ...operand,
          ...operator,
          text: expression.operator,
          value: expression.operator,
          pieces: [],
        };
        const range = { start: expression.pos, end: expression.end };
        this.#facts.commands.push({
          source: this.#source,
          range,
          name: undefined,
          args: [],
          redirects: [],
          input: undefined,
          context,
          test: [flag, operand],
        });
        return this.substitutions(expression.operand, context);
      }
      case 'TestBinary':
        this.substitutions(expression.left, context);
        return this.substitutions(expression.right, context);
      case 'TestLogical': {
        const flow = this.#conditions.testFlow(expression, this.#place);
        return expression.operands.forEach((operand, arm) => {
          const part: Part = { construct: expression, kind: 'chain', arm, flow };
          this.test(operand, { ...context, frame: { ...part, outer: context.frame, condition: true } });
        });
      }
      case 'TestNot':
        return this.test(expression.operand, context);
      case 'TestGroup':
        return this.test(expression.expression, context);
    }
  }
}

/** A part of a construct, before it is known where the construct stands. */
type Part = Omit<Frame, 'outer' | 'condition'>;

/** Inside a compound command a statement is a statement again, whatever stands around it. */
function statement(context: Context): Context {
  return { ...context, place: 'statement' };
}

/** `alias x='...'` and `export A=...` keep their assignments as words too: what they hold may be run. */
function declared(node: sh.Command, args: readonly sh.Word[]): readonly sh.Word[] {
  if (node.name?.value !== 'alias') return args;
  return node.args
    .map(argument => (argument.type === 'Assignment' && argument.value.type === 'Word' ? argument.value : argument))
    .filter(word => word.type === 'Word');
}

/** The heredoc that a plain `cat` hands on. */
function heredocOf({ name, args, redirects }: sh.Command): sh.HereDoc | undefined {
  if (name?.value !== 'cat' || args.some(argument => argument.type !== 'Word' || argument.value !== '-'))
    return undefined;
  return redirects.find(redirect => redirect.type === 'HereDoc');
}

function doesNothing(node: sh.SyntaxNode): boolean {
  return node.type === 'Command' && (node.name?.value === 'true' || node.name?.value === ':');
}
