/**
 * Programs with a special way to say what they run or arrange: start-stop-daemon, find, expect, and tools for many
 * machines. Their options are in the table.
 */
import { literal, literalPrefix, locate, makeWord, textWithPlaceholders, type Word } from '../text/word.ts';
import { hasOption, optionValue, readOptions } from './command-line.ts';
import type { KnownProgram, Run } from './program.ts';

/** start-stop-daemon(8): `--exec` or `--startas` names the program, and its arguments follow `--`. */
export function daemonStarted(words: readonly Word[], program: KnownProgram): Run[] {
  const end = words.findIndex(word => word.value === '--');
  if (end < 0) return [];
  const { options } = readOptions(words.slice(1, end), program);
  const started = options.find(({ meaning }) => meaning === 'program')?.value;
  if (started?.offset !== 0) return [];
  return [{ kind: 'program', words: [started.word, ...words.slice(end + 1)] }];
}

/** find(1): `-exec PROGRAM ... ;` */
export function runByFind(words: readonly Word[]): Run[] {
  const runs: Run[] = [];
  words.forEach((word, index) => {
    if (!/^-(?:exec|ok)(?:dir)?$/.test(word.value ?? '')) return;
    const rest = words.slice(index + 1);
    const end = rest.findIndex(next => next.value === ';' || next.value === '+');
    if (end > 0) runs.push({ kind: 'program', words: rest.slice(0, end) });
  });
  return runs;
}

/**
 * `mender-monitorctl create log NAME PATTERN "@journalctl ..."`:
 * integration@3.6.5:tests/tests/test_monitor_client.py:1526
 */
export function monitoredLog(words: readonly Word[]): Run[] {
  const word = words.at(-1)!;
  const text = literalPrefix(word);
  return /^@?\w+ /.test(text) ? [{ kind: 'script', word, from: text.startsWith('@') ? 1 : 0 }] : [];
}

/** expect(1): with an option for a script, the arguments of `spawn` and `send`. */
export function expectScript(words: readonly Word[], program: KnownProgram): Run[] {
  const { options } = readOptions(words.slice(1), program);
  return options.flatMap(({ meaning, value }) =>
    meaning === 'script' && value?.offset === 0 ? spawned(value.word, value.word.value) : [],
  );
}

/**
 * screen(1): a program in a new window; with an option for a command of screen, the text that `stuff` types into a
 * window.
 */
export function screenWindow(words: readonly Word[], program: KnownProgram): Run[] {
  const line = readOptions(words.slice(1), program);
  const { operands } = line;
  if (!hasOption(line, 'command')) return operands.length > 0 ? [{ kind: 'program', words: [...operands] }] : [];
  const [command, word] = operands;
  if (command?.value !== 'stuff' || !word) return [];
  // The line ends with an escape of screen, or with something that prints one.
  const text = word.value ?? literalPrefix(word);
  const isEnded = word.value !== undefined || word.pieces.slice(1).every(({ kind }) => kind !== 'literal');
  const to = text.replace(/(?:\\[nr]|\\0?1[25]|\^[MJ]|[\r\n])+$/, '').length;
  return isEnded ? [{ kind: 'script', word, from: 0, to }] : [{ kind: 'script', word }];
}

function spawned(word: Word, text = ''): Run[] {
  const commands = [
    ...text.matchAll(/(?:^|[;{\n])[^\S\n]*(?:exp_)?spawn\s+(?:-noecho\s+)?([^;{}\n]+)/dg),
    ...text.matchAll(/(?:^|[;{\s])(?:exp_)?send\s+(?:--\s+)?"((?:[^"\\]|\\.)*?)(?:\\[rn])*"/dg),
  ];
  return commands.flatMap(({ indices }) =>
    indices?.[1] ? [{ kind: 'script' as const, word, from: indices[1][0], to: indices[1][1] }] : [],
  );
}

/** ansible(1): one task; the module is `command` by default. */
export function ansibleAdHoc(words: readonly Word[], program: KnownProgram): Run[] {
  const { options } = readOptions(words.slice(1), program);
  const args = options.find(({ meaning }) => meaning === 'arguments')?.value;
  const named = options.find(({ meaning }) => meaning === 'module');
  const module = (named ? optionValue(named) : 'command')?.replace(/^ansible\.(?:builtin|legacy)\./, '') ?? '';
  if (args?.offset !== 0) return [];
  if (/^(?:shell|command|raw)$/.test(module)) return [{ kind: 'script', word: args.word }];
  const isService = /^(?:systemd(?:_service)?|service|sysvinit)$/.test(module);
  if (!isService && !/^(?:apt|package)$/.test(module)) return [];
  const text = textWithPlaceholders(args.word);
  const found = /(?:^|\s)(?:name|service|pkg)=["']?([\w@.+=:~-]+)/d.exec(text)?.indices?.[1];
  const range = found && locate(args.word, found[0], found[1] - found[0]);
  if (!found || !range) return [];
  const name = makeWord(args.word.source, range, [literal(range.start, text.slice(...found), 'double')]);
  if (isService) return [{ kind: 'service', name }];
  return /(?:^|\s)state=(?:absent|removed)/.test(text) ? [] : [{ kind: 'package', tool: `ansible -m ${module}`, name }];
}

/** Salt, "Execution modules": `salt TARGET FUNCTION ARGUMENT...` */
export function saltFunction(words: readonly Word[], program: KnownProgram): Run[] {
  return saltRuns(readOptions(words.slice(1), program).operands.slice(1));
}

/** `salt-call FUNCTION ARGUMENT...` */
export function saltCall(words: readonly Word[], program: KnownProgram): Run[] {
  return saltRuns(readOptions(words.slice(1), program).operands);
}

function saltRuns([called, first]: readonly Word[]): Run[] {
  if (!first) return [];
  const name = called?.value ?? '';
  if (/^cmd\.(?:run|run_all|run_stdout|run_stderr|run_bg|shell|retcode)$/.test(name))
    return [{ kind: 'script', word: first }];
  if (/^service\.(?:start|stop|restart|reload|enable|disable|status|mask|unmask|enabled)$/.test(name))
    return [{ kind: 'service', name: first }];
  return name === 'pkg.install' ? [{ kind: 'package', tool: name, name: first }] : [];
}
