/** Calls of the new programs with options that only the old one understood: what a rename by hand leaves. */

import { deleteWords, wordText } from '../fixes/call-edits.ts';
import { type CallLine, callSignatureOf, type OptionItem, readCall } from '../fixes/call-line.ts';
import { EditBuilder } from '../fixes/fix.ts';
import { optionName } from '../fixes/option-name.ts';
import { acceptedLogLevel, acceptedName, optionText, valueText } from '../fixes/option-text.ts';
import { optionChange } from '../fixes/successor-view.ts';
import type { Grammar } from '../mender/grammar.ts';
import { type OptionSpec, oldProgram, type ProgramSpec, updateProgram } from '../mender/programs.ts';
import { hasEnded, isAvailable, type Lifetime } from '../mender/version.ts';
import { toDocument } from '../text/fragment.ts';
import type { Invocation } from '../usage/usage.ts';
import { foreignCommand } from './foreign-command.ts';
import type { Match, NewClientUse, Occurrence, RuleContext } from './occurrence.ts';
import { type OptionRule, optionRule } from './option-rule.ts';
import { unavailableCommand, unavailableProgram } from './unavailable.ts';

const oldOptions: readonly OptionSpec[] = [
  ...oldProgram.globals,
  ...oldProgram.commands.flatMap(({ options }) => options),
];

export function matchNewProgram(invocation: Invocation, context: RuleContext): Occurrence[] {
  const program = context.catalogue.program(invocation.program);
  if (!program) return [];
  const line = readCall(program, invocation.args, { everyOption: oldOptions });
  const grammar = context.catalogue.grammar(program.name, context.target);
  if (!grammar) return [newUse(invocation, program, line), ...unavailableProgram(invocation, program, context)];
  const call: Call = { invocation, program, grammar, line, context };
  const options = line.items.filter(item => item.kind === 'option');
  return [
    newUse(invocation, program, line),
    ...options.flatMap(item => matchOption(call, item) ?? []),
    ...matchMisplaced(call, options),
    ...unavailableCommand(invocation, line, context),
    ...foreignCommand(invocation, program, line, context),
  ];
}

interface Call {
  readonly invocation: Invocation;
  /** The grammar of all its releases. */
  readonly program: ProgramSpec;
  /** The grammar of the target's release. */
  readonly grammar: Grammar;
  readonly line: CallLine;
  readonly context: RuleContext;
}

function newUse(invocation: Invocation, program: ProgramSpec, line: CallLine): NewClientUse {
  const asksForVersion = line.items.some(
    item =>
      item.kind === 'option' && /^(?:help|version)$/.test(item.spec.name) && !/=(?:false|0)$/.test(item.words[0].text),
  );
  const old = program.succeeds ?? line.command?.spec.name ?? program.name;
  const { context, args } = invocation;
  // `mender-update "$@"`: any command may come, and not one argument that only this program has.
  const isAny = line.dynamicCommand && args.length === 1 && /^"?\$(?:[@*]|\{[@*]\})"?$/.test(args[0]!.text);
  const done = asksForVersion ? 'version' : isAny && program.name === updateProgram ? 'dynamic' : old;
  return {
    kind: 'reference',
    actionKey: `command:${done}`,
    callSignature: callSignatureOf(invocation, line),
    branchContext: context.branchContext,
  };
}

interface Defect {
  readonly rule: OptionRule;
  readonly edits: EditBuilder;
  /** What to write, for message and title; undefined when the option goes. */
  readonly to: string | undefined;
  /** Why it cannot be written otherwise. */
  readonly noFix?: string;
  /** The thing that the target lacks. */
  readonly thing?: Lifetime;
}

function matchOption(call: Call, item: OptionItem): Match | undefined {
  const defect = defectOf(call, item);
  if (!defect || !isConcerned(defect, call)) return undefined;
  const { rule, edits, to, noFix, thing } = defect;
  const title = to === undefined ? `Remove \`${optionName(item)}\`` : `Write \`${to}\``;
  return {
    ...match(call, rule, [item], edits, title),
    to: to === undefined ? 'Leave it out' : `Use \`${to}\``,
    noFix,
    thing,
  };
}

/** A rule that does not apply to the target must not prevent another one. */
function isConcerned({ rule, thing }: Defect, { context }: Call): boolean {
  return thing !== undefined || context.catalogue.concerns(rule, context);
}

