/** The JSON Schema of `.mender-lint.json`: what the language server completes and explains, and a file for other editors. */
import { type Catalogue, catalogue as shipped } from '../mender/catalogue.ts';
import { customRulesSchema } from './custom-rules.ts';
import { optionSchemasOf } from './options.ts';

export const PROJECT_SCHEMA_URL =
  'https://raw.githubusercontent.com/mender-lint/mender-lint/main/schemas/mender-lint.schema.json';

/** Settings of the editor that a project file can contain, too. */
const settingKeys: readonly string[] = ['target', 'from', 'yocto', 'wrapper', 'rules'];

export function projectSchema(catalogue: Catalogue = shipped): object {
  const shared = optionSchemasOf(catalogue).filter(({ key }) => settingKeys.includes(key));
  const definitions = Object.fromEntries(
    shared.map(({ key, schema, description }) => [key, { ...schema, markdownDescription: description }]),
  );
  const settings = Object.fromEntries(shared.map(({ key }) => [key, { $ref: `#/definitions/${key}` }]));
  const globs = { type: 'array', items: { type: 'string' } };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: PROJECT_SCHEMA_URL,
    title: 'Options of Mender Lint for the files below a folder',
    type: 'object',
    additionalProperties: false,
    allowTrailingCommas: true,
    definitions,
    properties: {
      $schema: { type: 'string' },
      ...settings,
      exclude: {
        ...globs,
        markdownDescription: 'Globs of files and folders to skip, relative to the folder of this file.',
      },
      extraRules: customRulesSchema(),
      overrides: {
        type: 'array',
        markdownDescription: 'Other options for some files; later entries win.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: {
            files: { ...globs, markdownDescription: 'Globs, relative to the folder of this file.' },
            ...settings,
          },
        },
      },
    },
  };
}
