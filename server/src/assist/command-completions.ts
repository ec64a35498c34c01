/**
 * Programs, subcommands, options and their values that the target accepts, where a command line of Mender's is typed.
 */

import type { CheckOptions } from '../findings/check.ts';
import { type Item, type OptionItem, readCall } from '../fixes/call-line.ts';
import type { Document } from '../languages/document.ts';
import { type Catalogue, catalogue as shipped } from '../mender/catalogue.ts';
import type { Grammar } from '../mender/grammar.ts';
import type { OptionSpec } from '../mender/programs.ts';
import { ownProgramStart } from '../mender/tool-names.ts';
import type { Target } from '../mender/version.ts';
import type { Range } from '../text/fragment.ts';
import { textWithPlaceholders } from '../text/word.ts';
import type { Invocation } from '../usage/usage.ts';
import { commandText, examplesOf, optionNameText, optionText, programText } from './command-text.ts';
import type { Completion } from './completion.ts';
import { MARK, markedUsages } from './marked.ts';

type Draft = Omit<Completion, 'range' | 'newText'>;

export function commandCompletions(
  document: Document,
  offset: number,
  { target, catalogue = shipped, sources }: CheckOptions,
): readonly Completion[] {
  const invocations = markedUsages(document, offset, sources).filter(usage => usage.kind === 'invocation');
  for (const invocation of invocations) {
    const grammar = catalogue.grammar(invocation.program, target);
    const index = grammar ? invocation.args.findIndex(isMarked) : -1;
    if (grammar && index >= 0) return argumentCompletions(document, offset, grammar, invocation, index);
  }
  const called = invocations.find(({ name }) => ownProgramStart.test(typedIn(textWithPlaceholders(name)).before));
  return called ? programCompletions(document, offset, called, target, catalogue) : [];
}

function isMarked(word: Invocation['name']): boolean {
  return textWithPlaceholders(word).includes(MARK);
}

/** The text before and after the place, in one word. */
function typedIn(text: string): { readonly before: string; readonly after: string } {
  const at = text.indexOf(MARK);
  return at < 0 ? { before: '', after: '' } : { before: text.slice(0, at), after: text.slice(at + MARK.length) };
}

/** Undefined where the written text differs from its reading: it could not be replaced. */
function rangeOf({ text }: Document, offset: number, before: string, after: string): Range | undefined {
  const range = { start: offset - before.length, end: offset + after.length };
  return text.slice(range.start, range.end) === before + after ? range : undefined;
}

function programCompletions(
  document: Document,
  offset: number,
  { name }: Invocation,
  target: Target,
  catalogue: Catalogue,
): readonly Completion[] {
  const { before, after } = typedIn(textWithPlaceholders(name));
  const range = rangeOf(document, offset, before.slice(before.lastIndexOf('/') + 1), after);
  if (!range) return [];
  return catalogue.programs.flatMap(program =>
    catalogue.grammar(program.name, target)
      ? [
          {
            label: program.name,
            kind: 'command',
            newText: program.name,
            range,
            documentation: programText(program.name),
          },
        ]
      : [],
  );
}

function argumentCompletions(
  document: Document,
  offset: number,
  grammar: Grammar,
  { args }: Invocation,
  index: number,
): readonly Completion[] {
  const word = args[index]!;
  const typed = typedIn(textWithPlaceholders(word));
  const { items, command } = readCall(grammar, args.slice(0, index + 1));
  const item = items.find(({ words }) => words.includes(word));
  if (!item || items.some(({ kind }) => kind === 'terminator')) return [];
  const option = valueOption(item, typed.before);
  const equals = option ? typed.before.indexOf('=') + 1 : 0;
  const drafts = option
    ? valueDrafts(grammar, option.spec)
    : [
        ...(typed.before.startsWith('-') || item.zone !== 'global' ? [] : subcommandDrafts(grammar)),
        ...optionDrafts(
          grammar,
          command?.spec.options ?? (grammar.commandless ? grammar.commands[0]!.options : undefined),
        ),
      ];
  const range = rangeOf(document, offset, typed.before.slice(equals), typed.after);
  return range ? drafts.map(draft => ({ ...draft, newText: draft.label, range })) : [];
}

/** The option whose value is being typed: after `=`, or as the next word. */
function valueOption(item: Item, before: string): OptionItem | undefined {
  if (item.kind !== 'option' || !item.spec.value) return undefined;
  return item.words.length > 1 || before.includes('=') ? item : undefined;
}

function subcommandDrafts({ name, commands }: Grammar): readonly Draft[] {
  return commands.map(command => ({
    label: command.name,
    kind: 'command',
    documentation: commandText(name, command),
  }));
}

/** Before the subcommand those of the program, after it those of the subcommand. Deprecated ones come last. */
function optionDrafts(grammar: Grammar, own: readonly OptionSpec[] = grammar.globals): readonly Draft[] {
  const usable = own.filter(({ unusable }) => unusable === undefined);
  const isOld = ({ deprecated }: OptionSpec) =>
    deprecated !== undefined && usable.some(({ name }) => name === deprecated.use);
  return [...usable.filter(option => !isOld(option)), ...usable.filter(isOld)].map(option => ({
    label: `--${option.name}`,
    kind: 'option',
    detail: isOld(option) ? 'deprecated' : optionNameText(grammar.name, option),
    documentation: optionText(grammar.name, option),
  }));
}

function valueDrafts({ name }: Grammar, option: OptionSpec): readonly Draft[] {
  const { values = [] } = option;
  const known = values.filter(({ use }) => use === undefined).map(value => value.name);
  return (known.length > 0 ? known : examplesOf(name, option)).map(label => ({ label, kind: 'value' }));
}
