/**
 * The possible contents of `.mender-lint.json`, and their JSON Schema: for completion and explanations of the language
 * server, and as a file for other editors.
 */

import type { JsonMember } from '../languages/json/json.ts';
import { type Catalogue, catalogue as shipped } from '../mender/catalogue.ts';
import type { Rule } from '../mender/rule.ts';
import { extraRules } from './custom-rules.ts';
import { globs, type Options, optionSchemasOf, severitiesOf } from './options.ts';
import { unknownRule } from './unknown-rule.ts';
import { described, type JsonSchema, type Kind, listOf, objectOf, type Tell } from './values.ts';

export const PROJECT_SCHEMA_URL =
  'https://raw.githubusercontent.com/mender-lint/mender-lint/main/schemas/mender-lint.schema.json';

/** Settings of the editor that a project file can contain, too. */
const settingKeys = ['target', 'from', 'yocto', 'wrapper', 'rules'] as const satisfies readonly (keyof Options)[];

/** `extra` are custom rules of the file itself. */
export function projectKind(catalogue: Catalogue, custom: readonly Rule[]) {
  const { target, from, yocto, wrapper, rules } = optionSchemasOf(catalogue);
  const severities = severitiesOf(catalogue, (member, tell) => ruleOf(member, catalogue, custom, tell));
  const settings = {
    target: described(target.kind, target.description),
    from: described(from.kind, from.description),
    yocto: described(yocto.kind, yocto.description),
    wrapper: described(wrapper.kind, wrapper.description),
    rules: described(severities, rules.description),
  } satisfies Readonly<Record<(typeof settingKeys)[number], Kind<unknown>>>;
  const files = described(globs(), 'Globs, relative to the folder of this file.');
  const override = objectOf({ files, ...settings }, 'An override', { required: ['files'] });
  return objectOf(
    {
      $schema: anything,
      ...settings,
      exclude: described(globs(), 'Globs of files and folders to skip, relative to the folder of this file.'),
      extraRules: described(
        extraRules,
        'Custom rules of the project, found and fixed like all others. One that finds what a built-in rule finds replaces it.',
      ),
      overrides: described(
        listOf(override, { of: 'objects', each: 'An override' }),
        'Other options for some files; later entries win.',
      ),
    },
    'The file',
  );
}

/** Other editors read it. */
const anything: Kind<unknown> = { schema: { type: 'string' }, read: () => undefined };

/** The current id. */
function ruleOf(
  { key, keyRange }: JsonMember,
  catalogue: Catalogue,
  custom: readonly Rule[],
  tell: Tell,
): string | undefined {
  const unknown = unknownRule(key, catalogue, custom);
  return unknown === undefined ? catalogue.findRule(key, custom)?.id : tell(keyRange, unknown);
}

export function projectSchema(catalogue: Catalogue = shipped): object {
  const { properties, ...schema } = projectKind(catalogue, []).schema as {
    properties: Readonly<Record<string, JsonSchema>>;
  };
  const overrides = properties['overrides'] as { items: { properties: Readonly<Record<string, JsonSchema>> } };
  const references = Object.fromEntries(settingKeys.map(key => [key, { $ref: `#/definitions/${key}` }]));
  const withReferences = (each: Readonly<Record<string, JsonSchema>>) => ({ ...each, ...references });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: PROJECT_SCHEMA_URL,
    title: 'Options of Mender Lint for the files below a folder',
    ...schema,
    allowTrailingCommas: true,
    definitions: Object.fromEntries(settingKeys.map(key => [key, properties[key]])),
    properties: {
      ...withReferences(properties),
      overrides: {
        ...overrides,
        items: { ...overrides.items, properties: withReferences(overrides.items.properties) },
      },
    },
  };
}
