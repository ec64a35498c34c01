/**
 * Building blocks of options. Each kind of value has its JSON Schema and a reader with a message for every mistake;
 * valid parts count, whatever else is wrong. Settings, the project file and their schemas are defined by these alone.
 */

import type { JsonMember, JsonValue } from '../languages/json/json.ts';
import { nearest } from '../mender/nearest.ts';
import { listOfNames, type ReleaseName } from '../mender/release-names.ts';
import type { Range } from '../text/fragment.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Reports a sentence about the text in a range. */
export type Tell = (range: Range, message: string) => undefined;

export interface Kind<Value> {
  readonly schema: JsonSchema;
  /** Undefined if nothing is valid. Messages about the value as a whole start with `called`. */
  readonly read: (given: JsonValue, called: string, tell: Tell) => Value | undefined;
}

export type ValueOf<Of> = Of extends Kind<infer Value> ? Value : never;

function kind<Value>(schema: JsonSchema, mustBe: string, read: (given: JsonValue) => Value | undefined): Kind<Value> {
  return { schema, read: (given, called, tell) => read(given) ?? tell(given, `${called} must be ${mustBe}.`) };
}

export function described<Value>({ schema, read }: Kind<Value>, markdownDescription: string): Kind<Value> {
  return { schema: { ...schema, markdownDescription }, read };
}

export const flag = kind({ type: 'boolean' }, 'true or false', ({ scalar }) =>
  typeof scalar === 'boolean' ? scalar : undefined,
);

export function text(
  { mustBe, pattern }: { readonly mustBe: string; readonly pattern: RegExp },
  schema: JsonSchema = { pattern: pattern.source },
): Kind<string> {
  return kind({ type: 'string', ...schema }, mustBe, ({ scalar }) =>
    typeof scalar === 'string' && pattern.test(scalar) ? scalar : undefined,
  );
}

export function wholeNumber(schema: JsonSchema): Kind<number> {
  return kind({ type: 'integer', minimum: 1, ...schema }, 'a whole number above 0', ({ scalar }) =>
    Number.isInteger(scalar) && Number(scalar) >= 1 ? Number(scalar) : undefined,
  );
}

export function choice<Name extends string>(names: readonly Name[], schema: JsonSchema = {}): Kind<Name> {
  return kind({ type: 'string', enum: names, ...schema }, `one of ${names.join(', ')}`, ({ scalar }) =>
    names.find(name => name === scalar),
  );
}

/** All of them are valid, or none. */
export function choices<Name extends string>(
  names: readonly Name[],
  meanings: readonly string[],
): Kind<readonly Name[]> {
  const items = { type: 'string', enum: names, markdownEnumDescriptions: meanings };
  const mustBe = `a list of ${names.map(name => `"${name}"`).join(', ')}`;
  return kind({ type: 'array', items, uniqueItems: true }, mustBe, given => {
    const chosen = given.items.flatMap(({ scalar }) => names.find(name => name === scalar) ?? []);
    return given.type === 'array' && chosen.length === given.items.length ? chosen : undefined;
  });
}

export function release<Name extends string>(
  names: readonly ReleaseName[],
  named: (name: unknown) => Name | undefined,
): Kind<Name> {
  const schema = {
    type: 'string',
    enum: names.map(({ name }) => name),
    markdownEnumDescriptions: names.map(({ meaning }) => `${meaning}.`),
  };
  return kind(schema, `one of ${listOfNames(names, '"')}`, ({ scalar }) => named(scalar));
}

export function listOf<Value>(
  item: Kind<Value>,
  { of, each, schema = {} }: { readonly of: string; readonly each: string; readonly schema?: JsonSchema },
): Kind<readonly Value[]> {
  return {
    schema: { type: 'array', items: item.schema, ...schema },
    read: (given, called, tell) =>
      given.type === 'array'
        ? given.items.flatMap(value => item.read(value, each, tell) ?? [])
        : tell(given, `${called} must be a list of ${of}.`),
  };
}

/** `nameOf` translates the keys, and reports unknown ones. */
export function recordOf<Value>(
  item: Kind<Value>,
  each: string,
  nameOf: (member: JsonMember, tell: Tell) => string | undefined,
  schema: JsonSchema,
): Kind<Readonly<Record<string, Value>>> {
  return {
    schema: { type: 'object', additionalProperties: item.schema, ...schema },
    read: (given, called, tell) => {
      if (given.type !== 'object') return tell(given, `${called} must be an object.`);
      const read: [string, Value][] = given.members.flatMap(member => {
        const name = nameOf(member, tell);
        if (name === undefined) return [];
        const value = item.read(member.value ?? nothingAt(member.keyRange), `${each} \`${member.key}\``, tell);
        return value === undefined ? [] : [[name, value]];
      });
      return Object.fromEntries(read);
    },
  };
}

type Members = Readonly<Record<string, Kind<unknown>>>;

export type Read<Of extends Members> = { readonly [Key in keyof Of]?: ValueOf<Of[Key]> };

interface ObjectShape {
  readonly required?: readonly string[];
  /** Precedes the names of members in messages. */
  readonly prefix?: string;
}

/** It has these members and no others; required ones may still be missing in the result. */
export function objectOf<const Of extends Members>(
  members: Of,
  each: string,
  { required, prefix = '' }: ObjectShape = {},
): Kind<Read<Of>> {
  const properties = Object.fromEntries(Object.entries(members).map(([key, member]) => [key, member.schema]));
  return {
    schema: { type: 'object', additionalProperties: false, ...(required && { required }), properties },
    read: (given, _, tell) => {
      if (given.type !== 'object') return tell(given, `${each} must be an object.`);
      const read = given.members.flatMap(({ key, keyRange, value }) => {
        if (!Object.hasOwn(members, key))
          return tell(keyRange, `${each} has no option \`${key}\`; ${meant(key, Object.keys(members))}`) ?? [];
        const understood = value && members[key]!.read(value, `\`${prefix}${key}\``, tell);
        return understood === undefined ? [] : [[key, understood]];
      });
      for (const name of required ?? [])
        if (!given.members.some(({ key }) => key === name)) tell(given, `${each} must name its \`${name}\`.`);
      return Object.fromEntries(read) as Read<Of>;
    },
  };
}

/** The end of a sentence about an unknown option. */
export function meant(key: string, names: readonly string[], they = 'it'): string {
  const name = nearest(key, names);
  return name === undefined ? `${they} may have ${names.join(', ')}.` : `did you mean \`${name}\`?`;
}

function nothingAt({ start, end }: Range): JsonValue {
  return { start, end, type: 'null', scalar: null, members: [], items: [] };
}

/** A value without a text, such as a setting of an editor. */
export function withoutText(value: unknown): JsonValue {
  const nothing = nothingAt({ start: 0, end: 0 });
  if (Array.isArray(value)) return { ...nothing, type: 'array', scalar: undefined, items: value.map(withoutText) };
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, member]) => ({
      ...{ start: 0, end: 0, key, keyRange: { start: 0, end: 0 } },
      value: withoutText(member),
    }));
    return { ...nothing, type: 'object', scalar: undefined, members };
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? { ...nothing, type: typeof value as 'string' | 'number' | 'boolean', scalar: value }
    : nothing;
}
