/** The usage of a program that a command runs. */
import { textWithPlaceholders, type Word } from '../../text/word.ts';
import type { Invocation } from '../usage.ts';
import { baseName } from '../wrappers.ts';
import type { Call } from './call.ts';
import { expandedWords } from './expanded.ts';
import type { SimpleCommand } from './shell-facts.ts';
import type { Variables } from './variables.ts';

export function invocationOf(
  command: SimpleCommand,
  name: Word,
  args: readonly Word[],
  { certain, indirection, indirectionWords, unknownTail: followed, positional }: Call,
  variables: Variables,
): Invocation {
  const { branchContext } = command.context;
  const expanded = expandedWords(args, variables, branchContext);
  return {
    kind: 'invocation',
    source: command.source,
    name: variables.resolve(name, branchContext),
    program: baseName(textWithPlaceholders(name)),
    args: expanded,
    command: command.range,
    context: command.context,
    certain,
    spread: !expanded.every(word => isWithin(command, word)),
    ...(indirection && indirectionWords?.includes(name) && { indirection }),
    ...(followed && { unknownTail: followed }),
    ...(positional && { positional }),
  };
}

function isWithin({ source, range }: SimpleCommand, word: Word): boolean {
  return word.source === source && word.start >= range.start && word.end <= range.end;
}
