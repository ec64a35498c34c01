/** Values of the words of a shell script, as plain data. */

import type * as sh from '../../../languages/shell/shell.ts';
import { backtickScript } from '../../../languages/shell/shell-word.ts';
import type { Fragment } from '../../../text/fragment.ts';
import { literalText, type Part, type Text, unknownText } from '../../script.ts';

/** Reads the scripts in words. */
export interface ScriptReader {
  /** A script inside a word; undefined when it is too deep. `from` is an offset of `source`. */
  inner(statements: readonly sh.Statement[], source: Fragment, from: number): Part | undefined;
}

export function textOf(node: Pick<sh.Word, 'value' | 'parts'>, source: Fragment, reader: ScriptReader): Text {
  return node.parts ? joined(node.parts.map(part => partText(part, source, reader))) : literalText(node.value);
}

function partText(part: sh.WordPart, source: Fragment, reader: ScriptReader): Text {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return literalText(part.value);
    case 'DoubleQuoted':
    case 'LocaleString':
      return joined(part.parts.map(child => partText(child, source, reader)));
    case 'SimpleExpansion':
      return parameterText(part.text.slice(1));
    case 'ParameterExpansion':
      return expansionText(part, source, reader);
    case 'CommandExpansion':
      return part.script ? substitutionText(part, part.script, source, reader) : unknownText;
    default:
      return unknownText;
  }
}

function substitutionText(
  part: sh.CommandExpansionPart,
  script: sh.ParsedScript,
  source: Fragment,
  reader: ScriptReader,
): Text {
  const range = { start: part.pos, end: part.end };
  const own = script.source === undefined ? source : backtickScript(source, range, script.source);
  const of = reader.inner(script.commands, own, script.commands[0]?.pos ?? part.pos);
  return of ? { kind: 'output', of } : unknownText;
}

function parameterText(name: string): Text {
  if (/^[A-Za-z_]\w*$/.test(name)) return { kind: 'variable', name };
  if (name === '?') return { kind: 'status' };
  if (/^[1-9]$/.test(name)) return { kind: 'argument', position: Number(name) };
  return name === '@' || name === '*' ? { kind: 'arguments' } : unknownText;
}

function expansionText(part: sh.ParameterExpansionPart, source: Fragment, reader: ScriptReader): Text {
  const { prefix, index, operation, parameter } = part;
  if (index?.value === '@' && !prefix && !operation) return { kind: 'elements', name: parameter };
  if (prefix || index) return unknownText;
  const plain = parameterText(parameter);
  if (!operation) return plain;
  if (operation.type !== 'Default') return { kind: 'part', of: plain };
  const { operator, operand } = operation;
  if (/^:?\+$/.test(operator)) return unknownText;
  if (/^:?\?$/.test(operator) || plain.kind !== 'variable') return plain;
  return {
    kind: 'default',
    name: plain.name,
    otherwise: textOf(operand, source, reader),
    sets: operator.endsWith('='),
    replacesEmpty: operator.startsWith(':'),
  };
}

/** `(a "$B")`; undefined for an array with keys. */
export function arrayText({ elements }: sh.ArrayValue, source: Fragment, reader: ScriptReader): Text {
  if (elements.some(({ text }) => text.startsWith('['))) return unknownText;
  return { kind: 'array', elements: elements.map(element => textOf(element, source, reader)) };
}

/** Patterns keep their wildcards; a pattern with an expansion is known only at run time. */
export function patternText({ text, value }: sh.Word): Text | undefined {
  return /[$`]/.test(text) ? undefined : literalText(value);
}

function joined(parts: readonly Text[]): Text {
  const [only = literalText('')] = parts;
  return parts.length < 2 ? only : { kind: 'joined', parts };
}
