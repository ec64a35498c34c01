/** Rewrites a call of the old binary into a call of one of its successors that the successor's own parser accepts. */
import type { Grammar } from '../mender/grammar.ts';
import type { OptionChange } from '../mender/option-changes.ts';
import type { Successor } from '../mender/patterns-of-calls.ts';
import { type OptionSpec, oldProgram } from '../mender/programs.ts';
import type { Target } from '../mender/version.ts';
import { locate, textWithPlaceholders, type Word, wordCount } from '../text/word.ts';
import { knownText } from '../usage/shell/variables.ts';
import { calledWord, type Invocation } from '../usage/usage.ts';
import { deleteWords, wordText } from './call-edits.ts';
import type { CallLine, Item, OptionItem } from './call-line.ts';
import { EditBuilder } from './fix.ts';
import { unknownOptionName } from './option-name.ts';
import { type OptionText, optionText } from './option-text.ts';
import { emptyValue, placeOf, quoted } from './quoted-word.ts';
import { SuccessorView } from './successor-view.ts';

export interface RewrittenCall {
  readonly edits: EditBuilder;
  /** What a person must check; empty for a safe rewrite. */
  readonly reviews: readonly string[];
  /** Both generations accept the rest of the call as it is. */
  readonly renamesOnly: boolean;
  /** Why there is no rewrite. */
  readonly impossible: string | undefined;
  /** The last word that the rewrite touches. */
  readonly end: Word | undefined;
}

/** `--help` and `--version` decide what the call does, whatever else it contains. */
type Only = 'help' | 'version' | undefined;

export interface OldCall {
  readonly invocation: Invocation;
  readonly line: CallLine;
  readonly successor: Successor;
  /** What the successor accepts on the target; undefined where it does not exist. */
  readonly grammar: Grammar | undefined;
  readonly target: Target;
}

export function rewriteCall(call: OldCall): RewrittenCall {
  const { grammar } = call;
  return grammar ? new Rewrite(call, grammar).run() : unwritable(`there is no ${call.successor.program}`, call);
}

/** Why a call that has no counterpart on the target cannot be replaced. */
export function unwritable(reason: string, { target, line }: OldCall): RewrittenCall {
  const impossible = `${reason} in Mender ${target}`;
  const end = line.items.at(-1)?.words.at(-1);
  return { edits: new EditBuilder().impossible(), renamesOnly: false, reviews: [], impossible, end };
}

class Rewrite {
  readonly #edits = new EditBuilder();
  readonly #reviews: string[] = [];
  #impossible: string | undefined;
  #end: Word | undefined;
  readonly #invocation: Invocation;
  readonly #line: CallLine;
  readonly #successor: Successor;
  readonly #program: Grammar;
  readonly #target: Target;
  readonly #view: SuccessorView;
  readonly #only: Only;
  /** Options of the old call that are elsewhere in the new one, as text. */
  readonly #moved: { zone: 'global' | 'command'; text: string }[] = [];
  /** Names of the options so far. */
  readonly #seen = new Set<string>();
  /** An operand so far that may expand to options, or to none or several words. */
  #uncounted: Word | undefined;

  constructor({ invocation, line, successor, target }: OldCall, program: Grammar) {
    this.#invocation = invocation;
    this.#line = line;
    this.#successor = successor;
    this.#program = program;
    this.#target = target;
    this.#view = new SuccessorView(line, successor, program);
    this.#only = onlyWord(line);
  }

  run(): RewrittenCall {
    this.#renameProgram();
    for (const item of this.#line.items) {
      this.#item(item);
      if (item.kind === 'option') this.#seen.add(item.spec.name);
    }
    this.#insertMoved();
    const renamesOnly = this.#edits.possible && this.#edits.count === 1 && this.#reviews.length === 0;
    return { edits: this.#edits, renamesOnly, reviews: this.#reviews, impossible: this.#impossible, end: this.#end };
  }

  #renameProgram(): void {
    const { name } = this.#invocation;
    const text = textWithPlaceholders(name);
    const range = locate(name, text.length - oldProgram.name.length, oldProgram.name.length);
    if (range) this.#edits.replace(name.source, range, this.#program.name);
    else this.#fail("the program's name consists of several parts");
  }

