/** Where a shell script can have comments: not inside words, arrays, tests and heredocs, but again inside `$( )`. */

import type { Fragment, Range } from '../../text/fragment.ts';
import { lineAround } from '../../text/line.ts';
import { insideAnyOf } from '../../text/opaque-ranges.ts';
import type { CommentPlaces } from '../comment-places.ts';
import { forEachChild, type ParseHints, parseShell, type SyntaxNode } from './shell.ts';

/** `text` is that of the document that the script is, or is part of. */
export function shellCommentPlaces(script: Fragment, text: string, hints?: ParseHints): CommentPlaces {
  const opaqueRanges: Range[] = [];
  for (const { source, scripts } of parseShell(script, hints).parts)
    for (const script of scripts) new OpaqueReader(source, opaqueRanges).read(script);
  return new ShellCommentPlaces(text, insideAnyOf(opaqueRanges));
}

class ShellCommentPlaces implements CommentPlaces {
  readonly signs = ['#'];
  readonly #text: string;
  readonly #isOpaque: (offset: number) => boolean;

  constructor(text: string, isOpaque: (offset: number) => boolean) {
    this.#text = text;
    this.#isOpaque = isOpaque;
  }

  isComment(offset: number): boolean {
    const before = this.#text[offset - 1];
    return (before === undefined || /[\s;&|()]/.test(before)) && !this.#isOpaque(offset);
  }

  beginsStatement(offset: number): boolean {
    return offset === 0 || !(this.#isOpaque(offset - 1) || this.#isContinued(lineAround(this.#text, offset - 1)));
  }

  #isContinued({ start, end }: Range): boolean {
    const line = this.#text.slice(start, end).replace(/\r$/, '');
    let text = line.length;
    while (line[text - 1] === '\\') text--;
    if ((line.length - text) % 2 === 0) return false;
    // A comment ends with its line.
    for (let at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1))
      if (this.isComment(start + at)) return false;
    return true;
  }
}

/** Collects the stretches in which neither `#` nor a line end means anything. */
class OpaqueReader {
  readonly #source: Fragment;
  readonly #opaqueRanges: Range[];

  constructor(source: Fragment, opaqueRanges: Range[]) {
    this.#source = source;
    this.#opaqueRanges = opaqueRanges;
  }

  read(node: SyntaxNode): void {
    switch (node.type) {
      case 'Word':
      case 'Assignment':
      case 'TestCommand':
      case 'ArithmeticCommand':
        return this.#readOpaque(node);
      case 'ArithmeticFor':
        this.#add(node.pos, node.body.pos);
        return this.read(node.body);
      case 'HereDoc':
        if (node.delimiter) this.#add(node.delimiter.pos, node.delimiter.end);
        // Includes the line end before it: nothing can be put between a heredoc and its command.
        return this.#add(node.body.pos - 1, node.closing?.end ?? node.body.end);
      default:
        return forEachChild(node, child => this.read(child));
    }
  }

  #readOpaque(node: SyntaxNode): void {
    if (!/[#\n]/.test(this.#source.text.slice(node.pos, node.end))) return;
    let from = node.pos;
    this.#forEachScript(node, script => {
      this.#add(from, script.pos);
      this.read(script);
      from = script.end;
    });
    this.#add(from, node.end);
  }

  #forEachScript(node: SyntaxNode, visit: (script: SyntaxNode) => void): void {
    // Text in backticks may be written otherwise than it reads.
    if (node.type === 'CommandExpansion' && node.text.startsWith('`')) return;
    forEachChild(node, child => (child.type === 'Script' ? visit(child) : this.#forEachScript(child, visit)));
  }

  #add(start: number, end: number): void {
    if (end > start) this.#opaqueRanges.push({ start: this.#source.startOf(start), end: this.#source.endOf(end) });
  }
}