/** What a match on some options of a call says; the message names the first of them. */
function match(
  { invocation, program }: Call,
  rule: OptionRule,
  items: readonly OptionItem[],
  edits: EditBuilder,
  title: string,
) {
  const [first] = items[0]!.words;
  // Text between words that come out of variables does not belong to them.
  const last = invocation.spread ? first : items.at(-1)!.words.at(-1)!;
  const finished = rule.replacement.kind === 'none' ? undefined : edits.finish();
  const safety = rule.replacement.kind === 'none' ? ('review' as const) : rule.replacement.safety;
  return {
    kind: 'match' as const,
    rule,
    range: { start: toDocument(first.source, first).start, end: toDocument(last.source, last).end },
    use: `${program.name} ${optionName(items[0]!)}`,
    fixes: finished ? [{ title, safety, edits: finished }] : [],
    notes: [],
    branchContext: invocation.context.branchContext,
    actionKey: `option:${items[0]!.spec.name}`,
    indirection: invocation.indirection,
  };
}

/** The first defect of an option except for its place, and the edits that correct all of it. */
function defectOf(call: Call, item: OptionItem): Defect | undefined {
  const { program, grammar, line, context } = call;
  const { name } = item.spec;
  const valueless = program.dialect === 'strict' ? optionRule(context, 'valueless', name) : undefined;
  if (valueless) return { rule: valueless, edits: new EditBuilder(), to: undefined };
  const spec = specOf(program, line, item);
  if (!spec) return unknownOption(call, item);
  if (!isAvailable(spec, context.target)) return unavailable(call, item, spec);
  if (program.commandless || program.dialect === 'go' || isMisplaced(program, line, item)) return undefined;
  const here = specOf(grammar, line, item) ?? spec;
  const rule = malformed(call, item, here);
  if (rule) return written(rule, item, here, program);
  const { deprecated } = spec;
  const newer = deprecated && hasEnded({ until: deprecated.since }, context.target) && item.written === spec.name;
  return newer
    ? written(optionRule(context, 'deprecated', name), item, { ...here, name: deprecated.use }, program)
    : undefined;
}

/** The option as the program knows it: at its place, or else at another one. */
function specOf(program: ProgramSpec, line: CallLine, item: OptionItem): OptionSpec | undefined {
  const command = program.commands.find(({ name }) => name === (line.command?.spec.name ?? ''));
  const inCommand = command?.options.find(({ name }) => name === item.spec.name);
  const inGlobal = program.globals.find(({ name }) => name === item.spec.name);
  return (item.zone === 'global' ? inGlobal : inCommand) ?? inGlobal ?? inCommand;
}

function isMisplaced(program: ProgramSpec, line: CallLine, { zone, spec }: OptionItem): boolean {
  if (program.commandless || !line.command) return false;
  const here = zone === 'global' ? program.globals : line.command.spec.options;
  return !here.some(({ name }) => name === spec.name);
}

/** Removed, or known only to another of the programs. */
function unknownOption(call: Call, item: OptionItem): Defect | undefined {
  const rule = call.context.catalogue
    .rulesOf('option')
    .find(
      ({ match }) =>
        (match.defect === 'unknown' || match.defect === 'misplaced') && match.options?.includes(item.spec.name),
    );
  return rule ? { rule, edits: deletion([item]), to: undefined } : foreignOption(call, item);
}

function foreignOption(call: Call, item: OptionItem): Defect | undefined {
  const { program, grammar } = call;
  const rule = optionRule(call.context, 'foreign-option', item.spec.name);
  const own = [...grammar.globals, ...grammar.commands.flatMap(({ options }) => options)];
  const named = (wanted: string) => own.find(({ name }) => name === wanted);
  const isForeign = oldProgram.globals.some(({ name }) => name === item.spec.name) && !named(item.spec.name);
  if (program.dialect !== 'go' || !rule || !isForeign) return undefined;
  const change = optionChange(program, item);
  const renamed = change?.kind === 'rename' ? named(change.to) : undefined;
  return renamed ? written(rule, item, renamed, program) : { rule, edits: deletion([item]), to: undefined };
}

