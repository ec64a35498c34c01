/** What words of a shell script stand for, with the scripts in their substitutions still to be read. */
import type { Fragment } from '../../syntax/fragment.ts';
import type * as sh from '../../syntax/shell.ts';
import { backtickScript } from '../../syntax/shell-word.ts';
import { literalText, type Text, unknown } from '../frame.ts';
import type { PlacedWord, TestReader } from './test-reader.ts';

export function textOf({ node, source, scope, previous }: PlacedWord, reader: TestReader): Text {
  const read = (part: sh.WordPart): Text => {
    switch (part.type) {
      case 'Literal':
      case 'SingleQuoted':
      case 'AnsiCQuoted':
        return literalText(part.value);
      case 'DoubleQuoted':
      case 'LocaleString':
        return joined(part.parts.map(read));
      case 'SimpleExpansion':
        return parameter(part.text.slice(1));
      case 'ParameterExpansion':
        return expansion(part);
      case 'CommandExpansion':
        return part.script
          ? reader.output(part.script, { source: scriptSource(part.script, part, source), scope })
          : unknown;
      default:
        return unknown;
    }
  };
  const parameter = (name: string): Text => {
    if (/^[A-Za-z_]\w*$/.test(name)) return reader.variable(name);
    if (name === '?' && previous) return { kind: 'status', of: reader.status(previous, { source, scope }) };
    if (!/^[1-9@*]$/.test(name)) return unknown;
    if (!scope?.args) return { kind: 'argument' };
    if (!/\d/.test(name)) return joined(scope.args.map(word => textOf(word, reader)));
    const word = scope.args[Number(name) - 1];
    return word ? textOf(word, reader) : literalText('');
  };
  const expansion = (part: sh.ParameterExpansionPart): Text => {
    if (part.prefix || part.index) return unknown;
    const plain = parameter(part.parameter);
    const { operation } = part;
    if (!operation) return plain;
    // What a default stands in for is told by the variable: one that nothing sets is not known.
    if (operation.type === 'Default') return /^:?[-=?]$/.test(operation.operator) ? plain : unknown;
    return { kind: 'part', of: plain };
  };
  return node.parts ? joined(node.parts.map(read)) : literalText(node.value);
}

/** The text that the offsets of a substitution's script index. */
function scriptSource(script: sh.ParsedScript, part: sh.WordPart, source: Fragment): Fragment {
  return script.source === undefined
    ? source
    : backtickScript(source, { start: part.pos, end: part.end }, script.source);
}

function joined(parts: readonly Text[]): Text {
  const [only = literalText('')] = parts;
  return parts.length < 2 ? only : { kind: 'joined', parts };
}
