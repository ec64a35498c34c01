/** Calls of programs in other languages: which of them run a command, and where among their arguments it stands. */
import type { Argument, EmbeddedCall } from '../languages/embedded.ts';
import type { SourceText } from '../languages/program-strings/source-tokens.ts';
import { deviceContext } from './branch-context.ts';
import { directiveContext, execUsages } from './exec-usage.ts';
import { mentionsAny } from './keywords.ts';
import { named } from './shell/called-words.ts';
import { shellUsages } from './shell/shell-usage.ts';
import type { Context, Usage } from './usage.ts';

/** Parts of names of functions that run what they are given. */
const runs = new Set(
  'run exec execute execv execve execvp execvpe execl execle execlp execlpe execfile popen system spawn shell ssh cmd command sudo sendline getoutput getstatusoutput bash sh remote'.split(
    ' ',
  ),
);

/** Parts of names of functions that are given a title, a message or a pattern. */
const others = new Set(
  'test tests suite step describe title name label log print msg message info warn warning error debug fail match add get set register parse find is has dry expect'.split(
    ' ',
  ),
);

/** Objects whose functions run a test, a query or an expression. */
const otherObjects = /^(?:[tb]|test|suite|describe|log(?:ger)?|mock|cursor|db|re|rx|.*(?:regexp?|pattern))$/i;

/** Parts of names of functions that are told where to run the command. */
const elsewhere = new Set(['ssh', 'docker', 'container', 'remote', 'on', 'device', 'host', 'lxc']);

/** Functions of standard libraries that say it in another way. */
const wellKnown = /^(?:subprocess\.(?:call|check_call|check_output)|(?:check_call|check_output)|\$)$/;

/** Functions of libraries that look for a program as which(1) does, and for a file as test(1). */
const lookUps: readonly (readonly [RegExp, command: readonly string[]])[] = [
  [/^(?:exec\.LookPath|(?:shutil\.)?which|which\.sync|(?:spawn\.)?find_executable)$/, ['which']],
  [
    /^(?:path\.(?:l?exists|is(?:file|link))|os\.(?:L?[Ss]tat|access)|(?:fs\.)?(?:exists|access|l?stat)Sync)$/,
    ['test', '-e'],
  ],
];

export function callUsages(call: EmbeddedCall, context: Context): readonly Usage[] {
  const inner = { ...context, branchContext: deviceContext(call.place) };
  const lookUp = lookUps.find(([name]) => name.test(call.callee.slice(-2).join('.')));
  if (lookUp) return lookUpUsages(call, lookUp[1], inner);
  if (!runsCommand(call)) return busNames(call);
  const args = call.arguments.filter(({ kind }) => kind !== 'option');
  const at = programIndex(call, args);
  const [first, second] = [args[at], args[at + 1]];
  if (first?.kind === 'list') return commandUsages(call, first.items, inner);
  if (first?.kind !== 'text') return [];
  const script = first.script();
  const isWord = !/\s/.test(script.text);
  if (isWord && second && isToldItsName(call)) {
    const [name, ...given] = args.slice(at + 1).flatMap(wordsOf);
    return commandUsages(call, [first.text, ...(second.kind === 'other' ? [name!] : given)], inner);
  }
  if (isWord && second?.kind === 'list') return commandUsages(call, [first.text, ...second.items], inner);
  const isPlace = isWord && second?.kind === 'text' && partsOf(call.callee).some(part => elsewhere.has(part));
  const isSplit = isWord && !isPlace && second?.kind === 'text' && !/\s/.test(second.script().text);
  if (isSplit || isGoCommand(call)) return commandUsages(call, args.slice(at).flatMap(wordsOf), inner);
  const source = isPlace ? second.script() : script;
  return mentionsAny(context.keywords, source.text) ? shellUsages(source, inner) : [];
}

