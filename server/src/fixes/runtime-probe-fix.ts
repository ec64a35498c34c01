/**
 * Calls for scripts that run on both generations: of whichever program is installed, the new one first, where both
 * accept the same arguments, or on the services of the installed generation. Offered in the same shell; after ssh or
 * chroot another machine would have to be probed.
 */
import { newProgram, oldProgram, updateProgram } from '../mender/programs.ts';
import { hasOption, readOptions } from '../programs/command-line.ts';
import { programOf } from '../programs/programs.ts';
import { lookingFor } from '../programs/shells.ts';
import type { Invocation } from '../usage/usage.ts';
import { applyTo, type Edit, EditBuilder, type Fix } from './fix.ts';
import type { NameInWord } from './name-in-word.ts';
import { commandForBoth, type ServiceChoices } from './split-service.ts';

/** Prints the path of the program that is named after it. */
const pathOf = lookingFor.path.join(' ');

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
  const text = `"$(${pathOf} ${newPath} || ${pathOf} ${path})"`;
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
  const text = `if ${pathOf} ${newPath} >/dev/null; then ${renamed}; else ${old}; fi`;
  return new EditBuilder().replace(source, command, text).finish();
}

/**
 * A call that acts on the services of whichever generation is installed. The program decides which that is, as in
 * Mender's own installer (mender-dist-packages@master:scripts/install-mender.sh:426-440). The old call stays as it is,
 * for devices that still need it.
 */
export function runtimeServiceProbeFix(invocation: Invocation, name: NameInWord, choices: ServiceChoices): Fix[] {
  const { source, command, context, certain, indirection } = invocation;
  if (context.language !== 'shell' || context.place === 'directive' || context.captured) return [];
  const isElsewhere = hasOption(readOptions(invocation.args, programOf(invocation.program)), 'elsewhere');
  if (!certain || indirection || name.definition || isElsewhere) return [];
  const old = source.text.slice(command.start, command.end);
  // A heredoc belongs to one call.
  if (name.word.source !== source || old.includes('<<') || !isHere(invocation)) return [];
  const both = commandForBoth(invocation, name, choices);
  if (both === undefined) return [];
  const text = `if ${pathOf} ${updateProgram} >/dev/null; then ${both}; else ${old}; fi`;
  const edits = new EditBuilder().replace(source, command, text).finish();
  const [found] = choices.names.old;
  const title = `Support 3.x and 4.x+: ask for \`${updateProgram}\` at run time, and keep \`${found}\` where there is none`;
  return edits ? [{ title, safety: 'review', edits, probesAtRuntime: true }] : [];
}

/** Only assignments and programs such as sudo precede the name: this machine runs it. */
function isHere({ source, name, command }: Invocation): boolean {
  if (name.source !== source || name.start < command.start) return false;
  const before = source.text.slice(command.start, name.start).trim();
  return before === '' || before.split(/\s+/).every(word => programOf(word).here || /^\w+=[\w/.-]*$/.test(word));
}
