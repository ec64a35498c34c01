/**
 * Sees through programs that run another program, or a shell script, named in their arguments. Does not look into what
 * is run.
 */
import type { Fragment } from '../text/fragment.ts';
import { MOST_OPTIONS } from '../text/limits.ts';
import { literalPrefix, locate, makeWord, textWithPlaceholders, type Word } from '../text/word.ts';
import { hasOption, optionValue, type ReadLine, readOptions, readTexts } from './command-line.ts';
import type { KnownProgram, Run, Running } from './program.ts';
import { findProgram } from './programs.ts';

export function isWrapper(name: string): boolean {
  const program = findProgram(name);
  return program?.runs !== undefined || program?.runsOf !== undefined;
}

/** What the wrapper `words[0]` runs; nothing when it is no wrapper, or runs nothing. */
export function runsOf(words: readonly Word[]): Run[] {
  const program = findProgram(words[0]?.value ?? '');
  if (program?.runsOf) return program.runsOf(words, program);
  if (!program?.runs) return [];
  const line = readOptions(words.slice(1), program);
  return hasOption(line, 'nothing', 'probes') ? [] : runOf(program, program.runs, line);
}

function runOf(program: KnownProgram, runs: Running, line: ReadLine): Run[] {
  let operands = [...line.operands];
  if (runs.subcommand) {
    const at = operands.findIndex(word => runs.subcommand!.includes(word.value ?? ''));
    // `docker compose exec` with options in between, of which only the short ones are known here.
    if (
      at < 0 ||
      at > (operands[0]!.value === 'compose' ? 3 : 1) ||
      (operands[at]!.value === 'run' && operands[0]!.value !== 'compose')
    )
      return [];
    const inner = readOptions(operands.slice(at + 1), program).operands;
    operands = runs.types?.includes(operands[at]!.value ?? '') ? typed(inner, runs.until) : [...inner];
  }
  const filled = runs.appends ? filledBy(line) : undefined;
  if (filled) operands = operands.map(word => withFilled(word, filled));
  const { operands: before = 0 } = runs;
  if (runs.as === 'option') {
    const script = scriptOption(program, line, operands.slice(before));
    if (script) return [{ kind: 'script', word: script }];
    if (runs.else !== 'program') return [];
  }
  const found = afterOperands(runs, operands.slice(before));
  for (let skipped = 1; before > 0 && skipped <= MOST_OPTIONS && holdsOptions(operands.slice(skipped - 1)); skipped++)
    found.push(...afterOperands(runs, operands.slice(skipped + before)));
  return found;
}

/**
 * tmux(1), "send-keys": one word is a whole line, or words have `Space` between them; others are typed without a
 * separator.
 */
function typed(keys: readonly Word[], until: readonly string[] = []): Word[] {
  const end = keys.findIndex(({ value }) => until.includes(value ?? ''));
  const words = end < 0 ? keys : keys.slice(0, end);
  const isLine = words.every(({ value }, index) => index % 2 === 0 || value === 'Space');
  if (!isLine || words.length % 2 === 0) return [];
  if (words.length === 1) return [...words];
  const outer = words[0]!.source;
  // A word next to another one is typed without a blank.
  const source: Fragment = { ...outer, write: (text, at) => (/\s/.test(text) ? undefined : outer.write(text, at)) };
  return words.filter((_, index) => index % 2 === 0).map(word => ({ ...word, source }));
}

/** xargs(1): the placeholder for the words that it reads. */
function filledBy({ options }: ReadLine): string | undefined {
  const option = options.find(({ meaning }) => meaning === 'filled');
  return option && (optionValue(option) ?? '{}');
}

function withFilled(word: Word, text: string): Word {
  const at = text === '' ? -1 : (word.value?.indexOf(text) ?? -1);
  if (at < 0) return word;
  const range = locate(word, at, text.length);
  if (range?.start !== word.start || range.end !== word.end) return word;
  return makeWord(word.source, word, [{ kind: 'other', ...range, quote: 'double' }]);
}

