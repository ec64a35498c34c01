/** The keys of `.mender-lint.json` as a table for the page about options. */
import type { Catalogue } from '../mender/catalogue.ts';
import { projectSchema } from '../options/project-schema.ts';

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
