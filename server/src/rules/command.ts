/** Calls of the old `mender` binary: which command, what it became, and how the call must be written now. */

import { type CallLine, callSignatureOf, readCall } from '../fixes/call-line.ts';
import type { Fix } from '../fixes/fix.ts';
import { optionName } from '../fixes/option-name.ts';
import { type RewrittenCall, rewriteCall } from '../fixes/rewrite-call.ts';
import { rewriteHelp } from '../fixes/rewrite-help.ts';
import { runtimeProbeFix } from '../fixes/runtime-probe-fix.ts';
import { sortedCall } from '../fixes/sorted-call.ts';
import type { Catalogue, RuleOf } from '../mender/catalogue.ts';
import { optionNotes } from '../mender/option-changes.ts';
import type { Successor } from '../mender/patterns-of-calls.ts';
import { oldProgram, oldProgramPath, updateProgram } from '../mender/programs.ts';
import { type Range, toDocument } from '../text/fragment.ts';
import { shown } from '../text/masked.ts';
import { textWithPlaceholders } from '../text/word.ts';
import { knownText } from '../usage/shell/variables.ts';
import type { Invocation } from '../usage/usage.ts';
import { outputReview, statusReview } from './call-reviews.ts';
import { daemonFixes, halfOnly, unitThatGoes } from './daemon.ts';
import type { Match, Note, RuleContext } from './occurrence.ts';
import { isInitScript } from './old-unit.ts';
import { isAcceptedByWrapper } from './wrapped.ts';

type CommandRule = RuleOf<'command'>;

/** Other words for a command, and the command that they mean. */
function spellingsOf(catalogue: Catalogue): ReadonlyMap<string, string> {
  return new Map(
    catalogue
      .rulesOf('command')
      .flatMap(({ match: { form, spellings } }) =>
        form ? [] : spellings.map(spelling => [spelling, spellings[0]!] as const),
      ),
  );
}

function isOldProgram(invocation: Invocation): boolean {
  const name = textWithPlaceholders(invocation.name);
  return invocation.program === oldProgram.name && !isInitScript(name) && !isOwnProgram(name);
}

