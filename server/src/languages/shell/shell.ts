/** Shell scripts as trees of statements, with exact places. Broken input gives a partial tree; nothing throws. */
import { firstIndex } from '../../text/first-index.ts';
import { type Fragment, slice } from '../../text/fragment.ts';
import { ShellNames } from './shell-names.ts';
import type { ParsedScript } from './shell-parser.ts';
import { parseTolerantly } from './shell-recovery.ts';
import { type ParseMemory, parseSegments } from './shell-segments.ts';

export * from './shell-parser.ts';
export type { ParseMemory } from './shell-segments.ts';

export interface ShellTree {
  /** The whole text, with LF line ends only. */
  readonly source: Fragment;
  /** In the order of the text. */
  readonly parts: readonly ShellPart[];
}

/** A stretch of whole statements of the script. */
export interface ShellPart {
  /** Offset of its first character in the whole text. */
  readonly start: number;
  /** The offsets of all nodes index this text, except for scripts of backticks with a backslash in them. */
  readonly source: Fragment;
  /** Usually one; two when one line had to be parsed separately. */
  readonly scripts: readonly ParsedScript[];
  /** Places of names; offsets of `source`. */
  readonly names: ShellNames;
}

export interface ParseHints {
  /** Marks the line to suspect first when the text is broken. An offset of the fragment. */
  readonly editedAt?: number | undefined;
  /** What is known of a former version of the text. */
  readonly memory?: ParseMemory | undefined;
}

export function parseShell(fragment: Fragment, { editedAt, memory }: ParseHints = {}): ShellTree {
  const source = withoutCarriageReturns(fragment);
  const parts = memory && parseSegments(source.text, memory, editedAt);
  const { text } = source;
  const read = parts ?? [
    { start: 0, end: text.length, scripts: parseTolerantly(text, editedAt), names: new ShellNames(text) },
  ];
  return {
    source,
    parts: read.map(({ start, end, scripts, names }) => ({
      start,
      source: slice(source, { start, end }),
      scripts,
      names,
    })),
  };
}

/** The text with LF line ends: unbash reads a carriage return as an ordinary character. */
function withoutCarriageReturns(outer: Fragment): Fragment {
  if (!outer.text.includes('\r\n')) return outer;
  // Offsets, in the new text, of the line ends that lost their carriage return.
  const ends: number[] = [];
  const text = outer.text.replace(/\r\n/g, (_, at: number) => {
    ends.push(at - ends.length);
    return '\n';
  });
  /** How many carriage returns precede the character at `offset`; its own included when it is a line end. */
  const before = (offset: number): number => firstIndex(ends.length, index => ends[index]! >= offset);
  return {
    text,
    startOf: offset => outer.startOf(offset + before(offset)),
    endOf: offset => outer.endOf(offset + before(offset)),
    write: (inserted, at) => outer.write(inserted.replaceAll('\n', '\r\n'), at + before(at)),
  };
}