  #item(item: Item): void {
    switch (item.kind) {
      case 'option':
        return this.#option(item);
      case 'command':
        return this.#command(item);
      case 'operand':
        return this.#operand(item);
      case 'terminator':
        // Before the subcommand of the old program, where the new one has none.
        return this.#program.dialect === 'strict' || item.zone === 'global' || this.#only
          ? this.#delete(item)
          : undefined;
      case 'dynamic':
        return this.#review(`what ${quoted(item.words[0], this.#line)} holds`);
      case 'unknown':
        if (this.#only && item.zone !== 'global') return this.#delete(item);
        return this.#unknownOption(item);
    }
  }

  #unknownOption({ words: [word] }: Item): void {
    const name = unknownOptionName(word);
    if (/^--?\w/.test(name)) return this.#fail(`neither 3.x nor ${this.#program.name} knows \`${name}\``);
    this.#review(`what ${quoted(word, this.#line)} is`);
  }

  #command(item: Item): void {
    const { command } = this.#line;
    const wanted = this.#successor.command;
    if (!wanted || this.#only === 'version') return this.#delete(item);
    if (!this.#view.command) return this.#fail(`${this.#program.name} has no \`${wanted}\` in Mender ${this.#target}`);
    if (command?.text === wanted) return;
    const [word] = item.words;
    const range = locate(word, 0, knownText(word).length) ?? word;
    this.#edits.replace(word.source, range, wanted);
    this.#touch(word);
  }

  #operand(item: Item): void {
    if (this.#only) return this.#view.isSubcommand(item) && this.#only === 'help' ? undefined : this.#delete(item);
    const spec = this.#view.command;
    const position = this.#view.operandAt(item);
    if (position === undefined || spec?.operands === 'any') return;
    const [word] = item.words;
    const count = wordCount(word);
    if (position >= (spec?.operands ?? 0)) this.#extraOperand(item, knownText(word));
    else if (count === 'any') {
      this.#review(`${this.#program.name} takes one Artifact, this may be several or options`);
    } else if (this.#program.dialect === 'strict' && knownText(word).startsWith('-')) {
      // A file called `-`, or one after `--`, would be read as an option.
      this.#edits.insertBefore(word.source, word.start, './');
      this.#touch(word);
    }
    if (count !== 'one') this.#uncounted ??= word;
  }

  #extraOperand(item: Item, text: string): void {
    const [word] = item.words;
    const { command } = this.#line;
    // The word before may be an option or empty, and this one the Artifact.
    if (this.#uncounted)
      return this.#review(`${quoted(this.#uncounted, this.#line)} may expand to options or to several words`);
    if (this.#view.command?.options.some(option => `--${option.name}` === text)) {
      return this.#review(`3.x ignored \`${text}\` after the Artifact, ${this.#program.name} honours it`);
    }
    if (command?.spec.ignoresExtraOperands) {
      this.#delete(item);
      return this.#ignored(item);
    }
    if (word.values.length !== 1) return this.#review(`what ${quoted(item.words[0], this.#line)} holds`);
    this.#fail(emptyValue(this.#line) ?? `3.x refuses ${placeOf(item, this.#line)} too`);
  }

  #ignored(item: Item): void {
    if (this.#reviews.some(review => review.startsWith('3.x ignored '))) return;
    this.#review(
      `3.x ignored ${quoted(item.words[0], this.#line)} and what follows, ${this.#program.name} would refuse it`,
    );
  }

  #option(item: OptionItem): void {
    if (this.#only && !isOnly(item, this.#only)) {
      if (this.#only === 'version' || item.zone !== 'global' || this.#program.dialect === 'go')
        return this.#delete(item);
    }
    if (isOnly(item, 'version') && item.zone !== 'global')
      return this.#fail('3.x also refuses `--version` after a subcommand');
    const found = this.#view.optionOf(item);
    if (found) return this.#keep(item, found.spec, found.zone);
    const change = this.#view.changeOf(item);
    switch (change?.kind) {
      case 'drop':
        return this.#delete(item);
      case 'review':
        this.#delete(item);
        return this.#review(change.note);
      case 'becomes':
        return this.#become(item, change);
      default:
        return this.#fail(`${this.#program.name} has no option \`--${item.spec.name}\``);
    }
  }

  #keep(item: OptionItem, spec: OptionSpec, zone: 'global' | 'command'): void {
    const result: OptionText = optionText(item, spec, this.#program);
    if (result.kind === 'impossible') return this.#fail(result.reason);
    if (result.kind === 'drop') return this.#delete(item);
    if (result.review) this.#review(result.review);
    if (spec.replaces !== undefined && this.#seen.has(spec.replaces))
      this.#review(`\`--${spec.name}\` replaces the \`--${spec.replaces}\` before it`);
    if (this.#view.inTwoForms(spec))
      return this.#fail(`\`--${spec.name}\` is given in two forms, which ${this.#program.name} refuses`);
    if (this.#refusedByOld(item)) this.#review(`3.x refuses \`--${item.spec.name}\` at this place`);
    if (this.#program.commandless || this.#view.zoneOf(item) === zone) {
      for (const edit of result.edits) this.#edits.replace(edit.source, edit, edit.newText);
      if (result.edits.length > 0) this.#touch(item.words.at(-1)!);
      return;
    }
    this.#delete(item);
    this.#moved.push({ zone, text: item.words.map(word => wordText(word, result.edits)).join(' ') });
  }

  /** 3.x refuses a global option after the subcommand, and an option of the subcommand before it. */
  #refusedByOld(item: OptionItem): boolean {
    const known = item.zone === 'global' ? oldProgram.globals : (this.#line.command?.spec.options ?? []);
    return !known.some(({ name }) => name === item.spec.name);
  }

  #become(item: OptionItem, { name, value }: Extract<OptionChange, { kind: 'becomes' }>): void {
    const [word] = item.words;
    this.#edits.replace(word.source, word, `--${name} ${value}`);
    this.#touch(word);
  }

  /** Moved options go directly before the subcommand, or directly after it. */
  #insertMoved(): void {
    if (this.#moved.length === 0) return;
    const anchor = this.#anchor();
    for (const { zone, text } of this.#moved) {
      if (zone === 'global') this.#edits.insertBefore(anchor.source, anchor.start, `${text} `);
    }
    const after = this.#moved.filter(({ zone }) => zone === 'command').map(({ text }) => ` ${text}`);
    if (after.length > 0) this.#edits.insertAfter(anchor.source, anchor.end, after.join(''));
    this.#touch(anchor);
  }

  #anchor(): Word {
    return (this.#view.subcommand ?? this.#line.command?.item)?.words[0] ?? calledWord(this.#invocation);
  }

  #delete(item: Item): void {
    if (item.words.some(({ pieces }) => pieces.some(({ kind }) => kind === 'command')))
      return this.#fail(`${quoted(item.words[0], this.#line)} must be removed, but runs another command`);
    deleteWords(this.#edits, item.words);
    this.#touch(item.words.at(-1)!);
  }

  #touch(word: Word): void {
    const at = (of: Word) => of.source.startOf(of.start);
    if (!this.#end || at(word) > at(this.#end)) this.#end = word;
  }

  #review(reason: string): void {
    if (!this.#reviews.includes(reason)) this.#reviews.push(reason);
  }

  #fail(reason: string): void {
    this.#impossible ??= reason;
    this.#edits.impossible();
  }
}

function onlyWord(line: CallLine): Only {
  if (line.items.some(item => item.kind === 'option' && isOnly(item, 'version') && item.zone === 'global'))
    return 'version';
  return line.items.some(item => item.kind === 'option' && isOnly(item, 'help')) ? 'help' : undefined;
}

function isOnly(item: OptionItem, only: Only): boolean {
  return item.spec.name === only;
}
