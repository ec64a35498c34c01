/**
 * A call of whichever program is installed, the new one first: for scripts that run on both generations. Offered where
 * both accept the same arguments, in the same shell; after ssh or chroot another machine would have to be probed.
 */
import { newProgram, oldProgram } from '../mender/programs.ts';
import { programOf } from '../programs/programs.ts';
import type { Invocation } from '../usage/usage.ts';
import { applyTo, type Edit, EditBuilder, type Fix } from './fix.ts';

/** `program` is the successor that accepts the arguments as they are. */
export function runtimeProbeFix(invocation: Invocation, program: string): Fix[] {
  const { name, context, certain, indirection } = invocation;
  const path = name.value;
  if (context.language !== 'shell' || !certain || indirection || !path || !newProgram(program)) return [];
  if (!/^[\w/.-]+$/.test(path) || !isHere(invocation)) return [];
  const newPath = path.slice(0, -oldProgram.name.length) + program;
  const edits = chosenInPlace(invocation, newPath, path) ?? chosenBefore(invocation, newPath);
  const title = `Support 3.x and 4.x+: call \`${program}\`, or \`${oldProgram.name}\` where there is none`;
  return edits ? [{ title, safety: 'review', edits, probesAtRuntime: true }] : [];
}

function chosenInPlace({ name }: Invocation, newPath: string, path: string): readonly Edit[] | undefined {
  const text = `"$(command -v ${newPath} || command -v ${path})"`;
  return new EditBuilder().replace(name.source, name, text).finish();
}

/**
 * Where no quotes or no dollar sign can be written: in recipes of make, which has its own, and in plain scalars of
 * YAML.
 */
function chosenBefore({ source, command, name, context }: Invocation, newPath: string): readonly Edit[] | undefined {
  const old = source.text.slice(command.start, command.end);
  // A heredoc belongs to one call.
  if (context.place === 'directive' || old.includes('<<')) return undefined;
  const renamed = applyTo(source.text, command, [{ start: name.start, end: name.end, newText: newPath }]);
  const text = `if command -v ${newPath} >/dev/null; then ${renamed}; else ${old}; fi`;
  return new EditBuilder().replace(source, command, text).finish();
}

/** Only assignments and programs such as sudo precede the name: this machine runs it. */
export function isHere({ source, name, command }: Invocation): boolean {
  if (name.source !== source || name.start < command.start) return false;
  const before = source.text.slice(command.start, name.start).trim();
  return before === '' || before.split(/\s+/).every(word => programOf(word).here || /^\w+=[\w/.-]*$/.test(word));
}
