/**
 * Parses a script that is being edited in pieces, so that a keystroke costs only the piece that contains it. Pieces are
 * cut where a blank line is followed by a line that is not indented; a piece that does not parse alone is joined with
 * the next ones. The result is that of parsing the whole text, with one exception: a quote opened on the edited line
 * and closed far below, where no quote reached that far before, counts as not closed yet.
 */

import type { Range } from '../../text/fragment.ts';
import { LOOK_AHEAD, MOST_PIECES_JOINED, PIECES_BEFORE_BLAME } from '../../text/limits.ts';
import { lineAround } from '../../text/line.ts';
import { ShellNames } from './shell-names.ts';
import { forEachChild, type ParsedScript, parseSafely, type SyntaxNode } from './shell-parser.ts';
import { parseTolerantly } from './shell-recovery.ts';

/** Scripts of the former version, by their text. Only those that this version used are kept. */
export type ParseMemory = Map<string, Segment>;

export interface Segment {
  readonly script: ParsedScript;
  readonly names: ShellNames;
  readonly state: 'complete' | 'broken' | 'open heredoc';
  /** For a piece that had to be joined with the one before it: how many pieces were joined. */
  readonly joined?: number;
}

/** Offsets of the text; those of the scripts and names are relative to `start`. */
export interface SegmentRange extends Range {
  readonly scripts: readonly ParsedScript[];
  readonly names: ShellNames;
}

/** Undefined when the text cannot be read in pieces: something is open that no later piece closes. */
export function parseSegments(text: string, memory: ParseMemory, editedAt?: number): SegmentRange[] | undefined {
  const reader = new SegmentReader(text, memory, editedAt);
  const ranges = reader.read();
  if (ranges) reader.remember();
  return ranges;
}

class SegmentReader {
  readonly #text: string;
  readonly #memory: ParseMemory;
  readonly #editedAt: number | undefined;
  readonly #used: ParseMemory = new Map();
  readonly #cuts: readonly number[];
  /** Pieces of the former version, in its order, and how many of them have been passed. */
  readonly #former: readonly string[];
  #passed = 0;

  constructor(text: string, memory: ParseMemory, editedAt: number | undefined) {
    this.#text = text;
    this.#memory = memory;
    this.#editedAt = editedAt;
    this.#cuts = cutsOf(text);
    this.#former = [...memory.keys()];
  }

  read(): SegmentRange[] | undefined {
    const ranges: SegmentRange[] = [];
    for (let from = 0; from < this.#cuts.length - 1; ) {
      const found = this.#join(from);
      if (!found) return undefined;
      ranges.push(found.range);
      from = found.to;
    }
    return ranges;
  }

  remember(): void {
    this.#memory.clear();
    for (const [piece, segment] of this.#used) this.#memory.set(piece, segment);
  }

  /** The shortest run of pieces that is complete; the length is doubled, so that little is parsed in vain. */
  #join(from: number): { range: SegmentRange; to: number } | undefined {
    const last = this.#cuts.length - 1;
    for (const { length, isGuess } of this.#lengths(from)) {
      const to = Math.min(from + length, last);
      const range = { start: this.#cuts[from]!, end: this.#cuts[to]! };
      const { script, names, state } = this.#parse(this.#slice(range));
      if (state === 'complete') {
        if (to > from + 1) this.#rememberJoin(from, to - from);
        return { range: { ...range, scripts: [script], names }, to };
      }
      // Another piece with the same text may have been joined with more than this one needs.
      if (isGuess) continue;
      if (state === 'broken' && (length >= PIECES_BEFORE_BLAME || to === last)) {
        const apart = this.#withoutEditedLine(from);
        if (apart) return apart;
      }
      if (to === last) break;
    }
    return this.#brokenByEdit(from);
  }

  /** When no join helps, the edited piece is the broken one: the others can still be read. */
  #brokenByEdit(from: number): { range: SegmentRange; to: number } | undefined {
    const [start, end] = [this.#cuts[from]!, this.#cuts[from + 1]!];
    const at = this.#editedAt;
    if (at === undefined || at < start || at >= end) return undefined;
    const piece = this.#text.slice(start, end);
    const scripts = parseTolerantly(piece, at - start);
    return { range: { start, end, scripts, names: new ShellNames(piece) }, to: from + 1 };
  }

  /** First the number that was joined before this version; then more and more. */
  *#lengths(from: number): Generator<{ readonly length: number; readonly isGuess: boolean }> {
    yield { length: 1, isGuess: false };
    const before = this.#memory.get(this.#piece(from + 1))?.joined;
    if (before !== undefined) yield { length: before, isGuess: true };
    for (let length = 2; length <= MOST_PIECES_JOINED; length *= 2) yield { length, isGuess: false };
  }