/** All options on the wrong side of the subcommand, moved together: their order may matter. */
function matchMisplaced(call: Call, options: readonly OptionItem[]): Match[] {
  const { program, grammar, line, context } = call;
  const command = line.command?.item.words[0];
  return (['global', 'command'] as const).flatMap(to => {
    const moving = options.flatMap(item => {
      // An option that the target lacks is reported separately.
      const spec = specOf(grammar, line, item);
      const wrong =
        spec !== undefined && isMisplaced(program, line, item) && (item.zone === 'global') === (to === 'command');
      const text = wrong ? optionText(item, spec, program) : undefined;
      return text?.kind === 'write'
        ? [{ item, text: item.words.map(word => wordText(word, text.edits)).join(' ') }]
        : [];
    });
    const items = moving.map(({ item }) => item);
    const rule = items[0] && optionRule(context, 'misplaced', items[0].spec.name);
    if (!command || !rule || !context.catalogue.concerns(rule, context)) return [];
    const edits = deletion(items);
    if (isTwice(program, options, items)) edits.impossible();
    const text = moving.map(option => option.text).join(' ');
    if (to === 'command') edits.insertAfter(command.source, command.end, ` ${text}`);
    else edits.insertBefore(command.source, command.start, `${text} `);
    const side = to === 'command' ? 'after' : 'before';
    const names = items.map(item => `\`${optionName(item)}\``).join(', ');
    const found = match(call, rule, items, edits, `Move ${names} ${side} the subcommand`);
    const anchor = toDocument(command.source, command);
    const range = { start: Math.min(found.range.start, anchor.start), end: Math.max(found.range.end, anchor.end) };
    return [{ ...found, range, to: `${side} the subcommand` }];
  });
}

/** urfave/cli: "Cannot use two forms of the same flag". A person must say which of two values is meant. */
function isTwice({ dialect }: ProgramSpec, options: readonly OptionItem[], moving: readonly OptionItem[]): boolean {
  return (
    dialect === 'go' && moving.some(item => options.some(other => other !== item && other.spec.name === item.spec.name))
  );
}

/** An option that the strict parser would not accept as it is written. */
function malformed(call: Call, item: OptionItem, spec: OptionSpec): OptionRule | undefined {
  if (item.written.length > 1 !== (item.dashes === 2)) return optionRule(call.context, 'single-dash', spec.name);
  if (!spec.value) return item.value && optionRule(call.context, 'flag-value', spec.name);
  const level = spec.value === 'level' && item.value ? valueText(item.value) : undefined;
  return level !== undefined && level !== acceptedLogLevel(level, spec)
    ? optionRule(call.context, 'level', spec.name)
    : undefined;
}

/** The same option at the same place, in words that the parser accepts. */
function written(
  rule: OptionRule | undefined,
  item: OptionItem,
  spec: OptionSpec,
  program: ProgramSpec,
): Defect | undefined {
  if (!rule) return undefined;
  const result = optionText(item, spec, program);
  if (result.kind === 'drop') return { rule, edits: deletion([item]), to: undefined };
  const level = spec.value === 'level' && item.value ? acceptedLogLevel(valueText(item.value) ?? '', spec) : undefined;
  const to = [acceptedName(item, spec, program), level].filter(Boolean).join(' ');
  const edits = new EditBuilder();
  if (result.kind === 'impossible') return { rule, edits: edits.impossible(), to, noFix: result.reason };
  for (const edit of result.edits) edits.replace(edit.source, edit, edit.newText);
  return { rule, edits, to };
}

/** An option that the target lacks: its newer or older name for it is used instead. */
function unavailable(call: Call, item: OptionItem, { since, until, ...spec }: OptionSpec): Defect | undefined {
  const { program, grammar, line } = call;
  const name = grammar.renamed.get(spec.name);
  const other = name === undefined ? undefined : specOf(grammar, line, { ...item, spec: { ...spec, name } });
  // The short name is the same in both.
  if (other && item.written === other.short) return undefined;
  const rule = optionRule(call.context, 'unavailable', spec.name);
  const defect = other ? written(rule, item, other, program) : rule && { rule, edits: notWritten(), to: undefined };
  return defect && { ...defect, thing: { since, until } };
}

function notWritten(): EditBuilder {
  return new EditBuilder().impossible();
}

function deletion(items: readonly OptionItem[]): EditBuilder {
  const edits = new EditBuilder();
  for (const { words } of items) deleteWords(edits, words);
  return edits;
}
