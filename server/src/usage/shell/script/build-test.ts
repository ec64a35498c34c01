/** What `[[ ]]`, `(( ))`, `test` and `[` test, as plain data: POSIX `test`, with the `-a` and `-o` it once had. */

import type * as sh from '../../../languages/shell/shell.ts';
import { comparisons, connectives, textTests } from '../../../programs/test-operators.ts';
import type { Fragment } from '../../../text/fragment.ts';
import { literalText, type Test, type Text, unknownText } from '../../script.ts';
import type { ScriptReader } from './build-text.ts';
import { patternText, textOf } from './build-text.ts';

const unknownTest: Test = { kind: 'unknown' };

function comparison(operator: string, text: Text, operand: Text): Test {
  const test = comparisons.get(operator);
  if (!test) return unknownTest;
  if (test === 'ne') return { kind: 'not', of: { kind: 'text', text, test: 'eq', operand } };
  return { kind: 'text', text, test, operand };
}

function filledTest(text: Text): Test {
  return { kind: 'text', text, test: 'filled', operand: literalText('') };
}

function unaryTest(operator: string, operand: Text, at: number): Test {
  switch (textTests.get(operator)) {
    case 'filled':
      return filledTest(operand);
    case 'empty':
      return { kind: 'not', of: filledTest(operand) };
    default:
      return { kind: 'file', at, operator, file: operand };
  }
}

function binaryTest(left: Text, operator: string, right: Text, patterns: boolean): Test {
  const test = patterns ? 'glob' : 'equal';
  switch (operator) {
    case '=':
    case '==':
      return { kind: 'text', text: left, test, operand: right };
    case '!=':
      return { kind: 'not', of: { kind: 'text', text: left, test, operand: right } };
    case '=~':
      return { kind: 'text', text: left, test: 'regex', operand: right };
    default:
      return comparison(operator, left, right);
  }
}

/** `words` follow `test`, or are between `[` and `]`; `at` is where the command starts. */
export function testOfWords(words: readonly Text[], at: number): Test {
  for (const [operator, kind] of connectives) {
    const index = words.findIndex((word, position) => position > 0 && isWord(word, operator));
    if (index > 0)
      return { kind, of: [testOfWords(words.slice(0, index), at), testOfWords(words.slice(index + 1), at)] };
  }
  const [first, second, third] = words;
  if (first && isWord(first, '!') && words.length > 1) return { kind: 'not', of: testOfWords(words.slice(1), at) };
  if (words.length === 1) return filledTest(first!);
  if (words.length === 2 && first!.kind === 'literal') return unaryTest(first!.value, second!, at);
  if (words.length === 3 && second!.kind === 'literal') return binaryTest(first!, second!.value, third!, false);
  return unknownTest;
}

function isWord(text: Text, value: string): boolean {
  return text.kind === 'literal' && text.value === value;
}

export function testOf(expression: sh.TestExpression, source: Fragment, reader: ScriptReader): Test {
  switch (expression.type) {
    case 'TestUnary':
      return unaryTest(expression.operator, textOf(expression.operand, source, reader), source.startOf(expression.pos));
    case 'TestBinary':
      return binaryTest(
        textOf(expression.left, source, reader),
        expression.operator,
        patternText(expression.right) ?? textOf(expression.right, source, reader),
        true,
      );
    case 'TestLogical':
      return {
        kind: expression.operator === '&&' ? 'both' : 'either',
        of: expression.operands.map(operand => testOf(operand, source, reader)),
      };
    case 'TestNot': {
      const of = testOf(expression.operand, source, reader);
      return expression.negations.length % 2 === 1 ? { kind: 'not', of } : of;
    }
    case 'TestGroup':
      return testOf(expression.expression, source, reader);
  }
}

export function arithmeticTest(
  expression: sh.ArithmeticExpression | undefined,
  source: Fragment,
  reader: ScriptReader,
): Test {
  if (expression?.type === 'ArithmeticGroup') return arithmeticTest(expression.expression, source, reader);
  if (expression?.type !== 'ArithmeticBinary') return unknownTest;
  const { operator, left, right } = expression;
  if (operator === '&&' || operator === '||') {
    const of = [arithmeticTest(left, source, reader), arithmeticTest(right, source, reader)];
    return { kind: operator === '&&' ? 'both' : 'either', of };
  }
  if (left.type !== 'ArithmeticWord' || right.type !== 'ArithmeticWord') return unknownTest;
  return comparison(operator, numberOf(left, source, reader), numberOf(right, source, reader));
}

/** In arithmetic, a name is a variable without a `$`. */
function numberOf({ value, parts }: sh.ArithmeticWord, source: Fragment, reader: ScriptReader): Text {
  if (/^[A-Za-z_]\w*$/.test(value)) return { kind: 'variable', name: value };
  return textOf({ value, parts }, source, reader);
}

export function casePatterns(patterns: readonly sh.Word[]): readonly Text[] {
  return patterns.map(pattern => patternText(pattern) ?? unknownText);
}
