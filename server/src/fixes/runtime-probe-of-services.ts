/**
 * A call that acts on the services of whichever generation is installed, told by its program, as Mender's own installer tells them
 * (mender-dist-packages@master:scripts/install-mender.sh:426-440).
 */
import { newPrograms } from '../mender/programs.ts';
import type { Invocation } from '../usage/usage.ts';
import { EditBuilder, type Fix } from './fix.ts';
import type { NameInWord } from './name-in-word.ts';
import { isHere } from './runtime-probe-fix.ts';
import { commandForBoth, type ServiceChoices } from './split-service.ts';

const asked = newPrograms.find(({ name }) => name === 'mender-update')!.name;

/** systemctl(1): options that act on another machine or root folder. */
const elsewhere = /^(?:--(?:root|image|host|machine)(?:=|$)|-[HM])/;

/** The old call stays as it is, for devices that still need it. */
export function runtimeServiceProbeFix(invocation: Invocation, name: NameInWord, choices: ServiceChoices): Fix[] {
  const { source, command, context, certain, indirection } = invocation;
  if (context.language !== 'shell' || context.place === 'directive' || context.captured) return [];
  if (!certain || indirection || name.definition || invocation.args.some(({ value }) => elsewhere.test(value ?? '')))
    return [];
  const old = source.text.slice(command.start, command.end);
  // A heredoc belongs to one call.
  if (name.word.source !== source || old.includes('<<') || !isHere(invocation)) return [];
  const both = commandForBoth(invocation, name, choices);
  if (both === undefined) return [];
  const text = `if command -v ${asked} >/dev/null; then ${both}; else ${old}; fi`;
  const edits = new EditBuilder().replace(source, command, text).finish();
  const [found] = choices.names.old;
  const title = `Support 3.x and 4.x+: ask for \`${asked}\` at run time, and keep \`${found}\` where there is none`;
  return edits ? [{ title, safety: 'review', edits, probesAtRuntime: true }] : [];
}
