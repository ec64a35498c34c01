/** The settings as a table for the page about options. */
import type { Catalogue } from '../mender/catalogue.ts';
import { defaultOptionsOf, optionSchemasOf } from '../options/options.ts';

export function settingsTable(catalogue: Catalogue): string {
  const defaultOptions = defaultOptionsOf(catalogue);
  const lines = optionSchemasOf(catalogue).map(
    ({ key, description }) => `| \`menderLint.${key}\` | \`${JSON.stringify(defaultOptions[key])}\` | ${description} |`,
  );
  return ['| setting | default | meaning |', '|---|---|---|', ...lines].join('\n');
}
