/** The parts of a script in branches of a probe for which client there is. */
import { parse } from 'unbash';
import { actsShown } from './compare.ts';
import { clientAction } from './exception.ts';
import type { Trace } from './model.ts';

/** A probe for either client that decides by `if`, `&&` or `||`. */
export const presence =
  /(?:command -v|which) mender\S*|\[ -[xe] \/(?:usr\/bin\/mender|lib\/systemd\/system\/mender-)\S* \]|dpkg -s mender-\S+|systemctl cat mender-\S+|systemctl list-unit-files \| grep -q mender\S*/;

/** The lines that such a probe decides about: its own, or all lines down to the end of its `if`. */
export function inBranch(script: string): string {
  const branches: string[] = [];
  let open = 0;
  for (const line of script.split('\n')) {
    if (open > 0 || presence.test(line)) branches.push(line);
    const opened = (line.match(/(?:^|[;&|({]\s*|then |else )if /g) ?? []).length;
    const closed = (line.match(/(?:^|[;\s])fi\b/g) ?? []).length;
    open = open > 0 || presence.test(line) ? Math.max(0, open + opened - closed) : 0;
  }
  return branches.join('\n');
}

/** Actions that occur once more than in the other. */
function without(acts: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return acts.filter(text => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Actions on the client's units and installations are the same; all other differences are in a branch. */
export function differOnlyIn(script: string, old: Trace, young: Trace, differences: readonly string[]): boolean {
  const branches = inBranch(script);
  if (differences.every(line => line.startsWith('exit code'))) return endsInBranch(script);
  const [first, second] = [old, young].map(trace => actsShown(trace));
  const files = differences.flatMap(line => /^only the \w+ device: \w+ (\S+):/.exec(line)?.[1] ?? []);
  const areFilesInBranches = files.every(path => branches.includes(path));
  // Actions by either name, one after the other, are done twice on the old device.
  if (files.length === differences.length) return areFilesInBranches;
  const isDoneByBoth = (text: string) => clientAction.test(text) && first!.includes(text) && second!.includes(text);
  const more = [...without(first!, second!), ...without(second!, first!)].filter(text => !isDoneByBoth(text));
  const isInBranch = (text: string) =>
    !clientAction.test(text) &&
    (text.startsWith('signal ') ? /\bp?kill/.test(branches) : branches.includes(text.split(' ')[0]!));
  return more.length + files.length > 0 && more.every(isInBranch) && areFilesInBranches;
}

/** The script ends as one of the branches does, each in its own way. */
function endsInBranch(script: string): boolean {
  const last = parse(script).commands.at(-1);
  return last !== undefined && presence.test(script.slice(last.pos, last.end));
}
