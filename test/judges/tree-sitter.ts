/** Command names as tree-sitter's grammar of bash finds them. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { npmPackages } from '../support/tools.ts';

interface SyntaxNode {
  readonly type: string;
  readonly text: string;
  /** UTF-16 offset. */
  readonly startIndex: number;
  readonly hasError: boolean;
  readonly children: readonly SyntaxNode[];
}

interface TreeSitter {
  readonly Parser: {
    init(): Promise<void>;
    new (): { setLanguage(language: unknown): void; parse(text: string): { rootNode: SyntaxNode; delete(): void } };
  };
  readonly Language: { load(path: string): Promise<unknown> };
}

/** Undefined for a text that the grammar does not understand. */
export type CommandNames = (text: string) => ReadonlySet<number> | undefined;

export async function treeSitterCommands(): Promise<CommandNames> {
  const folder = npmPackages('judges', { 'web-tree-sitter': '0.25.10', 'tree-sitter-bash': '0.25.1' });
  const modules = join(folder, 'node_modules');
  const require = createRequire(join(modules, 'of-the-judges.cjs'));
  const { Parser, Language } = require('web-tree-sitter') as TreeSitter;
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(join(modules, 'tree-sitter-bash/tree-sitter-bash.wasm')));
  return text => {
    const tree = parser.parse(text);
    const places = tree.rootNode.hasError ? undefined : new Set(commandNames(tree.rootNode));
    tree.delete();
    return places;
  };
}

function* commandNames(node: SyntaxNode): Generator<number> {
  const { type, startIndex, children } = node;
  // Builtins for which the grammar has special nodes.
  const isBuiltin = type === 'declaration_command' || type === 'unset_command';
  const isTest = type === 'test_command' && children[0]?.type === '[';
  if (type === 'command_name' || isBuiltin || isTest) yield startIndex;
  for (const child of children) yield* commandNames(child);
}
