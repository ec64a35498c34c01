/**
 * The tests of a shell script as conditions: what decides whether a statement runs, and with which status a command ends,
 * functions of the script included. Nothing is worked out before it is asked for.
 */
import type * as sh from '../../syntax/shell.ts';
import {
  type Assigned,
  type Condition,
  choice,
  constant,
  type Exit,
  type Flow,
  not,
  type Pipeline,
  type Text,
  unknown,
} from '../frame.ts';
import { commandStatus, pipelineOf } from './command-status.ts';
import { exitOf, mayLeave } from './leaving.ts';
import { once } from './once.ts';
import { outputOf } from './outputs.ts';
import { deeper } from './scope.ts';
import type { IndexedDefinition, ScriptIndex } from './script-index.ts';
import { arithmeticStatus, matches, testStatus } from './test-expressions.ts';
import type { Place, PlacedWord, ShellBody, TestReader } from './test-reader.ts';
import { textOf } from './texts.ts';

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
  /** When a statement ends its list. */
  readonly #leaves = new Map<sh.SyntaxNode, Condition | undefined>();
  #calls = 0;

  constructor(index: ScriptIndex) {
    this.#index = index;
  }

  ifFlow(node: sh.If, place: Place): Flow {
    const arms: readonly (sh.If | sh.Elif)[] = [node, ...node.elif];
    const conditions = once(() => arms.map(({ clause }) => this.listStatus(clause.commands, place)));
    return { kind: 'if', conditions, otherwise: node.else !== undefined };
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
    const conditions = once(() => node.operands.map(operand => testStatus(operand, this, place)));
    return { kind: 'chain', operators: node.operands.slice(1).map(() => node.operator), conditions };
  }

  loopFlow({ kind, clause }: sh.While, place: Place): Flow {
    const status = once(() => this.listStatus(clause.commands, place));
    return { kind: 'loop', condition: kind === 'until' ? () => not(status()) : status };
  }

  listFlow(parts: () => readonly ListPart[]): Flow {
    return { kind: 'list', exits: once(() => parts().flatMap(part => this.#exits(part))) };
  }

  #exits({ statements, firstArm, place }: ListPart): readonly Exit[] {
    const exits: Exit[] = [];
    for (const [index, { command, background }] of statements.entries()) {
      if (background || !mayLeave(command)) continue;
      const when = this.exit(command, { ...place, previous: statements[index - 1]?.command });
      if (when) exits.push({ arm: firstArm + index, when });
    }
    return exits;
  }

  /** Every list around a statement asks for it. What is called differs by its arguments. */
  exit(node: sh.SyntaxNode, place: Place): Condition | undefined {
    if (place.scope) return exitOf(node, this, place);
    if (!this.#leaves.has(node)) this.#leaves.set(node, exitOf(node, this, place));
    return this.#leaves.get(node);
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
        return rest && !returns(node) ? rest : commandStatus(node, this, place);
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
        return rest ?? testStatus(node.expression, this, place);
      case 'ArithmeticCommand':
        return rest ?? arithmeticStatus(node.expression, this, place);
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
    return pipelineOf(node, this, place);
  }

  inside({ source }: ShellBody, args: readonly PlacedWord[], place: Place): Place | undefined {
    const scope = this.#calls++ < MOST_CALLS ? deeper(place, args) : undefined;
    return scope && { source, scope };
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

function returns({ name }: sh.Command): boolean {
  return name?.value === 'return' || name?.value === 'exit';
}
