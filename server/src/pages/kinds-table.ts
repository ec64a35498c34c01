/** The kinds of files that are checked, as a table for the page about options. */
import { kinds } from '../languages/kinds.ts';

export function kindsTable(): string {
  const lines = kinds.map(
    ({ why, names, beginning, optIn }) =>
      `| ${why}${optIn ? `, if \`${optIn}\` is included` : ''} | ${names.map(name => `\`${name}\``).join(', ')}${
        beginning ? ` beginning with \`${beginning.trimEnd()}\`` : ''
      } |`,
  );
  return ['| what, and how it is recognised | such as |', '|---|---|', ...lines].join('\n');
}
