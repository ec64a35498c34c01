/** `mender help CMD`, `mender h` and `mender` alone, which print help in 3.x, rewritten for a new program. */
import { splitRelease } from '../mender/generations.ts';
import { oldProgram } from '../mender/programs.ts';
import { locate, textWithPlaceholders } from '../text/word.ts';
import { calledWord } from '../usage/usage.ts';
import { deleteWords } from './call-edits.ts';
import type { CallLine } from './call-line.ts';
import { EditBuilder } from './fix.ts';
import { type OldCall, type RewrittenCall, unwritable } from './rewrite-call.ts';

export function rewriteHelp(call: OldCall): RewrittenCall {
  const { invocation, line, grammar } = call;
  const { program, command } = call.successor;
  if (!grammar) return unwritable(`there is no ${program}`, call);
  if (command !== undefined && !grammar.commands.some(({ name }) => name === command))
    return unwritable(`${program} has no \`${command}\``, call);
  const { name } = invocation;
  const called = calledWord(invocation);
  const edits = new EditBuilder();
  const range = locate(name, textWithPlaceholders(name).length - oldProgram.name.length, oldProgram.name.length);
  const words = line.items.flatMap(item => item.words);
  const [only] = line.items;
  const isHelp = line.items.length === 1 && only!.kind === 'option' && only!.spec.name === 'help';
  const asksWell = isHelp && (only!.dashes === 2) === only!.written.length > 1;
  const arguments_ = [command, '--help'].filter(Boolean).join(' ');
  const impossible = reasonAgainst(line);
  if (range) edits.replace(name.source, range, program);
  else edits.impossible();
  const [first, ...rest] = words;
  if (impossible) edits.impossible();
  else if (!first) edits.insertAfter(called.source, called.end, ` ${arguments_}`);
  else if (!asksWell) {
    edits.replace(first.source, first, arguments_);
    deleteWords(edits, rest);
  }
  return { edits, renamesOnly: edits.possible && asksWell, reviews: [], impossible, end: words.at(-1) };
}

function reasonAgainst({ items, unknownCommand }: CallLine): string | undefined {
  if (unknownCommand === '') return `an empty subcommand prints the help of 3.x and is refused since ${splitRelease}`;
  const lacking = items
    .filter(item => item.kind === 'option')
    .find(({ spec, value }) => spec.value !== undefined && value === undefined);
  return lacking && `\`--${lacking.spec.name}\` lacks its value`;
}
