/** What a text has to name to be looked at: everything of Mender's has its name in it, and rules of a project add other words. */
export interface Keywords {
  readonly words: readonly string[];
  /** What scripts may look for in the output of programs; without it nobody wants to know. */
  readonly printed?: RegExp | undefined;
}

export function keywordsWith(words: readonly string[], printed?: RegExp): Keywords {
  // `ps | grep '[m]ender '` does not find itself.
  return { words: ['mender', '[m]ender', ...words], printed };
}

export function mentionsAny({ words }: Keywords, text: string): boolean {
  return words.some(word => text.includes(word));
}
