/** The only file that calls jsonc-parser, the parser of JSON. */
import { type Node, type ParseError, parseTree } from 'jsonc-parser';

export { getLocation, modify, type Node, type ParseError, printParseErrorCode, visit } from 'jsonc-parser';

export interface ParsedJson {
  readonly root: Node | undefined;
  /** In the order of the text. */
  readonly errors: readonly ParseError[];
}

/** Broken input gives a partial tree with errors. */
export function parseTolerant(text: string): ParsedJson {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: false, disallowComments: false, allowEmptyContent: true });
  return { root, errors };
}
