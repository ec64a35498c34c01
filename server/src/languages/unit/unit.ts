/**
 * systemd unit files and drop-ins: sections, directives and their values. A line grammar after systemd.syntax(7);
 * knows no directive's meaning.
 */
import { Decoder, type Fragment, type Range, toDocument } from '../../text/fragment.ts';

export interface Directive extends Range {
  /** Name of its section, without brackets; empty before the first section. */
  readonly section: string;
  readonly name: string;
  readonly nameRange: Range;
  /** The value with its continuation lines joined. */
  readonly value: Fragment;
}

export interface UnitTree {
  /** Sections in the order in which they first appear; the range is that of the bracketed name. */
  readonly sections: readonly (Range & { readonly name: string })[];
  readonly directives: readonly Directive[];
}

/** All ranges are offsets of the document that `source` is part of, except those of `value`, which index its text. */
export function parseUnit(source: Fragment): UnitTree {
  const { text } = source;
  const sections: (Range & { name: string })[] = [];
  const directives: Directive[] = [];
  let section = '';
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const line = lineAt(text, at);
    const content = text.slice(line.start, line.end);
    const first = content.search(/[^ \t]/);
    const head = content[first];
    if (head === '[' && content.trimEnd().endsWith(']')) {
      section = content.trim().slice(1, -1);
      sections.push({
        name: section,
        ...toDocument(source, { start: line.start + first, end: line.start + content.trimEnd().length }),
      });
      at = line.next;
    } else if (first < 0 || isComment(head)) {
      at = line.next;
    } else {
      const { directive, next } = readDirective(source, line, section);
      if (directive) directives.push(directive);
      at = next;
    }
  }
  return { sections, directives };
}

/** "Empty lines and lines starting with '#' or ';' are ignored." */
function isComment(head: string | undefined): boolean {
  return head === '#' || head === ';';
}

interface Line extends Range {
  /** Start of the following line. */
  readonly next: number;
}

function lineAt(text: string, start: number): Line {
  const lf = text.indexOf('\n', start);
  const next = lf < 0 ? text.length : lf + 1;
  const stop = lf < 0 ? text.length : lf;
  return { start, end: text[stop - 1] === '\r' && stop > start ? stop - 1 : stop, next };
}

function readDirective(
  source: Fragment,
  first: Line,
  section: string,
): { directive: Directive | undefined; next: number } {
  const { text } = source;
  const decoder = new Decoder();
  let line = first;
  let end = first.end;
  const equals = text.slice(first.start, first.end).indexOf('=');
  const valueStart = equals < 0 ? first.end : skipBlanks(text, first.start + equals + 1, first.end);
  let from = valueStart;
  // "Lines ending in a backslash are concatenated with the following non-comment line while reading and the
  // backslash is replaced by a space character. [...] comment lines in between are ignored."
  for (;;) {
    const continued = text[line.end - 1] === '\\' && line.end > line.start;
    const stop = Math.max(from, continued ? line.end - 1 : line.end);
    decoder.copy(text.slice(from, stop), from);
    end = stop;
    if (!continued || line.next >= text.length) break;
    const gap = stop;
    do line = lineAt(text, line.next);
    while (line.next < text.length && isComment(text.slice(line.start, line.end).trimStart()[0]));
    decoder.decode(' ', { start: gap, end: line.start });
    from = line.start;
  }
  if (equals < 0) return { directive: undefined, next: line.next };
  const nameStart = skipBlanks(text, first.start, first.start + equals);
  const name = text.slice(nameStart, first.start + equals).trimEnd();
  const value = decoder.finish(source, { start: valueStart, end }, inserted =>
    /[\r\n]/.test(inserted) ? undefined : inserted,
  );
  return {
    directive: {
      section,
      name,
      nameRange: toDocument(source, { start: nameStart, end: nameStart + name.length }),
      value,
      ...toDocument(source, { start: nameStart, end }),
    },
    next: line.next,
  };
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

/** The words of a value that is a list of names separated by spaces, as in `After=`. */
export function listItems(value: Fragment): (Range & { readonly text: string })[] {
  return [...value.text.matchAll(/\S+/g)].map(match => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
