/**
 * What the parts of an unknown name say: of a variable or function before a command of a shell, or of a function of
 * another language that takes a text.
 */
import type { EmbeddedCall } from '../languages/embedded.ts';
import { programs } from '../programs/programs.ts';

/** What the name of an unknown variable or function says about its use of the words after it. */
export type NameInFront =
  /** It means the program of that name: `$SYSTEMCTL`, `do_systemctl`. */
  | { readonly kind: 'program'; readonly name: string }
  /** It runs what follows: `$RUN`, `run_on_device`. */
  | { readonly kind: 'runner' }
  /** It shows what follows: `$LOG`, `print_usage`. */
  | { readonly kind: 'message' }
  | { readonly kind: 'unknown' };

const ofPrograms = programs.flatMap(({ names, inNames }) => (inNames ? names : []));

/** Parts of names that run what follows, or their argument. */
const running = 'run exec execute remote';
const runningWords = words(running, 'eval retry root nice');
const runningTexts = words(
  running,
  'popen system spawn shell ssh cmd command sudo sendline getoutput getstatusoutput bash sh',
);

/** Parts of names that show what follows, or their argument. */
const showing = 'log print msg message info warn warning error debug fail';
const showingWords = words(showing, 'echo printf err die abort note say usage help');
const showingTexts = words(showing, 'assert equal contains');

/** Parts of names that take the title of a test; */
const titled = 'test tests step describe title expect';
/** ... or, in a shell, images, packages and targets; */
const otherWords = words(
  titled,
  'check docker podman image container compose pkg package apt apk opkg dnf yum rpm pip npm install make cmake',
  'sql psql mysql sqlite python perl ruby node awk lua ninja git',
);
/** ... or, in other languages, a message, a name or a pattern. */
const otherTexts = words(titled, showing, 'suite name label match add get set register parse find is has dry');

/** Objects whose functions run a test, a query or an expression. */
const otherObjects = /^(?:[tb]|test|suite|describe|log(?:ger)?|mock|cursor|db|re|rx|.*(?:regexp?|pattern))$/i;

/** Parts of names of functions that take the place where to run the command. */
const elsewhere = words('ssh docker container remote on device host lxc');

function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap(list => list.split(' ')));
}

/** By the parts of the name between underscores, dashes and dots. */
export function nameInFront(name: string): NameInFront {
  const parts = name.toLowerCase().split(/[^a-z]+/);
  if (parts.some(part => otherWords.has(part))) return { kind: 'unknown' };
  const program = ofPrograms.find(candidate => parts.includes(candidate));
  if (program) return { kind: 'program', name: program };
  if (parts.some(part => showingWords.has(part))) return { kind: 'message' };
  return { kind: parts.some(part => runningWords.has(part)) ? 'runner' : 'unknown' };
}

export function runsByItsName({ callee, language }: EmbeddedCall): boolean {
  const last = callee.at(-1)!;
  const parts = partsOf(last);
  if (parts.some(part => otherTexts.has(part)) || otherObjects.test(callee.at(-2) ?? '')) return false;
  // `/pattern/.exec(text)`, `t.Run("title", ...)`, `program.command("name")`
  if ((callee[0] === '' && last === 'exec') || (language === 'go' && last === 'Run')) return false;
  return last.toLowerCase() !== 'command' && parts.some(part => runningTexts.has(part));
}

/** Its first argument may be a machine. */
export function toldWhere(callee: readonly string[]): boolean {
  return callee.flatMap(partsOf).some(part => elsewhere.has(part));
}

/** Functions that take a text to show or to compare. */
export function showsByItsName(callee: readonly string[]): boolean {
  return callee.flatMap(partsOf).some(part => showingTexts.has(part));
}

/** `assertRunOk` and `check_output` split into words, in lower case. */
function partsOf(name: string): readonly string[] {
  return name
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, '_')
    .toLowerCase()
    .split(/[^a-z]+/);
}
