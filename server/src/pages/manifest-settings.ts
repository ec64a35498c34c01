/** Settings of the extension's manifest, from the schemas of the options. */
import type { Catalogue } from '../mender/catalogue.ts';
import { defaultOptionsOf, optionSchemasOf } from '../options/options.ts';

export function manifestConfiguration(catalogue: Catalogue): readonly unknown[] {
  const defaultOptions = defaultOptionsOf(catalogue);
  const properties = Object.fromEntries(
    optionSchemasOf(catalogue).map(({ key, schema, description }, order) => [
      `menderLint.${key}`,
      { ...schema, default: defaultOptions[key], markdownDescription: description, scope: 'resource', order },
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
