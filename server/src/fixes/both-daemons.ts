/** One command that became two daemons: the first in the background before the second. */
import { unsharedOptions } from '../mender/programs.ts';
import { hasOption, readTexts } from '../programs/command-line.ts';
import { optionFor, programOf } from '../programs/programs.ts';
import { runningScript } from '../programs/shells.ts';
import type { Edit, Fragment, Range } from '../text/fragment.ts';
import { lineAround, lineEndAt } from '../text/line.ts';
import type { Invocation, UnitSection } from '../usage/usage.ts';
import { EditBuilder } from './fix.ts';

/** `rewrites` turn the invocation into each of the two. Undefined where a second command is impossible. */
export function bothDaemons(invocation: Invocation, rewrites: readonly EditBuilder[]): readonly Edit[] | undefined {
  const { source, command, context, name } = invocation;
  if (name.source !== source || rewrites.length !== 2) return undefined;
  if (context.place === 'directive') return inShell(invocation, rewrites);
  if (hasFile(source.text.slice(command.start, command.end)) || isTimed(source.text, command)) return undefined;
  const [first, second] = rewrites.map(rewrite => rewrite.preview(source, command));
  if (first === undefined || second === undefined) return undefined;
  // The process that `exec` would replace must start the other daemon first.
  const background = `${first.replace(/^exec\s+/, '')} &`;
  const indent = indentation(source, command);
  const oneLine = `${background} ${second}`;
  const inBraces = context.place === 'operand' || context.place === 'and-chain' || context.place === 'alone';
  const written = (text: string) => new EditBuilder().replace(source, command, text).finish();
  if (inBraces) return written(`{ ${oneLine}; }`);
  // Not every text that holds a script can contain a line end.
  return (indent === undefined ? undefined : written(`${background}\n${indent}${second}`)) ?? written(oneLine);
}

/** Where there is room for one program only: a shell that starts the first and becomes the second. */
function inShell(
  { source, command, context, list, certain, spread }: Invocation,
  rewrites: readonly EditBuilder[],
): readonly Edit[] | undefined {
  if (context.unit !== undefined || !certain || spread) return undefined;
  const calls = rewrites.map(rewrite => rewrite.preview(source, command)?.replace(/"([^"\s]*)"/g, '$1'));
  if (!calls.every(call => call !== undefined && plainCall.test(call))) return undefined;
  const script = calls.join(' & exec ');
  if (!list) return new EditBuilder().replace(source, command, `${runningScript.join(' ')} '${script}'`).finish();
  const strings = [...runningScript, script].map(text => JSON.stringify(text)).join(list.separator);
  return new EditBuilder().replace(list.source, list.range, strings).finish();
}

/** Words that read the same for a shell and in quotes of any kind. */
const plainCall = /^[\w@%+=:,./ -]+$/;

/**
 * A user's own unit that runs mender-update wants the other service, as mender-updated.service does
 * (mender@5.1.0:support/mender-updated.service).
 */
export function withOtherService(
  { context }: Invocation,
  rewrite: EditBuilder,
  wanted: string,
): { readonly edits: readonly Edit[] | undefined; readonly isThere: boolean } {
  const section = context.unitSection;
  if (!section || isStarted(section, wanted)) return { edits: rewrite.finish(), isThere: true };
  const { source, at, isMissing } = section;
  const newLine = lineEndAt(source.text, 0);
  const text = `Wants=${wanted}${newLine}`;
  const edits = new EditBuilder()
    .add(rewrite)
    .insertBefore(source, at, isMissing ? `[Unit]${newLine}${text}${newLine}` : text)
    .finish();
  return { edits, isThere: false };
}

/** An order (`After=`) starts nothing. */
function isStarted({ lists }: UnitSection, wanted: string): boolean {
  return startingLists.some(name => lists.get(name)?.has(wanted));
}

/** systemd.unit(5): `Requisite=` and `PartOf=` do not start what they name. */
const startingLists: readonly string[] = ['Wants', 'Requires', 'BindsTo', 'Upholds'];

const unshared = new RegExp(
  `\\s(?:${unsharedOptions.map(({ name, short }) => `--?${name}|-${short}`).join('|')})(?=[\\s=])`,
);

/** Two programs cannot share a PID file, by which start-stop-daemon(8) knows what it has started. */
function hasFile(command: string): boolean {
  if (unshared.test(command)) return true;
  const words = command.split(/\s+/);
  const at = words.findIndex(word => optionFor(programOf(word), 'pid-file') !== undefined);
  return at >= 0 && hasOption(readTexts(words.slice(at + 1), programOf(words[at]!)), 'pid-file');
}

/** After `$(time`, with or without an option, bash 5.2 accepts no group of commands. */
function isTimed(text: string, { start }: Range): boolean {
  return /\(\s*time\s+(?:-\w\s+)?$/.test(text.slice(lineAround(text, start).start, start));
}

/** The white space before the command when it is the first on its line. */
function indentation({ text }: Fragment, { start }: Range): string | undefined {
  const line = text.slice(lineAround(text, start).start, start);
  return line.trim() === '' ? line : undefined;
}
