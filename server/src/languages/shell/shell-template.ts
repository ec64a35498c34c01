/**
 * Scripts that are templates of Jinja, Go or ERB. What is put in reads as a variable of that name and length, so that
 * it is a word with the others around it; what only decides, such as `{% if x %}`, reads as blanks.
 */
import type { Fragment } from '../../text/fragment.ts';

/** What begins a part of a template, and what ends it. Nothing goes on over the end of a line. */
const ends = [
  ['{%', '%}'],
  ['{{', '}}'],
  ['<%', '%>'],
] as const;

const decides = /^(?:\{%|<%(?!=)|\{\{-?[ \t]*(?:if|else|end|range|with|define|template|block)\b)/;
const name = /^\{\{[\w.$-]+\}\}$/;

/** With blanks inside, or a mere name: braces of the shell have neither. Only its ends are looked at. */
function isPutIn(part: string): boolean {
  if (part.startsWith('<%=')) return true;
  return (/^\{\{-?[ \t]/.test(part) && /[ \t]-?\}\}$/.test(part.slice(-4))) || name.test(part);
}

export function untemplated(outer: Fragment): Fragment {
  if (!/\{[{%]|<%/.test(outer.text)) return outer;
  const variables = new Set<string>();
  const text = replaced(outer.text, part => {
    if (decides.test(part)) return ' '.repeat(part.length);
    if (!isPutIn(part)) return undefined;
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

/** Each part of a template with what it reads as, line by line, so that one that does not end is looked for once. */
function replaced(text: string, readAs: (part: string) => string | undefined): string {
  const lines = text.split('\n');
  return lines.map(line => (/\{[{%]|<%/.test(line) ? replacedInLine(line, readAs) : line)).join('\n');
}

function replacedInLine(line: string, readAs: (part: string) => string | undefined): string {
  /** Where each end comes next: found once, and not anew from every beginning. */
  const next = new Map<string, number>();
  const stopFrom = (start: number, end: string) => {
    const known = next.get(end);
    const stop = known !== undefined && (known < 0 || known >= start) ? known : line.indexOf(end, start);
    next.set(end, stop);
    return stop < 0 ? undefined : stop + end.length;
  };
  let written = '';
  let at = 0;
  for (let start = 0; start < line.length; start++) {
    const [begin, end] = ends.find(([each]) => line.startsWith(each, start)) ?? [];
    const stop = begin === undefined ? undefined : stopFrom(start + begin.length, end!);
    const part = stop === undefined ? undefined : readAs(line.slice(start, stop));
    if (part === undefined) continue;
    written += line.slice(at, start) + part;
    at = stop!;
    start = at - 1;
  }
  return written + line.slice(at);
}

/** `{{ sudo_cmd }}` as `$sudo_cmd_____`. */
function asVariable(part: string): string {
  const name = /[A-Za-z_]\w*/.exec(part)?.[0] ?? '_';
  return `$${name}`.padEnd(part.length, '_');
}
