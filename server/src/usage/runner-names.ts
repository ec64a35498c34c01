/** Names of unknown functions as a hint at what they do with a text: helpers of tests and products. */
import type { EmbeddedCall } from '../languages/embedded.ts';

/** Parts of names of functions that run their argument. */
const runs = new Set(
  'run exec execute popen system spawn shell ssh cmd command sudo sendline getoutput getstatusoutput bash sh remote'.split(
    ' ',
  ),
);

/** Parts of names of functions that take a title, a message or a pattern. */
const others = new Set(
  'test tests suite step describe title name label log print msg message info warn warning error debug fail match add get set register parse find is has dry expect'.split(
    ' ',
  ),
);

/** Objects whose functions run a test, a query or an expression. */
const otherObjects = /^(?:[tb]|test|suite|describe|log(?:ger)?|mock|cursor|db|re|rx|.*(?:regexp?|pattern))$/i;

/** Parts of names of functions that take the place where to run the command. */
const elsewhere = new Set(['ssh', 'docker', 'container', 'remote', 'on', 'device', 'host', 'lxc']);

export function runsByItsName({ callee, language }: EmbeddedCall): boolean {
  const last = callee.at(-1)!;
  const parts = partsOf(last);
  if (parts.some(part => others.has(part)) || otherObjects.test(callee.at(-2) ?? '')) return false;
  // `/pattern/.exec(text)`, `t.Run("title", ...)`, `program.command("name")`
  if ((callee[0] === '' && last === 'exec') || (language === 'go' && last === 'Run')) return false;
  return last.toLowerCase() !== 'command' && parts.some(part => runs.has(part));
}

/** Its first argument may be a machine. */
export function toldWhere(callee: readonly string[]): boolean {
  return callee.flatMap(partsOf).some(part => elsewhere.has(part));
}

/** `assertRunOk` and `check_output` split into words, in lower case. */
export function partsOf(name: string): readonly string[] {
  return name
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, '_')
    .toLowerCase()
    .split(/[^a-z]+/);
}
