/**
 * Configurations that are templates of Jinja, Go, ERB, mustache, autoconf or a shell. What is put in where a value or a
 * key is expected reads as a string of that length; what only decides, and what may be a whole member, reads as blanks.
 * What is in a string stays.
 */
import type { Fragment } from '../../text/fragment.ts';
import { covered } from '../../text/masked.ts';

/**
 * What another program replaces before the file is JSON: `{{ x }}`, `<%= x %>`, `@VAR@`, `${VAR}`, `$VAR`, `%(x)s`,
 * `<VAR_X>`.
 */
const putIn = /\{\{[^\n]*?\}\}|<%=[^\n]*?%>|@[A-Z_][A-Z0-9_]*@|\$\{[^}\n]*\}|\$[A-Za-z_]\w*|%\(\w+\)s|<[A-Z_]{3,}>/;
const decision =
  /\{%[\s\S]*?%\}|\{#[\s\S]*?#\}|\{\{-?[ \t]*(?:\/\*|(?:if|else|end|range|with|define|template|block)\b)[^\n]*?\}\}|<%(?![=])[\s\S]*?%>/;
const token = new RegExp(String.raw`(${decision.source})|(${putIn.source})|"|\\.|[{}[\]:,]`, 'gs');

/** In no text that people write: what is masked cannot be written again. */
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
  return text.replace(token, (found: string, decides: string | undefined, put: string | undefined, at: number) => {
    // A quote in what is put into a string does not end it.
    if (inString && (decides ?? put) !== undefined) return found.replace(/["\\\n]/g, STAND_IN);
    if (found === '"') inString = !inString;
    if (inString || found === '"' || found.startsWith('\\')) return found;
    if (decides !== undefined) return blanks(found);
    if (put !== undefined) {
      const isKey = /^\s*:/.test(text.slice(at + found.length, at + found.length + 80));
      const isValue = before === ':' || open.at(-1) === '[';
      return (isKey || isValue) && found.length > 1 ? `"${STAND_IN.repeat(found.length - 2)}"` : blanks(found);
    }
    before = found;
    if (found === '{' || found === '[') open.push(found);
    else if (found === '}' || found === ']') open.pop();
    return found;
  });
}

function blanks(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
