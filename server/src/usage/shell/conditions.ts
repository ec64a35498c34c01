/**
 * The tests of a shell script as conditions: what decides whether a statement runs, and with which status a command ends,
 * functions of the script included. Nothing is worked out before it is asked for.
 */
import * as sh from '../../syntax/shell.ts';
import { innerScript, shellWord } from '../../syntax/shell-word.ts';
import {
  type Assigned,
  type CommandLine,
  type Condition,
  choice,
  constant,
  type Exit,
  type Flow,
  literalText,
  not,
  type Pipeline,
  type Text,
  unknown,
} from '../frame.ts';
import { runsOf } from '../wrappers.ts';
import { exitOf } from './leaving.ts';
import { once } from './once.ts';
import { outputOf } from './outputs.ts';
import type { IndexedDefinition, ScriptIndex } from './script-index.ts';
import { binaryTest, comparison, testCondition, unaryTest } from './test-command.ts';
import type { Place, PlacedWord, Scope, ShellBody, TestReader } from './test-reader.ts';
import { textOf } from './texts.ts';

/** Functions that call functions, scripts within scripts: followed this deep. */
const DEEPEST_CALL = 6;

/** Calls that are followed in a whole script: each is read anew, with its own arguments. */
const MOST_CALLS = 2000;

/** A stretch of a list of statements. */
export interface ListPart {
  readonly statements: readonly sh.Statement[];
  /** Of the first statement, in the whole list. */
  readonly firstArm: number;
  readonly place: Place;
}

export class Conditions implements TestReader {
  readonly #index: ScriptIndex;
  readonly #variables = new Map<string, Text>();
  #calls = 0;

  constructor(index: ScriptIndex) {
    this.#index = index;
  }

  ifFlow(node: sh.If, place: Place): Flow {
    const arms: readonly (sh.If | sh.Elif)[] = [node, ...node.elif];
    return { kind: 'if', conditions: once(() => arms.map(({ clause }) => this.listStatus(clause.commands, place))) };
  }

