/**
 * Custom rules, `extraRules` of the options file: reads them with a message for every mistake, and gives their part of
 * the schema.
 */

import type { JsonMember, JsonValue } from '../languages/json/json.ts';
import { findRule } from '../mender/catalogue.ts';
import { type CustomKind, type CustomRule, customKinds } from '../mender/custom-rules.ts';
import type { Range } from '../text/fragment.ts';

type Tell = (range: Range, message: string) => void;

const severities = ['error', 'warning', 'information'] as const;
const safeties = ['safe', 'review'] as const;
const members = ['id', ...customKinds, 'to', 'severity', 'safety', 'message', 'why'] as const;

/** Rules that are wrong somewhere are left out. */
export function readCustomRules(list: JsonValue, tell: Tell): readonly CustomRule[] {
  if (list.type !== 'array') {
    tell(list, '`extraRules` must be a list of objects.');
    return [];
  }
  const ids = new Set<string>();
  return list.items.flatMap(item => {
    const rule = readRule(item, tell);
    if (!rule) return [];
    if (ids.has(rule.id)) tell(item, `There are two rules \`${rule.id}\`.`);
    ids.add(rule.id);
    return [rule];
  });
}

function readRule(item: JsonValue, tell: Tell): CustomRule | undefined {
  if (item.type !== 'object') {
    tell(item, 'A rule must be an object.');
    return undefined;
  }
  const unknown = item.members.filter(({ key }) => !members.some(name => name === key));
  for (const { key, keyRange } of unknown)
    tell(keyRange, `A rule has no \`${key}\`; it may have ${members.join(', ')}.`);
  // Something else may be missing because of it.
  if (unknown.length > 0) return undefined;
  let isRight = true;
  const wrong = (range: Range, message: string): undefined => {
    isRight = false;
    tell(range, message);
  };
  const found = new Map(item.members.map(member => [member.key, member]));
  const id = idOf(found.get('id'), item, wrong);
  const named = nameOf(found, item, wrong);
  const to = named ? readTo(named.kind, found.get('to'), wrong) : [];
  const rule = {
    id,
    to,
    severity: oneOf(found.get('severity'), severities, wrong) ?? 'error',
    safety: oneOf(found.get('safety'), safeties, wrong) ?? 'review',
    message: sentenceOf(found.get('message'), wrong),
    why: sentenceOf(found.get('why'), wrong),
  };
  return isRight && id !== undefined && named ? { ...rule, ...named, id } : undefined;
}

type Wrong = (range: Range, message: string) => undefined;

function idOf(member: JsonMember | undefined, rule: JsonValue, wrong: Wrong): string | undefined {
  const id = member?.value?.scalar;
  if (typeof id !== 'string' || !/^[a-z]+(?:-[a-z0-9]+)*$/.test(id))
    return wrong(
      member?.value ?? rule,
      'A rule must have an `id` of words in lower case, such as `acme-agent-service`.',
    );
  if (findRule(id)) return wrong(member!.value!, `\`${id}\` is a rule of Mender Lint's own; give this one another id.`);
  return id;
}

const names: Readonly<Record<CustomKind, { readonly pattern: RegExp; readonly says: string }>> = {
  command: { pattern: /^[\w./@+-]+(?: +[\w./@+:=-]+)*$/, says: 'a program, and the words after it that belong to it' },
  service: { pattern: /^[\w@.-]+$/, says: 'the name of a service' },
  key: {
    pattern: /^[A-Za-z]\w*(?:\.[A-Za-z]\w*)*$/,
    says: 'a key of mender.conf, with a dot between it and those around it',
  },
  path: { pattern: /^\/[\w./@+-]+$/, says: 'an absolute path' },
};

function nameOf(
  found: ReadonlyMap<string, JsonMember>,
  rule: JsonValue,
  wrong: Wrong,
): { readonly kind: CustomKind; readonly name: string } | undefined {
  const given = customKinds.filter(kind => found.has(kind));
  const [kind, ...others] = given;
  if (!kind || others.length > 0) return wrong(rule, `A rule must name one of ${customKinds.join(', ')}.`);
  const name = found.get(kind)!.value?.scalar;
  if (typeof name === 'string' && names[kind].pattern.test(name)) return { kind, name };
  return wrong(found.get(kind)!.value ?? rule, `\`${kind}\` must be ${names[kind].says}.`);
}

/** A service may have two successors, everything else one. */
function readTo(kind: CustomKind, member: JsonMember | undefined, wrong: Wrong): readonly string[] {
  const { value } = member ?? {};
  if (!value) return [];
  const items = value.type === 'array' ? value.items : [value];
  const texts = items.map(({ scalar }) => scalar);
  const most = kind === 'service' ? 2 : 1;
  const { pattern, says } =
    kind === 'key' ? { pattern: /^[A-Za-z]\w*$/, says: 'a key of the same object' } : names[kind];
  const isRight =
    texts.length > 0 && texts.length <= most && texts.every(text => typeof text === 'string' && pattern.test(text));
  if (!isRight) wrong(value, `\`to\` must be ${most > 1 ? `${says}, or a list of two` : says}.`);
  return isRight ? (texts as string[]) : [];
}

function oneOf<Name extends string>(
  member: JsonMember | undefined,
  allowed: readonly Name[],
  wrong: Wrong,
): Name | undefined {
  if (!member?.value) return undefined;
  const found = allowed.find(name => name === member.value!.scalar);
  return found ?? wrong(member.value, `\`${member.key}\` must be one of ${allowed.join(', ')}.`);
}

function sentenceOf(member: JsonMember | undefined, wrong: Wrong): string | undefined {
  if (!member?.value) return undefined;
  const text = member.value.scalar;
  return typeof text === 'string' && text.trim() !== ''
    ? text
    : wrong(member.value, `\`${member.key}\` must be a sentence.`);
}

export function customRulesSchema(): object {
  const text = (markdownDescription: string, pattern?: RegExp) => ({
    type: 'string',
    ...(pattern && { pattern: pattern.source }),
    markdownDescription,
  });
  return {
    type: 'array',
    markdownDescription:
      'Custom rules of the project, found and fixed like all others. One that finds what a built-in rule finds replaces it.',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['id'],
      oneOf: customKinds.map(kind => ({ required: [kind] })),
      properties: {
        id: text('Name of the rule, for severities and comments.', /^[a-z]+(?:-[a-z0-9]+)*$/),
        command: text('Calls of a program, by its name or path, such as `acme-update install`.', names.command.pattern),
        service: text(
          'A service wherever one can be named: systemctl, journalctl, unit files, tasks.',
          names.service.pattern,
        ),
        key: text('A key of mender.conf, such as `Acme.PollInterval`. Without `to` it is removed.', names.key.pattern),
        path: text(
          'A path, and everything below it, in arguments of programs that work on files, and in configurations.',
          names.path.pattern,
        ),
        to: {
          markdownDescription: 'What replaces it; one or two names for a service. Without it nothing is suggested.',
          oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 2 }],
        },
        severity: {
          type: 'string',
          enum: severities,
          default: 'error',
          markdownDescription: 'Severity of its findings.',
        },
        safety: {
          type: 'string',
          enum: safeties,
          default: 'review',
          markdownDescription: 'Whether the fix may be applied without asking: `safe` makes it part of fix-all.',
        },
        message: text('A sentence for the finding. `{use}` is what was found, `{to}` what replaces it.'),
        why: text('Why, for the hover and `mender-lint explain`.'),
      },
    },
  };
}
