/**
 * A call that acts on the services of whichever generation is installed. The program decides which that is, as in
 * Mender's own installer (mender-dist-packages@master:scripts/install-mender.sh:426-440).
 */
import { updateProgram } from '../mender/programs.ts';
import { hasOption, readOptions } from '../programs/command-line.ts';
import { programOf } from '../programs/programs.ts';
import type { Invocation } from '../usage/usage.ts';
import { EditBuilder, type Fix } from './fix.ts';
import type { NameInWord } from './name-in-word.ts';
import { isHere } from './runtime-probe-fix.ts';
import { commandForBoth, type ServiceChoices } from './split-service.ts';

/** The old call stays as it is, for devices that still need it. */
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
  const text = `if command -v ${updateProgram} >/dev/null; then ${both}; else ${old}; fi`;
  const edits = new EditBuilder().replace(source, command, text).finish();
  const [found] = choices.names.old;
  const title = `Support 3.x and 4.x+: ask for \`${updateProgram}\` at run time, and keep \`${found}\` where there is none`;
  return edits ? [{ title, safety: 'review', edits, probesAtRuntime: true }] : [];
}
