/** Reads a command line of a Mender program by the grammar of that program: options, subcommand, operands. */
import type { CommandSpec, OptionSpec, ProgramSpec } from '../mender/programs.ts';
import { textWithPlaceholders } from '../text/word.ts';
import { isKnown, knownText } from '../usage/shell/variables.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';

export type Zone =
  /** Before the subcommand. */
  | 'global'
  /** After the subcommand, before the first operand. */
  | 'command'
  /** After the first operand. */
  | 'trailing';

interface ItemBase {
  readonly zone: Zone;
  /** In the order of the text; an option with a separate value has two. */
  readonly words: readonly [ResolvedWord, ...ResolvedWord[]];
}

export interface OptionItem extends ItemBase {
  readonly kind: 'option';
  readonly spec: OptionSpec;
  /** The name as written, without dashes. */
  readonly written: string;
  readonly dashes: 1 | 2;
  readonly value: { readonly word: ResolvedWord; readonly offset: number } | undefined;
}

export interface PlainItem extends ItemBase {
  /** `unknown`: an option that no grammar has. `dynamic`: words known only at run time where options are expected. */
  readonly kind: 'command' | 'operand' | 'terminator' | 'unknown' | 'dynamic';
}

export type Item = OptionItem | PlainItem;

export interface CallLine {
  readonly items: readonly Item[];
  readonly command: { readonly item: PlainItem; readonly spec: CommandSpec; readonly text: string } | undefined;
  /** A word known only at run time is where a subcommand is expected. */
  readonly dynamicCommand: boolean;
  /** A word that is no subcommand is where one is expected. */
  readonly unknownCommand: string | undefined;
}

export interface ReadCallOptions {
  /** Other words for a subcommand, such as `-install`, and the subcommand that they mean. */
  readonly spellings?: ReadonlyMap<string, string>;
  /** Options that belong elsewhere are still recognised, so that they can be moved there. */
  readonly everyOption?: readonly OptionSpec[];
}

export function readCall(program: ProgramSpec, args: readonly ResolvedWord[], options: ReadCallOptions = {}): CallLine {
  return new Reader(program, args, options).read();
}

class Reader {
  readonly #program: ProgramSpec;
  readonly #args: readonly ResolvedWord[];
  readonly #options: ReadCallOptions;
  readonly #items: Item[] = [];
  #at = 0;
  #zone: Zone = 'global';
  /** A `--` preceded the subcommand, as Go's flag package allows. */
  #globalsEnded = false;
  #lastCommandWord: number | undefined;
  #command: CallLine['command'];
  #dynamicCommand = false;
  #unknownCommand: string | undefined;

  constructor(program: ProgramSpec, args: readonly ResolvedWord[], options: ReadCallOptions) {
    this.#program = program;
    this.#args = args;
    this.#options = options;
    if (program.commandless) this.#zone = 'command';
  }

  read(): CallLine {
    while (this.#at < this.#args.length) this.#next();
    return {
      items: this.#items,
      command: this.#command,
      dynamicCommand: this.#dynamicCommand,
      unknownCommand: this.#unknownCommand,
    };
  }

  #next(): void {
    const word = this.#args[this.#at++]!;
    const text = knownText(word);
    if (this.#zone === 'global' && this.#asCommand(word, text)) return;
    if (text === '--' && this.#takesTerminator()) {
      this.#push('terminator', word);
      if (this.#zone === 'global' && this.#program.dialect === 'go') this.#globalsEnded = true;
      else this.#operands();
    } else if (text.startsWith('-') && text !== '-' && !this.#optionsEnded()) this.#option(word, text);
    else if (this.#zone === 'global') this.#notACommand(word, text);
    else this.#operand(word, text);
  }

  #takesTerminator(): boolean {
    return this.#zone === 'global' ? !this.#globalsEnded : this.#zone === 'command';
  }

  #asCommand(word: ResolvedWord, text: string): boolean {
    if (this.#command || this.#dynamicCommand || this.#unknownCommand !== undefined) return false;
    const name = this.#options.spellings?.get(text) ?? text;
    const spec = this.#program.commands.find(command => command.name === name);
    if (!spec) return false;
    this.#setCommand(word, spec, text);
    return true;
  }

  #setCommand(word: ResolvedWord, spec: CommandSpec, text: string): void {
    const item: PlainItem = { kind: 'command', zone: this.#zone, words: [word] };
    this.#items.push(item);
    this.#command = { item, spec, text };
    this.#zone = 'command';
  }

  #notACommand(word: ResolvedWord, text: string): void {
    this.#lastCommandWord ??= this.#args.findLastIndex(other => {
      const known = knownText(other);
      return this.#program.commands.some(({ name }) => name === (this.#options.spellings?.get(known) ?? known));
    });
    if (!isKnown(word) && !this.#globalsEnded && this.#lastCommandWord >= this.#at) {
      this.#push('dynamic', word);
      return;
    }
    if (!isKnown(word) || isFilledIn(text)) this.#dynamicCommand = true;
    else this.#unknownCommand = text;
    this.#push('operand', word);
    this.#zone = 'trailing';
  }

