/** The settings as a table for the page about options. */
import type { Catalogue } from '../mender/catalogue.ts';
import { defaultOptionsOf, optionSchemasOf } from '../options/options.ts';

export function settingsTable(catalogue: Catalogue): string {
  const defaults: Readonly<Record<string, unknown>> = { ...defaultOptionsOf(catalogue) };
  const lines = Object.entries(optionSchemasOf(catalogue)).map(
    ([key, { description }]) => `| \`menderLint.${key}\` | \`${JSON.stringify(defaults[key])}\` | ${description} |`,
  );
  return ['| setting | default | meaning |', '|---|---|---|', ...lines].join('\n');
}
