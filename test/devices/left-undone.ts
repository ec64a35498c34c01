/** The statements of a script, told apart by marks: which of them does something, and which find the old client on a new device. */
import { parse } from 'unbash';
import { actsShown } from './compare.ts';
import type { Trace } from './model.ts';
import { mark } from './model.ts';

export interface Statement {
  readonly text: string;
  /** Something is found in it, or in a function that it calls. */
  readonly isReported: boolean;
}

/** What stands at the top of a script, in its order; what looks at `$?` goes with what is before it. */
export function statementsOf(script: string, reportedAt: readonly number[]): readonly Statement[] {
  const { commands, errors } = parse(script);
  if ((errors?.length ?? 0) > 0) return [];
  const starts = commands.map(({ pos }) => pos);
  const parts = starts.map((start, at) => ({ start, end: starts[at + 1] ?? script.length }));
  const joined: { start: number; end: number }[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && /^[^;\n&|]*\$\?/.test(script.slice(part.start, part.end))) last.end = part.end;
    else joined.push({ ...part });
  }
  const isIn = ({ start, end }: { start: number; end: number }) => reportedAt.some(at => at >= start && at < end);
  const names = joined.flatMap(part => {
    const [, name] = /^(\w+) ?\(\)/.exec(script.slice(part.start, part.end)) ?? [];
    return name !== undefined && isIn(part) ? [name] : [];
  });
  return joined.map(part => {
    const text = script.slice(part.start, part.end);
    const calls = names.some(name => new RegExp(`(?<![\\w./-])${name}(?![\\w-]| ?\\(\\))`).test(text));
    return { text, isReported: isIn(part) || calls };
  });
}

/** The script with a mark before each statement. */
export function marked(script: string, statements: readonly Statement[], markOf: (at: number) => string): string {
  const head = script.slice(0, script.length - statements.reduce((length, { text }) => length + text.length, 0));
  return `${head}${statements.map(({ text }, at) => `${mark} ${markOf(at)}\n${text}`).join('')}`;
}

/** The statements in which a run did one of these, or that name the file. */
export function originsOf(trace: Trace, statements: readonly Statement[], acts: readonly string[]): Set<number> {
  const origins = new Set<number>();
  let at = 0;
  // Of a program that is told something else, the name alone.
  const isMeant = (text: string) => acts.includes(text) || acts.includes(text.split(' ')[0]!);
  for (const event of trace.events) {
    const [, number] = event.kind === 'note' ? (/^mark (\d+)/.exec(event.text) ?? []) : [];
    if (number !== undefined) at = Number(number);
    else if (actsShown({ ...trace, events: [event], files: [] }).some(isMeant)) origins.add(at);
  }
  const isLinkOf = (text: string) => /^(?:mask|enable|disable) mender-/.test(text);
  if (origins.size === 0 && acts.some(isLinkOf))
    for (const [index, { text }] of statements.entries()) if (text.includes('/systemd/system/')) origins.add(index);
  for (const text of acts) {
    const [, path] = /^(?:written|linked|removed) (\S+?):?(?: |$)/.exec(text) ?? [];
    for (const [index, statement] of statements.entries())
      if (path !== undefined && statement.text.includes(path)) origins.add(index);
  }
  return origins;
}
