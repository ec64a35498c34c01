/** Texts that a script writes somewhere: heredocs, here-strings, and the output of `echo` and `printf`. */

import type * as sh from '../../languages/shell/shell.ts';
import { heredocText } from '../../languages/shell/shell-heredoc.ts';
import { innerScript, shellWord } from '../../languages/shell/shell-word.ts';
import { hasOption, readOptions } from '../../programs/command-line.ts';
import { programOf } from '../../programs/programs.ts';
import { Decoder, type Fragment } from '../../text/fragment.ts';
import type { Word } from '../../text/word.ts';
import { awkPrinted, isAwk } from './awk-commands.ts';
import { conversion, formattedWords } from './formatted.ts';
import type { SimpleCommand } from './shell-facts.ts';

/** The input: a text, or words with a space between them. */
export type Printed =
  | { readonly kind: 'text'; readonly text: Fragment }
  | { readonly kind: 'words'; readonly words: readonly Word[] };

/** What a command reads, as far as the script says. */
export function inputOf({ input, source }: SimpleCommand): Printed | undefined {
  switch (input?.type) {
    case 'HereDoc':
      return { kind: 'text', text: heredocText(input, source) };
    case 'HereString':
      return input.target && { kind: 'text', text: innerScript(shellWord(input.target, source)) };
    case 'Command':
      return input.name && printedBy(input.name, wordsOf(input.args), source);
    default:
      return undefined;
  }
}

/** All that a command reads: of `(crontab -l; echo TEXT)`, the text. */
export function inputsOf(command: SimpleCommand): readonly Printed[] {
  const { input, source } = command;
  if (input?.type !== 'Subshell' && input?.type !== 'BraceGroup') return [inputOf(command) ?? []].flat();
  return input.body.commands.flatMap(
    ({ command: node }) =>
      (node.type === 'Command' && node.name && printedBy(node.name, wordsOf(node.args), source)) || [],
  );
}

/** The output of `echo`, `printf` or a program of awk; undefined for any other program. */
export function printedBy(name: sh.Word, args: readonly sh.Word[], source: Fragment): Printed | undefined {
  if (isAwk(name.value)) {
    const [line, ...others] = awkPrinted(args.map(node => shellWord(node, source)));
    return line && others.length === 0 ? { kind: 'text', text: line } : undefined;
  }
  const program = programOf(name.value);
  if (!program.prints) return undefined;
  const line = readOptions(
    args.map(node => shellWord(node, source)),
    program,
  );
  const words = [...line.operands];
  const isFormat = name.value === 'printf';
  const isPlain = isFormat && /^(?:%s(?:\\n)?)+$/.test(words[0]?.value ?? '');
  if (isPlain) words.shift();
  const escapes = isFormat ? !isPlain : hasOption(line, 'escapes');
  const [only, ...others] = words;
  if (!only) return undefined;
  if (others.length > 0) {
    const printed = isFormat ? formattedWords(words) : words;
    if (printed || !escapes) return printed && { kind: 'words', words: printed };
  }
  const text = innerScript(only);
  return { kind: 'text', text: escapes ? withoutEscapes(text, isFormat) : text };
}

function wordsOf(args: readonly sh.CommandArgument[]): readonly sh.Word[] {
  return args.flatMap(argument => (argument.type === 'Word' ? [argument] : []));
}

const escaped: Readonly<Record<string, string>> = { '\\n': '\n', '\\t': '\t', '\\\\': '\\' };

/**
 * `
 * ` and the like as printf(1) and `echo -e` read them, and `%%` and `%s` in a format.
 */
function withoutEscapes(outer: Fragment, format: boolean): Fragment {
  const decoder = new Decoder();
  const { text } = outer;
  for (let at = 0; at < text.length; at++) {
    const pair = text.slice(at, at + 2);
    const value = escaped[pair] ?? (format && pair === '%%' ? '%' : undefined);
    const filled = format && value === undefined ? filledAt(text, at) : undefined;
    if (filled !== undefined) {
      decoder.decode(FILLED, { start: at, end: at + filled });
      at += filled - 1;
    } else if (value === undefined) decoder.copy(text[at]!, at);
    else decoder.decode(value, { start: at, end: ++at + 1 });
  }
  return decoder.finish(outer, { start: 0, end: text.length }, inserted => {
    if (inserted.includes(FILLED)) return undefined;
    const written = inserted.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
    return format ? written.replaceAll('%', '%%') : written;
  });
}

/** A variable that nobody sets, in place of an argument. */
const FILLED = '$__';

function filledAt(text: string, at: number): number | undefined {
  const found = text[at] === '%' ? conversion.exec(text.slice(at, at + 16)) : undefined;
  return found?.index === 0 ? found[0].length : undefined;
}
