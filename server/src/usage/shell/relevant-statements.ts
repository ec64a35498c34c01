/**
 * Collects the relevant parts of a script: the statements that name Mender, those that use variables and functions that
 * do, and the definitions of all variables and functions that any of these use.
 */

import type { ShellTree } from '../../languages/shell/shell.ts';
import { MOST_ASSIGNMENT_ROUNDS, MOST_ASSIGNMENTS } from '../../text/limits.ts';
import { type Keywords, mentionsAny } from '../keywords.ts';
import type { Context, Definition } from '../usage.ts';
import { placesOf } from './name-index.ts';
import { inputsOf, type Printed } from './printed.ts';
import { addOccurrences, RelevantOffsets } from './relevant-offsets.ts';
import type { ShellFacts } from './shell-facts.ts';
import { ShellScript } from './shell-script.ts';
import { Variables } from './variables.ts';

export interface GatheredFacts extends ShellFacts {
  readonly variables: Variables;
  /** Selects the relevant commands among the others. */
  readonly interesting: Interest;
  /**
   * Definitions that contain a keyword, of variables that the script itself does not use: they are for other programs.
   */
  readonly handedOn: readonly Definition[];
}

/** A relevant command contains a keyword, or a variable that does. */
export interface Interest {
  test(text: string): boolean;
}

export function relevantStatements(tree: ShellTree, context: Context): GatheredFacts {
  const { text } = tree.source;
  // The body of a heredoc follows the line of its command, and is relevant wherever that is.
  const offsets = new Set<number>();
  for (const word of context.keywords.words) addOccurrences(offsets, text, word);
  addOccurrences(offsets, text, '<<');
  const script = new ShellScript(tree, context);
  const unfollowed = new Set<string>();
  for (let round = 0; ; round++) {
    const before = offsets.size;
    const facts = script.walk(RelevantOffsets.of(offsets));
    const variables = new Variables(facts.definitions, unfollowed);
    const holding = variables.namesHolding(context.keywords);
    const interesting: Interest = { test: text => mentionsAny(context.keywords, text) || usesOneOf(holding, text) };
    const used = usedBy(facts, interesting);
    const assignments = new Map(placesOf(tree.parts, 'assignments', used.variables));
    for (const [name, places] of assignments) {
      if (places.length <= MOST_ASSIGNMENTS) continue;
      unfollowed.add(name);
      assignments.delete(name);
    }
    const uses = placesOf(tree.parts, 'uses', holding);
    const functions = placesOf(tree.parts, 'functions', used.functions);
    for (const found of [assignments, uses, functions]) {
      for (const places of found.values()) for (const offset of places) offsets.add(offset);
    }
    if (offsets.size === before || round === MOST_ASSIGNMENT_ROUNDS)
      return { ...facts, variables, interesting, handedOn: handedOn(facts, tree, context.keywords) };
  }
}

function handedOn({ definitions }: ShellFacts, { parts }: ShellTree, keywords: Keywords): readonly Definition[] {
  const naming = definitions.filter(({ text, kind }) => kind === 'assignment' && mentionsAny(keywords, text));
  const used = placesOf(parts, 'uses', new Set(naming.map(({ name }) => name)));
  return naming.filter(({ name }) => !used.has(name));
}

function usesOneOf(names: ReadonlySet<string>, text: string): boolean {
  return names.size > 0 && [...text.matchAll(/\$\{?(\w+)/g)].some(([, name]) => names.has(name!));
}

function isOfInterest(printed: Printed, interesting: Interest): boolean {
  return printed.kind === 'text' && interesting.test(printed.text.text);
}

/** Variables and functions that relevant commands use. */
function usedBy(
  { commands, functions: known }: ShellFacts,
  interesting: Interest,
): { readonly variables: ReadonlySet<string>; readonly functions: ReadonlySet<string> } {
  const variables = new Set<string>();
  const functions = new Set<string>();
  for (const command of commands) {
    const { source, range, name } = command;
    const text = source.text.slice(range.start, range.end);
    const reads = command.input !== undefined && inputsOf(command).some(printed => isOfInterest(printed, interesting));
    if (!reads && !interesting.test(text)) continue;
    for (const [, used] of text.matchAll(/\$\{?([A-Za-z_]\w*)/g)) variables.add(used!);
    if (name) functions.add(name.value);
  }
  // What a relevant function calls with its own arguments.
  for (const { name, commands: body } of known) {
    if (!functions.has(name)) continue;
    for (const { source, range, name: called } of body) {
      if (called && /\$\{?[@*1-9]/.test(source.text.slice(range.start, range.end))) functions.add(called.value);
    }
  }
  return { variables, functions };
}
