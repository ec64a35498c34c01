/** When a statement ends the list it stands in: a guard that exits, returns or breaks. */
import type * as sh from '../../syntax/shell.ts';
import { type Condition, choice, constant, not } from '../frame.ts';
import type { Place, TestReader } from './test-reader.ts';

const leaving = new Set(['exit', 'return', 'break', 'continue']);

const kinds = new Set<sh.SyntaxNode['type']>([
  'Command',
  'Pipeline',
  'Redirected',
  'BraceGroup',
  'AndOr',
  'If',
  'Case',
]);

/** False for what never ends the list it stands in, such as the definition of a function. */
export function mayLeave({ type }: sh.SyntaxNode): boolean {
  return kinds.has(type);
}

/** Undefined when the statement always goes on to the next one, as far as its words say. What is inside it the reader knows. */
export function exitOf(node: sh.SyntaxNode, reader: TestReader, place: Place): Condition | undefined {
  switch (node.type) {
    case 'Command':
      return leaves(node, reader) ? constant(true) : undefined;
    case 'Pipeline':
      return node.commands.length === 1 ? reader.exit(node.commands[0]!, place) : undefined;
    case 'Redirected':
      return reader.exit(node.command, place);
    case 'BraceGroup':
      return exitOfList(node.body, reader, place);
    case 'AndOr':
      return exitOfChain(node, reader, place);
    case 'If': {
      const arms = [node, ...node.elif].map(({ clause, then }) => ({ clause, exit: exitOfList(then, reader, place) }));
      const last = node.else && exitOfList(node.else, reader, place);
      if (!last && arms.every(({ exit }) => !exit)) return undefined;
      return arms.reduceRight(
        (no, { clause, exit }) => choice(reader.listStatus(clause.commands, place), exit ?? constant(false), no),
        last ?? constant(false),
      );
    }
    case 'Case': {
      const exits = node.items.map(({ body }) => exitOfList(body, reader, place));
      if (exits.every(exit => !exit)) return undefined;
      const matches = reader.armConditions(node, place);
      return exits.reduceRight<Condition>(
        (no, exit, arm) => choice(matches[arm]!, exit ?? constant(false), no),
        constant(false),
      );
    }
    default:
      return undefined;
  }
}

function exitOfList({ commands }: sh.CompoundList, reader: TestReader, place: Place): Condition | undefined {
  const exits = commands.flatMap(
    ({ command }, index) => reader.exit(command, { ...place, previous: commands[index - 1]?.command }) ?? [],
  );
  return exits.length > 1 ? { kind: 'either', of: exits } : exits[0];
}

function exitOfChain({ commands, operators }: sh.AndOr, reader: TestReader, place: Place): Condition | undefined {
  const exits = commands.map(command => reader.exit(command, place));
  if (exits.every(exit => !exit)) return undefined;
  const found: Condition[] = [];
  let status = reader.status(commands[0]!, place);
  exits.forEach((exit, index) => {
    if (index > 0) {
      const runs = operators[index - 1] === '&&' ? status : not(status);
      if (exit) found.push({ kind: 'both', of: [runs, exit] });
      const own = reader.status(commands[index]!, place);
      status = { kind: operators[index - 1] === '&&' ? 'both' : 'either', of: [status, own] };
    } else if (exit) found.push(exit);
  });
  return { kind: 'either', of: found };
}

/** `exec` with nothing but redirections goes on. A function of the script's own leaves it when it ends in `exit`. */
function leaves({ name, args }: sh.Command, reader: TestReader): boolean {
  const word = name?.value ?? '';
  if (leaving.has(word)) return true;
  if (word === 'exec') return args.length > 0;
  const body = reader.functionNamed(word)?.body;
  const last = body?.type === 'BraceGroup' ? body.body.commands.at(-1)?.command : undefined;
  return last?.type === 'Command' && last.name?.value === 'exit';
}
