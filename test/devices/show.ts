/** Both traces of a script side by side, and what differs. */
import { differences } from './compare.ts';
import type { Trace, TraceEvent } from './model.ts';

const WIDTH = 64;

const marks: Readonly<Record<TraceEvent['kind'], string>> = {
  deed: '*',
  question: '?',
  wait: '.',
  other: '>',
  failed: 'x',
  note: '~',
};

function line(event: TraceEvent): string {
  const mark = marks[event.kind];
  if (event.kind === 'deed') return `${mark} ${[event.action, ...event.on].join(' ')}`;
  if (event.kind === 'question') return `${mark} ${event.text} = ${event.answer.replaceAll('\n', ' ')}`;
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

export function sideBySide(old: Trace, young: Trace, title: string): string {
  const [left, right] = [linesOf(old), linesOf(young)];
  const found = differences(old, young);
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    const differs = (left[at] ?? '') !== (right[at] ?? '');
    return `${cell(left[at])} ${differs ? '#' : ' '} ${cell(right[at])}`.trimEnd();
  });
  return [
    `== ${title}: ${found.length === 0 ? 'the same' : 'DIFFERENT'}`,
    `${cell('old device (3.5.3)')}   new device (5.1.0)`,
    ...rows,
    ...found.map(text => `   DIFFERS: ${text}`),
  ].join('\n');
}
