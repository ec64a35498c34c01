/**
 * A call that takes whichever program is installed, the new one first: for scripts that run on both generations. Offered where
 * both take the same arguments, in the same shell; behind ssh or chroot another machine would have to be asked.
 */
import { newProgram, oldProgram } from '../catalogue/programs.ts';
import type { Invocation } from '../usage/usage.ts';
import { EditBuilder, type Fix } from './fix.ts';

/** Words before a program that leave the call where it is. */
const transparent = new Set(['sudo', 'exec', 'nohup', 'time']);

/** `program` is the successor that takes the arguments as they are. */
export function eitherProgram(invocation: Invocation, program: string): Fix[] {
  const { name, context, certain, via } = invocation;
  const path = name.value;
  if (context.language !== 'shell' || !certain || via || !path || !newProgram(program)) return [];
  if (!/^[\w/.-]+$/.test(path) || !isHere(invocation)) return [];
  const newPath = path.slice(0, -oldProgram.name.length) + program;
  const edits = new EditBuilder()
    .replace(name.source, name, `"$(command -v ${newPath} || command -v ${path})"`)
    .finish();
  const title = `Support 3.x and 4.x+: call \`${program}\`, or \`${oldProgram.name}\` where there is none`;
  return edits ? [{ title, safety: 'review', edits, asks: true }] : [];
}

/** Assignments and programs such as sudo are all that stands before the name: it is this machine that runs it. */
export function isHere({ source, name, command }: Invocation): boolean {
  if (name.source !== source || name.start < command.start) return false;
  const before = source.text.slice(command.start, name.start).trim();
  return before === '' || before.split(/\s+/).every(word => transparent.has(word) || /^\w+=[\w/.-]*$/.test(word));
}
