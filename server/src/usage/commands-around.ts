/**
 * Which commands of a script overlap with a part of it. Statements follow one another, so that only few commands are
 * compared.
 */

import { firstIndex } from '../text/first-index.ts';
import type { Fragment } from '../text/fragment.ts';
import type { SimpleCommand } from './shell/shell-facts.ts';

interface Indexed {
  readonly commands: SimpleCommand[];
  /** For each command, the furthest end of it and those before it. */
  readonly reach: number[];
  /** For each command, the first start of it and those after it. */
  readonly next: number[];
}

export class CommandsAround {
  readonly #bySource = new Map<Fragment, Indexed>();

  /** In the order of a walk, which is that of the statements; within a statement, commands may be in any order. */
  constructor(commands: readonly SimpleCommand[]) {
    for (const command of commands) {
      const known = this.#bySource.get(command.source) ?? { commands: [], reach: [], next: [] };
      this.#bySource.set(command.source, known);
      known.commands.push(command);
      known.reach.push(Math.max(known.reach.at(-1) ?? 0, command.range.end));
      known.next.push(command.range.start);
    }
    for (const { next } of this.#bySource.values())
      for (let at = next.length - 2; at >= 0; at--) next[at] = Math.min(next[at]!, next[at + 1]!);
  }

  /** `pos` and `end` are offsets of the source. */
  commandsAt({ pos, end }: { readonly pos: number; readonly end: number }, source: Fragment): readonly SimpleCommand[] {
    const indexed = this.#bySource.get(source);
    if (!indexed) return [];
    const { commands, reach, next } = indexed;
    const found: SimpleCommand[] = [];
    for (
      let at = firstIndex(reach.length, index => reach[index]! >= pos);
      at < commands.length && next[at]! <= end;
      at++
    ) {
      const { range } = commands[at]!;
      if (range.start <= end && range.end >= pos) found.push(commands[at]!);
    }
    return found;
  }
}
