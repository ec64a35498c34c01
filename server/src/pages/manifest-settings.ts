/** Settings of the extension's manifest, from the schemas of the options. */
import type { Catalogue } from '../mender/catalogue.ts';
import { defaultOptionsOf, optionSchemasOf } from '../options/options.ts';

export function manifestConfiguration(catalogue: Catalogue): readonly unknown[] {
  const defaults: Readonly<Record<string, unknown>> = { ...defaultOptionsOf(catalogue) };
  const properties = Object.fromEntries(
    Object.entries(optionSchemasOf(catalogue)).map(([key, { kind, description }], order) => [
      `menderLint.${key}`,
      { ...kind.schema, default: defaults[key], markdownDescription: description, scope: 'resource', order },
    ]),
  );
  return [
    { title: 'Checks', order: 1, properties },
    {
      title: 'Troubleshooting',
      order: 2,
      properties: {
        'menderLint.trace.server': {
          type: 'string',
          enum: ['off', 'messages', 'verbose'],
          default: 'off',
          markdownDescription: 'Log the messages between the editor and the language server to the output channel.',
          scope: 'window',
        },
      },
    },
  ];
}
