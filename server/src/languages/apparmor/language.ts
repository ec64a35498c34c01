/** Profiles of AppArmor, apparmor.d(5): the files that a program may use, and the programs that it may run. */

import { type Fragment, slice } from '../../text/fragment.ts';
import { literal, makeWord } from '../../text/word.ts';
import type { Embedded } from '../embedded.ts';
import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';

export const apparmor = defineLanguage({
  name: 'apparmor',
  files: [
    {
      // A profile has the name of the program, with dots for slashes.
      pattern: /(?:^|\/)(?:apparmor(?:\.d)?\/(?:[^/]+\/)*[^/]+|usr\.s?bin\.[^/]+|[^/]+\.apparmor)$/,
      names: ['apparmor.d/agent', 'usr.bin.agent', 'agent.apparmor'],
      why: 'profile of AppArmor by its name',
    },
  ],
  parts: appArmorParts,
  comments: // apparmor.d(5): anywhere in a line.
    lineComments({ before: /^(?:[^"]|"[^"]*")*$/, lines: undefined }),
  example: '/usr/bin/agent {\n  /usr/bin/mender Ux,\n}\n',
});

/** `owner /PATH rUx,`: a file rule that allows something; the permissions may come before the path. */
const rule =
  /^[ \t]*(?:(?:audit|allow|owner|priority=-?\d+)[ \t]+)*(?:file[ \t]+)?(?:[rwaxmlkixpPcCuU]+[ \t]+)?("?)(\/[^\s",{}*?[\]]+)\1(?=[ \t]+(?:[rwaxmlkixpPcCuU]+|->)|[ \t]*,)/gm;

function appArmorParts(source: Fragment): Embedded[] {
  const parts: Embedded[] = [];
  for (const { 0: whole, 1: quote, 2: path, index } of source.text.matchAll(rule)) {
    const end = index + whole.length - quote!.length;
    const inside = slice(source, { start: end - path!.length, end });
    parts.push({
      kind: 'path',
      // A profile that allows both programs is for both.
      device: { list: parts, index: parts.length },
      path: makeWord(inside, { start: 0, end: path!.length }, [literal(0, path!, 'none')]),
    });
  }
  return parts;
}
