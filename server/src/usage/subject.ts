/** What a text has to name to be looked at: everything of Mender's has its name in it, and rules of a project add other words. */
export interface Subject {
  readonly words: readonly string[];
}

export function subjectWith(words: readonly string[]): Subject {
  // `ps | grep '[m]ender '` does not find itself.
  return { words: ['mender', '[m]ender', ...words] };
}

export function isAbout({ words }: Subject, text: string): boolean {
  return words.some(word => text.includes(word));
}
