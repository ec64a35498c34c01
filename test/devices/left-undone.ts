/**
 * The statements of a script, identified by marks: which of them does something, and which find the old client on a new
 * device.
 */
import { parse } from 'unbash';
import { actsShown } from './compare.ts';
import type { Trace } from './model.ts';
import { mark } from './model.ts';

export interface Statement {
  /** Where it starts: a UTF-16 offset of the script. */
  readonly start: number;
  readonly text: string;
  /** It contains a finding that is in none of its inner statements, or in a function that it calls. */
  readonly isReported: boolean;
}

interface Part {
  readonly start: number;
  end: number;
  readonly inside: Part[];
}

/** All statements that run one after the other, outer ones first; one that tests `$?` belongs to the one before it. */
export function statementsOf(script: string, reportedAt: readonly number[]): readonly Statement[] {
  const { commands, errors } = parse(script);
  if ((errors?.length ?? 0) > 0) return [];
  const functions: Part[] = [];
  const parts = partsIn(commands, script, functions);
  const isIn = ({ start, end }: Part) => reportedAt.some(at => at >= start && at < end);
  const names = functions.flatMap(part => {
    const [, name] = /^(\w+) ?\(\)/.exec(script.slice(part.start, part.end)) ?? [];
    return name !== undefined && isIn(part) ? [name] : [];
  });
  const isOwn = (part: Part) =>
    reportedAt.some(
      at => at >= part.start && at < part.end && !part.inside.some(({ start, end }) => at >= start && at < end),
    );
  // In a loop over names, the finding is at a name.
  const inReported = new Set(parts.filter(isOwn).flatMap(({ inside }) => inside));
  return parts.map(part => {
    const isReported = isOwn(part) || inReported.has(part);
    const text = outermost(part.inside).reduceRight(
      (left, { start, end }) => left.slice(0, start - part.start) + left.slice(end - part.start),
      script.slice(part.start, part.end),
    );
    const calls = names.some(name => new RegExp(`(?<![\\w./-])${name}(?![\\w-]| ?\\(\\))`).test(text));
    return { start: part.start, text: script.slice(part.start, part.end), isReported: isReported || calls };
  });
}

const outermost = (parts: readonly Part[]) =>
  parts.filter(part => !parts.some(({ start, end }) => start < part.start && part.end <= end));

/** Statements at any depth, except those of functions, which run where they are called. */
function partsIn(nodes: unknown, script: string, functions: Part[]): Part[] {
  if (Array.isArray(nodes)) {
    const found: Part[] = [];
    let last: Part | undefined;
    for (const node of nodes) {
      const parts = partsIn(node, script, functions);
      const [first] = parts;
      const isJoined = last && first && isStatement(node) && isAnswered(script.slice(first.start, first.end));
      if (isJoined) last!.end = first.end;
      else found.push(...parts);
      if (isStatement(node) && !isJoined) last = first;
    }
    return found;
  }
  if (typeof nodes !== 'object' || nodes === null) return [];
  const { type, pos, end } = nodes as { type?: string; pos?: number; end?: number };
  if (type === 'Word' || type === 'Redirect') return [];
  const inside = Object.values(nodes).flatMap(value => partsIn(value, script, functions));
  if (type === 'Function') {
    functions.push({ start: pos!, end: end!, inside });
    return [];
  }
  return type === 'Statement' ? [{ start: pos!, end: end!, inside }, ...inside] : inside;
}

const isStatement = (node: unknown) => (node as { type?: string }).type === 'Statement';

/** It tests the status of the one before it. */
const isAnswered = (text: string) => /^[^;\n&|]*\$\?/.test(text);

/** The script with a mark before each statement, unless it is after the start of a here-document. */
export function marked(
  script: string,
  statements: readonly Pick<Statement, 'start'>[],
  markOf: (at: number) => string,
): string {
  return statements.reduceRight((text, { start }, at) => {
    const line = script.slice(script.lastIndexOf('\n', start - 1) + 1, start);
    return line.includes('<<') ? text : `${text.slice(0, start)}${mark} ${markOf(at)}\n${text.slice(start)}`;
  }, script);
}

/** The statements in which a run did one of these actions, or that name the file. */
export function originsOf(trace: Trace, statements: readonly Statement[], acts: readonly string[]): Set<number> {
  const origins = new Set<number>();
  let at = 0;
  // For a program with other arguments, the name alone.
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
