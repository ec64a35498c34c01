/** Dockerfiles: what `RUN`, `CMD`, `ENTRYPOINT` and `HEALTHCHECK` run, and files that a heredoc writes. */

import { type Fragment, type Range, slice } from '../../text/fragment.ts';
import { joined, type LogicalLine, type LogicalLineGrammar, logicalLine, onOneLine } from '../../text/logical-line.ts';
import type { Embedded, EmbeddedCommand, EmbeddedFile, EmbeddedPath, EmbeddedScript } from '../embedded.ts';
import { containerCommands } from '../entry-point.ts';
import { dockerfileCopy } from './dockerfile-copies.ts';
import { stringArrayCommand } from './string-array.ts';

/**
 * Dockerfile reference, "Format": comment lines and empty lines inside a continued instruction are left out. An
 * instruction after them is meant as one nevertheless: the backslash is a mistake, or the next line is not typed yet.
 */
export const dockerfileLines: LogicalLineGrammar = {
  blanksAfter: true,
  isSkipped: line => /^[ \t]*(?:#|$)/.test(line),
  isAnother: line =>
    /^(?:FROM|RUN|CMD|ENTRYPOINT|COPY|ADD|ENV|ARG|WORKDIR|USER|LABEL|HEALTHCHECK|EXPOSE|VOLUME)[ \t]/.test(line),
};

const instruction =
  /^[ \t]*(?:ONBUILD[ \t]+)?(?:(RUN|ENTRYPOINT|CMD)|HEALTHCHECK[ \t]+(?:--\S+[ \t]+)*CMD|(COPY|ADD))[ \t]+(?:--\S+[ \t]+)*/i;
const heredoc = /<<-?[ \t]*(["']?)([A-Za-z_]\w*)\1/g;

export function dockerfileParts(source: Fragment): Embedded[] {
  const { text } = source;
  // With another escape character it is a file for Windows, which has another shell.
  if (/^#[ \t]*escape[ \t]*=[ \t]*`/im.test(text.slice(0, text.search(/^[^#\n]/m)))) return [];
  const parts: Embedded[] = [];
  const stages = new Stages(text);
  for (const { line, from, body, writes, tested, name } of instructionsOf(text)) {
    if (writes) {
      addWritten(source, line, from, body, parts);
      parts.push(...copied(source, line, from, writes, body !== undefined));
    } else {
      const part = runPart(source, line, from, body);
      if (name === 'CMD' || name === 'ENTRYPOINT') stages.add(line.start, name, part);
      else parts.push(tested && part.kind !== 'file' ? { ...part, tested } : part);
    }
  }
  return [...parts, ...stages.parts()];
}

/** The last ENTRYPOINT and the last CMD of each stage count, in whatever order they are written. */
class Stages {
  readonly #starts: readonly number[];
  readonly #byStart = new Map<number, { ENTRYPOINT?: Embedded; CMD?: Embedded }>();

  constructor(text: string) {
    this.#starts = [...text.matchAll(/^[ \t]*FROM[ \t]/gim)].map(({ index }) => index);
  }

  add(at: number, name: 'ENTRYPOINT' | 'CMD', part: Embedded): void {
    const start = this.#starts.findLast(each => each < at) ?? 0;
    this.#byStart.set(start, { ...this.#byStart.get(start), [name]: part });
  }

  *parts(): Generator<Embedded> {
    for (const { ENTRYPOINT: entryPoint, CMD: command } of this.#byStart.values()) {
      // Dockerfile reference, "ENTRYPOINT": the shell form is a script, which gets no arguments.
      if (entryPoint?.kind === 'script' || !command) yield* entryPoint ? [entryPoint] : [];
      else if (entryPoint?.kind === 'command' && command.kind === 'command')
        yield* containerCommands(entryPoint, command);
      else yield* entryPoint ? [entryPoint, command] : [command];
    }
  }
}

/** The texts of heredocs, with the lines of their delimiters. */
export function dockerfileHeredocs(text: string): readonly Range[] {
  return [...instructionsOf(text)].flatMap(({ line, body }) => (body ? [{ start: line.next, end: body.next }] : []));
}

/** An instruction that runs something or may write a file. */
interface Instruction {
  readonly line: LogicalLine;
  /** Where its operands begin. */
  readonly from: number;
  readonly body: Body | undefined;
  readonly writes: string | undefined;
  /** Set if it runs something. */
  readonly name: string | undefined;
  /** Set if it is run for its exit status. */
  readonly tested: true | undefined;
}

function* instructionsOf(text: string): Generator<Instruction> {
  const unclosed = new Set<string>();
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; ) {
    const line = logicalLine(text, at, dockerfileLines);
    const found = instruction.exec(text.slice(line.start, line.end));
    const from = line.start + (found?.[0].length ?? 0);
    const body = found ? bodyEnd(text, line, from, unclosed) : undefined;
    if (found) {
      const writes = found[2];
      const name = found[1]?.toUpperCase();
      yield { line, from, body, writes, name, tested: !found[1] && !writes ? true : undefined };
    }
    at = body?.next ?? line.next;
  }
}

interface Body {
  /** After the last line of the text, before the line with the delimiter. */
  readonly end: number;
  /** After the last delimiter. */
  readonly last: number;
  readonly next: number;
}

/**
 * Where the heredocs of a line end, if it has any: the first body and all of them. `unclosed` holds delimiters that no
 * line from here on ends.
 */
function bodyEnd(text: string, line: LogicalLine, from: number, unclosed: Set<string>): Body | undefined {
  let body: Body | undefined;
  for (const [, , delimiter] of text.slice(from, line.end).matchAll(heredoc)) {
    const end = unclosed.has(delimiter!)
      ? undefined
      : new RegExp(`^\\t*${delimiter}\\r?$`, 'm').exec(text.slice(body?.next ?? line.next));
    // A heredoc without an end has just been begun: the text after it is still what it was.
    if (!end) {
      unclosed.add(delimiter!);
      break;
    }
    const start = (body?.next ?? line.next) + end.index;
    const stop = start + end[0].length;
    body = { end: body?.end ?? start, last: stop, next: Math.min(text.length, stop + 1) };
  }
  return body;
}

function runPart(
  source: Fragment,
  line: LogicalLine,
  from: number,
  body: Body | undefined,
): EmbeddedCommand | EmbeddedFile | EmbeddedScript {
  const command = source.text.slice(from, line.end).trim();
  // `RUN <<EOF`: the text is the script, in the language of its first line. Any other heredoc belongs to the shell.
  if (body && /^<<-?[ \t]*(["']?)\w+\1$/.test(command)) {
    const script = slice(source, { start: line.next, end: body.end });
    return { kind: 'file', path: 'RUN.sh', source: script };
  }
  if (body) return { kind: 'script', source: slice(source, { start: from, end: body.last }) };
  const run = joined(source, line, from, { encode: onOneLine });
  return (run.text.startsWith('[') ? stringArrayCommand(run) : undefined) ?? { kind: 'script', source: run };
}

/** `COPY <<EOF /etc/mender/mender.conf` writes the text to the last operand. */
function addWritten(
  source: Fragment,
  line: LogicalLine,
  from: number,
  body: Body | undefined,
  parts: Embedded[],
): void {
  if (!body) return;
  const path = source.text
    .slice(from, line.end)
    .trim()
    .split(/[ \t]+/)
    .at(-1)!;
  parts.push({ kind: 'file', path, source: slice(source, { start: line.next, end: body.end }) });
}

/** Where a copied file is, up to the next stage, which begins with another image. */
function copied(source: Fragment, line: LogicalLine, from: number, name: string, isText: boolean): EmbeddedPath[] {
  const rest = source.text.slice(line.end).search(/^[ \t]*FROM[ \t]/im);
  const lasts = {
    start: source.startOf(line.end),
    end: source.endOf(rest < 0 ? source.text.length : line.end + rest),
  };
  const places = dockerfileCopy(joined(source, line, from, { encode: onOneLine }), name, lasts);
  // A script whose text is here replaces whatever was there.
  return isText ? places.map(({ program: _, ...place }) => place) : places;
}
