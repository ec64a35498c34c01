/**
 * Scripts that are templates of Jinja, Go or ERB. An insertion reads as a variable of that name and length, so that it
 * forms a word with the text around it; control statements such as `{% if x %}` read as blanks.
 */
import type { Fragment } from '../../text/fragment.ts';
import { NextPlaces } from '../../text/next-places.ts';

/** What begins a part of a template, and what ends it. No part continues on the next line. */
const ends = [
  ['{%', '%}'],
  ['{{', '}}'],
  ['<%', '%>'],
] as const;

const decides = /^(?:\{%|<%(?!=)|\{\{-?[ \t]*(?:if|else|end|range|with|define|template|block)\b)/;
const name = /^\{\{[\w.$-]+\}\}$/;

/** With blanks inside, or a mere name: braces of the shell have neither. Only both ends are looked at. */
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
    // Text that the template inserts cannot be written again.
    write: (inserted, at) =>
      [...variables].some(variable => inserted.includes(variable)) ? undefined : outer.write(inserted, at),
  };
}

/** Replaces each part of a template, line by line, so that one without an end is searched for once. */
function replaced(text: string, readAs: (part: string) => string | undefined): string {
  const lines = text.split('\n');
  return lines.map(line => (/\{[{%]|<%/.test(line) ? replacedInLine(line, readAs) : line)).join('\n');
}

function replacedInLine(line: string, readAs: (part: string) => string | undefined): string {
  const places = new NextPlaces(line);
  let written = '';
  let at = 0;
  for (let start = 0; start < line.length; start++) {
    const [begin, end] = ends.find(([each]) => line.startsWith(each, start)) ?? [];
    const stop = begin === undefined ? undefined : places.endFrom(start + begin.length, end!);
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
