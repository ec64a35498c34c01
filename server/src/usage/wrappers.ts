/**
 * Sees through programs that run another program or a shell script named in their arguments. What is run is not its
 * business.
 */
import type { Word } from '../text/word.ts';
import { literalPrefix, textWithPlaceholders } from '../text/word.ts';
import { type ReadLine, readOptions } from './options.ts';
import { ownReaders, type Run } from './own-readers.ts';
import { shellScript, type Wrapper, wrappers } from './wrapper-table.ts';

export type { Run } from './own-readers.ts';

export function isWrapper(name: string): boolean {
  const program = baseName(name);
  return wrappers.has(program) || ownReaders.has(program);
}

/** What the wrapper `words[0]` runs; nothing when it is none, or runs nothing. */
export function runsOf(words: readonly Word[]): Run[] {
  const name = baseName(words[0]?.value ?? '');
  const read = ownReaders.get(name);
  if (read) return read(words);
  const wrapper = wrappers.get(name);
  if (!wrapper) return [];
  const line = readOptions(words.slice(1), wrapper);
  if (wrapper.unless?.some(option => line.options.some(read => read.name === option))) return [];
  return runOf(wrapper, line);
}

/** Variables with options in front of an operand. */
const MOST_OPTIONS = 3;

function runOf(wrapper: Wrapper, line: ReadLine): Run[] {
  let operands = [...line.operands];
  if (wrapper.subcommand) {
    const at = operands.findIndex(word => wrapper.subcommand!.includes(word.value ?? ''));
    // `docker compose exec`: with options of its own in between, of which only the short ones are known here.
    if (
      at < 0 ||
      at > (operands[0]!.value === 'compose' ? 3 : 1) ||
      (operands[at]!.value === 'run' && operands[0]!.value !== 'compose')
    )
      return [];
    const inner = readOptions(operands.slice(at + 1), wrapper);
    operands = [...inner.operands];
  }
  if (typeof wrapper.runs === 'object') {
    const { option, otherwise } = wrapper.runs;
    const script = scriptOption(line, option, operands.slice(wrapper.operands ?? 0));
    if (script) return [{ kind: 'script', word: script }];
    if (otherwise !== 'program') return [];
  }
  const { operands: before = 0 } = wrapper;
  const runs = behindOperands(wrapper, operands.slice(before));
  for (let skipped = 1; before > 0 && skipped <= MOST_OPTIONS && holdsOptions(operands.slice(skipped - 1)); skipped++)
    runs.push(...behindOperands(wrapper, operands.slice(skipped + before)));
  return runs;
}

function behindOperands(wrapper: Wrapper, operands: Word[]): Run[] {
  if (operands[0]?.value === '--') operands.shift();
  if (wrapper.assignments) while (operands[0] && /^\w+=/.test(literalPrefix(operands[0]))) operands.shift();
  const end = wrapper.until ? operands.findIndex(({ value }) => wrapper.until!.includes(value ?? '')) : -1;
  if (end >= 0) operands.splice(end);
  const [first, ...rest] = operands;
  if (!first) return [];
  const isScript = wrapper.runs === 'script' && (rest.length === 0 || /\s/.test(textWithPlaceholders(first)));
  return [isScript ? { kind: 'script', word: first } : { kind: 'program', words: operands }];
}

/**
 * Whether the first operand is known only at run time and may hold options, so that the next one stands in its place: `ssh $SSH_OPTS user@host`.
 * That one is no program then.
 */
function holdsOptions([word, next, ...rest]: readonly Word[]): boolean {
  const [piece, ...others] = word?.pieces ?? [];
  if (!word || !next || piece === undefined || piece.kind === 'literal' || others.length > 0) return false;
  if (/^[^\s/:]*@[^\s:]*$/.test(textWithPlaceholders(next))) return true;
  if (rest.length === 0 || /\s/.test(textWithPlaceholders(next)) || isWrapper(next.value ?? '')) return false;
  if (piece.kind !== 'variable') return /^"?\$\{\w+(?:\[[@*]\])?:?\+/.test(word.text);
  return piece.every === true || /(?:opts?|options?|args|flags|params)$/i.test(piece.name);
}

/** Whether the wrapper of this name gives the program more arguments than are written here. */
export function appendsArguments(name: string): boolean {
  return wrappers.get(baseName(name))?.appends === true;
}

/** Whether the shell `words[0]` is, or starts, takes its input for a script. */
export function readsScript(words: readonly Word[]): boolean {
  const wrapper = wrappers.get(baseName(words[0]?.value ?? ''));
  if (!wrapper?.shell) return false;
  const { options, operands } = readOptions(words.slice(1), wrapper);
  const has = (names: readonly string[]) => options.some(({ name }) => names.includes(name));
  if (has(wrapper.unless ?? []) || runsOf(words).length > 0) return false;
  if (wrapper.shell !== true) return operands.length === 0 && has(wrapper.shell);
  if (wrapper === shellScript)
    return (
      !has(['-c']) && (operands.length === 0 || has(['-s']) || ['-', '/dev/stdin'].includes(operands[0]!.value ?? ''))
    );
  return operands.filter(word => word.value !== '-').length <= (wrapper.operands ?? 0) + (wrapper.subcommand ? 1 : 0);
}

/** The script of `-c SCRIPT`, where `-c` takes a value or, as in `sh -lc SCRIPT`, only says what the first operand is. */
function scriptOption(line: ReadLine, name: string, operands: readonly Word[]): Word | undefined {
  const names = [name, '--command', '--session-command'];
  const found = line.options.find(option => names.includes(option.name));
  if (found?.value) return found.value.offset === 0 ? found.value.word : undefined;
  if (found) return operands[0];
  // `flock FILE -c SCRIPT`, `runuser root -c SCRIPT`: behind an operand, the option is read as one.
  const at = operands.slice(0, 2).findIndex(({ value }) => names.includes(value ?? ''));
  return at < 0 ? undefined : operands[at + 1];
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
