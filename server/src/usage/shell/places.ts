/** Where the parts of a script name something, as offsets of the whole text. */
import type { ShellPart } from '../../syntax/shell.ts';
import type { Places, ShellNames } from '../../syntax/shell-names.ts';

type Kind = keyof ShellNames;

/** In time that the text limits, however many names there are. */
export function placesOf(parts: readonly ShellPart[], kind: Kind, names: ReadonlySet<string>): number[] {
  if (names.size === 0) return [];
  return parts.flatMap(({ start, names: own }) => {
    const places = own[kind];
    const common = names.size < places.size ? [...names] : [...places.keys()].filter(name => names.has(name));
    return common.flatMap(name => (places.get(name) ?? []).map(at => start + at));
  });
}

/** Of all names. */
export function allPlaces(parts: readonly ShellPart[], kind: Kind): Places {
  const all = new Map<string, number[]>();
  for (const { start, names } of parts) {
    for (const [name, offsets] of names[kind]) {
      const known = all.get(name) ?? [];
      for (const at of offsets) known.push(start + at);
      all.set(name, known);
    }
  }
  return all;
}
