/** The part of JSON Schema that completion and explanations need, and where a path leads in it. */

export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly markdownDescription?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  /** Not in JSON Schema: the case of keys is ignored. */
  readonly anyCase?: boolean;
  /** Not in JSON Schema: the key that must not be used together with this one. */
  readonly notBeside?: string;
}

/** The names of members on the path from the root; indexes of lists are left out. */
export function schemaAt(schema: Schema, path: readonly string[]): Schema | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return schema;
  const within = schema.items ?? schema;
  const member = memberOf(within, name, schema.anyCase === true);
  return member && schemaAt(schema.anyCase ? { ...member, anyCase: true } : member, rest);
}

function memberOf(
  { properties = {}, additionalProperties }: Schema,
  name: string,
  anyCase: boolean,
): Schema | undefined {
  if (Object.hasOwn(properties, name)) return properties[name];
  const lower = name.toLowerCase();
  const found = anyCase ? Object.keys(properties).find(key => key.toLowerCase() === lower) : undefined;
  if (found !== undefined) return properties[found];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}
