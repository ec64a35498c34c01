/**
 * Distinguishes a line that is plainly a command from a sentence or from output: it begins with a program that
 * documentation about Mender calls, and continues as no sentence does.
 */
import { keyword } from '../mender/keywords.ts';
import { ownProgramName, ownVerbs } from '../mender/tool-names.ts';

import type { Prose } from '../programs/program.ts';
import { findProgram, programs } from '../programs/programs.ts';

import { MOST_WRAPPERS_IN_PROSE } from '../text/limits.ts';

/** What follows the name of a program in a command but not in a sentence. */
const argument = new RegExp(`^(?:[-/.~$<"'|&;>\\\\{(*]|\\d|[A-Z_]+$|${keyword}$)|[/_=@*-]|\\.\\w|^[\\w.-]+:\\w`);

const plain = /^[a-z][a-z\d]*$/;

const mender: Prose = { verbs: ownVerbs.all, most: 2, named: ownVerbs.named };

/** Wrappers that run the rest of the line, with their options and assignments before them. */
const assignment = '(?:\\w+=\\S*(?=[ \\t]))';
const wrapper = new RegExp(
  `^(?:${[assignment, ...programs.flatMap(({ before = [] }) => before)].join('|')})[ \\t]+(?=\\S)`,
);

/** Lines that go with commands: keywords of the shell, a variable that is set. */
const between =
  /^[ \t]*(?:(?:then|do|else|fi|done|esac|\{|\}|;;)[ \t]*(?:[|>&#;].*)?|(?:if|elif|while|until)[ \t]+.*(?:;[ \t]*(?:then|do)|\])|for[ \t]+\w+[ \t]+in[ \t].*|(?:export[ \t]+)?[A-Za-z_]\w*=(?:\S*|"[^"]*"|'[^']*'|\$\(.*\)))[ \t]*$/;

export function goesWithCommands(line: string): boolean {
  return between.test(line);
}

/** `ownOnly`: only programs that documentation about Mender is about. */
export function isPlainCommand(line: string, ownOnly = false): boolean {
  let text = line.trim();
  for (let count = 0; count < MOST_WRAPPERS_IN_PROSE; count++) {
    const before = wrapper.exec(text)?.[0];
    if (before === undefined) break;
    text = text.slice(before.length);
    if (/^["'].*["']$/.test(text)) text = text.slice(1, -1);
  }
  const [first = '', ...rest] = text.split(/[ \t]+/);
  const name = /^(?:(?:\/usr)?\/s?bin\/)?([a-z][a-z\d.-]*)$/.exec(first)?.[1];
  if (name === undefined) return false;
  const isMender = ownProgramName.test(name);
  const program = findProgram(name);
  const prose = isMender ? mender : program?.prose;
  if (!prose || (ownOnly && !isMender && !program?.logs)) return false;
  return goesOnAsCommand(rest, prose, first.includes('/'));
}

function goesOnAsCommand(all: readonly string[], prose: Prose, isPath: boolean): boolean {
  const operator = all.findIndex(word => /^(?:&&|\|\|?|;)$/.test(word));
  const words = operator < 0 ? all : all.slice(0, operator);
  if (words.length === 0) return prose.alone === true || (prose === mender && isPath);
  let plainWords = 0;
  let known = 0;
  for (const [index, word] of words.entries()) {
    if (argument.test(word)) continue;
    if (!plain.test(word)) return false;
    const verb = prose.verbs?.test(word) === true;
    if (verb && ++known <= prose.most) continue;
    // The value of an option; the name of an unknown command; the operand of a known one.
    if (isValued(words[index - 1])) continue;
    const isFirst = words.slice(0, index).every(before => before.startsWith('-'));
    const isOperand =
      index === words.length - 1 &&
      prose.named?.test(words[index - 1] ?? '') === true &&
      words.some(other => other.startsWith('-'));
    if (prose.most === 0 || !(isFirst || isOperand) || ++plainWords > 1) return false;
  }
  return true;
}

/** `--device-type NAME`, `-f FILE`; an option that is named like a question, or has no name, takes none. */
function isValued(before: string | undefined): boolean {
  return (
    before !== undefined &&
    /^--?[a-z][\w-]*$/.test(before) &&
    !/^-{1,2}(?:h|help|v|version|demo|no-\w[\w-]*)$/.test(before)
  );
}
