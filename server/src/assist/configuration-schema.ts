/**
 * The schemas of mender.conf and mender-connect.conf for one target, from the data of the catalogue. Removed keys are
 * not in them.
 */
import type { Catalogue } from '../mender/catalogue.ts';
import { type KeyType, serverKey } from '../mender/configuration-keys.ts';
import { connectKeyFacts } from '../mender/connect-key-facts.ts';
import { removedKeys } from '../mender/endings.ts';
import { defaultsFor, type KeyDefault, type KeyFacts, keyFacts } from '../mender/key-facts.ts';
import { isAvailable, type Lifetime, type Target } from '../mender/version.ts';
import type { Schema } from './schema.ts';

interface Key extends KeyFacts, Lifetime {
  readonly path: readonly string[];
  readonly type: KeyType;
}

export function configurationSchema(of: 'client' | 'connect', catalogue: Catalogue, target: Target): Schema {
  const keys = of === 'client' ? clientKeys(catalogue) : connectKeys(catalogue);
  const partners = of === 'client' ? partnersIn(catalogue) : new Map<string, string>();
  const here = keys.filter(key => isAvailable(key, target));
  const below = (parent: readonly string[]): Schema['properties'] =>
    Object.fromEntries(
      here
        .filter(({ path }) => path.length === parent.length + 1 && parent.every((name, index) => path[index] === name))
        .map(key => [key.path.at(-1)!, schemaOf(key, target, below(key.path)!, partners.get(key.path.join('.')))]),
    );
  // Both generations ignore the case of keys, as Go does: mender@4.0.7:src/common/json.hpp:51-79.
  return { type: 'object', anyCase: true, properties: below([])! };
}

function clientKeys({ keys }: Catalogue): readonly Key[] {
  return Object.entries(keys).flatMap(([name, type]) => {
    const facts = keyFacts[name];
    const spec = typeof type === 'string' ? { type } : type;
    return facts ? [{ ...facts, ...spec, path: name.split('.') }] : [];
  });
}

function connectKeys({ rules }: Catalogue): readonly Key[] {
  const ends = new Map(removedKeys(rules, 'connect'));
  return Object.entries(connectKeyFacts).map(([name, facts]) => {
    const until = ends.get(name);
    return { ...facts, ...(until && { until }), path: name.split('.') };
  });
}

/** For two keys that must not be set together, each has the other. */
function partnersIn({ rulesOf }: Catalogue): ReadonlyMap<string, string> {
  return new Map(
    rulesOf('config').flatMap(({ match }) =>
      match.defect === 'both'
        ? [
            [match.keys[0], match.keys[1]],
            [match.keys[1], match.keys[0]],
          ]
        : [],
    ),
  );
}

const jsonTypes: Readonly<Record<KeyType, string>> = {
  string: 'string',
  integer: 'integer',
  boolean: 'boolean',
  strings: 'array',
  servers: 'array',
  object: 'object',
};

function schemaOf(key: Key, target: Target, properties: Schema['properties'], notBeside: string | undefined): Schema {
  const { type, values } = key;
  const [only, ...others] = defaultsFor(key, target);
  return {
    type: jsonTypes[type],
    markdownDescription: describe(key, target),
    ...(values ? { enum: values } : {}),
    ...(only && others.length === 0 ? { default: only.value } : {}),
    ...(type === 'object' ? { properties: properties ?? {} } : {}),
    ...(type === 'servers' ? { items: { type: 'object', properties: properties ?? {} } } : {}),
    ...(type === 'strings' ? { items: { type: 'string' } } : {}),
    ...(notBeside === undefined ? {} : { notBeside }),
  };
}

const typeNames: Readonly<Record<KeyType, string>> = {
  string: 'a string',
  integer: 'a whole number',
  boolean: 'true or false',
  strings: 'a list of strings',
  servers: `a list of objects with a \`${serverKey}\``,
  object: 'an object',
};

function describe(key: Key, target: Target): string {
  const { path, type, unit, values, purpose, since, until, source } = key;
  const kind = values ? `one of ${values.map(value => `\`${value}\``).join(', ')}` : typeNames[type];
  const defaults = defaultsFor(key, target);
  const facts = [
    ...rangeText(key),
    ...(defaults.length > 0
      ? [`Default: ${defaults.map(item => defaultText(item, defaults.length > 1)).join(', ')}.`]
      : []),
    ...(since === undefined ? [] : [`There since ${since}.`]),
    ...(until === undefined ? [] : [`Gone in ${until}.`]),
  ];
  return [
    `**${path.join('.')}**: ${kind}${unit ? `, in ${unit}` : ''}`,
    purpose,
    ...(facts.length > 0 ? [facts.join(' ')] : []),
    `Source: \`${source}\``,
  ].join('\n\n');
}

function rangeText({ least, most }: Key): string[] {
  if (least === undefined) return [];
  return [most === undefined ? `${least} or more.` : `${least} to ${most}.`];
}

/** Where several apply to one target, each with its releases. */
function defaultText({ value, since, until }: KeyDefault, isOneOfSeveral: boolean): string {
  const text = `\`${JSON.stringify(value)}\``;
  if (!isOneOfSeveral) return text;
  if (until !== undefined) return `${text} before ${until}`;
  return since === undefined ? text : `${text} from ${since} on`;
}
