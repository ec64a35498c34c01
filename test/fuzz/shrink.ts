/** Reduces an input while the same property stays broken. */

const MOST_TRIES = 3000;

export function shrink(text: string, stillWrong: (text: string) => boolean): string {
  let smallest = text;
  let tries = 0;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    let shorter = true;
    while (shorter && tries < MOST_TRIES) {
      shorter = false;
      for (let at = 0; at < smallest.length && tries < MOST_TRIES; ) {
        const candidate = smallest.slice(0, at) + smallest.slice(at + size);
        tries++;
        if (candidate !== smallest && stillWrong(candidate)) {
          smallest = candidate;
          shorter = true;
        } else at += size;
      }
    }
  }
  return smallest;
}
