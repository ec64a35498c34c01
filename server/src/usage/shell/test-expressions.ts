/** The tests that are part of the shell's grammar: `[[ ]]`, `(( ))` and the patterns of `case`. */
import type * as sh from '../../syntax/shell.ts';
import { type Condition, literalText, not, type Text, unknown } from '../frame.ts';
import { binaryTest, comparison, unaryTest } from './test-command.ts';
import type { Place, TestReader } from './test-reader.ts';
import { textOf } from './texts.ts';

export function testStatus(expression: sh.TestExpression, reader: TestReader, place: Place): Condition {
  switch (expression.type) {
    case 'TestUnary':
      return unaryTest(expression.operator, textOf({ ...place, node: expression.operand }, reader));
    case 'TestBinary':
      return binaryTest(
        textOf({ ...place, node: expression.left }, reader),
        expression.operator,
        patternText(expression.right) ?? textOf({ ...place, node: expression.right }, reader),
        true,
      );
    case 'TestLogical':
      return {
        kind: expression.operator === '&&' ? 'both' : 'either',
        of: expression.operands.map(operand => testStatus(operand, reader, place)),
      };
    case 'TestNot': {
      const status = testStatus(expression.operand, reader, place);
      return expression.negations.length % 2 === 1 ? not(status) : status;
    }
    case 'TestGroup':
      return testStatus(expression.expression, reader, place);
  }
}

export function arithmeticStatus(
  expression: sh.ArithmeticExpression | undefined,
  reader: TestReader,
  place: Place,
): Condition {
  if (expression?.type === 'ArithmeticGroup') return arithmeticStatus(expression.expression, reader, place);
  if (expression?.type !== 'ArithmeticBinary') return unknown;
  const { operator, left, right } = expression;
  if (operator === '&&' || operator === '||') {
    const of = [arithmeticStatus(left, reader, place), arithmeticStatus(right, reader, place)];
    return { kind: operator === '&&' ? 'both' : 'either', of };
  }
  if (left.type !== 'ArithmeticWord' || right.type !== 'ArithmeticWord') return unknown;
  return comparison(operator, numberOf(left, reader, place), numberOf(right, reader, place));
}

/** In arithmetic, a name is a variable without a `$`. */
function numberOf({ value, parts }: sh.ArithmeticWord, reader: TestReader, place: Place): Text {
  if (/^[A-Za-z_]\w*$/.test(value)) return reader.variable(value);
  const node: sh.Word = { type: 'Word', text: value, value, pos: 0, end: 0, parts };
  return textOf({ ...place, node }, reader);
}

/** Patterns keep their wildcards; one with an expansion in it is known only at run time. */
function patternText({ text, value }: sh.Word): Text | undefined {
  return /[$`]/.test(text) ? undefined : literalText(value);
}

/** `case`: one of the patterns of an arm. */
export function matches(text: Text, patterns: readonly sh.Word[]): Condition {
  return {
    kind: 'either',
    of: patterns.map(pattern => ({ kind: 'text', text, test: 'glob', operand: patternText(pattern) ?? unknown })),
  };
}
