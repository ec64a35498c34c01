/** Reads command lines as mender-auth and mender-update do. */
import type { Flag, NewCommand } from '../facts/command-lines.ts';
import { newGlobals, newLogLevels } from '../facts/command-lines.ts';

export type NewParsed =
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'refused'; readonly message: string }
  | {
      readonly kind: 'command';
      readonly command: string;
      readonly values: ReadonlyMap<string, string>;
      readonly operand: string | undefined;
    };

type Word = { readonly flag: Flag; readonly value: string } | { readonly operand: string } | { readonly wrong: string };

const refused = (message: string): NewParsed => ({
  kind: 'refused',
  message: `Could not fulfill request: Invalid options given: ${message}`,
});

export function readNewCommandLine(
  words: readonly string[],
  commands: Readonly<Record<string, NewCommand>>,
): NewParsed {
  if (words.includes('--version') || words.includes('-v')) {
    const first = words[0] === '--version' || words[0] === '-v';
    if (first && words.length === 1) return { kind: 'version' };
    if (first)
      return {
        kind: 'refused',
        message:
          'Could not fulfill request: Invalid argument: --version can not be combined with other commands and arguments',
      };
  }
  const values = new Map<string, string>();
  let at = 0;
  for (; at < words.length; ) {
    if (words[at] === '--help' || words[at] === '-h') return { kind: 'help' };
    const { word, next } = readWord(words, at, newGlobals);
    if ('operand' in word) break;
    if ('wrong' in word) return refused(word.wrong);
    values.set(word.flag.name, word.value);
    at = next;
  }
  const level = values.get('log-level');
  if (level !== undefined && level !== '' && !newLogLevels.includes(level))
    return {
      kind: 'refused',
      message: `Could not fulfill request: Invalid log level given: '${level}' is not a valid log level`,
    };
  const command = words[at];
  if (command === undefined || command === '--') return refused('Need an action');
  at++;
  if (words[at] === '--help' || words[at] === '-h') return { kind: 'help' };
  const known = commands[command];
  if (!known) return refused(`No such action: ${command}`);
  let operand: string | undefined;
  while (at < words.length) {
    const { word, next } = readWord(words, at, known.flags);
    if ('wrong' in word) return refused(word.wrong);
    if ('operand' in word) {
      if (word.operand === '--') {
        if (known.flags.length > 0) return refused('No such option: --');
        at = next;
        continue;
      }
      if (!known.operand) return refused(`Unexpected argument '${word.operand}'`);
      if (operand !== undefined) return refused('Too many arguments');
      operand = word.operand;
    } else values.set(word.flag.name, word.value);
    at = next;
  }
  if (known.operand && operand === undefined) return refused('Need a path to an artifact');
  return { kind: 'command', command, values, operand };
}

function readWord(words: readonly string[], at: number, flags: readonly Flag[]): { word: Word; next: number } {
  const word = words[at]!;
  if (!word.startsWith('-') || word === '--') return { word: { operand: word }, next: at + 1 };
  const equals = word.indexOf('=');
  const name = equals < 0 ? word : word.slice(0, equals);
  const flag = flags.find(known => name === `--${known.name}` || (known.alias && name === `-${known.alias}`));
  if (!flag) return { word: { wrong: `Unrecognized option '${name}'` }, next: at };
  if (!flag.value) {
    if (equals >= 0) return { word: { wrong: `Option ${name} doesn't expect a value` }, next: at };
    return { word: { flag, value: 'true' }, next: at + 1 };
  }
  if (equals >= 0 && equals < word.length - 1) return { word: { flag, value: word.slice(equals + 1) }, next: at + 1 };
  const value = words[at + 1];
  if (value === undefined || value.startsWith('-'))
    return { word: { wrong: `Option ${name} missing value` }, next: at };
  return { word: { flag, value }, next: at + 2 };
}
