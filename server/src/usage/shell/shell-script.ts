/** A whole script, which can be walked through again when there is something new to look for. */

import type { ShellTree } from '../../languages/shell/shell.ts';
import { mentionsErrexit } from '../../programs/errexit.ts';
import type { Script } from '../script.ts';
import type { Context } from '../usage.ts';
import { OutputPlaces } from './output-places.ts';
import { RelevantOffsets } from './relevant-offsets.ts';
import { buildScript } from './script/builder.ts';
import { noFacts, type ShellFacts } from './shell-facts.ts';
import { Walker } from './walk.ts';

export class ShellScript {
  readonly #tree: ShellTree;
  readonly #context: Context;
  readonly #script: Script;
  readonly #outputs: OutputPlaces;
  /** The statements of all parts are one list: how many there are before each script of each part. */
  readonly #firstBranches: readonly (readonly number[])[];

  constructor(tree: ShellTree, context: Context) {
    this.#tree = tree;
    this.#context = context;
    this.#script = buildScript(tree);
    this.#outputs = new OutputPlaces(tree.source);
    let branches = 0;
    this.#firstBranches = tree.parts.map(({ scripts }) =>
      scripts.map(({ commands }) => {
        branches += commands.length;
        return branches - commands.length;
      }),
    );
  }

  /** Looks only into statements that contain a relevant offset; these are offsets of the whole text. */
  walk(relevantOffsets = RelevantOffsets.everywhere): ShellFacts {
    const facts = noFacts();
    const { parts, source: whole } = this.#tree;
    const context: Context = { ...this.#context, leavesOnFailure: mentionsErrexit(whole.text), outputs: this.#outputs };
    const last: Context = context.status === 'plain' ? { ...context, status: 'last' } : context;
    for (const index of relevantOffsets.among(parts.length, at => parts[at]!.start, whole.text.length)) {
      const { start, source, scripts } = parts[index]!;
      scripts.forEach(({ commands }, order) => {
        const walker = new Walker(facts, { source, start, relevantOffsets });
        const list = { construct: this.#tree, branch: this.#firstBranches[index]![order]!, script: this.#script };
        const isLast = index === parts.length - 1 && order === scripts.length - 1;
        walker.list(commands, source.text.length, context, isLast ? last : context, list);
      });
    }
    return facts;
  }
}
