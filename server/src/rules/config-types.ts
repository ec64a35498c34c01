/** Values whose type is not that of their key: 4.x uses the default instead. */

import { EditBuilder } from '../fixes/fix.ts';
import type { JsonValue } from '../languages/json/json.ts';
import { type KeyType, serverKey } from '../mender/configuration-keys.ts';
import { isAvailable } from '../mender/version.ts';
import type { ConfigEntry, ConfigUse } from '../usage/usage.ts';
import { type ConfigRule, fix, found } from './config-match.ts';
import type { Match, RuleContext } from './occurrence.ts';

const typeNames: Readonly<Record<KeyType, string>> = {
  string: 'a string',
  integer: 'an integer',
  boolean: 'true or false',
  strings: 'a list of strings',
  servers: `a list of objects with a ${serverKey}`,
  object: 'an object',
};

export function typeMatch(
  rule: ConfigRule,
  { path, member, placeholder }: ConfigEntry,
  use: ConfigUse,
  { catalogue, target }: RuleContext,
): Match[] {
  const key = catalogue.key(path.join('.').toLowerCase());
  // A key that the target does not read may hold anything.
  const wanted = key && isAvailable(key, target) ? key.type : undefined;
  const { value } = member;
  // 3.x and later read null as "not set".
  if (!wanted || !value || placeholder || value.type === 'null' || isOfType(value, wanted)) return [];
  const text = converted(value, wanted);
  const fixes =
    text === undefined ? [] : fix(`Write \`${text}\``, rule, new EditBuilder().replace(use.tree.source, value, text));
  return [{ ...found(rule, member, path.join('.'), fixes, use), to: typeNames[wanted] }];
}

/** Numbers with a fraction are cut off and used; numbers beyond 31 bits are not. */
const LARGEST_INTEGER = 2 ** 31 - 1;

function isOfType(value: JsonValue, type: KeyType): boolean {
  switch (type) {
    case 'integer':
      return typeof value.scalar === 'number' && Math.abs(value.scalar) <= LARGEST_INTEGER;
    case 'strings':
      return value.type === 'array' && value.items.every(item => item.type === 'string');
    case 'servers':
      return value.type === 'array' && value.items.every(item => item.type === 'object');
    default:
      return value.type === type;
  }
}

function converted({ scalar }: JsonValue, type: KeyType): string | undefined {
  if (typeof scalar !== 'string') return undefined;
  if (type === 'integer' && /^-?(?:0|[1-9]\d*)$/.test(scalar) && Math.abs(Number(scalar)) <= LARGEST_INTEGER)
    return scalar;
  return type === 'boolean' && /^(?:true|false)$/.test(scalar) ? scalar : undefined;
}
