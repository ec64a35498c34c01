/** The JSON Schema of `.mender-lint.json`: what the language server offers and explains in it, and a file for editors without one. */
import { type Catalogue, catalogue as shipped } from '../catalogue/catalogue.ts';
import { extraRulesSchema } from './extra-rules.ts';
import { optionSchemasOf } from './options.ts';

export const PROJECT_SCHEMA_URL =
  'https://raw.githubusercontent.com/mender-lint/mender-lint/main/schemas/mender-lint.schema.json';

/** Options of the editor that a project can say, too. */
const settingKeys: readonly string[] = ['target', 'from', 'rules'];

export function projectSchema(catalogue: Catalogue = shipped): object {
  const settings = Object.fromEntries(
    optionSchemasOf(catalogue)
      .filter(({ key }) => settingKeys.includes(key))
      .map(({ key, schema, description }) => [key, { ...schema, markdownDescription: description }]),
  );
  const globs = { type: 'array', items: { type: 'string' } };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: PROJECT_SCHEMA_URL,
    title: 'Options of Mender Lint for the files below a folder',
    type: 'object',
    additionalProperties: false,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string' },
      ...settings,
      exclude: {
        ...globs,
        markdownDescription: 'Globs of files and folders that are not checked, relative to the folder of this file.',
      },
      extraRules: extraRulesSchema(),
      overrides: {
        type: 'array',
        markdownDescription: 'Other options for some files; later ones win.',
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
