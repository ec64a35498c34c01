/** PHP, in pages or alone. */
import { parser } from '@lezer/php';
import { childrenOf, rolesOf, type SourceGrammar } from './grammar.ts';

const holes = /\$\w+(?:->\w+|\[[^\]\n]*\])?|\{\$[^{}]*\}|\$\{[^{}]*\}/y;

export const php: SourceGrammar = {
  parse: text => parser.parse(text),
  roles: rolesOf({
    string: 'String HeredocString',
    shell: 'ShellExpression',
    list: 'ArrayExpression ValueList',
    call: 'CallExpression NewExpression',
    name: 'VariableName Name',
    member: 'MemberExpression ScopedExpression QualifiedName',
    index: 'SubscriptExpression',
    wrapped: 'ParenthesizedExpression ClassMemberName CastExpression',
    binary: 'BinaryExpression',
    choice: 'ConditionalExpression',
    function: 'FunctionDefinition MethodDeclaration ArrowFunction FunctionExpression',
    class: 'ClassDeclaration',
    parameters: 'ParamList',
    pair: 'AssignmentExpression UpdateExpression VariableDeclarator',
    loop: 'ForSpec',
    return: 'ReturnStatement',
    import: 'NamespaceUseDeclaration',
    block: 'Block Template DeclarationList CaseStatement DefaultStatement',
    decision: 'IfStatement WhileStatement SwitchStatement',
    turn: 'if elseif else while case default catch return throw LogicOp',
    comment: 'LineComment BlockComment',
    foreign: 'TextInterpolation',
  }),
  quotings: [
    { opening: /^b?(')/, end: ([, closing]) => closing!, escapes: 'quotes' },
    { opening: /^b?(["`])/, end: ([, closing]) => closing!, escapes: 'all', holes },
    { opening: /^<<<[ \t]*'(\w+)'\r?\n/, end: ([, label]) => label!, escapes: 'none' },
    { opening: /^<<<[ \t]*"?(\w+)"?\r?\n/, end: ([, label]) => label!, escapes: 'all', holes },
  ],
  holes: new Set(),
  selves: new Set(['this', 'self', 'static']),
  imports: (node, textOf) => {
    const path = childrenOf(node).find(({ name }) => name === 'QualifiedName' || name === 'Name');
    if (!path) return [];
    const module = textOf(path).replaceAll('\\', '.');
    return [{ module, name: module.slice(module.lastIndexOf('.') + 1) }];
  },
};
