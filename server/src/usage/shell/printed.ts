/** Texts that a script writes somewhere: heredocs, here-strings, and what `echo` and `printf` print. */

import type * as sh from '../../languages/shell/shell.ts';
import { heredocText } from '../../languages/shell/shell-heredoc.ts';
import { innerScript, shellWord } from '../../languages/shell/shell-word.ts';
import { Decoder, type Fragment } from '../../text/fragment.ts';
import type { Word } from '../../text/word.ts';
import type { SimpleCommand } from './shell-facts.ts';

/** What comes in: a text, or words with a space between them. */
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

/** What `echo` or `printf` prints; nothing for any other program. */
export function printedBy(name: sh.Word, args: readonly sh.Word[], source: Fragment): Printed | undefined {
  if (name.value !== 'echo' && name.value !== 'printf') return undefined;
  const words = args.map(node => shellWord(node, source));
  let escapes = name.value === 'printf';
  if (!escapes) {
    while (/^-[neE]+$/.test(words[0]?.value ?? '')) escapes ||= words.shift()!.value!.includes('e');
  } else if (/^(?:%s(?:\\n)?)+$/.test(words[0]?.value ?? '')) {
    escapes = false;
    words.shift();
  }
  const [only, ...others] = words;
  if (!only) return undefined;
  if (others.length > 0) return name.value === 'echo' ? { kind: 'words', words } : undefined;
  const text = innerScript(only);
  return { kind: 'text', text: escapes ? withoutEscapes(text, name.value === 'printf') : text };
}

function wordsOf(args: readonly sh.CommandArgument[]): readonly sh.Word[] {
  return args.flatMap(argument => (argument.type === 'Word' ? [argument] : []));
}

const escaped: Readonly<Record<string, string>> = { '\\n': '\n', '\\t': '\t', '\\\\': '\\' };

/** `\n` and its like as printf(1) and `echo -e` read them, and `%%` in a format. */
function withoutEscapes(outer: Fragment, format: boolean): Fragment {
  const decoder = new Decoder();
  const { text } = outer;
  for (let at = 0; at < text.length; at++) {
    const pair = text.slice(at, at + 2);
    const value = escaped[pair] ?? (format && pair === '%%' ? '%' : undefined);
    if (value === undefined) decoder.copy(text[at]!, at);
    else decoder.decode(value, { start: at, end: ++at + 1 });
  }
  return decoder.finish(outer, { start: 0, end: text.length }, inserted => {
    const written = inserted.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
    return format ? written.replaceAll('%', '%%') : written;
  });
}
