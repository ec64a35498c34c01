/** Whether a shell ends with the first command that fails, `set -e`, and whether a pipeline fails with any of its commands. */

/** Whether the first line, or a `set` somewhere in the text, has it so. */
export function mentionsErrexit(text: string): boolean {
  return /^(?:#!.*sh\s+-[a-z]*e|[ \t]*set\s+(?:-[a-z]+\s+)*(?:-[a-z]*e|-o\s+errexit))/m.test(text);
}

/** What `set` makes of it with these arguments; undefined when it leaves it as it is. */
export function errexitSet(args: readonly string[]): boolean | undefined {
  return optionSet(args, 'errexit', 'e');
}

/** The same of `set -o pipefail`: a pipeline fails where any of its commands does. */
export function pipefailSet(args: readonly string[]): boolean | undefined {
  return optionSet(args, 'pipefail');
}

function optionSet(args: readonly string[], name: string, letter?: string): boolean | undefined {
  let isSet: boolean | undefined;
  for (const [index, word] of args.entries()) {
    const [, sign, letters = ''] = /^([-+])(\w+)/.exec(word) ?? [];
    const isNamed = letters.endsWith('o') && args[index + 1] === name;
    if (sign && ((letter !== undefined && letters.includes(letter)) || isNamed)) isSet = sign === '-';
  }
  return isSet;
}
