/** What the name of an unknown variable or function says about its use of the words after it. */

import { programs } from '../programs/programs.ts';

export type Helper =
  /** It means the program of that name: `$SYSTEMCTL`, `do_systemctl`. */
  | { readonly kind: 'program'; readonly name: string }
  /** It runs what follows: `$RUN`, `run_on_device`. */
  | { readonly kind: 'runner' }
  /** It shows what follows: `$LOG`, `print_usage`. */
  | { readonly kind: 'message' }
  | { readonly kind: 'unknown' };

const spoken = programs.flatMap(({ names, inNames }) => (inNames ? names : []));

const runners = new Set(['run', 'exec', 'execute', 'eval', 'retry', 'remote', 'root', 'nice']);

const messages = new Set(
  'echo print printf log msg message info warn warning err error debug die fail abort note say usage help'.split(' '),
);

/** Parts of names whose first words are images, packages, targets or the title of a test. */
const others = new Set(
  'docker podman image container compose pkg package apt apk opkg dnf yum rpm pip npm install make cmake sql psql mysql sqlite python perl ruby node awk lua ninja git test tests check step title describe expect'.split(
    ' ',
  ),
);

/** By the parts of the name between underscores, dashes and dots. */
export function helperOf(name: string): Helper {
  const parts = name.toLowerCase().split(/[^a-z]+/);
  if (parts.some(part => others.has(part))) return { kind: 'unknown' };
  const program = spoken.find(candidate => parts.includes(candidate));
  if (program) return { kind: 'program', name: program };
  if (parts.some(part => messages.has(part))) return { kind: 'message' };
  return { kind: parts.some(part => runners.has(part)) ? 'runner' : 'unknown' };
}