  #rememberJoin(from: number, joined: number): void {
    const piece = this.#piece(from + 1);
    this.#used.set(piece, { ...this.#parse(piece), joined });
  }

  #piece(index: number): string {
    const { length } = this.#text;
    return this.#slice({ start: this.#cuts[index] ?? length, end: this.#cuts[index + 1] ?? length });
  }

  /**
   * Most pieces are those of the former version in the same order: the same text need not be created and hashed again.
   */
  #slice({ start, end }: Range): string {
    for (let ahead = 0; ahead < LOOK_AHEAD; ahead++) {
      const former = this.#former[this.#passed + ahead];
      if (former?.length !== end - start || !this.#text.startsWith(former, start)) continue;
      this.#passed += ahead + 1;
      return former;
    }
    return this.#text.slice(start, end);
  }

  /**
   * The piece with the edited line blanked, and that line separately; with the next pieces if it leaves a heredoc open.
   */
  #withoutEditedLine(from: number): { range: SegmentRange; to: number } | undefined {
    const [start, end] = [this.#cuts[from]!, this.#cuts[from + 1]!];
    const at = this.#editedAt;
    if (at === undefined || at < start || at >= end) return undefined;
    const line = lineAround(this.#text, at);
    const blank = ' '.repeat(line.end - line.start);
    const last = this.#cuts.length - 1;
    for (let length = 1; length <= MOST_PIECES_JOINED; length *= 2) {
      const to = Math.min(from + length, last);
      const text = this.#text.slice(start, this.#cuts[to]);
      const before = text.slice(0, line.start - start);
      const { script, state } = this.#parse(before + blank + text.slice(line.end - start));
      if (state === 'complete') {
        const alone = parseSafely(' '.repeat(before.length) + this.#text.slice(line.start, line.end));
        const range = { start, end: start + text.length, scripts: [script, alone], names: new ShellNames(text) };
        return { range, to };
      }
      if (state === 'broken' || to === last) return undefined;
    }
    return undefined;
  }

  #parse(piece: string): Segment {
    const segment = this.#memory.get(piece) ?? this.#used.get(piece) ?? parseSegment(piece);
    this.#used.set(piece, segment);
    return segment;
  }
}

/** Starts of the pieces, and the end of the text. */
function cutsOf(text: string): number[] {
  const cuts = [0];
  const blankLines = /\n(?:[ \t]*\n)+(?=[^\s#)};&|])/g;
  while (blankLines.test(text)) cuts.push(blankLines.lastIndex);
  cuts.push(text.length);
  return cuts;
}

function parseSegment(text: string): Segment {
  const script = parseSafely(text);
  const names = new ShellNames(text);
  if (script.errors?.length) return { script, names, state: 'broken' };
  return { script, names, state: text.includes('<<') && hasOpenHeredoc(script) ? 'open heredoc' : 'complete' };
}

/** unbash reads the end of the text as the end of a heredoc. */
function hasOpenHeredoc(node: SyntaxNode): boolean {
  if (node.type === 'HereDoc') return node.closing === undefined;
  let open = false;
  // Words are left unresolved: a heredoc inside a substitution is closed within it.
  forEachChild(node, child => {
    open ||= child.type !== 'Word' && hasOpenHeredoc(child);
  });
  return open;
}
