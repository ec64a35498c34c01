/**
 * Notes a simple command, the variables it sets and the tests of `[[ ]]`, and looks for scripts in their words. Knows
 * no control structure.
 */

import * as sh from '../../languages/shell/shell.ts';
import { shellWord } from '../../languages/shell/shell-word.ts';
import { textTests } from '../../programs/test-operators.ts';
import type { Fragment } from '../../text/fragment.ts';
import type { Word } from '../../text/word.ts';
import type { BranchContext } from '../branch-context.ts';
import type { Context, Definition } from '../usage.ts';
import { declaresLocals, namesRead } from './declarations.ts';
import type { ShellFacts, SimpleCommand, Target } from './shell-facts.ts';

/** The walk that visits the commands. */
export interface Passing {
  readonly facts: ShellFacts;
  /** The text that the offsets index. */
  readonly source: Fragment;
  /** Walks through the script of a substitution. */
  substitution(part: sh.SyntaxNode, script: sh.ParsedScript, context: Context): void;
}

export class CommandReader {
  readonly #walk: Passing;

  constructor(walk: Passing) {
    this.#walk = walk;
  }

  /** `before` is the command that this one reads from. */
  command(node: sh.Command, context: Context, before?: sh.Command | sh.Subshell | sh.BraceGroup): void {
    const args: sh.Word[] = [];
    const local = declaresLocals(node);
    for (const argument of node.args) {
      // `export X=$(command)` has the status of `export`.
      if (argument.type === 'Assignment') this.#assignment(argument, { ...context, status: 'plain' }, local);
      else args.push(argument);
    }
    for (const name of namesRead(node, args)) this.define(name, [], 'input', context);
    const assigns = node.name === undefined;
    for (const prefix of node.prefix) {
      // `x=$(command)` alone has the exit status of the command.
      if (prefix.type === 'Assignment') this.#assignment(prefix, assigns ? context : { ...context, status: 'plain' });
    }
    const redirects: Target[] = [];
    let input: SimpleCommand['input'] = before && ((before.type === 'Command' && heredocOf(before)) || before);
    for (const redirect of node.redirects) {
      this.substitutions(redirect, context);
      if (redirect.type !== 'Redirect') input = redirect;
      if (redirect.type === 'Redirect' && redirect.target) {
        const { target, operator } = redirect;
        redirects.push({ target, writes: operator.includes('>'), appends: operator.includes('>>') });
      }
    }
    if (node.name || redirects.length > 0) {
      const range = { start: node.pos, end: endOf(node, this.#walk.source.text) };
      this.#walk.facts.commands.push({
        source: this.#walk.source,
        range,
        name: node.name,
        args: declared(node, args),
        redirects,
        input,
        context,
      });
    }
    if (node.name) this.substitutions(node.name, context);
    // `[ "$(command)" = x ]` has its own status; only a test for any output depends on the command's.
    const inside = statusInside(context, testsEmptiness(node, args));
    for (const word of args) this.substitutions(word, inside);
  }

