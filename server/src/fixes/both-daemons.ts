/** One command that became two long-running ones: the first in the background before the second. */
import type { Edit, Fragment, Range } from '../syntax/fragment.ts';
import { lineAround } from '../syntax/line.ts';
import type { Invocation } from '../usage/usage.ts';
import { EditBuilder } from './fix.ts';

/** `rewrites` turn the invocation into each of the two. Undefined where a second command cannot stand. */
export function bothDaemons(invocation: Invocation, rewrites: readonly EditBuilder[]): readonly Edit[] | undefined {
  const { source, command, context, name } = invocation;
  if (context.place === 'directive' || name.source !== source || rewrites.length !== 2) return undefined;
  if (hasFile(source.text.slice(command.start, command.end)) || isTimed(source.text, command)) return undefined;
  const [first, second] = rewrites.map(rewrite => rewrite.preview(source, command));
  if (first === undefined || second === undefined) return undefined;
  // The process that `exec` would replace has to start the other daemon first.
  const background = `${first.replace(/^exec\s+/, '')} &`;
  const indent = indentation(source, command);
  const joined = indent === undefined ? `${background} ${second}` : `${background}\n${indent}${second}`;
  const inBraces = context.place === 'operand' || context.place === 'and-chain' || context.place === 'alone';
  return new EditBuilder().replace(source, command, inBraces ? `{ ${background} ${second}; }` : joined).finish();
}

/**
 * One that two of them cannot share: start-stop-daemon(8) knows what it has started by its PID file, and each daemon cuts off what is in its log
 * file (mender@4.0.7:src/common/log/platform/boost/boost_log.cpp:189-216).
 */
function hasFile(command: string): boolean {
  if (/\s(?:--?log-file|-L)(?=[\s=])/.test(command)) return true;
  return /\bstart-stop-daemon\b/.test(command) && /\s(?:--pidfile|-[a-z]*p)(?=[\s=])/i.test(command);
}

/** Behind `$(time` bash 5.2 takes no group of commands. */
function isTimed(text: string, { start }: Range): boolean {
  return /\(\s*time\s+(?:-p\s+)?$/.test(text.slice(lineAround(text, start).start, start));
}

/** The white space before the command when it is the first on its line. */
export function indentation({ text }: Fragment, { start }: Range): string | undefined {
  const line = text.slice(lineAround(text, start).start, start);
  return line.trim() === '' ? line : undefined;
}
