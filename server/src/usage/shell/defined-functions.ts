/** The functions that a script defines, wherever they stand: found without a look at a single word. */
import * as sh from '../../syntax/shell.ts';
import { Mentions } from './mentions.ts';
import { placesOf } from './places.ts';
import type { ShellBody } from './test-reader.ts';

export interface DefinedFunction extends ShellBody {
  readonly name: string;
  /** Offset of the last character of its name, in the whole text. */
  readonly namedAt: number;
}

/** In the order of the text. What is defined in a substitution is gone behind it. */
export function definedFunctions({ parts, source: whole }: sh.ShellTree): DefinedFunction[] {
  const places = Mentions.of([...placesOf(parts, 'functions').values()].flat());
  const found: DefinedFunction[] = [];
  for (const index of places.among(parts.length, at => parts[at]!.start, whole.text.length)) {
    const { start, source, scripts } = parts[index]!;
    const visit = (node: sh.SyntaxNode): void => {
      if (node.type === 'Function') {
        const { name, body } = node;
        found.push({ name: name.value, body, source, namedAt: start + name.end - 1 });
        // A function within a function is rare.
        if (body.end > body.pos && !places.within(start + body.pos, start + body.end)) return;
      }
      sh.forEachChild(node, child => {
        if (child.type !== 'Word' && child.type !== 'Command') visit(child);
      });
    };
    for (const { commands } of scripts) {
      const end = start + source.text.length;
      for (const arm of places.among(commands.length, at => start + commands[at]!.pos, end)) visit(commands[arm]!);
    }
  }
  return found;
}