  #assignment(node: sh.Assignment, context: Context, local = false): void {
    const isArray = node.value.type === 'ArrayValue';
    const nodes = node.value.type === 'ArrayValue' ? node.value.elements : [node.value];
    this.define(node.name, nodes, isArray ? 'array' : node.append ? 'append' : 'assignment', context, local);
    for (const word of nodes) this.substitutions(word, { ...context, variable: node.name });
  }

  define(
    name: string,
    nodes: readonly sh.Word[],
    kind: Definition['kind'],
    { branchContext }: Context,
    local = false,
  ): void {
    const source = this.#walk.source;
    let words: readonly Word[] | undefined;
    this.#walk.facts.definitions.push({
      name,
      text: nodes.length === 1 ? nodes[0]!.text : nodes.map(({ text }) => text).join(' '),
      kind,
      branchContext,
      local,
      get words() {
        words ??= nodes.map(node => shellWord(node, source));
        return words;
      },
    });
  }

  /** Looks for commands inside a word, a redirection or anything else that can contain a substitution. */
  substitutions(node: sh.SyntaxNode, context: Context): void {
    if (node.type === 'Word' && !/[`(]|\$\{\w+:?=/.test(node.text)) return;
    sh.forEachChild(node, child => {
      if (
        child.type === 'ParameterExpansion' &&
        child.operation?.type === 'Default' &&
        /=$/.test(child.operation.operator)
      )
        this.define(child.parameter, [child.operation.operand], 'fallback', context);
      if (child.type === 'Script') this.#walk.substitution(node, child, context);
      else this.substitutions(child, context);
    });
  }

  /** `[[ -x FILE ]]`: the file tests, as far as they could look for a program. */
  test(expression: sh.TestExpression, context: Context): void {
    switch (expression.type) {
      case 'TestUnary': {
        const operand = shellWord(expression.operand, this.#walk.source);
        const operator = { start: expression.pos, end: expression.pos + expression.operator.length };
        const flag: Word = {
          ...operand,
          ...operator,
          text: expression.operator,
          value: expression.operator,
          pieces: [],
        };
        const range = { start: expression.pos, end: expression.end };
        this.#walk.facts.commands.push({
          source: this.#walk.source,
          range,
          name: undefined,
          args: [],
          redirects: [],
          input: undefined,
          context,
          test: [flag, operand],
        });
        return this.substitutions(expression.operand, statusInside(context, textTests.has(expression.operator)));
      }
      case 'TestBinary': {
        const { left, right } = expression;
        const inside = statusInside(context, left.value === '' || right.value === '');
        this.substitutions(left, inside);
        return this.substitutions(right, inside);
      }
      case 'TestLogical':
        return expression.operands.forEach((operand, branch) => {
          const at = this.#walk.source.startOf(firstTest(operand).pos);
          const branchContext: BranchContext = {
            outer: context.branchContext,
            node: expression,
            kind: 'chain',
            branch,
            condition: true,
            at,
          };
          this.test(operand, { ...context, branchContext });
        });
      case 'TestNot':
        return this.test(expression.operand, context);
      case 'TestGroup':
        return this.test(expression.expression, context);
    }
  }
}

/** `alias x='...'` and `export A=...` keep their assignments as words, too: their values may be run. */
function declared(node: sh.Command, args: readonly sh.Word[]): readonly sh.Word[] {
  if (node.name?.value !== 'alias') return args;
  return node.args
    .map(argument => (argument.type === 'Assignment' && argument.value.type === 'Word' ? argument.value : argument))
    .filter(word => word.type === 'Word');
}

/** The first test, after its negations and parentheses. */
function firstTest(expression: sh.TestExpression): sh.TestExpression {
  let at = expression;
  while (at.type === 'TestNot' || at.type === 'TestGroup') at = at.type === 'TestNot' ? at.operand : at.expression;
  return at;
}

function statusInside(context: Context, tested: boolean): Context {
  return { ...context, status: tested ? 'tested' : 'plain' };
}

/** `[ -z "$(command)" ]`, `[ "$(command)" != "" ]`, `[ "$(command)" ]` */
function testsEmptiness({ name }: sh.Command, args: readonly sh.Word[]): boolean {
  if (name?.value !== 'test' && name?.value !== '[') return false;
  const words = args.filter(({ value }) => value !== ']' && value !== '!');
  return words.length === 1 || words.some(({ value }) => textTests.has(value) || value === '');
}

/** A redirection without its operand, as while it is typed, includes the blanks after it. */
function endOf({ pos, end, redirects }: sh.Command, text: string): number {
  const last = redirects.at(-1);
  const operand = last?.type === 'HereDoc' ? last.delimiter : last?.target;
  const written = text.slice(pos, end);
  return pos + (last && !operand ? written.trimEnd() : written).length;
}

/** The heredoc that a plain `cat` passes on. */
function heredocOf({ name, args, redirects }: sh.Command): sh.HereDoc | undefined {
  if (name?.value !== 'cat' || args.some(argument => argument.type !== 'Word' || argument.value !== '-'))
    return undefined;
  return redirects.find(redirect => redirect.type === 'HereDoc');
}
