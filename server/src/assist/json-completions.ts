/**
 * Keys and values that can be written at a place of a JSON text, from its schema. Existing keys are not offered again.
 */

import { type JsonValue, parseJson } from '../languages/json/json.ts';
import { type JsonPlace, jsonPlace } from '../languages/json/json-place.ts';
import { type Fragment, toDocument } from '../text/fragment.ts';
import type { Completion } from './completion.ts';
import { type Schema, schemaAt } from './schema.ts';

/** `offset` is one of `source.text`. */
export function jsonCompletions(source: Fragment, offset: number, schema: Schema): readonly Completion[] {
  const place = jsonPlace(source.text, offset);
  const found = place && schemaAt(schema, place.path);
  if (!found) return [];
  const drafts = place.isKey ? keys(source, place, found, schema.anyCase === true) : values(found);
  const range = toDocument(source, place.range);
  // Where the text is quoted again, the syntax of a snippet would be, too.
  const isPlain = source.write('"$', place.range.start) === '"$';
  return drafts.flatMap(({ snippet, ...draft }) => {
    const newText = source.write(draft.newText, place.range.start);
    return newText === undefined ? [] : [{ ...draft, newText, range, ...(snippet && isPlain ? { snippet } : {}) }];
  });
}

type Draft = Omit<Completion, 'range'>;

function keys(source: Fragment, { range }: JsonPlace, schema: Schema, anyCase: boolean): readonly Draft[] {
  const asRead = (key: string) => (anyCase ? key.toLowerCase() : key);
  const there = new Set(keysOf(source, range.start).map(asRead));
  const { properties = {} } = schema.items ?? schema;
  const hasValue = /^\s*:/.test(source.text.slice(range.end));
  const comma = !hasValue && /^\s*"/.test(source.text.slice(range.end)) ? ',' : '';
  return Object.entries(properties)
    .filter(([key, { notBeside }]) => !there.has(asRead(key)) && !(notBeside && there.has(asRead(notBeside))))
    .map(([key, member]) => {
      const name = JSON.stringify(key);
      return {
        label: key,
        kind: 'key',
        ...(member.markdownDescription ? { documentation: member.markdownDescription } : {}),
        newText: hasValue ? name : `${name}: ${plainValue(member)}${comma}`,
        ...(hasValue ? {} : { snippet: `${name}: ${valueSnippet(member)}${comma}` }),
      };
    });
}

/** Keys of the object that is being typed in, without the one that is being typed. */
function keysOf(source: Fragment, at: number): readonly string[] {
  const { root } = parseJson(source, at);
  const objects: JsonValue[] = [];
  const visit = (value: JsonValue): void => {
    if (value.type === 'object' && value.start < at && at <= value.end) objects.push(value);
    for (const { value: inner } of value.members) if (inner) visit(inner);
    value.items.forEach(visit);
  };
  if (root) visit(root);
  return (
    objects
      .at(-1)
      ?.members.filter(({ keyRange }) => keyRange.start !== at)
      .map(({ key }) => key) ?? []
  );
}

function plainValue({ type, default: value, enum: values }: Schema): string {
  if (value !== undefined) return JSON.stringify(value);
  if (values) return JSON.stringify(values[0]);
  return empty[String(type)] ?? '""';
}

const empty: Readonly<Record<string, string>> = { object: '{}', array: '[]', integer: '0', boolean: 'true' };

function valueSnippet({ type, default: value, enum: values, items }: Schema): string {
  const text = (content: unknown) => String(content).replace(/[\\$}]/g, '\\$&');
  if (values?.every(item => typeof item === 'string') && values.length < 20)
    return `"\${1|${values.map(item => text(item).replace(/[,|]/g, '\\$&')).join(',')}|}"`;
  if (typeof value === 'string') return `"\${1:${text(value)}}"`;
  if (typeof value === 'number' || typeof value === 'boolean') return `\${1:${value}}`;
  if (type === 'object') return '{ $1 }';
  if (type === 'array') return items?.type === 'string' ? '["$1"]' : '[{ $1 }]';
  return type === 'integer' ? '$1' : '"$1"';
}

function values({ enum: listed, type, default: preset, items, markdownEnumDescriptions }: Schema): readonly Draft[] {
  const options = listed ?? items?.enum ?? (type === 'boolean' ? [true, false] : preset === undefined ? [] : [preset]);
  return options.map((value, index) => {
    const text = JSON.stringify(value);
    const documentation = markdownEnumDescriptions?.[index];
    return {
      label: typeof value === 'string' ? value : text,
      kind: 'value',
      ...(value === preset ? { detail: 'default' } : {}),
      ...(documentation ? { documentation } : {}),
      newText: text,
    };
  });
}
