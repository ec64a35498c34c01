/**
 * The parts of a `mender` for the new client that are generated from the catalogue: the former options, and what each
 * becomes.
 */
import { catalogue } from '../mender/catalogue.ts';
import type { Grammar } from '../mender/grammar.ts';
import { type OptionChange, optionChanges } from '../mender/option-changes.ts';
import type { CommandPattern, Successor } from '../mender/patterns-of-calls.ts';
import { type CommandSpec, type OptionSpec, oldProgram, updateProgram, type ValueSpec } from '../mender/programs.ts';
import type { Target } from '../mender/version.ts';

/** Where an option is: before the command, or after it, by the command's first word. */
export type Zone = 'global' | string;

/** Commands of two words are one here: their options are accepted before and after the second word. */
const firstWord = ({ name }: CommandSpec) => name.split(' ')[0]!;

const commandNames: readonly string[] = [...new Set(oldProgram.commands.map(firstWord))];

/** A current command for each command of 3.x, and the words that meant it before. */
export interface WrappedCommand {
  readonly name: string;
  readonly spellings: readonly string[];
  readonly successors: readonly Successor[];
  /** Operands that 3.x accepts; more are refused, or ignored. */
  readonly operands: CommandSpec['operands'];
  readonly ignoresMore: boolean;
}

export const wrappedCommands: readonly WrappedCommand[] = commandNames.flatMap(name => {
  const match = matches().find(({ spellings, form }) => !form && spellings[0] === name);
  const specs = oldProgram.commands.filter(spec => firstWord(spec) === name);
  const spec = specs[0]!;
  return match
    ? [
        {
          name,
          spellings: match.spellings.slice(1),
          successors: match.successors,
          operands: spec.operands,
          ignoresMore: spec.ignoresExtraOperands === true,
        },
      ]
    : [];
});

function matches(): readonly CommandPattern[] {
  return catalogue.rulesOf('command').map(({ match }) => match);
}

/** Second words of commands, by the first. */
export function secondWords(command: string): readonly string[] {
  return oldProgram.commands
    .filter(spec => firstWord(spec) === command)
    .flatMap(({ name }) => name.split(' ').slice(1));
}

interface ZonedOption {
  readonly zone: Zone;
  readonly option: OptionSpec;
}

const zoned: readonly ZonedOption[] = [
  ...oldProgram.globals.map(option => ({ zone: 'global', option })),
  ...oldProgram.commands.flatMap(spec => spec.options.map(option => ({ zone: firstWord(spec), option }))),
];

/** Branches of a `case` over `ZONE/NAME AS WRITTEN`, each with the option that is meant. */
export function optionBranches(): readonly string[] {
  const taken = new Set<string>();
  const branches: string[] = [];
  const arm = (zone: Zone, option: OptionSpec, names: readonly string[]) => {
    const patterns = names.map(name => `${zone}/${name}`).filter(pattern => !taken.has(pattern));
    for (const pattern of patterns) taken.add(pattern);
    if (patterns.length > 0)
      branches.push(`${patterns.join(' | ')}) option=${option.name} takes=${option.value ?? 'none'} ;;`);
  };
  for (const { zone, option } of zoned) arm(zone, option, namesOf(option));
  // 3.x refuses them on the wrong side of the command; the meaning is plain all the same.
  for (const { zone, option } of zoned)
    if (zone === 'global') arm('*', option, namesOf(option));
    else arm('global', option, [option.name]);
  return branches;
}

function namesOf({ name, short, aliases = [] }: OptionSpec): readonly string[] {
  return [name, ...(short ? [short] : []), ...aliases];
}

/**
 * Branches of a `case` over `PROGRAM COMMAND/ZONE/OPTION`, each with shell code that puts the option into one of the
 * lists, or says why not. `$value` is its value. An option in no list does not exist in the program.
 */
export function useBranches(target: Target): readonly string[] {
  const successors = wrappedCommands.flatMap(command => command.successors);
  const options = new Map(zoned.map(({ option }) => [option.name, option]));
  for (const name of ['help', 'version']) options.delete(name);
  return [...new Set(successors.map(({ program }) => program))].flatMap(program => {
    const grammar = catalogue.grammar(program, target);
    if (!grammar) return [];
    const own = successors.filter(successor => successor.program === program);
    return [...options.values()].flatMap(option => branchesOf(option, own, grammar));
  });
}

