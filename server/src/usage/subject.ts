/** What a text has to name to be looked at: everything of Mender's has its name in it, and rules of a project add other words. */
export interface Subject {
  readonly words: readonly string[];
  /** What scripts may look for in the output of programs; without it nobody wants to know. */
  readonly printed?: RegExp | undefined;
}

export function subjectWith(words: readonly string[], printed?: RegExp): Subject {
  // `ps | grep '[m]ender '` does not find itself.
  return { words: ['mender', '[m]ender', ...words], printed };
}

export function isAbout({ words }: Subject, text: string): boolean {
  return words.some(word => text.includes(word));
}
