/** Custom rules, `extraRules` of the options file. */

import type { JsonValue } from '../languages/json/json.ts';
import { findRule } from '../mender/catalogue.ts';
import { type CustomKind, type CustomRule, customKinds } from '../mender/custom-rules.ts';
import { clientConfiguration } from '../mender/file-names.ts';
import { choice, described, type Kind, listOf, objectOf, type Tell, text } from './values.ts';

const idPattern = /^[a-z]+(?:-[a-z0-9]+)*$/;
const mustHaveId = 'A rule must have an `id` of words in lower case, such as `acme-agent-service`.';

const id: Kind<string> = {
  schema: { type: 'string', pattern: idPattern.source },
  read: (given, _, tell) => {
    const { scalar } = given;
    if (typeof scalar !== 'string' || !idPattern.test(scalar)) return tell(given, mustHaveId);
    if (findRule(scalar)) return tell(given, `\`${scalar}\` is a rule of Mender Lint's own; give this one another id.`);
    return scalar;
  },
};

interface NameShape {
  readonly mustBe: string;
  readonly pattern: RegExp;
}

const names: Readonly<Record<CustomKind, NameShape>> = {
  command: {
    mustBe: 'a program, and the words after it that belong to it',
    pattern: /^[\w./@+-]+(?: +[\w./@+:=-]+)*$/,
  },
  service: { mustBe: 'the name of a service', pattern: /^[\w@.-]+$/ },
  key: {
    mustBe: `a key of ${clientConfiguration.installed}, with a dot between it and those around it`,
    pattern: /^[A-Za-z]\w*(?:\.[A-Za-z]\w*)*$/,
  },
  path: { mustBe: 'an absolute path', pattern: /^\/[\w./@+-]+$/ },
};
const besideKey: NameShape = { mustBe: 'a key of the same object', pattern: /^[A-Za-z]\w*$/ };

/** Its possible values depend on what it replaces. */
const to: Kind<JsonValue> = {
  schema: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 2 }] },
  read: given => given,
};
const sentence = text({ mustBe: 'a sentence', pattern: /\S/ }, {});

const members = objectOf(
  {
    id: described(id, 'Name of the rule, for severities and comments.'),
    command: described(text(names.command), 'Calls of a program, by its name or path, such as `acme-update install`.'),
    service: described(
      text(names.service),
      'A service wherever one can be named: systemctl, journalctl, unit files, tasks.',
    ),
    key: described(
      text(names.key),
      `A key of ${clientConfiguration.installed}, such as \`Acme.PollInterval\`. Without \`to\` it is removed.`,
    ),
    path: described(
      text(names.path),
      'A path, and everything below it, in arguments of programs that work on files, and in configurations.',
    ),
    to: described(to, 'What replaces it; one or two names for a service. Without it nothing is suggested.'),
    severity: described(
      choice<CustomRule['severity']>(['error', 'warning', 'information'], { default: 'error' }),
      'Severity of its findings.',
    ),
    safety: described(
      choice<CustomRule['safety']>(['safe', 'review'], { default: 'review' }),
      'Whether the fix may be applied without asking: `safe` makes it part of fix-all.',
    ),
    message: described(sentence, 'A sentence for the finding. `{use}` is what was found, `{to}` what replaces it.'),
    why: described(sentence, 'Why, for the hover and `mender-lint explain`.'),
  },
  'A rule',
);

/** A rule with any mistake is left out. */
const rule: Kind<CustomRule> = {
  schema: { ...members.schema, required: ['id'], oneOf: customKinds.map(kind => ({ required: [kind] })) },
  read: (given, called, tell) => {
    let isRight = true;
    const wrong: Tell = (range, message) => {
      isRight = false;
      return tell(range, message);
    };
    const read = members.read(given, called, wrong) ?? {};
    // Something else may be missing because of the mistake.
    if (!isRight) return undefined;
    if (read.id === undefined) return wrong(given, mustHaveId);
    const [kind, ...others] = customKinds.filter(name => read[name] !== undefined);
    if (!kind || others.length > 0) return wrong(given, `A rule must name one of ${customKinds.join(', ')}.`);
    const { severity = 'error', safety = 'review', message, why } = read;
    const successors = read.to ? readTo(kind, read.to, wrong) : [];
    return isRight
      ? { id: read.id, kind, name: read[kind]!, to: successors, severity, safety, message, why }
      : undefined;
  },
};

/** A service may have two successors, everything else one. */
function readTo(kind: CustomKind, given: JsonValue, wrong: Tell): readonly string[] {
  const items = given.type === 'array' ? given.items : [given];
  const most = kind === 'service' ? 2 : 1;
  const { mustBe, pattern } = kind === 'key' ? besideKey : names[kind];
  const successors = items.flatMap(({ scalar }) => (typeof scalar === 'string' && pattern.test(scalar) ? scalar : []));
  if (successors.length === items.length && items.length > 0 && items.length <= most) return successors;
  return wrong(given, `\`to\` must be ${most > 1 ? `${mustBe}, or a list of two` : mustBe}.`) ?? [];
}

/** If two have the same id, both are used, and reported. */
export const extraRules: Kind<readonly CustomRule[]> = {
  schema: listOf(rule, { of: 'objects', each: 'A rule' }).schema,
  read: (given, called, tell) => {
    const ids = new Set<string>();
    const read: typeof rule.read = (item, each, tell) => {
      const found = rule.read(item, each, tell);
      if (found && ids.has(found.id)) tell(item, `There are two rules \`${found.id}\`.`);
      if (found) ids.add(found.id);
      return found;
    };
    return listOf({ ...rule, read }, { of: 'objects', each: 'A rule' }).read(given, called, tell);
  },
};