/** `./mender`, `build/mender`, `$GOPATH/src/.../mender`: a user's own build, not the program that packages install. */
function isOwnProgram(path: string): boolean {
  return (/^(?!__)[\w.-]+\//.test(path) || /\/(?:src|go)\//.test(path)) && !oldProgramPath.test(path);
}

export function matchCommand(invocation: Invocation, { catalogue, target }: RuleContext): Match | undefined {
  if (!isOldProgram(invocation)) return undefined;
  const line = readCall(oldProgram, invocation.args, { spellings: catalogue.derived(spellingsOf) });
  const rules = catalogue.rulesOf('command');
  const rule = ruleOf(line, invocation, rules);
  if (!rule) return undefined;
  const successors = successorsOf(rule, line, invocation, rules);
  const rewrites = successors.map(successor => {
    const call = { invocation, line, successor, grammar: catalogue.grammar(successor.program, target), target };
    return { successor, rewrite: rule.match.form === 'help' ? rewriteHelp(call) : rewriteCall(call) };
  });
  const byHand = rule.match.successors.length > 1 ? unitThatGoes(invocation) : bareCondition(rule, invocation);
  const fixes = byHand === undefined ? fixesOf(rule, invocation, line, rewrites) : [];
  const failed = rewrites.find(({ rewrite }) => rewrite.impossible !== undefined)?.rewrite.impossible;
  const unwritable = rewrites.length > 0 && fixes.length === 0 ? whyUnwritable(invocation) : undefined;
  return {
    kind: 'match',
    rule: rule,
    range: rangeOf(
      invocation,
      line,
      rewrites.map(({ rewrite }) => rewrite),
    ),
    use: [shown(invocation.name), line.command?.text ?? actingWord(line)]
      .filter(Boolean)
      .join(' ')
      .replaceAll('\0', '…'),
    noFix: byHand ?? failed ?? (rewrites.length > 1 && unwritable ? halfOnly : unwritable),
    fixes,
    notes: notesOf(rule, invocation, line, successors),
    branchContext: invocation.context.branchContext,
    actionKey: `command:${line.command?.spec.name.split(' ')[0] ?? rule.match.form}`,
    callSignature: callSignatureOf(invocation, line),
    indirection: invocation.indirection,
    ...(rule.match.form === 'unknown' && !isBinary(invocation, line) && { needsCall: true as const }),
    isAcceptedByWrapper: rule.match.form !== 'unknown' && isAcceptedByWrapper(line, successors, { catalogue, target }),
    filled: filledVariable(rule, invocation),
    program: successors.length === 1 ? successors[0]!.program : undefined,
  };
}

/** Where nothing at all can be written, as in strings of programs, it is neither reason. */
function whyUnwritable({ name: { source, start } }: Invocation): string | undefined {
  if (source.write('x', start) === undefined) return undefined;
  const isQuoted = ['"', "'"].some(quote => source.write(quote, start) !== quote);
  return isQuoted ? 'the quotes around it must be rewritten by hand' : 'its words must be rewritten by hand';
}

/**
 * In the help of the new program the status says whether that exists: a script that calls the old one alone has not
 * asked that.
 */
function bareCondition({ match }: CommandRule, { args, context }: Invocation): string | undefined {
  if (match.form !== 'help' || args.length > 0 || context.status !== 'tested') return undefined;
  return 'say what is asked for, where it decides what follows';
}

function ruleOf(line: CallLine, invocation: Invocation, rules: readonly CommandRule[]): CommandRule | undefined {
  const { certain, unknownTail: followed } = invocation;
  const byForm = (form: CommandRule['match']['form']) => rules.find(rule => rule.match.form === form);
  if (line.items.some(item => item.kind === 'option' && item.zone === 'global' && item.spec.name === 'version'))
    return byForm('version');
  if (line.command) {
    const name = line.command.spec.name.split(' ')[0]!;
    return rules.find(rule => !rule.match.form && rule.match.spellings[0] === name);
  }
  // Whatever `$X` does with the word `mender`, it need not run it.
  if (!certain) return undefined;
  if (line.dynamicCommand || (followed && line.unknownCommand === undefined)) return byForm('dynamic');
  if (line.unknownCommand !== undefined) {
    if (isHelpWord(line.unknownCommand)) return byForm('help');
    return byForm('unknown');
  }
  if (isQuotedName(invocation)) return undefined;
  return byForm(line.items.some(item => item.kind === 'unknown') ? 'unknown' : 'help');
}

/**
 * A word `mender` may be anything; with a path or an option of its own it is the binary, and so it is next to a call of
 * that.
 */
function isBinary({ name }: Invocation, { items, unknownCommand }: CallLine): boolean {
  return (
    unknownCommand !== undefined &&
    (oldProgramPath.test(textWithPlaceholders(name)) || items.some(item => item.kind === 'option'))
  );
}

/** `` `mender` `` in a heredoc or a message: run by the shell, but meant as Markdown. */
function isQuotedName({ name, args, source, command }: Invocation): boolean {
  const { text } = source;
  return args.length === 0 && name.text === text.slice(command.start, command.end) && isBetweenBackticks(text, command);
}

function isBetweenBackticks(text: string, { start, end }: Range): boolean {
  return text[start - 1] === '`' && text[end] === '`';
}

function successorsOf(
  { match }: CommandRule,
  line: CallLine,
  { unknownTail: followed }: Invocation,
  rules: readonly CommandRule[],
): readonly Successor[] {
  if (match.form === 'help') return [helpSuccessor(line, rules)];
  return match.form === 'dynamic' && followed === 'alias' ? [{ program: updateProgram }] : match.successors;
}

function isHelpWord(word: string): boolean {
  return word === 'help' || word === 'h' || word === '';
}

/** The word in place of a command. A word unlike a command is not quoted: it may be a secret in the wrong place. */
function actingWord({ items, dynamicCommand, unknownCommand }: CallLine): string | undefined {
  if (dynamicCommand) return '…';
  const [first] = items;
  const word = unknownCommand ?? (first?.kind === 'unknown' ? knownText(first.words[0]) : undefined);
  if (word !== undefined) return isHelpWord(word) || isLikeCommand(word) ? word : undefined;
  const asked = items.find(item => item.kind === 'option' && /^(?:help|version)$/.test(item.spec.name));
  return asked?.kind === 'option' ? optionName(asked) : undefined;
}

function isLikeCommand(word: string): boolean {
  return /^-{0,2}[a-z]{2,12}(?:-[a-z]{2,12}){0,2}$/.test(word);
}

/** `mender help install`: the program that has `install`. */
function helpSuccessor(line: CallLine, rules: readonly CommandRule[]): Successor {
  const topic = line.items.filter(item => item.kind === 'operand')[1];
  const name = topic && knownText(topic.words[0]);
  const rule = rules.find(({ match }) => !match.form && match.spellings[0] === name);
  return rule?.match.successors.at(-1) ?? { program: updateProgram };
}

type Rewrites = readonly { readonly successor: Successor; readonly rewrite: RewrittenCall }[];

function fixesOf(rule: CommandRule, invocation: Invocation, line: CallLine, rewrites: Rewrites): readonly Fix[] {
  if (rewrites.length > 1 && !asksForHelp(line)) return daemonFixes(invocation, rewrites);
  const fixes: Fix[] = [];
  for (const { successor, rewrite } of rewrites) {
    const edits = rewrite.edits.finish();
    if (!edits) continue;
    const reviews = [...rewrite.reviews, ...statusReview(rule, invocation), ...outputReview(rule, invocation)];
    if (rule.match.unsorted !== undefined && reviews.includes(rule.match.unsorted))
      fixes.push(...sortedCall(invocation, rewrite.edits, nameOf(successor, rule, line)));
    const safety =
      reviews.length > 0 ||
      !invocation.certain ||
      invocation.spread ||
      invocation.positional ||
      rule.replacement.kind !== 'rewrite'
        ? 'review'
        : rule.replacement.safety;
    const check = reviews.length > 0 ? ` (check: ${reviews.join('; ')})` : '';
    fixes.push({ title: `Replace with \`${nameOf(successor, rule, line)}\`${check}`, safety, edits });
  }
  const [only, ...others] = rewrites;
  if (only?.rewrite.renamesOnly && others.length === 0)
    fixes.push(...runtimeProbeFix(invocation, only.successor.program));
  return fixes;
}

/** The call starts nothing. */
function asksForHelp({ items }: CallLine): boolean {
  return items.some(item => item.kind === 'option' && item.spec.name === 'help');
}

function nameOf({ program, command }: Successor, rule?: CommandRule, line?: CallLine): string {
  if (rule?.match.form === 'version') return `${program} --version`;
  if (rule?.match.form === 'help') return [program, command, '--help'].filter(Boolean).join(' ');
  const second = command === undefined ? line?.command?.spec.name.split(' ')[1] : undefined;
  return [program, command ?? second].filter(Boolean).join(' ');
}

function filledVariable({ match }: CommandRule, { context: { variable } }: Invocation): Match['filled'] {
  if (!match.neverEmpty || match.exitStatus === undefined || variable === undefined) return undefined;
  return { variable, reason: match.exitStatus };
}

/**
 * From the program's name to its subcommand, or as far as the rewrite reaches, but not beyond other text, such as a
 * redirection. For a variable, its definition.
 */
function rangeOf({ name, args, indirection }: Invocation, line: CallLine, rewrites: readonly RewrittenCall[]): Range {
  const own = toDocument(name.source, name);
  const decides = line.dynamicCommand && rewrites.length === 0;
  const acting = line.items.find(({ kind }) => !decides || kind !== 'option');
  const words = [line.command?.item.words[0] ?? acting?.words[0], ...rewrites.map(rewrite => rewrite.end)];
  const wanted = words.flatMap(word => (word?.source === name.source ? word.end : []));
  if (indirection?.alone || wanted.length === 0) return own;
  let end = name.end;
  for (const word of args) {
    const between = name.source.text.slice(end, word.start);
    if (word.source !== name.source || end >= Math.max(...wanted) || !/^(?:\s|\\\n)*$/.test(between)) break;
    end = word.end;
  }
  return toDocument(name.source, { start: name.start, end });
}

function notesOf(
  rule: CommandRule,
  invocation: Invocation,
  line: CallLine,
  successors: readonly Successor[],
): readonly Note[] {
  const notes: Note[] = [];
  for (const item of line.items) {
    if (item.kind !== 'option') continue;
    const found = optionNotes.find(
      ({ option, programs }) =>
        option === item.spec.name && successors.some(({ program }) => programs.includes(program)),
    );
    if (found) notes.push({ range: toDocument(item.words[0].source, item.words[0]), message: found.note });
  }
  const [review] = statusReview(rule, invocation);
  if (review && invocation.context.status === 'tested')
    notes.push({
      range: toDocument(invocation.name.source, invocation.name),
      message: `The exit status is tested here: ${review}.`,
    });
  return notes;
}
