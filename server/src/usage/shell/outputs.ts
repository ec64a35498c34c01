/** What a substitution's script writes, where that is a choice between plain texts or the output of one command. */
import type * as sh from '../../syntax/shell.ts';
import { literalText, not, type Text, unknown } from '../frame.ts';
import type { Place, TestReader } from './test-reader.ts';
import { textOf } from './texts.ts';

/** Commands that write nothing. */
const silent = new Set(['local', 'true', ':', 'set', 'shift', 'export', 'readonly', 'declare', 'return', 'exit']);

export function outputOf(statements: readonly sh.Statement[], reader: TestReader, place: Place): Text {
  const [first, ...rest] = statements.filter(({ command }) => !isSilent(command));
  if (!first) return literalText('');
  const own = outputOfNode(first.command, reader, place);
  if (rest.length === 0) return own;
  // `test && { echo a; return; }`, and what comes behind.
  const exit = reader.exit(first.command, place);
  return exit ? { kind: 'choice', test: exit, yes: own, no: outputOf(rest, reader, place) } : unknown;
}

function isSilent(node: sh.SyntaxNode): boolean {
  return node.type === 'Command' && (node.name === undefined || silent.has(node.name.value));
}

function outputOfNode(node: sh.SyntaxNode, reader: TestReader, place: Place): Text {
  const list = ({ commands }: sh.CompoundList) => outputOf(commands, reader, place);
  switch (node.type) {
    case 'Command':
      return outputOfCommand(node, reader, place);
    case 'Pipeline':
      return node.commands.length === 1
        ? outputOfNode(node.commands[0]!, reader, place)
        : { kind: 'output', of: reader.pipeline(node, place) };
    case 'AndOr':
      return outputOfChain(node, reader, place);
    case 'If':
      return [node, ...node.elif].reduceRight<Text>(
        (no, { clause, then }) => ({
          kind: 'choice',
          test: reader.listStatus(clause.commands, place),
          yes: list(then),
          no,
        }),
        node.else ? list(node.else) : literalText(''),
      );
    case 'Case': {
      const tests = reader.armConditions(node, place);
      return node.items.reduceRight<Text>(
        (no, { body }, arm) => ({ kind: 'choice', test: tests[arm]!, yes: list(body), no }),
        literalText(''),
      );
    }
    case 'CompoundList':
      return list(node);
    case 'BraceGroup':
    case 'Subshell':
      return list(node.body);
    case 'Redirected':
      return outputOfNode(node.command, reader, place);
    default:
      return unknown;
  }
}

/** Of the operands that run, the last one counts: those before it only decide. */
function outputOfChain({ commands, operators }: sh.AndOr, reader: TestReader, place: Place): Text {
  let text = outputOfNode(commands[0]!, reader, place);
  let status = reader.status(commands[0]!, place);
  operators.forEach((operator, index) => {
    const next = commands[index + 1]!;
    const runs = operator === '&&' ? status : not(status);
    text = { kind: 'choice', test: runs, yes: isSilent(next) ? text : outputOfNode(next, reader, place), no: text };
    status = { kind: operator === '&&' ? 'both' : 'either', of: [status, reader.status(next, place)] };
  });
  return text;
}

function outputOfCommand(node: sh.Command, reader: TestReader, place: Place): Text {
  const [name, ...args] = reader.words(node, place);
  const value = name?.node.value ?? '';
  if (value === 'echo' || value === 'printf') {
    const spoken = args.filter(({ node }) => !/^-[neE]+$/.test(node.value) && !/^%[sb](?:\\n)?$/.test(node.value));
    const [only, ...others] = spoken.map(word => textOf(word, reader));
    return only && others.length === 0 ? only : unknown;
  }
  const called = reader.functionNamed(value);
  const inside = called && reader.inside(called, args, place);
  return inside ? outputOfNode(called.body, reader, inside) : { kind: 'output', of: reader.pipeline(node, place) };
}