function lookUpUsages(
  call: EmbeddedCall,
  asked: readonly string[],
  { branchContext, keywords }: Context,
): readonly Usage[] {
  const [argument] = call.arguments;
  const command = argument?.kind === 'text' ? call.commandOf([argument.text]) : undefined;
  if (!command) return [];
  const { words, innerScript } = command;
  const context = { ...directiveContext(keywords), branchContext };
  const usages = execUsages([...asked.map(word => named(words[0], word)), ...words], {
    source: words[0].source,
    innerScript,
    context,
  });
  const calledAs = call.callee.slice(-2).join('.');
  return usages.map(usage => (usage.kind === 'invocation' ? { ...usage, calledAs } : usage));
}

/** Functions that are given a text to show or to compare. */
const shows = new Set('log print msg message info warn warning error debug fail assert equal contains'.split(' '));

/** Libraries of D-Bus are given the name of a service, and that of an interface: the first one says what the call is about. */
function busNames(call: EmbeddedCall): readonly Usage[] {
  if (partsOf(call.callee).some(part => shows.has(part))) return [];
  for (const argument of call.arguments) {
    const text = argument.kind === 'text' || argument.kind === 'option' ? argument.text : undefined;
    const [name] = (text && call.commandOf([text])?.words) ?? [];
    if (name && /^io\.mender\.\w+$/.test(name.value ?? ''))
      return [{ kind: 'bus-name', use: `${call.callee.at(-1)}("${name.value}")`, name }];
  }
  return [];
}

/** Helpers are given a connection first; functions of libraries the program, which may be one that nobody here names. */
function programIndex(call: EmbeddedCall, args: readonly Argument[]): number {
  if (isGoCommand(call)) return call.callee.at(-1) === 'CommandContext' ? 1 : 0;
  const found = args.findIndex(({ kind }) => kind !== 'other');
  return call.language === 'javascript' && found > 0 && args[found]!.kind === 'list' ? 0 : found;
}

function commandUsages(
  call: EmbeddedCall,
  items: readonly SourceText[],
  { branchContext, keywords }: Context,
): readonly Usage[] {
  const command = call.commandOf(items);
  if (!command) return [];
  const { words, innerScript } = command;
  return execUsages(words, {
    source: words[0].source,
    innerScript,
    context: { ...directiveContext(keywords), branchContext },
  });
}

function runsCommand({ callee, language }: EmbeddedCall): boolean {
  const last = callee.at(-1)!;
  if (wellKnown.test(callee.slice(-2).join('.')) || wellKnown.test(last)) return true;
  const parts = partsOf([last]);
  if (parts.some(part => others.has(part)) || otherObjects.test(callee.at(-2) ?? '')) return false;
  // `/pattern/.exec(text)`, `t.Run("title", ...)`, `program.command("name")`
  if (callee[0]!.startsWith('/') || (language === 'go' && last === 'Run')) return false;
  if (last.toLowerCase() === 'command') return callee.at(-2) === 'exec';
  return parts.some(part => runs.has(part));
}

/** execve(2): behind the program stands the name that it is to have, then its arguments. `os.execl(...)`, `syscall.Exec(...)`. */
function isToldItsName({ callee }: EmbeddedCall): boolean {
  return /^(?:os\.exec[lv]p?e?|syscall\.(?:Fork)?Exec)$/.test(callee.slice(-2).join('.'));
}

/** `exec.Command("mender", "commit")` */
function isGoCommand({ callee, language }: EmbeddedCall): boolean {
  return language === 'go' && callee.at(-2) === 'exec';
}

function wordsOf(argument: Argument): readonly SourceText[] {
  if (argument.kind === 'list') return argument.items;
  if (argument.kind === 'option') return [];
  return [argument.kind === 'text' ? argument.text : [{ kind: 'unknown', ...argument.range }]];
}

/** `assertRunOk` and `check_output` in their words, in lower case. */
function partsOf(names: readonly string[]): readonly string[] {
  return names.flatMap(name =>
    name
      .replace(/(?<=[a-z\d])(?=[A-Z])/g, '_')
      .toLowerCase()
      .split(/[^a-z]+/),
  );
}
