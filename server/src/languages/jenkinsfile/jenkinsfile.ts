/**
 * Pipelines of Jenkins, and Groovy that they share: the scripts of the step `sh`, and commands that other steps run
 * over SSH.
 */

import { Decoder, type Fragment } from '../../text/fragment.ts';
import { standIn } from '../../text/masked.ts';
import type { Embedded } from '../embedded.ts';
import { type GroovyToken, groovyTokens } from './groovy.ts';

/** Steps, and the name of the parameter that holds the script; an empty name means the first parameter. */
const steps: ReadonlyMap<string, string> = new Map([
  ['sh', 'script'],
  ['sshCommand', 'command'],
]);

export function jenkinsfileParts(source: Fragment): Embedded[] {
  const tokens = groovyTokens(source.text);
  return tokens.flatMap((token, index): Embedded[] => {
    const parameter = token.kind === 'name' ? steps.get(token.text) : undefined;
    // `build.sh "..."`, `def sh(String x)`
    if (parameter === undefined || /^(?:\.|def|void|String)$/.test(tokens[index - 1]?.text ?? '')) return [];
    const script = scriptOf(tokens, index + 1, parameter);
    return script ? [{ kind: 'script', source: textOf(source, script) }] : [];
  });
}

/** The string that is the only argument of a step, or that its parameter names. */
function scriptOf(tokens: readonly GroovyToken[], from: number, parameter: string): GroovyToken | undefined {
  const isCall = tokens[from]?.text === '(';
  const first = tokens[isCall ? from + 1 : from];
  if (first?.kind === 'string') return first;
  for (let at = isCall ? from + 1 : from; tokens[at]?.kind === 'name' && tokens[at + 1]?.text === ':'; ) {
    const value = tokens[at + 2];
    if (tokens[at]!.text === parameter) return value?.kind === 'string' ? value : undefined;
    at = nextParameter(tokens, at + 2);
  }
  return undefined;
}

/** After the comma that ends a value. */
function nextParameter(tokens: readonly GroovyToken[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const { text, kind } = tokens[at]!;
    if (kind !== 'sign') continue;
    if (/[([{]/.test(text)) depth++;
    else if (/[)\]}]/.test(text) && --depth < 0) return tokens.length;
    else if (text === ',' && depth === 0) return at + 1;
  }
  return tokens.length;
}

const escaped: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', s: ' ' };
const escapeOrHole =
  /\\(?:\r\n|u+[\da-fA-F]{4}|[\s\S])|\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\$[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/g;

/** The text of a string; inserted expressions are covered. */
function textOf(source: Fragment, { start, end, quote = '"' }: GroovyToken): Fragment {
  const inside = { start: start + quote.length, end: end - quote.length };
  const hasHoles = quote.startsWith('"');
  const text = source.text.slice(inside.start, inside.end);
  const decoder = new Decoder();
  let at = 0;
  for (const { 0: written, index } of text.matchAll(escapeOrHole)) {
    if (written.startsWith('$') && !hasHoles) continue;
    decoder.copy(text.slice(at, index), inside.start + at);
    const from = inside.start + index;
    at = index + written.length;
    if (written.startsWith('$')) decoder.copy(standIn(written), from);
    else decoder.decode(unescaped(written.slice(1)), { start: from, end: from + written.length });
  }
  decoder.copy(text.slice(at), inside.start + at);
  return decoder.finish(source, inside, inserted => written(inserted, quote));
}

function unescaped(text: string): string {
  if (text === '\n' || text === '\r\n') return '';
  const code = /^u+([\da-fA-F]{4})$/.exec(text)?.[1];
  return code ? String.fromCharCode(Number.parseInt(code, 16)) : (escaped[text] ?? text);
}

function written(text: string, quote: string): string | undefined {
  if (text.includes('$$_') || (quote.length === 1 && text.includes('\n'))) return undefined;
  return text.replace(quote.startsWith('"') ? /[\\"$]/g : /[\\']/g, '\\$&');
}
