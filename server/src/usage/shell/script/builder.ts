/** Builds the control flow of a script, as plain data, from its parsed text. Knows the shell, and no programs. */

import type * as sh from '../../../languages/shell/shell.ts';
import type { Fragment } from '../../../text/fragment.ts';
import { DEEPEST_STATEMENT } from '../../../text/limits.ts';
import type { CaseBranch, IfBranch, ListStep, Part, Script, ScriptAssignment, Step, Test, Text } from '../../script.ts';
import { literalText, unknownText } from '../../script.ts';
import { declaresLocals, namesRead } from '../declarations.ts';
import { fieldsOfLines } from '../lines-read.ts';
import { arithmeticTest, casePatterns, testOf, testOfWords } from './build-test.ts';
import type { ScriptReader } from './build-text.ts';
import { arrayText, textOf } from './build-text.ts';
import { ranBy } from './ran-by.ts';

const unknownStep: Step = { kind: 'unknown' };

export function buildScript({ parts }: sh.ShellTree): Script {
  const builder = new Builder();
  const lists = parts.flatMap(({ source, scripts }) =>
    scripts.map(({ commands, errors }, order): ListStep => {
      const list = builder.list(commands, source);
      return errors?.length || order > 0 ? { ...list, broken: true } : list;
    }),
  );
  const [only, ...others] = lists;
  const list: ListStep =
    only && others.length === 0
      ? only
      : { kind: 'list', parts: lists.map(step => ({ at: step.parts[0]?.at ?? -1, step })) };
  return { list, assigned: builder.assigned };
}

export class Builder implements ScriptReader {
  readonly assigned = new Set<string>();
  #depth = 0;

  list(statements: readonly sh.Statement[], source: Fragment): ListStep {
    return {
      kind: 'list',
      parts: statements.map(({ command, background, pos }): Part => {
        const at = source.startOf(pos);
        const step = this.#step(command, source);
        return { at, step: background ? { kind: 'background', body: { at, step } } : step };
      }),
    };
  }

  inner(statements: readonly sh.Statement[], source: Fragment, from: number): Part | undefined {
    if (this.#depth > DEEPEST_STATEMENT) return undefined;
    return this.#deeper(() => ({ at: source.startOf(from), step: this.list(statements, source) }));
  }

  #deeper<T>(work: () => T): T {
    this.#depth++;
    try {
      return work();
    } finally {
      this.#depth--;
    }
  }

  #part(node: sh.SyntaxNode, source: Fragment): Part {
    return { at: source.startOf(node.pos), step: this.#step(node, source) };
  }

  #step(node: sh.SyntaxNode, source: Fragment): Step {
    if (this.#depth > DEEPEST_STATEMENT) return unknownStep;
    return this.#deeper(() => this.#read(node, source));
  }

