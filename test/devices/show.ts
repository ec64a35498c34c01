/** Both traces of a script side by side, and their differences. */
import { diffArrays } from 'diff';
import { differences } from './compare.ts';
import type { Trace, TraceEvent } from './model.ts';

const WIDTH = 64;
const MOST_LINES = 32;

const marks: Readonly<Record<TraceEvent['kind'], string>> = {
  action: '*',
  probe: '?',
  wait: '.',
  other: '>',
  failed: 'x',
  note: '~',
};

function line(event: TraceEvent): string {
  const mark = marks[event.kind];
  if (event.kind === 'action') return `${mark} ${[event.action, ...event.on].join(' ')}`;
  if (event.kind === 'probe') return `${mark} ${event.text} = ${event.answer.replaceAll('\n', ' ')}`;
  return `${mark} ${event.text}`;
}

function linesOf(trace: Trace): string[] {
  const files = trace.files.filter(({ what }) => what !== 'folder');
  return [
    ...trace.events.map(line),
    ...files.map(({ path, what, content }) => `> ${what} ${path}${content === '' ? '' : `: ${content.trimEnd()}`}`),
    ...(trace.out === ''
      ? []
      : trace.out
          .trimEnd()
          .split('\n')
          .map(text => `| ${text}`)),
    ...(trace.err === ''
      ? []
      : trace.err
          .trimEnd()
          .split('\n')
          .map(text => `! ${text}`)),
    trace.cut ? '= goes on for ever' : `= exit ${trace.code}`,
  ].map(text => text.replaceAll(/[\n\t]/g, ' '));
}

const cell = (text = '') => (text.length > WIDTH ? `${text.slice(0, WIDTH - 1)}…` : text.padEnd(WIDTH));

export const legend =
  '* done to the client  ? asked  > other  x not there or refused  . waited  ~ by itself  | output  ! errors';

/** A repeated line is shown once with its number; an endless loop is shown once or twice. */
function shortened(lines: readonly string[]): string[] {
  const told: { text: string; times: number }[] = [];
  for (const text of lines) {
    const last = told.at(-1);
    if (last?.text === text) last.times++;
    else told.push({ text, times: 1 });
  }
  const all = told.map(({ text, times }) => (times > 1 ? `${text} (${times} times)` : text));
  return all.length <= MOST_LINES ? all : [...all.slice(0, MOST_LINES / 2), '…', ...all.slice(-MOST_LINES / 4)];
}

/** Rows of both columns; a common line is in one row. */
function rows(left: readonly string[], right: readonly string[]): string[] {
  const row = (old: string | undefined, young: string | undefined) =>
    `${cell(old)} ${old === young ? ' ' : '#'} ${cell(young)}`.trimEnd();
  const shown: string[] = [];
  let gone: string[] = [];
  const flush = (come: readonly string[]) => {
    for (let at = 0; at < Math.max(gone.length, come.length); at++) shown.push(row(gone[at], come[at]));
    gone = [];
  };
  for (const { value, added, removed } of diffArrays([...left], [...right])) {
    if (removed) gone = value;
    else if (added) flush(value);
    else {
      flush([]);
      for (const text of value) shown.push(row(text, text));
    }
  }
  flush([]);
  return shown;
}

export function sideBySide(old: Trace, young: Trace, title: string): string {
  const found = differences(old, young);
  return [
    `== ${title}: ${found.length === 0 ? 'the same' : 'DIFFERENT'}`,
    `${cell('old device (3.5.3)')}   new device (5.1.0)`,
    ...rows(shortened(linesOf(old)), shortened(linesOf(young))),
    ...found.map(text => `   DIFFERS: ${text}`),
  ].join('\n');
}
