/** Tables of the page about options: settings, kinds of files, limits, releases, keys of `.mender-lint.json`. */
import { kinds } from '../languages/kinds.ts';
import type { Catalogue } from '../mender/catalogue.ts';
import { archiveLimitNames, archiveLimitSchemas, limitNames, limitSchemas } from '../options/limits.ts';
import { defaultOptionsOf, optionSchemasOf } from '../options/options.ts';
import { projectSchema } from '../options/project-schema.ts';

export function settingsTable(catalogue: Catalogue): string {
  const defaults: Readonly<Record<string, unknown>> = { ...defaultOptionsOf(catalogue) };
  const lines = Object.entries(optionSchemasOf(catalogue)).map(
    ([key, { description }]) => `| \`menderLint.${key}\` | \`${JSON.stringify(defaults[key])}\` | ${description} |`,
  );
  return ['| setting | default | meaning |', '|---|---|---|', ...lines].join('\n');
}

export function kindsTable(): string {
  const lines = kinds.map(
    ({ why, names, beginning, optIn }) =>
      `| ${why}${optIn ? `, if \`${optIn}\` is included` : ''} | ${names.map(name => `\`${name}\``).join(', ')}${
        beginning ? ` beginning with \`${beginning.trimEnd()}\`` : ''
      } |`,
  );
  return ['| what, and how it is recognised | such as |', '|---|---|', ...lines].join('\n');
}

export function limitsTable(): string {
  const limits = [
    ...limitNames.map(name => ({ name, ...limitSchemas[name] })),
    ...archiveLimitNames.map(name => ({ name, ...archiveLimitSchemas[name] })),
  ];
  const lines = limits.map(
    ({ name, default: value, counts }) => `| \`${name}\` | ${value.toLocaleString('en')} | ${counts} |`,
  );
  return ['| limit | default | counts |', '|---|---|---|', ...lines].join('\n');
}

export function releasesTable({ releaseNames }: Catalogue): string {
  const { targetNames, originNames } = releaseNames;
  const isTarget = (name: string) => targetNames.some(target => target.name === name);
  const names = originNames.filter(({ of }) => of === undefined);
  const lines = names.map(({ name, meaning }) => {
    const others = originNames.filter(({ of }) => of === name).map(other => `\`${other.name}\``);
    return `| ${[`\`${name}\``, ...others].join(', ')} | ${meaning}${isTarget(name) ? '' : ' (`from` only)'} |`;
  });
  return ['| names | release |', '|---|---|', ...lines].join('\n');
}

interface Described {
  readonly $ref?: string;
  readonly markdownDescription?: string;
}

export function projectTable(catalogue: Catalogue): string {
  const schema = projectSchema(catalogue) as {
    readonly definitions: Readonly<Record<string, Described>>;
    readonly properties: Readonly<Record<string, Described>>;
  };
  const described = ([key, { $ref, markdownDescription }]: [string, Described]) => [
    key,
    markdownDescription ?? ($ref && schema.definitions[$ref.slice('#/definitions/'.length)]?.markdownDescription),
  ];
  const lines = Object.entries(schema.properties)
    .map(described)
    .filter(([, description]) => description !== undefined)
    .map(([key, description]) => `| \`${key}\` | ${description} |`);
  return ['| key | meaning |', '|---|---|', ...lines].join('\n');
}
