/** The only file that calls unbash, the parser of shell scripts. Nothing here throws. */
import { forEachChild, type ParsedScript, parse, type SyntaxNode } from 'unbash';

export type * from 'unbash';
export { forEachChild };

/** Broken input gives a partial tree with errors. */
export function parseSafely(text: string): ParsedScript {
  try {
    return withOpenBraces(parse(text), text);
  } catch (error) {
    // A stack overflow on absurd nesting; the file then counts as almost empty.
    const message = error instanceof Error ? error.message : String(error);
    return {
      type: 'Script',
      pos: 0,
      end: text.length,
      shebang: undefined,
      commands: [],
      errors: [{ message, pos: 0 }],
    };
  }
}

/** `${ command; }` without its brace is no error to unbash, which reads all that follows as a part of it. */
function withOpenBraces(script: ParsedScript, text: string): ParsedScript {
  if (!/\$\{[\s|]/.test(text)) return script;
  const open = openBraces(script).map(pos => ({ message: 'unterminated command substitution', pos }));
  return open.length === 0 ? script : { ...script, errors: [...(script.errors ?? []), ...open] };
}

function openBraces(node: SyntaxNode, found: number[] = []): readonly number[] {
  if (node.type === 'CommandExpansion' && node.text.startsWith('${') && !node.text.endsWith('}')) found.push(node.pos);
  forEachChild(node, child => void openBraces(child, found));
  return found;
}
