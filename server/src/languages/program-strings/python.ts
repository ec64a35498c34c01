/** Python. */
import { parser } from '@lezer/python';
import { childrenOf, type ImportedName, rolesOf, type SourceGrammar, type TextOf } from './grammar.ts';

const quote = `("""|'''|"|')`;

export const python: SourceGrammar = {
  parse: text => parser.parse(text),
  roles: rolesOf({
    string: 'String FormatString',
    strings: 'ContinuedString',
    list: 'ArrayExpression TupleExpression SetExpression',
    object: 'DictionaryExpression',
    call: 'CallExpression',
    name: 'VariableName',
    member: 'MemberExpression',
    wrapped: 'ParenthesizedExpression AwaitExpression',
    binary: 'BinaryExpression',
    choice: 'ConditionalExpression',
    function: 'FunctionDefinition LambdaExpression',
    class: 'ClassDefinition',
    parameters: 'ParamList',
    targets: 'AssignStatement UpdateStatement NamedExpression',
    loop: 'ForStatement ArrayComprehensionExpression ComprehensionExpression SetComprehensionExpression',
    return: 'ReturnStatement',
    import: 'ImportStatement',
    block: 'Body Script',
    decision: 'IfStatement WhileStatement MatchStatement',
    turn: 'if elif else while except case return raise or',
    comment: 'Comment',
  }),
  quotings: [
    { opening: new RegExp(`^(?=\\w?r)\\w{1,2}${quote}`, 'i'), end: ([, closing]) => closing!, escapes: 'none' },
    { opening: new RegExp(`^\\w{0,2}${quote}`), end: ([, closing]) => closing!, escapes: 'known' },
  ],
  holes: new Set(['FormatReplacement']),
  doublesBraces: 'FormatString',
  selves: new Set(['self', 'cls']),
  imports: importsOf,
};

/** `import a.b as c`, `from a.b import c as d, e` */
function importsOf(node: Parameters<SourceGrammar['imports']>[0], textOf: TextOf): readonly ImportedName[] {
  const words = childrenOf(node)
    .filter(({ name }) => name !== '(' && name !== ')')
    .map(textOf);
  const isFrom = words[0] === 'from';
  const at = words.indexOf('import');
  const module = isFrom ? words.slice(1, at).join('') : undefined;
  return items(words.slice(at + 1)).map(item => {
    const as = item.indexOf('as');
    const path = (as < 0 ? item : item.slice(0, as)).join('');
    const name = as < 0 ? path : item[as + 1];
    if (module !== undefined) return { module, name, member: path };
    return { module: as < 0 ? path.split('.')[0]! : path, name: as < 0 ? path.split('.')[0] : name };
  });
}

function items(words: readonly string[]): readonly (readonly string[])[] {
  const found: string[][] = [[]];
  for (const word of words) {
    if (word === ',') found.push([]);
    else found.at(-1)!.push(word);
  }
  return found.filter(item => item.length > 0);
}
