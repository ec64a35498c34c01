/** Text of others made safe to show: it cannot move the cursor, turn the direction, begin a line or command a log. */

/** Control characters of terminals, of direction and of lines, and halves of characters: all are invisible. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Azure Pipelines, TeamCity and old runners of GitHub obey `##vso[`, `##teamcity[` and `##[` anywhere in a line; newer
 * runners obey `::error::` at its beginning, after blanks.
 */
const command = /##(?=\w*\[)|(?<=^\s*):(?=:)/g;

const shortNames: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One line, with the same characters where they are visible. */
export function visible(text: string): string {
  return text.replace(unseen, shown).replace(command, found => (found === ':' ? '\\x3a' : '#\\x23'));
}

function shown(character: string): string {
  const code = character.codePointAt(0)!;
  const digits = code.toString(16);
  const escaped = code < 0x100 ? `\\x${digits.padStart(2, '0')}` : `\\u{${digits}}`;
  return shortNames[character] ?? escaped;
}
