/** The page of one rule, in Markdown, generated from the catalogue. */

import { lifetimeText, sinceText, yoctoSeverities } from '../findings/rule-text.ts';
import { severityText } from '../findings/severity.ts';
import { type Catalogue, catalogue as shipped } from '../mender/catalogue.ts';
import type { Example, Replacement, Rule } from '../mender/rule.ts';
import { isOfThings } from '../mender/span.ts';
import { symptomOf } from '../mender/symptoms.ts';
import { thingsOf } from '../mender/things.ts';
import { bestFix, hasSafeFix, unsafeContexts } from './fix-contexts.ts';
import { withLinks } from './source-links.ts';

export function rulePage(rule: Rule, catalogue: Catalogue = shipped): string {
  const good = rule.examples.filter(example => example.good !== undefined);
  const bad = rule.examples.filter(example => example.good === undefined);
  const sections = [
    `# ${rule.id}`,
    `${rule.title[0]!.toUpperCase()}${rule.title.slice(1)}: ${sinceText(rule)}.`,
    `**Severity**: ${severityText(rule)}. **Fix**: ${fixText(rule.replacement)}`,
    '## Why',
    rule.why,
    ...seen(rule),
    ...(isOfThings(rule) ? [thingsTable(catalogue)] : []),
    ...onYocto(rule),
    ...(good.length > 0 ? ['## Examples', ...good.map(example => changed(rule, example, catalogue))] : []),
    ...(bad.length > 0 ? ['## No automatic fix', ...bad.map(example => fenced(example, example.bad))] : []),
    ...(rule.quiet?.length ? ['## Not reported', ...rule.quiet.map(example => fenced(example, example.bad))] : []),
    ...inItsPlace(rule),
    ...notSafe(rule, catalogue),
    ...turningOff(rule),
    ...formerIds(rule),
    '## Sources',
    rule.sources.map(source => `- ${withLinks(source)}`).join('\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** What happens in a layer that names its release. */
function onYocto(rule: Rule): string[] {
  if (!rule.yocto) return [];
  const { releases, otherwise } = yoctoSeverities(rule);
  const lines = releases.map(
    ({ name, version, severity }) => `| ${name} (${version}) | ${severity ?? 'not reported'} |`,
  );
  return ['## By release of Yocto', ['| layer for | severity |', '|---|---|', ...lines].join('\n'), otherwise];
}

function inItsPlace({ file }: Rule): string[] {
  if (!file) return [];
  const lines = [
    `Editors offer to create \`${file.name}\`, ${file.purpose}:`,
    fenced({ language: 'shell' }, file.text),
  ];
  return ['## Replacement', ...lines];
}

/** What the rule says about calls that a person must rewrite, and the results of trying its examples elsewhere. */
function notSafe(rule: Rule, catalogue: Catalogue): string[] {
  const reasons = reasonsOf(rule);
  const isSafe = hasSafeFix(rule, catalogue);
  if (!isSafe && reasons.length === 0) return [];
  const places = unsafeContexts(rule, catalogue).map(({ where, example, fix }) => {
    const offered = fix === 'none' ? 'none is offered' : 'it is to be reviewed';
    return `- ${where}, as in ${inCode(example)}: ${offered}`;
  });
  const tried =
    places.length > 0
      ? ['A safe fix is safe for the command, or the file, alone. It depends on its context:', places.join('\n')]
      : isSafe
        ? ['In every other place that its examples were tried in, it is offered.']
        : [];
  return ['## When the safe fix is not offered', ...(reasons.length > 0 ? [reasons.join('\n')] : []), ...tried];
}

function reasonsOf({ match, replacement }: Rule): readonly string[] {
  if (match.kind !== 'command' || replacement.kind !== 'rewrite' || replacement.safety !== 'safe') return [];
  const { exitStatus, output, unsorted, inventory } = match;
  return [
    exitStatus === undefined ? [] : `- where its exit status counts: ${exitStatus}`,
    output === undefined ? [] : `- where its output is read: ${output}`,
    unsorted === undefined ? [] : `- where the order of its lines matters: ${unsorted}`,
    inventory === undefined ? [] : `- where it is printed for the inventory: ${inventory.reason}`,
    '- where a word is known only at run time, or has no counterpart',
  ].flat();
}

function inCode(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** The texts that people search for. */
function seen(rule: Rule): string[] {
  const symptom = symptomOf(rule);
  if (!symptom) return [];
  const { prints = [], silent } = symptom;
  return [
    '## What is seen of it',
    ...(prints.length > 0 ? [`\`\`\`text\n${prints.join('\n')}\n\`\`\``] : []),
    ...(silent === undefined ? [] : [silent]),
  ];
}

function turningOff({ id, component, match }: Rule): string[] {
  if (component === 'project') return [];
  const everywhere = `In \`.mender-lint.json\`, for all files or those of an override: \`"rules": { "${id}": "off" }\`.`;
  if (match.kind === 'suppression') return ['## Turning it off', everywhere];
  return [
    '## Turning it off',
    `For a line, by a comment before it: \`mender-lint: disable-next-line ${id}\` in the comment syntax of the file. ${everywhere}`,
  ];
}

function formerIds({ aliases = [] }: Rule): string[] {
  return aliases.length === 0
    ? []
    : [
        '## Former ids',
        `${aliases.map(alias => `\`${alias}\``).join(', ')}, which still work wherever an id is accepted.`,
      ];
}

/** The page of an id that a rule no longer has: old reports link to it. */
export function formerPage(alias: string, id: string): string {
  return `# ${alias}\n\nThis rule is called [${id}](${id}.md) now. Its old id still works in comments, options and baselines.\n`;
}

/** What comes or goes with a release, and its other names. */
function thingsTable({ programs }: Catalogue): string {
  const lines = thingsOf(programs).map(
    ({ name, use, ...lifetime }) => `| \`${name}\` | ${lifetimeText(lifetime)} | ${use ? `\`${use}\`` : ''} |`,
  );
  return ['| what | releases | other name |', '|---|---|---|', ...lines].join('\n');
}

function fixText(replacement: Replacement): string {
  switch (replacement.kind) {
    case 'none':
      return 'none; needs a manual change.';
    case 'add':
      return `adds ${code(replacement.to)} with the same value (${safetyText(replacement.safety)}).`;
    case 'remove':
      return `removes it (${safetyText(replacement.safety)}).`;
    case 'rewrite':
      return `writes ${code(replacement.to)} (${safetyText(replacement.safety)}).`;
    case 'choose':
      return `offers ${replacement.to.map(code).join(', or ')} (${safetyText(replacement.safety)}).`;
  }
}

/** Words that are not text to be written get no backticks. */
function code(text: string): string {
  return /^[\w@.-]+(?: [\w@.-]+)*$/.test(text) && !/ (?:the|and|or|in|for) /.test(text) ? `\`${text}\`` : text;
}

function safetyText(safety: 'safe' | 'review'): string {
  return safety === 'safe' ? 'safe, part of fix-all' : 'to review, never part of fix-all';
}

const fences = {
  shell: 'sh',
  json: 'json',
  unit: 'ini',
  bitbake: 'bitbake',
  yaml: 'yaml',
  control: 'debcontrol',
} as const;

function fenced(
  { language, path, target, yocto }: Pick<Example, 'language' | 'path' | 'target' | 'yocto'>,
  text: string,
): string {
  const built = yocto && `built with ${yocto.join(' and ')}`;
  const where = [path && `\`${path}\``, target && `target ${target}`, built].filter(Boolean).join(', ');
  return `${where ? `${where}:\n\n` : ''}\`\`\`${fences[language]}\n${text.replace(/\n$/, '')}\n\`\`\``;
}

function changed(rule: Rule, example: Example, catalogue: Catalogue): string {
  const isSafe = bestFix(rule, example, catalogue) === 'safe';
  const becomes = isSafe ? 'becomes' : 'becomes, after a review,';
  return `${fenced(example, example.bad)}\n\n${becomes}\n\n${fenced({ language: example.language }, example.good!)}`;
}

/** The list of all rules, for the folder of the pages. */
export function rulesIndex(rules: readonly Rule[]): string {
  const lines = rules.map(
    rule => `| [${rule.id}](${rule.id}.md) | ${rule.title} | ${severityText(rule)} | ${kindText(rule.replacement)} |`,
  );
  return `# Rules\n\n| rule | finds | severity | fix |\n|---|---|---|---|\n${lines.join('\n')}\n`;
}

function kindText(replacement: Replacement): string {
  return replacement.kind === 'none' ? 'none' : replacement.safety === 'safe' ? 'safe' : 'review';
}