/** One branch for all commands of the program, where they agree. */
function branchesOf(option: OptionSpec, successors: readonly Successor[], grammar: Grammar): readonly string[] {
  const uses = successors.flatMap(successor =>
    (['global', 'own'] as const).flatMap(zone => {
      const code = useOf(option, zone === 'own' ? 'command' : zone, successor, grammar);
      return code === undefined ? [] : [{ pattern: `'${key(successor)}'/${zone}/${option.name}`, code }];
    }),
  );
  const codes = [...new Set(uses.map(({ code }) => code))];
  if (codes.length === 1 && uses.length === 2 * successors.length)
    return [`'${grammar.name} '*/${option.name}) ${codes[0]} ;;`];
  return codes.map(code => {
    const patterns = uses.filter(use => use.code === code).map(({ pattern }) => pattern);
    return `${patterns.join(' | ')}) ${code} ;;`;
  });
}

export function key({ program, command = '' }: Successor): string {
  return `${program} ${command}`;
}

function useOf(
  option: OptionSpec,
  zone: 'global' | 'command',
  successor: Successor,
  grammar: Grammar,
): string | undefined {
  const change = changeOf(option.name, zone, grammar.name);
  if (change && change.kind !== 'rename') return changed(option, change);
  const known = change?.to ?? option.name;
  const name = grammar.renamed.get(known) ?? known;
  // For a successor without a command, the first one does what the old program did.
  const command =
    successor.command === undefined
      ? grammar.commands[0]
      : grammar.commands.find(each => each.name === successor.command);
  const inCommand = command?.options.find(each => each.name === name);
  const inGlobal = grammar.globals.find(each => each.name === name);
  const found = inCommand ?? inGlobal;
  if (!found) return undefined;
  if (found.unusable) return `refuse "\\\`--${option.name}\\\` cannot work: ${found.unusable}"`;
  return kept(found, inCommand ? 'own' : 'before', grammar);
}

function changeOf(name: string, zone: string, program: string): OptionChange | undefined {
  for (const { program: of, changes } of optionChanges) {
    if (of !== undefined && of !== program) continue;
    const change = changes[`${name}:${zone}`] ?? changes[name];
    if (change) return change;
  }
  return undefined;
}

function changed({ name }: OptionSpec, change: Exclude<OptionChange, { kind: 'rename' }>): string {
  if (change.kind === 'becomes') return `before="$before --${change.name} ${change.value}"`;
  const why = (change.note ?? 'it has no effect any more').replaceAll('`', '\\`');
  return `[ "$value" = false ] || warn "\\\`--${name}\\\` is left out: ${why}"`;
}

/** Go's parser accepts any value after `=`; the other one accepts a value with a dash there, and never an empty one. */
function kept(option: OptionSpec, list: 'own' | 'before', { dialect, refusesEmptyValues, name }: Grammar): string {
  const { name: long } = option;
  const add = (words: string) => `${list}="$${list} ${words}"`;
  const put = option.replaces === undefined ? add : (words: string) => `first=" ${words}"`;
  if (!option.value)
    return dialect === 'go'
      ? `if [ "$value" = false ]; then ${add(`--${long}=false`)}; else ${add(`--${long}`)}; fi`
      : `[ "$value" = false ] || ${add(`--${long}`)}`;
  const whole = put(`--${long}=$(quoted "$value")`);
  if (dialect === 'go') {
    if (!refusesEmptyValues || option.value === 'level') return whole;
    const dashes =
      option.value === 'text' && !option.lenient?.includes('dash')
        ? `case $value in -*) refuse "${name} refuses a value of \\\`--${long}\\\` that begins with a dash" ;; esac; `
        : '';
    return option.lenient?.includes('empty') ? `${dashes}${whole}` : `[ -z "$value" ] || { ${dashes}${whole}; }`;
  }
  if (option.value === 'level') return `level "$value"; ${put(`--${long} "$level"`).replace('"$level"', '$level')}`;
  return `case $value in '') ;; -*) ${whole} ;; *) ${put(`--${long} $(quoted "$value")`)} ;; esac`;
}

/** Branches of a `case` over a log level of 3.x, in any case. */
export function levelBranches(target: Target): readonly string[] {
  const { globals = [] } = catalogue.grammar(updateProgram, target) ?? {};
  const values = globals.find(({ value }) => value === 'level')?.values ?? [];
  return values.map(({ name, use }: ValueSpec) => `${inAnyCase(name)}) level=${use ?? name} ;;`);
}

function inAnyCase(name: string): string {
  return [...name].map(letter => `[${letter.toUpperCase()}${letter}]`).join('');
}
