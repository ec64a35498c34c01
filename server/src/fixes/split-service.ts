/** Names two services where a command named one: both in one call, in two calls, or only one of them. */
import type { ServiceJoin, ServiceNames } from '../mender/patterns-of-services.ts';
import type { Safety } from '../mender/rule.ts';
import type { Invocation, Place } from '../usage/usage.ts';
import { deleteWords } from './call-edits.ts';
import { EditBuilder, type Fix } from './fix.ts';
import { type NameInWord, withName } from './name-in-word.ts';

export interface ServiceChoices {
  readonly names: ServiceNames;
  /** How both are named; `single` when that makes no sense. */
  readonly join: ServiceJoin;
  /**
   * The position of both among the suggestions, if any: two answers are no answer to a reader that expects one word.
   */
  readonly both: 'first' | 'last' | 'none';
  readonly safety: Safety;
  /** What a person must check. */
  readonly check?: string;
  /** What separates two names in one call, for options that are repeated; a space when absent. */
  readonly repeat?: (second: string) => { readonly at: number; readonly text: string };
}

/** `extra` are other words of the call that name the old service, too, and are deleted. */
export function serviceFixes(
  invocation: Invocation,
  name: NameInWord,
  wanted: ServiceChoices,
  extra: readonly NameInWord[] = [],
): readonly Fix[] {
  const choices = invocation.positional && wanted.join === 'together' ? inSeparateCalls(wanted) : wanted;
  const { names } = choices;
  const singles = names.new.toReversed().flatMap((unit, index) => single(name, unit, index === 0, choices, extra));
  const both = choices.both === 'none' ? [] : bothFix(invocation, name, choices, extra);
  return choices.both === 'first' ? [...both, ...singles] : [...singles, ...both];
}

/** A second name in the call would not get to where the first one goes. */
function inSeparateCalls({ names, both, check }: ServiceChoices): ServiceChoices {
  return { names, join: 'and', safety: 'review', both, ...(check === undefined ? {} : { check }) };
}

function single(
  name: NameInWord,
  unit: string,
  isBest: boolean,
  { names, join, safety, check }: ServiceChoices,
  extra: readonly NameInWord[],
): Fix[] {
  const edits = new EditBuilder().replace(name.word.source, name.range, unit);
  dropExtra(edits, extra);
  const finished = edits.finish();
  const isOnly = join === 'single' || names.new.length === 1;
  const hints = [names.purposes[unit] ?? [], checkText(check)].flat();
  // Naming one of two is a choice, unless only the best of them makes sense.
  return finished
    ? [
        {
          title: `Replace with \`${unit}\`${isOnly ? '' : ' only'}${hints.length > 0 ? ` (${hints.join('; ')})` : ''}`,
          safety: isOnly && isBest ? safety : 'review',
          edits: finished,
        },
      ]
    : [];
}

function bothFix(
  invocation: Invocation,
  name: NameInWord,
  choices: ServiceChoices,
  extra: readonly NameInWord[],
): Fix[] {
  const { names } = choices;
  if (choices.join === 'single' || names.new.length < 2) return [];
  const edits =
    choices.join === 'together' ? inOneCall(name, choices) : inTwoCalls(invocation, name, choices.join, names);
  if (!edits) return [];
  if (choices.join === 'together') dropExtra(edits, extra);
  const finished = edits.finish();
  const calls = choices.join === 'together' ? '' : ', one call each';
  const [check] = checkText(choices.check);
  const title = `Replace with \`${names.new.join('` and `')}\`${calls}${check === undefined ? '' : ` (${check})`}`;
  return finished ? [{ title, safety: choices.safety, edits: finished }] : [];
}

/** The whole command with both services, as a separate statement; undefined where that cannot be written. */
export function commandForBoth(invocation: Invocation, name: NameInWord, choices: ServiceChoices): string | undefined {
  if (choices.join === 'single') return undefined;
  const { source, command, context } = invocation;
  const statement: Invocation = { ...invocation, context: { ...context, place: 'statement' } };
  const edits =
    choices.join === 'together' ? inOneCall(name, choices) : inTwoCalls(statement, name, choices.join, choices.names);
  return edits?.preview(source, command);
}

function checkText(check: string | undefined): string[] {
  return check === undefined ? [] : [`check: ${check}`];
}

function inOneCall(name: NameInWord, { names, repeat }: ServiceChoices): EditBuilder | undefined {
  const [first, second] = names.new as readonly [string, string];
  const { source } = name.word;
  const edits = new EditBuilder();
  if (repeat) {
    const { at, text } = repeat(second);
    return edits.replace(source, name.range, first).insertAfter(source, at, text);
  }
  const { definition } = name;
  // The value of a variable is one name, unless it is a list: one of its parts is not a word of the definition.
  const isList = definition?.kind === 'loop' || definition?.kind === 'array' || !definition?.words.includes(name.word);
  // One line for each of them.
  const isLine = definition?.kind === 'input' && isWholeLine(name);
  if (definition && !isList && !isLine) return undefined;
  const separator = isLine ? '\n' : ' ';
  const another = `${separator}${withName(name, second)}`;
  return edits.replace(source, name.range, first).insertAfter(source, name.word.end, another);
}

function isWholeLine({ word: { source, start, end } }: NameInWord): boolean {
  const [before = '\n', after = '\n'] = [source.text[start - 1], source.text[end]];
  return before === '\n' && after === '\n';
}

/** The whole simple command twice, joined as its meaning demands, in braces where precedence needs them. */
function inTwoCalls(
  { source, command, context }: Invocation,
  name: NameInWord,
  join: 'and' | 'or',
  names: ServiceNames,
): EditBuilder | undefined {
  if (name.word.source !== source || name.definition || context.place === 'directive') return undefined;
  const calls = names.new.map(unit => new EditBuilder().replace(source, name.range, unit).preview(source, command));
  if (calls.includes(undefined)) return undefined;
  const joined = calls.join(join === 'and' ? ' && ' : ' || ');
  // POSIX, "set -e": a list that fails in its middle does not end the script, but a subshell that fails is a command
  // like any other.
  const inSubshell = context.leavesOnFailure === true && context.place === 'statement' && join === 'and';
  const written = inSubshell ? `(${joined})` : needsBraces(context.place, join) ? `{ ${joined}; }` : joined;
  return new EditBuilder().replace(source, command, written);
}

export function needsBraces(place: Place, join: 'and' | 'or'): boolean {
  if (place === 'statement' || place === 'alone') return false;
  return place !== 'and-chain' || join === 'or';
}

function dropExtra(edits: EditBuilder, extra: readonly NameInWord[]): void {
  deleteWords(
    edits,
    extra.map(({ word }) => word),
  );
}