  caseFlow(node: sh.Case, place: Place): Flow {
    const subject = once(() => this.#text(node.word, place));
    return { kind: 'case', subject, conditions: once(() => this.armConditions(node, place)) };
  }

  armConditions(node: sh.Case, place: Place): readonly Condition[] {
    const subject = this.#text(node.word, place);
    return node.items.map(({ pattern }) => matches(subject, pattern));
  }

  chainFlow(node: sh.AndOr, place: Place): Flow {
    const conditions = once(() => node.commands.map(command => this.status(command, place)));
    return { kind: 'chain', operators: node.operators, conditions };
  }

  testFlow(node: sh.TestLogicalExpression, place: Place): Flow {
    const conditions = once(() => node.operands.map(operand => this.#test(operand, place)));
    return { kind: 'chain', operators: node.operands.slice(1).map(() => node.operator), conditions };
  }

  loopFlow({ kind, clause }: sh.While, place: Place): Flow {
    const status = once(() => this.listStatus(clause.commands, place));
    return { kind: 'loop', condition: kind === 'until' ? () => not(status()) : status };
  }

  listFlow(parts: () => readonly ListPart[]): Flow {
    const exits = () =>
      parts().flatMap(({ statements, firstArm, place }) =>
        statements.flatMap(({ command, background }, index): Exit[] => {
          const previous = statements[index - 1]?.command;
          const when = background ? undefined : exitOf(command, this, { ...place, previous });
          return when ? [{ arm: firstArm + index, when }] : [];
        }),
      );
    return { kind: 'list', exits: once(exits) };
  }

  functionFlow({ name }: sh.Function): Flow {
    return { kind: 'function', calls: once(() => this.#index.callsOf(name.value)) };
  }

  /** The status of a list that is not left before its end, and of a function's body that may be. */
  listStatus(statements: readonly sh.Statement[], place: Place, rest?: Condition): Condition {
    let status = rest;
    for (let i = statements.length - 1; i >= 0; i--) {
      const previous = statements[i - 1]?.command ?? place.previous;
      status = this.#statusBefore(statements[i]!.command, { ...place, previous }, status);
    }
    return status ?? constant(true);
  }

  status(node: sh.SyntaxNode, place: Place): Condition {
    return this.#statusBefore(node, place, undefined);
  }

  /** With `rest` behind it, a statement decides only where it returns. */
  #statusBefore(node: sh.SyntaxNode, place: Place, rest: Condition | undefined): Condition {
    switch (node.type) {
      case 'Command':
        return rest && !returns(node) ? rest : this.#commandStatus(node, place);
      case 'Pipeline':
        return rest ?? this.#pipelineStatus(node, place);
      case 'AndOr':
        return this.#chainStatus(node, place, rest);
      case 'If': {
        const inside = { ...place, previous: undefined };
        const otherwise = node.else ? this.listStatus(node.else.commands, inside, rest) : (rest ?? constant(true));
        return [node, ...node.elif].reduceRight((no, { clause, then }) => {
          const yes = this.listStatus(then.commands, inside, rest);
          return choice(this.listStatus(clause.commands, place), yes, no);
        }, otherwise);
      }
      case 'Case': {
        const matched = this.armConditions(node, place);
        return node.items.reduceRight<Condition>(
          (no, { body }, arm) =>
            choice(matched[arm]!, this.listStatus(body.commands, { ...place, previous: undefined }, rest), no),
          rest ?? constant(true),
        );
      }
      case 'CompoundList':
        return this.listStatus(node.commands, place, rest);
      case 'BraceGroup':
        return this.listStatus(node.body.commands, place, rest);
      case 'Subshell':
        return rest ?? this.listStatus(node.body.commands, place);
      case 'Redirected':
        return this.#statusBefore(node.command, place, rest);
      case 'TestCommand':
        return rest ?? this.#test(node.expression, place);
      case 'ArithmeticCommand':
        return rest ?? this.#arithmetic(node.expression, place);
      default:
        return rest ?? unknown;
    }
  }

  /** Of the last operands, only one that returns matters when there is a `rest`. */
  #chainStatus(node: sh.AndOr, place: Place, rest: Condition | undefined): Condition {
    let status = this.status(node.commands[0]!, place);
    node.operators.forEach((operator, index) => {
      const next = this.#statusBefore(node.commands[index + 1]!, place, rest);
      const isLast = index === node.operators.length - 1;
      if (rest && isLast) status = operator === '&&' ? choice(status, next, rest) : choice(status, rest, next);
      else {
        const own = rest ? this.status(node.commands[index + 1]!, place) : next;
        status = { kind: operator === '&&' ? 'both' : 'either', of: [status, own] };
      }
    });
    return status;
  }

  #pipelineStatus(node: sh.Pipeline, place: Place): Condition {
    const negated = node.prefixes.filter(prefix => prefix.type === 'Negation').length % 2 === 1;
    const [only, ...others] = node.commands;
    const status: Condition = others.length === 0 && only ? this.status(only, place) : this.pipeline(node, place);
    return negated ? not(status) : status;
  }

  pipeline(node: sh.Pipeline | sh.Command, place: Place): Pipeline {
    const commands = node.type === 'Command' ? [node] : node.commands;
    const last = commands.at(-1);
    return {
      kind: 'pipeline',
      commands: commands.map(command => (command.type === 'Command' ? this.#plainLine(command, place) : [])),
      input: last?.type === 'Command' ? this.#hereString(last, place) : undefined,
    };
  }

  #commandStatus(node: sh.Command, place: Place): Condition {
    const [name, ...args] = this.words(node, place);
    if (!name) return this.#assignmentStatus(node, place);
    switch (name.node.value) {
      case 'true':
      case ':':
      case 'echo':
      case 'printf':
        return constant(true);
      case 'false':
        return constant(false);
      case 'return':
      case 'exit':
        return /^\d+$/.test(args[0]?.node.value ?? '') ? constant(Number(args[0]!.node.value) === 0) : unknown;
      case 'test':
        return testCondition(args.map(word => textOf(word, this)));
      case '[':
        return testCondition(args.slice(0, -1).map(word => textOf(word, this)));
    }
    const called = this.functionNamed(name.node.value);
    const inside = called && this.inside(called, args, place);
    if (inside) return this.status(called.body, inside);
    // `if $IS_NEW`, with `true` or `false` in it
    if (args.length === 0 && name.node.value.startsWith('$')) {
      return { kind: 'text', text: textOf(name, this), test: 'equal', operand: literalText('true') };
    }
    return this.#programStatus([name, ...args], node, place);
  }

  #programStatus(words: readonly PlacedWord[], node: sh.Command, place: Place): Condition {
    const read = new Map(words.map(word => [shellWord(word.node, word.source), word]));
    for (const run of runsOf([...read.keys()])) {
      if (run.kind === 'script') return this.#scriptStatus(sh.parseShell(innerScript(run.word)), place);
      const inner = run.words.flatMap(word => read.get(word) ?? []);
      if (inner.length === run.words.length && inner.length > 0 && inner.length < words.length)
        return this.#programStatus(inner, node, place);
    }
    return { kind: 'pipeline', commands: [this.#line(words)], input: this.#hereString(node, place) };
  }

  /** A script within the script has arguments of its own. */
  #scriptStatus({ parts: [part, ...others] }: sh.ShellTree, place: Place): Condition {
    const scope = deeper(place, undefined);
    if (!part || others.length > 0 || !scope) return unknown;
    const statements = part.scripts.flatMap(({ commands }) => commands);
    return this.listStatus(statements, { source: part.source, scope });
  }

  inside({ source }: ShellBody, args: readonly PlacedWord[], place: Place): Place | undefined {
    const scope = this.#calls++ < MOST_CALLS ? deeper(place, args) : undefined;
    return scope && { source, scope };
  }

  /** `V=$(command)` alone ends with the status of the command. */
  #assignmentStatus({ prefix }: sh.Command, place: Place): Condition {
    const last = prefix.at(-1);
    const part = last?.type === 'Assignment' && last.value.type === 'Word' ? onlyPart(last.value) : undefined;
    return part?.type === 'CommandExpansion' && part.script && part.script.source === undefined
      ? this.listStatus(part.script.commands, place)
      : constant(true);
  }

  /** Behind `sudo` and the like. */
  #plainLine(node: sh.Command, place: Place): CommandLine {
    const status = this.#programStatus(this.words(node, place), node, place);
    return status.kind === 'pipeline' ? (status.commands[0] ?? []) : [];
  }

  #line(words: readonly PlacedWord[]): CommandLine {
    return words.map(word => textOf(word, this));
  }

