/** The words of `test` and `[` as a condition: POSIX `test`, with the `-a` and `-o` it once had. */
import { type Comparison, type Condition, literalText, not, type Text, unknown } from '../frame.ts';

const comparisons: Readonly<Record<string, Comparison>> = {
  '-lt': 'lt',
  '-le': 'le',
  '-gt': 'gt',
  '-ge': 'ge',
  '-eq': 'eq',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  '==': 'eq',
};

export function comparison(operator: string, text: Text, operand: Text): Condition {
  if (operator === '!=' || operator === '-ne') return not({ kind: 'text', text, test: 'eq', operand });
  const test = comparisons[operator];
  return test ? { kind: 'text', text, test, operand } : unknown;
}

/** `-x FILE`, `-n TEXT`: a file test is a command line of its own. */
export function unaryTest(operator: string, operand: Text): Condition {
  const filled: Condition = { kind: 'text', text: operand, test: 'filled', operand: literalText('') };
  if (operator === '-n') return filled;
  if (operator === '-z') return not(filled);
  return {
    kind: 'pipeline',
    commands: [[literalText('test'), literalText(operator), operand]],
    input: undefined,
  };
}

export function binaryTest(left: Text, operator: string, right: Text, patterns: boolean): Condition {
  const test = patterns ? 'glob' : 'equal';
  switch (operator) {
    case '=':
    case '==':
      return { kind: 'text', text: left, test, operand: right };
    case '!=':
      return not({ kind: 'text', text: left, test, operand: right });
    case '=~':
      return { kind: 'text', text: left, test: 'regex', operand: right };
    default:
      return comparison(operator, left, right);
  }
}

/** `words` stand between `[` and `]`. */
export function testCondition(words: readonly Text[]): Condition {
  for (const [operator, kind] of [
    ['-o', 'either'],
    ['-a', 'both'],
  ] as const) {
    const at = words.findIndex((word, index) => index > 0 && isWord(word, operator));
    if (at > 0) return { kind, of: [testCondition(words.slice(0, at)), testCondition(words.slice(at + 1))] };
  }
  const [first, second, third] = words;
  if (first && isWord(first, '!') && words.length > 1) return not(testCondition(words.slice(1)));
  if (words.length === 1) return unaryTest('-n', first!);
  if (words.length === 2 && first!.kind === 'literal') return unaryTest(first!.value, second!);
  if (words.length === 3 && second!.kind === 'literal') return binaryTest(first!, second!.value, third!, false);
  return unknown;
}

function isWord(text: Text, value: string): boolean {
  return text.kind === 'literal' && text.value === value;
}