  #operand(word: ResolvedWord, text: string): void {
    // `snapshot dump`: the second word of a command with two.
    const longer = this.#command && `${this.#command.spec.name} ${text}`;
    const spec = this.#program.commands.find(({ name }) => name === longer);
    if (spec) {
      this.#items.push({ kind: 'operand', zone: this.#zone, words: [word] });
      this.#command = { ...this.#command!, spec };
      return;
    }
    this.#push('operand', word);
    this.#zone = 'trailing';
  }

  /** Go's flag package stops at the first operand, the strict parser reads on. */
  #optionsEnded(): boolean {
    if (this.#program.dialect !== 'go') return false;
    return this.#zone === 'trailing' || (this.#zone === 'global' && this.#globalsEnded);
  }

  #operands(): void {
    this.#zone = 'trailing';
    for (const word of this.#args.slice(this.#at)) this.#push('operand', word);
    this.#at = this.#args.length;
  }

  #option(word: ResolvedWord, text: string): void {
    const dashes = text.startsWith('--') ? 2 : 1;
    const equals = text.indexOf('=');
    const written = text.slice(dashes, equals < 0 ? undefined : equals);
    const spec = this.#findOption(written);
    if (!spec) {
      this.#push('unknown', word);
      return;
    }
    let value: OptionItem['value'];
    const words: [ResolvedWord, ...ResolvedWord[]] = [word];
    if (equals >= 0) value = { word, offset: equals + 1 };
    else if (spec.value && this.#at < this.#args.length) {
      const next = this.#args[this.#at++]!;
      words.push(next);
      value = { word: next, offset: 0 };
    }
    this.#items.push({ kind: 'option', zone: this.#zone, words, spec, written, dashes, value });
  }

  /** First the options that belong here, then those of the rest of the program, then any. */
  #findOption(written: string): OptionSpec | undefined {
    const here =
      this.#zone === 'global'
        ? this.#program.globals
        : (this.#command?.spec.options ?? this.#program.commands[0]?.options ?? []);
    const everywhere = [
      ...this.#program.globals,
      ...this.#program.commands.flatMap(({ options }) => options),
      ...(this.#options.everyOption ?? []),
    ];
    return [here, everywhere].flat().find(option => names(option, written));
  }

  #push(kind: PlainItem['kind'], word: ResolvedWord): void {
    this.#items.push({ kind, zone: this.#zone, words: [word] });
  }
}

/** A placeholder that another program replaces: `%s` of printf, `{}` of find, `{name}` and `${name}` of languages. */
function isFilledIn(text: string): boolean {
  return /^(?:%(?:\(\w+\))?[sdqv]|\$?\{\w*\})$/.test(text);
}

/** Whether a name means an option, whatever its number of dashes: Go cares neither about that nor about the length. */
function names(option: OptionSpec, written: string): boolean {
  return (
    written !== '' &&
    (option.name === written || option.short === written || option.aliases?.includes(written) === true)
  );
}

/**
 * How a program of Mender is called, apart from its options: two calls with different signatures do not do the same.
 */
export function callSignatureOf({ context: { captured, read } }: Invocation, { items }: CallLine): string {
  const operands = items.flatMap(({ kind, words }) =>
    kind === 'operand' ? words.map(word => textWithPlaceholders(word)) : [],
  );
  return JSON.stringify([operands, captured, read === true]);
}
