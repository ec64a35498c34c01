/**
 * Every generated file of the repository, from the catalogue, the options and the kinds of files. Pure: takes texts,
 * gives texts.
 */
import { type Catalogue, catalogue as shipped } from '../mender/catalogue.ts';
import { projectSchema } from '../options/project-schema.ts';
import { manifestActivationEvents, manifestLanguages } from './manifest-languages.ts';
import { manifestConfiguration } from './manifest-settings.ts';
import { formerPage, rulePage, rulesIndex } from './rule-page.ts';
import { kindsTable, limitsTable, projectTable, releasesTable, settingsTable } from './tables.ts';

/** Texts of files that are partly generated. */
export interface HandWritten {
  readonly manifest: string;
  /** The page about options. */
  readonly configuration: string;
}

/** Contents by path from the root of the repository. */
export function generatedFiles(
  { manifest, configuration }: HandWritten,
  catalogue: Catalogue = shipped,
): ReadonlyMap<string, string> {
  const { rules } = catalogue;
  const files = new Map(rules.map(rule => [`docs/rules/${rule.id}.md`, rulePage(rule, catalogue)]));
  for (const { id, aliases = [] } of rules)
    for (const alias of aliases) files.set(`docs/rules/${alias}.md`, formerPage(alias, id));
  files.set('docs/rules/README.md', rulesIndex(rules));
  files.set('schemas/mender-lint.schema.json', `${JSON.stringify(projectSchema(catalogue), undefined, 2)}\n`);
  files.set('package.json', completed(manifest, catalogue));
  files.set('docs/configuration.md', withTables(configuration, catalogue));
  return files;
}

function withTables(page: string, catalogue: Catalogue): string {
  const tables = {
    project: projectTable(catalogue),
    settings: settingsTable(catalogue),
    limits: limitsTable(),
    releases: releasesTable(catalogue),
    kinds: kindsTable(),
  };
  return Object.entries(tables).reduce((text, [name, table]) => between(text, name, table), page);
}

function completed(manifest: string, catalogue: Catalogue): string {
  const parsed = JSON.parse(manifest) as {
    activationEvents: unknown;
    contributes: { configuration: unknown; languages: unknown };
  };
  parsed.activationEvents = manifestActivationEvents();
  parsed.contributes.languages = manifestLanguages();
  parsed.contributes.configuration = manifestConfiguration(catalogue);
  return `${JSON.stringify(parsed, undefined, 2)}\n`;
}

/** Puts text between the two comments that mark a generated part. */
function between(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}: generated -->`, `<!-- ${name}: end -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`no marks for the generated part ${name}`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}
