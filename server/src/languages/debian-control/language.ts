/**
 * Control files of Debian packages, deb-control(5) and deb-src-control(5): which packages must be installed. What they
 * conflict with, replace or merely suggest is left alone, and so is what the same source package builds.
 */

import { type Fragment, slice } from '../../text/fragment.ts';
import { literal, makeWord } from '../../text/word.ts';
import type { Embedded } from '../embedded.ts';
import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';

export const debianControl = defineLanguage({
  name: 'debian-control',
  files: [
    {
      pattern: /(?:^|\/)(?:debian[^/]*|DEBIAN|CONTROL)\/control$/,
      names: ['debian/control', 'DEBIAN/control', 'CONTROL/control'],
      why: 'control file of a Debian package by its name',
    },
  ],
  parts: debianControlParts,
  comments: // deb822(5): "lines starting with # without any preceding whitespace".
    lineComments({ before: /^$/, lines: undefined, atMargin: true }),
  example: 'Package: agent\nArchitecture: all\nDepends: mender-client\n',
});

/** A field continues on lines that begin with a blank; a `#` at the beginning of a line makes it a comment. */
const dependencies = /^((?:Pre-)?Depends|Recommends)[ \t]*:((?:[^\n]*\n(?:[ \t]|#))*[^\n]*)/gim;
const comment = /^#.*/gm;
const ownPackage = /^(?:Package|Source)[ \t]*:[ \t]*(\S+)/gim;

/**
 * Debian policy 7.1: groups between commas, alternatives between bars. A name ends where its version or architecture
 * begins.
 */
const group = /[^,]+/g;
const alternative = /(?:^|\|)\s*([a-z\d][a-z\d+.-]+)/g;

function debianControlParts(source: Fragment): Embedded[] {
  const own = new Set([...source.text.matchAll(ownPackage)].map(([, name]) => name));
  return [...source.text.matchAll(dependencies)].flatMap(({ 0: whole, 1: field, 2: written, index }) => {
    const value = written!.replace(comment, line => ' '.repeat(line.length));
    const start = index + whole.length - value.length;
    return [...value.matchAll(group)].flatMap(({ 0: text, index: at }) =>
      alternativesOf(source, start + at, text, own, field!),
    );
  });
}

function alternativesOf(
  source: Fragment,
  start: number,
  text: string,
  own: ReadonlySet<string | undefined>,
  field: string,
): Embedded[] {
  const found = [...text.matchAll(alternative)];
  const names = found.map(([, name]) => name!);
  return found.flatMap(({ 0: whole, 1: name, index }) => {
    if (own.has(name)) return [];
    const from = start + index + whole.length - name!.length;
    const inside = slice(source, { start: from, end: from + name!.length });
    const word = makeWord(inside, { start: 0, end: name!.length }, [literal(0, name!, 'none')]);
    return [{ kind: 'dependency' as const, field, name: word, alternatives: names }];
  });
}
