/** Lines that a backslash at their end joins into one, as in Dockerfiles, makefiles and rules of udev. */
import { Decoder, type Fragment, type Range } from './fragment.ts';

export interface LogicalLine extends Range {
  /** Physical lines without their line ends, and without the backslash and the blanks after it. */
  readonly segments: readonly Range[];
  /** Start of the following line. */
  readonly next: number;
}

export interface LogicalLineGrammar {
  /** Blanks may follow the backslash. */
  readonly blanksAfter?: boolean;
  /** Whether a line between continued ones is left out. */
  readonly isSkipped?: (line: string) => boolean;
  /**
   * Whether a line begins a new logical line although the one before it is continued, if a left-out line is between
   * them.
   */
  readonly isAnother?: (line: string) => boolean;
}

export function logicalLine(text: string, start: number, grammar: LogicalLineGrammar = {}): LogicalLine {
  const segments: Range[] = [];
  const backslash = grammar.blanksAfter ? /\\[ \t]*$/ : /\\$/;
  for (let at = start; ; ) {
    const lf = text.indexOf('\n', at);
    const next = lf < 0 ? text.length : lf + 1;
    const stop = lf < 0 ? text.length : lf;
    const end = stop > at && text[stop - 1] === '\r' ? stop - 1 : stop;
    const line = text.slice(at, end);
    const last = segments.at(-1);
    if (last && grammar.isAnother?.(line) && isAfterGap(text, at, grammar))
      return { start, end: last.end, segments, next: at };
    const skipped = last !== undefined && grammar.isSkipped?.(line);
    const continued = skipped ? undefined : backslash.exec(line);
    if (!skipped) segments.push({ start: at, end: continued ? at + continued.index : end });
    if ((!continued && !skipped) || next >= text.length) return { start, end, segments, next };
    at = next;
  }
}

function isAfterGap(text: string, at: number, { isSkipped }: LogicalLineGrammar): boolean {
  const before = text.lastIndexOf('\n', at - 2) + 1;
  return isSkipped?.(text.slice(before, at - 1)) ?? false;
}

/**
 * The line from `from` on as one text; `prefix` matches what begins every continuing line and does not belong to it.
 */
export function joined(
  source: Fragment,
  { segments, end }: LogicalLine,
  from: number,
  { prefix, encode }: { prefix?: RegExp; encode: (text: string) => string | undefined },
): Fragment {
  const decoder = new Decoder();
  for (const segment of segments) {
    const text = source.text.slice(segment.start, segment.end);
    const skipped = segment === segments[0] ? 0 : (prefix?.exec(text)?.[0].length ?? 0);
    const start = Math.max(from, segment.start + skipped);
    if (segment.end > start) decoder.copy(source.text.slice(start, segment.end), start);
  }
  return decoder.finish(source, { start: from, end }, encode);
}

/** The text if it has no line end. */
export function onOneLine(text: string): string | undefined {
  return /[\r\n]/.test(text) ? undefined : text;
}
