/**
 * Scripts that are templates of Jinja, Go or ERB. What is put in reads as a variable of that name and length, so that
 * it is a word with the others around it; what only decides, such as `{% if x %}`, reads as blanks.
 */
import type { Fragment } from './fragment.ts';

/** With blanks inside, or a mere name: braces of the shell have neither. Nothing goes on over the end of a line. */
const putIn = /\{\{-?[ \t][^\n]*?[ \t]-?\}\}|\{\{[\w.$-]+\}\}|<%=[^\n]*?%>/g;
const decision =
  /\{%[^\n]*?%\}|\{\{-?[ \t]*(?:if|else|end|range|with|define|template|block)\b[^\n]*?\}\}|<%(?!=)[^\n]*?%>/g;

export function untemplated(outer: Fragment): Fragment {
  if (!/\{[{%]|<%/.test(outer.text)) return outer;
  const variables = new Set<string>();
  const text = outer.text
    .replace(decision, part => ' '.repeat(part.length))
    .replace(putIn, part => {
      const variable = asVariable(part);
      variables.add(variable);
      return variable;
    });
  if (text === outer.text) return outer;
  return {
    text,
    startOf: offset => outer.startOf(offset),
    endOf: offset => outer.endOf(offset),
    // What the template puts in cannot be written again.
    write: (inserted, at) =>
      [...variables].some(variable => inserted.includes(variable)) ? undefined : outer.write(inserted, at),
  };
}

/** `{{ sudo_cmd }}` as `$sudo_cmd_____`. */
function asVariable(part: string): string {
  const name = /[A-Za-z_]\w*/.exec(part)?.[0] ?? '_';
  return `$${name}`.padEnd(part.length, '_');
}
