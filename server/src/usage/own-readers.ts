/**
 * Programs that run others in a way of their own, which no grammar of options says: start-stop-daemon, find, expect and
 * what does something on many machines.
 */
import { literal, literalPrefix, locate, makeWord, textWithPlaceholders, type Word } from '../text/word.ts';
import { optionValue, readOptions } from './options.ts';

/** What a command line runs or has done: a program with its arguments, a script, a task about a service or a package. */
export type Run =
  | { readonly kind: 'program'; readonly words: readonly Word[] }
  /** `from` is where the script begins in the text of the word, `to` where it ends. */
  | { readonly kind: 'script'; readonly word: Word; readonly from?: number; readonly to?: number }
  | { readonly kind: 'service'; readonly name: Word }
  | { readonly kind: 'package'; readonly tool: string; readonly name: Word };

/** By base name: what `words`, the program and its arguments, runs. */
export const ownReaders: ReadonlyMap<string, (words: readonly Word[]) => Run[]> = new Map([
  ['start-stop-daemon', startStopDaemon],
  ['find', findExec],
  ['mender-monitorctl', monitoredLog],
  ['expect', expectScript],
  ['ansible', ansibleAdHoc],
  ['salt', (words: readonly Word[]) => saltFunction(words, 1)],
  ['salt-ssh', (words: readonly Word[]) => saltFunction(words, 1)],
  ['salt-call', (words: readonly Word[]) => saltFunction(words, 0)],
]);

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

/** expect(1): with `-c`, what is started by `spawn` or typed by `send`. */
function expectScript(words: readonly Word[]): Run[] {
  const { options } = readOptions(words.slice(1), { short: 'cdDfb', stopAtOperand: true });
  return options.flatMap(({ name, value }) =>
    name === '-c' && value?.offset === 0 ? spawned(value.word, value.word.value) : [],
  );
}

function spawned(word: Word, text = ''): Run[] {
  const commands = [
    ...text.matchAll(/(?:^|[;{\n])\s*(?:exp_)?spawn\s+(?:-noecho\s+)?([^;{}\n]+)/dg),
    ...text.matchAll(/(?:^|[;{\s])(?:exp_)?send\s+(?:--\s+)?"((?:[^"\\]|\\.)*?)(?:\\[rn])*"/dg),
  ];
  return commands.flatMap(({ indices }) =>
    indices?.[1] ? [{ kind: 'script' as const, word, from: indices[1][0], to: indices[1][1] }] : [],
  );
}

const ansible = {
  short: 'aBCDeflMmPtuicTKU',
  long: ['args', 'module-name', 'inventory', 'user', 'limit', 'extra-vars', 'forks', 'become-user', 'become-method'],
};

/** ansible(1): one task, of the module `command` where no other is named. */
function ansibleAdHoc(words: readonly Word[]): Run[] {
  const { options } = readOptions(words.slice(1), ansible);
  const of = (...names: string[]) => options.find(({ name }) => names.includes(name));
  const args = of('-a', '--args')?.value;
  const named = of('-m', '--module-name');
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
function saltFunction(words: readonly Word[], targets: number): Run[] {
  const { operands } = readOptions(words.slice(1), {
    short: 'ctlbC',
    long: ['config-dir', 'timeout', 'log-level', 'batch-size', 'out', 'output'],
    stopAtOperand: false,
  });
  const [called, first] = operands.slice(targets);
  if (!first) return [];
  const name = called?.value ?? '';
  if (/^cmd\.(?:run|run_all|run_stdout|run_stderr|run_bg|shell|retcode)$/.test(name))
    return [{ kind: 'script', word: first }];
  if (/^service\.(?:start|stop|restart|reload|enable|disable|status|mask|unmask|enabled)$/.test(name))
    return [{ kind: 'service', name: first }];
  return name === 'pkg.install' ? [{ kind: 'package', tool: name, name: first }] : [];
}
