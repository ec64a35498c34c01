/** Go. */
import { parser } from '@lezer/go';
import { rolesOf, type SourceGrammar } from './grammar.ts';

export const go: SourceGrammar = {
  parse: text => parser.parse(text),
  roles: rolesOf({
    string: 'String',
    list: 'LiteralValue',
    typed: 'TypedLiteral',
    call: 'CallExpr',
    name: 'VariableName DefName',
    member: 'SelectorExpr',
    index: 'IndexExpr SliceExpr',
    wrapped: 'ParenthesizedExpr UnaryExp Conversion',
    binary: 'BinaryExp',
    function: 'FunctionDecl MethodDecl FunctionLiteral',
    class: 'TypeSpec',
    parameters: 'Parameters',
    targets: 'ConstSpec VarSpec VarDecl Assignment',
    loop: 'RangeClause',
    return: 'ReturnStatement',
    import: 'ImportSpec',
    block: 'Block SourceFile SwitchBlock SelectBlock',
    decision: 'IfStatement SwitchStatement TypeSwitchStatement SelectStatement',
    turn: 'if else case default return',
    comment: 'LineComment BlockComment',
  }),
  quotings: [
    { opening: /^(`)/, end: ([, closing]) => closing!, escapes: 'none' },
    { opening: /^(")/, end: ([, closing]) => closing!, escapes: 'all' },
  ],
  holes: new Set(),
  selves: new Set(),
  imports: (node, textOf) => {
    const path = node.getChild('String');
    if (!path) return [];
    const alias = node.getChild('DefName');
    const module = textOf(path).slice(1, -1);
    // A version at the end is not part of the name.
    const last = module.replace(/\/v\d+$/, '').replace(/^.*\//, '');
    return [{ module, name: alias ? textOf(alias) : last }];
  },
};
