/** The schema of `.mender-lint.json` with its references followed and the names of its members written out. */
import type { Schema } from './schema.ts';

/** Additional members of the file for other editors. */
interface Written extends Schema {
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Written>>;
  readonly if?: { readonly propertyNames: Names };
}

interface Names {
  readonly enum: readonly string[];
  readonly markdownEnumDescriptions: readonly string[];
}

export function expandedSchema(schema: object): Schema {
  const root: Written = schema;
  return expanded(root, root.definitions ?? {});
}

function expanded(schema: Written, definitions: Readonly<Record<string, Written>>): Schema {
  const { $ref, if: condition, properties = {}, items, ...rest } = schema;
  if ($ref !== undefined) return expanded(definitions[$ref.replace('#/definitions/', '')] ?? {}, definitions);
  const named = condition ? membersOf(condition.propertyNames, schema.additionalProperties) : {};
  const members = Object.entries(properties).map(([name, member]) => [name, expanded(member, definitions)] as const);
  return {
    ...rest,
    properties: { ...named, ...Object.fromEntries(members) },
    ...(items ? { items: expanded(items, definitions) } : {}),
  };
}

function membersOf(names: Names, member: Schema['additionalProperties']): Readonly<Record<string, Schema>> {
  const like = typeof member === 'object' ? member : {};
  return Object.fromEntries(
    names.enum.map((name, at) => [name, { ...like, markdownDescription: names.markdownEnumDescriptions[at] ?? '' }]),
  );
}
