/** The JSON Schema of `.mender-lint.json`, for the completion and hovers of editors. */
import { extraRulesSchema } from './extra-rules.ts';
import { optionSchemas } from './options.ts';

export const PROJECT_SCHEMA_URL =
  'https://raw.githubusercontent.com/mender-lint/mender-lint/main/schemas/mender-lint.schema.json';

export function projectSchema(): object {
  const settings = { target: propertyOf('target'), rules: propertyOf('rules') };
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

function propertyOf(name: 'target' | 'rules'): object {
  const { schema, description } = optionSchemas.find(({ key }) => key === name)!;
  return { ...schema, markdownDescription: description };
}
