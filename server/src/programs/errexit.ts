/** Whether a shell ends with the first command that fails: `set -e`. */

/** Whether the first line, or a `set` anywhere in the text, turns it on. */
export function mentionsErrexit(text: string): boolean {
  return /^(?:#!.*sh\s+-[a-z]*e|[ \t]*set\s+(?:-[a-z]+\s+)*(?:-[a-z]*e|-o\s+errexit))/m.test(text);
}

/** Whether `set` turns it on or off with these arguments; undefined when it does neither. */
export function errexitSet(args: readonly string[]): boolean | undefined {
  let isSet: boolean | undefined;
  for (const [index, word] of args.entries()) {
    const [, sign, letters = ''] = /^([-+])(\w+)/.exec(word) ?? [];
    const isNamed = letters.endsWith('o') && args[index + 1] === 'errexit';
    if (sign && (letters.includes('e') || isNamed)) isSet = sign === '-';
  }
  return isSet;
}
