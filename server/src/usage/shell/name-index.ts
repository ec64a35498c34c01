/** Where the parts of a script contain a name, as offsets of the whole text. */
import type { ShellPart } from '../../languages/shell/shell.ts';
import type { Places, ShellNames } from '../../languages/shell/shell-names.ts';

type Kind = keyof ShellNames;

/** Of all names, or of some; the time depends on the text, however many names there are. */
export function placesOf(parts: readonly ShellPart[], kind: Kind, names?: ReadonlySet<string>): Places {
  const found = new Map<string, number[]>();
  if (names?.size === 0) return found;
  for (const { start, names: own } of parts) {
    const places = own[kind];
    if (names && names.size < places.size) for (const name of names) add(found, name, places.get(name), start);
    else for (const [name, offsets] of places) if (!names || names.has(name)) add(found, name, offsets, start);
  }
  return found;
}

function add(found: Map<string, number[]>, name: string, offsets: readonly number[] | undefined, start: number): void {
  if (!offsets) return;
  const known = found.get(name);
  if (!known) found.set(name, start === 0 ? [...offsets] : offsets.map(at => start + at));
  else for (const at of offsets) known.push(start + at);
}
