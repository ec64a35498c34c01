/** `mender-lint completion`: a script for a shell, generated from the commands and options. */
import type { Command, Option } from 'commander';
import type { CliContext } from '../streams.ts';

export const shells = ['bash', 'zsh'] as const;
export type Shell = (typeof shells)[number];

interface Words {
  readonly command: string;
  readonly options: readonly string[];
  /** Options that take one of a few words. */
  readonly values: readonly (readonly [flags: readonly string[], words: readonly string[]])[];
  /** Options that take anything else, often a path. */
  readonly taking: readonly string[];
  /** Operands that are not paths: rules, shells. Paths when it is empty. */
  readonly operands: readonly string[];
}

export interface CompletionOptions {
  readonly program: Command;
  /** For the commands that take no paths. */
  readonly operands: Readonly<Record<string, readonly string[]>>;
  /** For options that know their words without listing them. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

export function completionCommand(shell: Shell, options: CompletionOptions, { out }: CliContext): void {
  const all = options.program.commands.map(command => wordsOf(command, options));
  out(shell === 'bash' ? bash(all) : zsh(all));
}

function wordsOf(command: Command, { operands, values }: CompletionOptions): Words {
  const choicesOf = ({ argChoices, long }: Option) => argChoices ?? values[long ?? ''] ?? [];
  const taking = command.options.filter(({ required, optional }) => required || optional);
  return {
    command: command.name(),
    options: ['--help', ...command.options.flatMap(({ long }) => long ?? [])],
    values: taking.filter(option => choicesOf(option).length > 0).map(option => [flagsOf(option), choicesOf(option)]),
    taking: taking.filter(option => choicesOf(option).length === 0).flatMap(flagsOf),
    operands: operands[command.name()] ?? [],
  };
}

function flagsOf({ short, long }: Option): readonly string[] {
  return [short, long].filter(flag => flag !== undefined);
}

/** All words consist of letters, digits, dots and hyphens: nothing must be quoted. */
function cases({ command, options, values, taking, operands }: Words, indent: string, offer: Offer): readonly string[] {
  const byValue = values.map(([flags, words]) => `${indent}    ${flags.join('|')}) ${offer.words(words)} ;;`);
  const path = taking.length > 0 ? [`${indent}    ${taking.join('|')}) ${offer.files} ;;`] : [];
  const operand = operands.length > 0 ? offer.words(operands) : offer.files;
  return [
    `${indent}${command})`,
    `${indent}  case "$before" in`,
    ...byValue,
    ...path,
    `${indent}    *) case "$current" in -*) ${offer.words(options)} ;; *) ${operand} ;; esac ;;`,
    `${indent}  esac ;;`,
  ];
}

interface Offer {
  readonly words: (words: readonly string[]) => string;
  readonly files: string;
}

function bash(all: readonly Words[]): string {
  const offer: Offer = {
    words: words => `COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$current"))`,
    files: 'compopt -o default; COMPREPLY=()',
  };
  const lines = [
    '# Completion of mender-lint for bash: source <(mender-lint completion bash)',
    '_mender_lint() {',
    '  local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    ${offer.words([...all.map(({ command }) => command), '--help', '--version'])}`,
    '    return',
    '  fi',
    '  case "${COMP_WORDS[1]}" in',
    ...all.flatMap(words => cases(words, '    ', offer)),
    '  esac',
    '}',
    'complete -F _mender_lint mender-lint',
  ];
  return `${lines.join('\n')}\n`;
}

function zsh(all: readonly Words[]): string {
  const offer: Offer = { words: words => `compadd -- ${words.join(' ')}`, files: '_files' };
  const lines = [
    '#compdef mender-lint',
    '# Completion of mender-lint for zsh: source <(mender-lint completion zsh)',
    '_mender_lint() {',
    '  local current="${words[CURRENT]}" before="${words[CURRENT-1]}"',
    '  if (( CURRENT == 2 )); then',
    `    ${offer.words([...all.map(({ command }) => command), '--help', '--version'])}`,
    '    return',
    '  fi',
    '  case "${words[2]}" in',
    ...all.flatMap(words => cases(words, '    ', offer)),
    '  esac',
    '}',
    'compdef _mender_lint mender-lint',
  ];
  return `${lines.join('\n')}\n`;
}
