/**
 * Sees through programs that run another program or a shell script named in their arguments. What is run is not its
 * business.
 */
import type { Word } from '../syntax/word.ts';
import { literalPrefix, skeleton } from '../syntax/word.ts';
import { type ReadLine, readOptions } from './options.ts';
import { shellScript, type Wrapper, wrappers } from './wrapper-table.ts';

export function isWrapper(name: string): boolean {
  return wrappers.has(baseName(name)) || ['start-stop-daemon', 'find', 'mender-monitorctl'].includes(name);
}

/** What a command line runs: a program with its arguments, a script, or itself. */
export type Run =
  | { readonly kind: 'program'; readonly words: readonly Word[] }
  /** `from` is where the script begins in the text of the word. */
  | { readonly kind: 'script'; readonly word: Word; readonly from?: number };

/** What the wrapper `words[0]` runs; nothing when it is none, or runs nothing. */
export function runsOf(words: readonly Word[]): Run[] {
  const name = baseName(words[0]?.value ?? '');
  if (name === 'start-stop-daemon') return startStopDaemon(words);
  if (name === 'find') return findExec(words);
  if (name === 'mender-monitorctl') return monitoredLog(words);
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
  const [first, ...rest] = operands;
  if (!first) return [];
  const isScript = wrapper.runs === 'script' && (rest.length === 0 || /\s/.test(skeleton(first)));
  return [isScript ? { kind: 'script', word: first } : { kind: 'program', words: operands }];
}

/**
 * Whether the first operand is known only at run time and may hold options, so that the next one stands in its place: `ssh $SSH_OPTS user@host`.
 * That one is no program then.
 */
function holdsOptions([word, next, ...rest]: readonly Word[]): boolean {
  const [piece, ...others] = word?.pieces ?? [];
  if (!word || !next || piece === undefined || piece.kind === 'literal' || others.length > 0) return false;
  if (/^[^\s/:]*@[^\s:]*$/.test(skeleton(next))) return true;
  if (rest.length === 0 || /\s/.test(skeleton(next)) || isWrapper(next.value ?? '')) return false;
  if (piece.kind !== 'variable') return /^"?\$\{\w+(?:\[[@*]\])?:?\+/.test(word.text);
  return piece.every === true || /(?:opts?|options?|args|flags|params)$/i.test(piece.name);
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

/** start-stop-daemon(8): `--exec` or `--startas` names the program, its arguments stand behind `--`. */
function startStopDaemon(words: readonly Word[]): Run[] {
  const end = words.findIndex(word => word.value === '--');
  if (end < 0) return [];
  const { options } = readOptions(words.slice(1, end), {
    short: 'xapnuguckdNPICsR',
    long: [
      'exec',
      'startas',
      'pidfile',
      'name',
      'user',
      'group',
      'chuid',
      'chroot',
      'chdir',
      'nicelevel',
      'procsched',
      'iosched',
      'umask',
      'signal',
      'retry',
      'output',
    ],
  });
  const started = options.find(option => ['-x', '-a', '--exec', '--startas'].includes(option.name))?.value;
  if (started?.offset !== 0) return [];
  return [{ kind: 'program', words: [started.word, ...words.slice(end + 1)] }];
}

/** find(1): `-exec PROGRAM ... ;` */
function findExec(words: readonly Word[]): Run[] {
  const runs: Run[] = [];
  words.forEach((word, index) => {
    if (!/^-(?:exec|ok)(?:dir)?$/.test(word.value ?? '')) return;
    const rest = words.slice(index + 1);
    const end = rest.findIndex(next => next.value === ';' || next.value === '+');
    if (end > 0) runs.push({ kind: 'program', words: rest.slice(0, end) });
  });
  return runs;
}

/** `mender-monitorctl create log NAME PATTERN "@journalctl ..."`: integration@3.6.5:tests/tests/test_monitor_client.py:1526 */
function monitoredLog(words: readonly Word[]): Run[] {
  const word = words.at(-1)!;
  const text = literalPrefix(word);
  return /^@?\w+ /.test(text) ? [{ kind: 'script', word, from: text.startsWith('@') ? 1 : 0 }] : [];
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
