/** The settings as a table for the README. */
import { defaultOptions, optionSchemas } from '../options/options.ts';

export function settingsTable(): string {
  const lines = optionSchemas.map(
    ({ key, description }) => `| \`menderLint.${key}\` | \`${JSON.stringify(defaultOptions[key])}\` | ${description} |`,
  );
  return ['| setting | default | meaning |', '|---|---|---|', ...lines].join('\n');
}
