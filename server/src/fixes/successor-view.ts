/**
 * A call of the old program as its successor sees it: which of its words and options the new grammar has a place for.
 */

import type { Grammar } from '../mender/grammar.ts';
import { type OptionChange, optionChanges } from '../mender/option-changes.ts';
import type { Successor } from '../mender/patterns-of-calls.ts';
import type { CommandSpec, OptionSpec, ProgramSpec } from '../mender/programs.ts';
import { knownText } from '../usage/shell/variables.ts';
import type { CallLine, Item, OptionItem } from './call-line.ts';

export interface PlacedOption {
  readonly spec: OptionSpec;
  readonly zone: 'global' | 'command';
}

/** What an option of the old program becomes when it is given to this one. */
export function optionChange({ name }: ProgramSpec, item: OptionItem): OptionChange | undefined {
  for (const { program, changes } of optionChanges) {
    if (program !== undefined && program !== name) continue;
    const change = changes[`${item.spec.name}:${item.zone}`] ?? changes[item.spec.name];
    if (change) return change;
  }
  return undefined;
}

export class SuccessorView {
  /** The command of the new program; for `snapshot dump` it is the second word. */
  readonly command: CommandSpec | undefined;
  /** The second word of a command of two words. */
  readonly subcommand: Item | undefined;
  readonly #program: Grammar;
  readonly #subcommandText: string | undefined;
  readonly #index = new Map<Item, number>();
  readonly #operands = new Map<Item, number>();
  /** The spellings of each option, by the name that the new program has for it. */
  readonly #forms = new Map<string, Set<string>>();

  constructor(line: CallLine, successor: Successor, program: Grammar) {
    this.#program = program;
    this.#subcommandText = line.command?.spec.name.split(' ')[1];
    const name = successor.command ?? (program.commandless ? '' : this.#subcommandText);
    this.command = program.commands.find(command => command.name === name);
    this.subcommand = line.items.find(item => this.isSubcommand(item));
    for (const [index, item] of line.items.entries()) {
      this.#index.set(item, index);
      if (item.kind === 'operand' && !this.isSubcommand(item)) this.#operands.set(item, this.#operands.size);
    }
    for (const item of line.items) if (item.kind === 'option') this.#addForm(item);
  }

  #addForm(item: OptionItem): void {
    const name = this.optionOf(item)?.spec.name ?? item.spec.name;
    this.#forms.set(name, (this.#forms.get(name) ?? new Set()).add(item.written));
  }

  isSubcommand(item: Item): boolean {
    return (
      item.kind === 'operand' && this.#subcommandText !== undefined && knownText(item.words[0]) === this.#subcommandText
    );
  }

  /** The index of an operand, from 0 and without the second word of a command; undefined for anything else. */
  operandAt(item: Item): number | undefined {
    return this.#operands.get(item);
  }

  /** Where the item is, relative to the subcommand of the new program. */
  zoneOf(item: Item): 'global' | 'command' {
    const { subcommand } = this;
    // The old one is deleted, so nothing can be before or after it.
    if (!this.command) return 'global';
    if (subcommand) return this.#index.get(item)! < this.#index.get(subcommand)! ? 'global' : 'command';
    return item.zone === 'global' ? 'global' : 'command';
  }

  /** The option as the new program has it; undefined when it has none, or another in its place. */
  optionOf(item: OptionItem): PlacedOption | undefined {
    const change = this.changeOf(item);
    if (change && change.kind !== 'rename') return undefined;
    const known = change?.to ?? item.spec.name;
    const name = this.#program.renamed.get(known) ?? known;
    const inCommand = this.command?.options.find(option => option.name === name);
    const inGlobal = this.#program.globals.find(option => option.name === name);
    // `--help` and the like are in both: the one at the option's place is meant.
    if (inCommand && (this.zoneOf(item) === 'command' || !inGlobal)) return { spec: inCommand, zone: 'command' };
    return inGlobal && { spec: inGlobal, zone: 'global' };
  }

  changeOf(item: OptionItem): OptionChange | undefined {
    return optionChange(this.#program, item);
  }

  /** urfave/cli, below the Go programs: "Cannot use two forms of the same flag". */
  inTwoForms({ name }: OptionSpec): boolean {
    return this.#program.dialect === 'go' && this.#forms.get(name)!.size > 1;
  }
}
