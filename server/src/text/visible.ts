/** Text of others as it may be shown: nothing in it moves the cursor, turns the direction, begins a line or commands a log. */

/** Controls of terminals, of direction and of lines, and halves of characters; none of them is seen. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Azure Pipelines, TeamCity and old runners of GitHub obey `##vso[`, `##teamcity[` and `##[` wherever they stand in a
 * line; newer runners `::error::` at its beginning, blanks aside.
 */
const command = /##(?=\w*\[)|(?<=^\s*):(?=:)/g;

const shortNames: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One line, of the same characters where they can be seen. */
export function visible(text: string): string {
  return text.replace(unseen, shown).replace(command, found => (found === ':' ? '\\x3a' : '#\\x23'));
}

function shown(character: string): string {
  const code = character.codePointAt(0)!;
  const digits = code.toString(16);
  const escaped = code < 0x100 ? `\\x${digits.padStart(2, '0')}` : `\\u{${digits}}`;
  return shortNames[character] ?? escaped;
}
