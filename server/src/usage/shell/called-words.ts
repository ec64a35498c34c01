/** Words of a command line that expand to a program, or to several words. */
import { parseShell } from '../../languages/shell/shell.ts';
import { innerScript, shellWord } from '../../languages/shell/shell-word.ts';
import { literal, textWithPlaceholders, type Word } from '../../text/word.ts';
import type { Definition } from '../usage.ts';
import type { SimpleCommand } from './shell-facts.ts';

/** The words a variable's value is split into where it is used without quotes. */
export function definedWords(word: Word, definition: Definition): readonly Word[] {
  if (word.value === '') return [];
  if (definition.kind === 'loop' || !/\s/.test(textWithPlaceholders(word))) return [word];
  const [part] = parseShell(innerScript(word)).parts;
  const command = part?.scripts[0]?.commands[0]?.command;
  if (command?.type !== 'Command' || !command.name) return [word];
  return [command.name, ...command.args].flatMap(node => (node.type === 'Word' ? [shellWord(node, part!.source)] : []));
}

/** Whether a command line shows which program it runs. */
export function isWritten([name]: readonly Word[]): boolean {
  return name === undefined || name.value !== undefined;
}

/** `[[ -x FILE ]]` is read as the program `test` with these arguments. */
export function testName(command: SimpleCommand, flag: Word): Word {
  const { start } = command.range;
  return { ...named(flag, 'test'), start, end: start, text: 'test' };
}

/** The word as if it were the name of a program. */
export function named(word: Word, name: string): Word {
  return { ...word, value: name, pieces: [literal(word.start, name, 'none')] };
}
