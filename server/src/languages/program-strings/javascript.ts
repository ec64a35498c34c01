/** JavaScript and TypeScript, with or without JSX. */
import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/javascript';
import { childrenOf, type ImportedName, rolesOf, type SourceGrammar, type TextOf } from './grammar.ts';

const withMarkup = parser.configure({ dialect: 'ts jsx' });
/** With JSX, `<Type>value` would begin an element. */
const plain = parser.configure({ dialect: 'ts' });

export const javascript: SourceGrammar = {
  parse: text => {
    const tree = withMarkup.parse(text);
    if (!hasErrors(tree) || !/<\w[^>\n]*>\s*[\w("'`[{]/.test(text)) return tree;
    const other = plain.parse(text);
    return hasErrors(other) ? tree : other;
  },
  roles: rolesOf({
    string: 'String TemplateString',
    list: 'ArrayExpression',
    object: 'ObjectExpression',
    call: 'CallExpression NewExpression',
    tagged: 'TaggedTemplateExpression',
    name: 'VariableName VariableDefinition',
    self: 'this',
    member: 'MemberExpression',
    wrapped: 'ParenthesizedExpression AwaitExpression PostfixExpression',
    binary: 'BinaryExpression',
    choice: 'ConditionalExpression',
    function: 'FunctionDeclaration FunctionExpression ArrowFunction MethodDeclaration',
    class: 'ClassDeclaration ClassExpression',
    parameters: 'ParamList',
    targets: 'AssignmentExpression PropertyDeclaration',
    declarators: 'VariableDeclaration',
    loop: 'ForOfSpec',
    return: 'ReturnStatement',
    import: 'ImportDeclaration',
    block: 'Block Script SwitchBody ClassBody',
    decision: 'IfStatement WhileStatement SwitchStatement',
    turn: 'if else while case default catch return throw LogicOp',
    comment: 'LineComment BlockComment',
    foreign: 'JSXText',
  }),
  quotings: [{ opening: /^(["'`])/, end: ([, closing]) => closing!, escapes: 'all' }],
  holes: new Set(['Interpolation']),
  selves: new Set(['this']),
  imports: importsOf,
};

function hasErrors(tree: Tree): boolean {
  let found = false;
  tree.iterate({
    enter: ({ type }) => {
      found ||= type.isError;
      return !found;
    },
  });
  return found;
}

/** `import a, { b as c } from 'd'`, `import * as a from 'd'` */
function importsOf(node: SyntaxNode, textOf: TextOf): readonly ImportedName[] {
  const string = node.getChild('String');
  if (!string) return [];
  const module = moduleName(textOf(string).slice(1, -1));
  const found: ImportedName[] = [{ module }];
  for (const child of childrenOf(node)) {
    if (child.name === 'VariableDefinition') found.push({ module, name: textOf(child) });
    if (child.name !== 'ImportGroup') continue;
    let member: string | undefined;
    for (const part of childrenOf(child)) {
      if (part.name === ',') member = undefined;
      if (part.name === 'VariableName') member = textOf(part);
      if (part.name === 'VariableDefinition')
        found.push({ module, name: textOf(part), member: member ?? textOf(part) });
    }
  }
  return found;
}

/** Without the prefix of Node's own modules. */
export function moduleName(path: string): string {
  return path.replace(/^node:/, '');
}
