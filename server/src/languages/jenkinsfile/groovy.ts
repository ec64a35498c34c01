/** Strings, names and signs of Groovy, comments left out: as much as it takes to tell a string from what looks like one. */
import type { Range } from '../../text/fragment.ts';

export interface GroovyToken extends Range {
  readonly kind: 'name' | 'sign' | 'string';
  readonly text: string;
  /** Of a string: how it is quoted; in double quotes, expressions put something in. */
  readonly quote?: '"' | "'" | '"""' | "'''";
}

/** Groovy, "Strings". What is not closed is no string. */
const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<triple>'''|""")(?:[^\\]|\\[\s\S])*?\k<triple>|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[\w$]+|\S/g;

export function groovyTokens(text: string): readonly GroovyToken[] {
  return [...text.matchAll(token)].flatMap(({ 0: found, index, groups }): GroovyToken[] => {
    if (found.startsWith('//') || found.startsWith('/*')) return [];
    const range = { start: index, end: index + found.length, text: found };
    if (/^\w/.test(found)) return [{ kind: 'name', ...range }];
    const quote = groups?.['triple'] ?? (found.length > 1 ? found[0] : undefined);
    return quote === undefined
      ? [{ kind: 'sign', ...range }]
      : [{ kind: 'string', ...range, quote: quote as NonNullable<GroovyToken['quote']> }];
  });
}
