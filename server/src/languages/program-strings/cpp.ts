/** C and C++. */
import { parser } from '@lezer/cpp';
import { rolesOf, type SourceGrammar } from './grammar.ts';

export const cpp: SourceGrammar = {
  parse: text => parser.parse(text),
  roles: rolesOf({
    string: 'String RawString PreprocArg',
    strings: 'ConcatenatedString',
    list: 'InitializerList',
    call: 'CallExpression',
    name: 'Identifier FieldIdentifier',
    self: 'this',
    member: 'FieldExpression ScopedIdentifier',
    index: 'SubscriptExpression',
    wrapped: 'ParenthesizedExpression CastExpression UserDefinedLiteral CompoundLiteralExpression',
    binary: 'BinaryExpression',
    choice: 'ConditionalExpression',
    function: 'FunctionDefinition LambdaExpression',
    class: 'ClassSpecifier StructSpecifier',
    parameters: 'ParameterList',
    pair: 'InitDeclarator AssignmentExpression FieldDeclaration',
    define: 'PreprocDirective',
    loop: 'ForRangeLoop',
    return: 'ReturnStatement',
    block: 'CompoundStatement Program FieldDeclarationList CaseStatement',
    decision: 'IfStatement WhileStatement SwitchStatement',
    turn: 'if else while case default catch return throw LogicOp',
    comment: 'LineComment BlockComment',
  }),
  quotings: [
    { opening: /^(?:u8|[uUL])?R"([^(\s]{0,16})\(/, end: ([, delimiter]) => `)${delimiter}"`, escapes: 'none' },
    { opening: /^(?:u8|[uUL])?(")/, end: ([, closing]) => closing!, escapes: 'all' },
  ],
  bareStrings: {
    node: 'PreprocArg',
    pattern: /(?:\s|\\\r?\n)*(?:u8|[uUL])?"(?<inside>(?:[^"\\\n]|\\[\s\S])*)"(?:\s|\\\r?\n)*/,
  },
  holes: new Set(),
  selves: new Set(['this']),
  isC: true,
  seesFields: true,
  imports: (node, textOf) => {
    const path = node.getChild('SystemLibString') ?? node.getChild('String');
    return path && node.getChild('#include') ? [{ module: textOf(path).slice(1, -1) }] : [];
  },
};
