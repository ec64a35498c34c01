/**
 * The JSON texts of a document that have a schema: configurations, also those that other files embed, and the options
 * of a project.
 */

import type { Document } from '../languages/document.ts';
import { type JsonValue, parseJson } from '../languages/json/json.ts';
import { type Catalogue, catalogue as shipped } from '../mender/catalogue.ts';
import type { Target } from '../mender/version.ts';
import { PROJECT_FILE } from '../options/project-file.ts';
import { projectSchema } from '../options/project-schema.ts';
import { type Fragment, wholeText } from '../text/fragment.ts';
import type { ConfigEntry, Usage } from '../usage/usage.ts';
import { configurationSchema } from './configuration-schema.ts';
import { expandedSchema } from './expanded-schema.ts';
import type { Schema } from './schema.ts';

export interface JsonText {
  readonly source: Fragment;
  readonly schema: Schema;
  readonly entries: readonly Pick<ConfigEntry, 'path' | 'member'>[];
  readonly of: 'client' | 'connect' | 'project';
}

export function isProjectOptions({ path }: Document): boolean {
  return path === PROJECT_FILE || path.endsWith(`/${PROJECT_FILE}`);
}

/** `usages` are those of the document. */
export function jsonTexts(
  document: Document,
  usages: readonly Usage[],
  target: Target,
  catalogue: Catalogue = shipped,
): readonly JsonText[] {
  if (isProjectOptions(document)) return [projectText(document, catalogue)];
  return usages.flatMap(usage =>
    usage.kind === 'config'
      ? [
          {
            source: usage.tree.source,
            schema: configurationSchema(usage.of, catalogue, target),
            entries: usage.entries,
            of: usage.of,
          },
        ]
      : [],
  );
}

function projectText({ text }: Document, catalogue: Catalogue): JsonText {
  const source = wholeText(text);
  const entries: Pick<ConfigEntry, 'path' | 'member'>[] = [];
  const visit = (parent: JsonValue, path: readonly string[]): void => {
    for (const member of parent.members) {
      entries.push({ path: [...path, member.key], member });
      if (member.value) visit(member.value, [...path, member.key]);
    }
    for (const item of parent.items) visit(item, path);
  };
  const { root } = parseJson(source);
  if (root) visit(root, []);
  return { source, schema: expandedSchema(projectSchema(catalogue)), entries, of: 'project' };
}