function afterOperands(runs: Running, operands: Word[]): Run[] {
  if (operands[0]?.value === '--') operands.shift();
  if (runs.assignments) while (operands[0] && /^\w+=/.test(literalPrefix(operands[0]))) operands.shift();
  const end = runs.until ? operands.findIndex(({ value }) => runs.until!.includes(value ?? '')) : -1;
  if (end >= 0) operands.splice(end);
  const [first, ...rest] = operands;
  if (!first) return [];
  const isScript = runs.as === 'script' && (rest.length === 0 || /\s/.test(textWithPlaceholders(first)));
  return [isScript ? { kind: 'script', word: first } : { kind: 'program', words: operands }];
}

/**
 * Whether the first operand is known only at run time and may contain options, so that the next one takes its place:
 * `ssh $SSH_OPTS user@host`. The next one is then not a program.
 */
function holdsOptions([word, next, ...rest]: readonly Word[]): boolean {
  const [piece, ...others] = word?.pieces ?? [];
  if (!word || !next || piece === undefined || piece.kind === 'literal' || others.length > 0) return false;
  if (/^[^\s/:]*@[^\s:]*$/.test(textWithPlaceholders(next))) return true;
  if (rest.length === 0 || /\s/.test(textWithPlaceholders(next)) || isWrapper(next.value ?? '')) return false;
  if (piece.kind !== 'variable') return /^"?\$\{\w+(?:\[[@*]\])?:?\+/.test(word.text);
  return piece.every === true || /(?:opts?|options?|args|flags|params)$/i.test(piece.name);
}

/** The command line after `sudo`, `nice` and the like, of which only the texts are known. */
export function wrappedProgram(words: readonly string[]): readonly string[] {
  const program = findProgram(words[0] ?? '');
  const runs = program?.runs;
  if (!program || runs?.as !== 'program' || runs.appends || runs.subcommand) return words;
  const { operands } = readTexts(words.slice(1), program);
  const from = operands.findIndex(
    (word, at) => at >= (runs.operands ?? 0) && !(runs.assignments && /^\w+=/.test(word)),
  );
  return from < 0 ? words : wrappedProgram(operands.slice(from));
}

/** Whether the wrapper of this name gives the program more arguments than are written here. */
export function appendsArguments(name: string): boolean {
  return findProgram(name)?.runs?.appends === true;
}

/** Whether the shell that `words[0]` is, or starts, reads its input as a script. */
export function readsScript(words: readonly Word[]): boolean {
  const program = findProgram(words[0]?.value ?? '');
  const runs = program?.runs;
  if (!program || !runs?.shell) return false;
  const line = readOptions(words.slice(1), program);
  const { operands } = line;
  if (hasOption(line, 'nothing', 'probes') || runsOf(words).length > 0) return false;
  if (runs.shell === 'option') return operands.length === 0 && hasOption(line, 'shell');
  if (program.options?.some(({ meaning }) => meaning === 'input'))
    return (
      !hasOption(line, 'script') &&
      (operands.length === 0 || hasOption(line, 'input') || ['-', '/dev/stdin'].includes(operands[0]!.value ?? ''))
    );
  return operands.filter(word => word.value !== '-').length <= (runs.operands ?? 0) + (runs.subcommand ? 1 : 0);
}

/**
 * The script of `-c SCRIPT`, where `-c` takes a value or, as in `sh -lc SCRIPT`, only says what the first operand is.
 */
function scriptOption({ optionsByName }: KnownProgram, line: ReadLine, operands: readonly Word[]): Word | undefined {
  const found = line.options.find(({ meaning }) => meaning === 'script');
  if (found?.value) return found.value.offset === 0 ? found.value.word : undefined;
  if (found) return operands[0];
  // `flock FILE -c SCRIPT`, `runuser root -c SCRIPT`: the option counts after an operand, too.
  const at = operands.slice(0, 2).findIndex(({ value }) => optionsByName.get(value ?? '')?.meaning === 'script');
  return at < 0 ? undefined : operands[at + 1];
}