  #hereString({ redirects }: sh.Command, place: Place): Text | undefined {
    const found = redirects.find(redirect => redirect.type === 'HereString');
    return found?.target ? this.#text(found.target, place) : undefined;
  }

  /** Name and arguments, with `"$@"` as what it stands for. */
  words({ name, args }: sh.Command, place: Place): PlacedWord[] {
    const bindings = place.scope?.args;
    const nodes = [...(name ? [name] : []), ...args].flatMap(node => (node.type === 'Word' ? [node] : []));
    return nodes.flatMap(node => {
      const bound = bindings && /^"?\$\{?(@|\*|[1-9])\}?"?$/.exec(node.text)?.[1];
      if (!bound) return [{ ...place, node }];
      return /\d/.test(bound) ? bindings.slice(Number(bound) - 1, Number(bound)) : bindings;
    });
  }

  functionNamed(name: string): ShellBody | undefined {
    return /^[\w.:-]+$/.test(name) ? this.#index.functionNamed(name) : undefined;
  }

  #test(expression: sh.TestExpression, place: Place): Condition {
    switch (expression.type) {
      case 'TestUnary':
        return unaryTest(expression.operator, this.#text(expression.operand, place));
      case 'TestBinary':
        return binaryTest(
          this.#text(expression.left, place),
          expression.operator,
          patternText(expression.right) ?? this.#text(expression.right, place),
          true,
        );
      case 'TestLogical':
        return {
          kind: expression.operator === '&&' ? 'both' : 'either',
          of: expression.operands.map(operand => this.#test(operand, place)),
        };
      case 'TestNot': {
        const status = this.#test(expression.operand, place);
        return expression.negations.length % 2 === 1 ? not(status) : status;
      }
      case 'TestGroup':
        return this.#test(expression.expression, place);
    }
  }

  #arithmetic(expression: sh.ArithmeticExpression | undefined, place: Place): Condition {
    if (expression?.type === 'ArithmeticGroup') return this.#arithmetic(expression.expression, place);
    if (expression?.type !== 'ArithmeticBinary') return unknown;
    const { operator, left, right } = expression;
    if (operator === '&&' || operator === '||') {
      const of = [this.#arithmetic(left, place), this.#arithmetic(right, place)];
      return { kind: operator === '&&' ? 'both' : 'either', of };
    }
    if (left.type !== 'ArithmeticWord' || right.type !== 'ArithmeticWord') return unknown;
    return comparison(operator, this.#number(left, place), this.#number(right, place));
  }

  /** In arithmetic, a name is a variable without a `$`. */
  #number({ value, parts }: sh.ArithmeticWord, place: Place): Text {
    if (/^[A-Za-z_]\w*$/.test(value)) return this.variable(value);
    const node: sh.Word = { type: 'Word', text: value, value, pos: 0, end: 0, parts };
    return textOf({ ...place, node }, this);
  }

  #text(node: sh.Word, place: Place): Text {
    return textOf({ ...place, node }, this);
  }

  variable(name: string): Text {
    const known = this.#variables.get(name);
    if (known) return known;
    const values = () => this.#index.definitionsOf(name).map(definition => this.#assigned(definition));
    const text: Text = { kind: 'variable', name, values: once(values) };
    this.#variables.set(name, text);
    return text;
  }

  /** A loop gives its variable one value after the other. */
  #assigned({ kind, frame, nodes, source, previous }: IndexedDefinition): Assigned {
    if (kind !== 'assignment' && kind !== 'loop') return { frame, text: () => unknown };
    const read = () => {
      const [first = unknown, ...others] = nodes.map(node =>
        textOf({ node, source, previous, scope: undefined }, this),
      );
      return others.reduce<Text>((yes, no) => ({ kind: 'choice', test: unknown, yes, no }), first);
    };
    return { frame, text: once(read) };
  }

  output({ commands }: sh.ParsedScript, place: Place): Text {
    const scope = deeper(place, place.scope?.args);
    return scope ? outputOf(commands, this, { ...place, scope }) : unknown;
  }
}

function deeper({ scope }: Place, args: readonly PlacedWord[] | undefined): Scope | undefined {
  const depth = (scope?.depth ?? 0) + 1;
  return depth > DEEPEST_CALL ? undefined : { args, depth };
}

function matches(text: Text, patterns: readonly sh.Word[]): Condition {
  return {
    kind: 'either',
    of: patterns.map(pattern => ({ kind: 'text', text, test: 'glob', operand: patternText(pattern) ?? unknown })),
  };
}

/** Patterns keep their wildcards; one with an expansion in it is known only at run time. */
function patternText({ text, value }: sh.Word): Text | undefined {
  return /[$`]/.test(text) ? undefined : literalText(value);
}

function returns({ name }: sh.Command): boolean {
  return name?.value === 'return' || name?.value === 'exit';
}

function onlyPart({ parts = [] }: sh.Word): sh.WordPart | undefined {
  const [part, ...others] = parts;
  if (others.length > 0) return undefined;
  return part?.type === 'DoubleQuoted' && part.parts.length === 1 ? part.parts[0] : part;
}
