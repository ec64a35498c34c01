/** The only file that calls unbash, the parser of shell scripts. Nothing here throws. */
import { type ParsedScript, parse } from 'unbash';

export type * from 'unbash';
export { forEachChild } from 'unbash';

/** Broken input gives a partial tree with errors. */
export function parseSafely(text: string): ParsedScript {
  try {
    return parse(text);
  } catch (error) {
    // A stack overflow on absurd nesting; the file is then as good as empty.
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