  #read(node: sh.SyntaxNode, source: Fragment): Step {
    switch (node.type) {
      case 'Command':
        return this.#command(node, source);
      case 'Pipeline':
        return this.#pipeline(node, source);
      case 'AndOr':
        return this.#chain(node, source);
      case 'If':
        return this.#if(node, source);
      case 'Case':
        return this.#case(node, source);
      case 'While':
        return {
          kind: 'loop',
          until: node.kind === 'until',
          test: this.#part(node.clause, source),
          body: this.#part(node.body, source),
        };
      case 'For':
      case 'Select':
        return this.#for(node, source);
      case 'ArithmeticFor':
        return { kind: 'for', variable: '', values: undefined, body: this.#part(node.body, source) };
      case 'Function':
        return { kind: 'function', name: node.name.value, body: this.#part(node.body, source) };
      case 'CompoundList':
        return this.list(node.commands, source);
      case 'BraceGroup':
        return this.list(node.body.commands, source);
      case 'Subshell':
        return { kind: 'subshell', body: this.#part(node.body, source) };
      case 'Redirected':
        return this.#linesRead(node, source) ?? this.#step(node.command, source);
      case 'Coproc':
        return { kind: 'background', body: this.#part(node.body, source) };
      case 'TestCommand':
        return { kind: 'test', test: testOf(node.expression, source, this) };
      case 'ArithmeticCommand':
        return { kind: 'test', test: arithmeticTest(node.expression, source, this) };
      default:
        return unknownStep;
    }
  }

  /** A chain that is being typed may lack an operand. */
  #chain({ commands, operators }: sh.AndOr, source: Fragment): Step {
    if (commands.length === 0) return unknownStep;
    const parts = commands.map(command => this.#part(command, source));
    return { kind: 'chain', parts, operators: operators.slice(0, parts.length - 1) };
  }

  #pipeline(node: sh.Pipeline, source: Fragment): Step {
    if (node.commands.length === 0) return unknownStep;
    const negated = node.prefixes.filter(({ type }) => type === 'Negation').length % 2 === 1;
    const [only, ...others] = node.commands;
    const inner: Step =
      only && others.length === 0
        ? this.#step(only, source)
        : { kind: 'pipeline', parts: node.commands.map(command => this.#part(command, source)) };
    return negated ? { kind: 'not', of: { at: source.startOf(only?.pos ?? node.pos), step: inner } } : inner;
  }

  #if(node: sh.If, source: Fragment): Step {
    const branches = [node, ...node.elif].map(
      ({ clause, then }): IfBranch => ({ test: this.#part(clause, source), body: this.#part(then, source) }),
    );
    return { kind: 'if', branches, otherwise: node.else && this.#part(node.else, source) };
  }

  #case(node: sh.Case, source: Fragment): Step {
    const branches = node.items.map(
      ({ pattern, body }): CaseBranch => ({ patterns: casePatterns(pattern), body: this.#part(body, source) }),
    );
    return { kind: 'case', subject: textOf(node.word, source, this), branches };
  }

  /** `while read NAME ...; do ...; done <<EOF` loops over the lines; undefined where their text is unknown. */
  #linesRead(node: sh.Redirected, source: Fragment): Step | undefined {
    const read = fieldsOfLines(node, source);
    const { command } = node;
    if (!read || command.type !== 'While') return undefined;
    for (const name of read.names) this.assigned.add(name);
    const lines = read.lines.map(fields => fields.map(literalText));
    return { kind: 'lines', names: read.names, lines, body: this.#part(command.body, source) };
  }

  #for(node: sh.For | sh.Select, source: Fragment): Step {
    this.assigned.add(node.name.value);
    const values = node.type === 'For' ? node.wordlist?.map(word => textOf(word, source, this)) : undefined;
    return { kind: 'for', variable: node.name.value, values, body: this.#part(node.body, source) };
  }

  #command(node: sh.Command, source: Fragment): Step {
    const words: sh.Word[] = [];
    const assignments: ScriptAssignment[] = [];
    const given: ScriptAssignment[] = [];
    for (const prefix of node.prefix)
      if (prefix.type === 'Assignment') (node.name ? given : assignments).push(this.#assignment(prefix, source));
    for (const argument of node.args) {
      if (argument.type === 'Word') words.push(argument);
      else if (node.name) assignments.push(this.#assignment(argument, source));
    }
    for (const name of namesRead(node, words)) {
      this.assigned.add(name);
      assignments.push({ name, at: source.startOf(node.pos), value: unknownText });
    }
    for (const { name } of assignments) this.assigned.add(name);
    const declaredOnly = declaresLocals(node) || /^(?:export|readonly|declare|typeset)$/.test(node.name?.value ?? '');
    const all = [...(node.name ? [node.name] : []), ...words];
    const { words: ran, wrapping, script } = ranBy(all, source, this);
    const besides = script ? [] : given.map(({ value }) => value);
    for (const redirect of node.redirects) {
      const parts = redirect.type === 'HereDoc' ? redirect.body.parts : redirect.target?.parts;
      if (redirect.type !== 'HereString' && parts) besides.push(textOf({ value: '', parts }, source, this));
    }
    return {
      kind: 'command',
      at: source.startOf(node.pos),
      assignments,
      given,
      words: declaredOnly ? all.slice(0, 1).map(word => textOf(word, source, this)) : ran,
      wrapping: [...wrapping, ...besides],
      script,
      replaces: node.name?.value === 'exec' && words.length > 0,
      test: this.#test(ran, source.startOf(node.pos)),
      input: this.#hereString(node, source),
      quiet: node.redirects.some(redirect => redirect.type === 'Redirect' && writesOutput(redirect)),
      writes: node.redirects.some(redirect => redirect.type === 'Redirect' && writesFile(redirect)),
    };
  }

  #test([name, ...operands]: readonly Text[], at: number): Test | undefined {
    if (name?.kind !== 'literal') return undefined;
    if (name.value === 'test') return testOfWords(operands, at);
    return name.value === '[' ? testOfWords(operands.slice(0, -1), at) : undefined;
  }

  #assignment({ name, value, append, index }: sh.Assignment, source: Fragment): ScriptAssignment {
    const at = source.startOf(value.pos);
    if (append || index) return { name, at, value: unknownText };
    const text = value.type === 'ArrayValue' ? arrayText(value, source, this) : textOf(value, source, this);
    return { name, at, value: text };
  }

  #hereString({ redirects }: sh.Command, source: Fragment): Text | undefined {
    const found = redirects.find(redirect => redirect.type === 'HereString');
    return found?.target ? textOf(found.target, source, this) : undefined;
  }
}

/** Into a file that is kept, and not into `/dev/null` or another output. */
function writesFile({ operator, target }: sh.Redirect): boolean {
  return /^(?:>|>>|>\||&>|&>>)$/.test(operator) && target !== undefined && !target.value.startsWith('/dev/');
}

/** `>FILE`, `&>FILE`, and not `2>FILE` */
function writesOutput({ operator, descriptor }: sh.Redirect): boolean {
  if (!operator.includes('>')) return false;
  return descriptor === undefined ? operator !== '<>' : descriptor.type === 'FileDescriptor' && descriptor.value === 1;
}
