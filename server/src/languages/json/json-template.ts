/**
 * Configurations that are templates of Jinja, Go, ERB, mustache, autoconf or a shell. An insertion where a value or a
 * key is expected reads as a string of that length; control statements, and insertions that may be whole members, read
 * as blanks. Text in strings stays.
 */
import type { Fragment } from '../../text/fragment.ts';
import { covered } from '../../text/masked.ts';
import { NextPlaces } from '../../text/next-places.ts';

/** Control statements and insertions: how they end, and whether on the same line. */
const delimited = {
  decision: String.raw`\{%|\{#|<%(?!=)|\{\{-?[ \t]*(?:\/\*|(?:if|else|end|range|with|define|template|block)\b)`,
  put: String.raw`\{\{|<%=|\$\{`,
} as const;
const ends: readonly (readonly [begin: string, end: string, limit?: string])[] = [
  ['{%', '%}'],
  ['{#', '#}'],
  ['{{', '}}', '\n'],
  ['<%=', '%>', '\n'],
  ['<%', '%>'],
  ['${', '}', '\n'],
];
/**
 * Text that another program replaces before the file is JSON: `{{ x }}`, `<%= x %>`, `@VAR@`, `${VAR}`, `$VAR`,
 * `%(x)s`, `<VAR_X>`.
 */
const token = new RegExp(
  String.raw`(${delimited.decision})|(${delimited.put})|(@[A-Z_][A-Z0-9_]*@|\$[A-Za-z_]\w*|%\(\w+\)s|<[A-Z_]{3,}>)|"|\\.|[{}[\]:,]`,
  'gs',
);

interface Token {
  readonly kind: 'decision' | 'put' | 'mark';
  readonly start: number;
  readonly text: string;
}

function* tokensOf(text: string): Generator<Token> {
  const places = new NextPlaces(text);
  const tokens = new RegExp(token);
  for (let found = tokens.exec(text); found; found = tokens.exec(text)) {
    const { 0: whole, 1: decision, 2: put, 3: name, index: start } = found;
    const begin = decision ?? put;
    if (begin === undefined) {
      yield { kind: name === undefined ? 'mark' : 'put', start, text: whole };
      continue;
    }
    const [, end, limit] = ends.find(([each]) => begin.startsWith(each))!;
    const stop = places.endFrom(start + begin.length, end, limit);
    tokens.lastIndex = stop ?? start + 1;
    if (stop !== undefined)
      yield { kind: decision === undefined ? 'put' : 'decision', start, text: text.slice(start, stop) };
    // One that does not end is an ordinary bracket.
    else if (begin.startsWith('{')) yield { kind: 'mark', start, text: '{' };
  }
}

/** In no text that people write: masked text cannot be written again. */
const STAND_IN = '\uE000';

export function untemplatedJson(outer: Fragment): Fragment {
  if (!/\{[{%#]|<%|[@$<]|%\(/.test(outer.text)) return outer;
  return covered(outer, masked(outer.text), new RegExp(STAND_IN));
}

function masked(text: string): string {
  let inString = false;
  const open: string[] = [];
  /** The last mark outside of strings. */
  let before = '';
  const readAs = ({ kind, start, text: found }: Token): string => {
    // A quote in an insertion does not end the string around it.
    if (inString && kind !== 'mark') return found.replace(/["\\\n]/g, STAND_IN);
    if (found === '"') inString = !inString;
    if (inString || found === '"' || found.startsWith('\\')) return found;
    if (kind === 'decision') return blanks(found);
    if (kind === 'put') {
      const end = start + found.length;
      const isKey = /^\s*:/.test(text.slice(end, end + 80));
      const isValue = before === ':' || open.at(-1) === '[';
      return (isKey || isValue) && found.length > 1 ? `"${STAND_IN.repeat(found.length - 2)}"` : blanks(found);
    }
    before = found;
    if (found === '{' || found === '[') open.push(found);
    else if (found === '}' || found === ']') open.pop();
    return found;
  };
  const parts: string[] = [];
  let at = 0;
  for (const each of tokensOf(text)) {
    parts.push(text.slice(at, each.start), readAs(each));
    at = each.start + each.text.length;
  }
  return [...parts, text.slice(at)].join('');
}

function blanks(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
