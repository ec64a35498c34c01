/** A YAML scalar as a script, what a template puts into it covered. */
import type { CarriedScript } from './carried.ts';
import type { Fragment } from './fragment.ts';
import { masked } from './masked.ts';
import type { YamlNode } from './yaml.ts';

/** `${{ x }}` of workflows and templates, `{{ x }}` and `{% x %}` of Jinja. */
const expression = /\$?\{\{.*?\}\}|\{%.*?%\}/gs;

export function scriptOf(node: YamlNode | undefined): Fragment | undefined {
  const fragment = node?.kind === 'scalar' ? node.fragment : undefined;
  return fragment && masked(fragment, expression);
}

export function scriptPart(node: YamlNode | undefined): CarriedScript[] {
  const source = scriptOf(node);
  return source ? [{ kind: 'script', source }] : [];
}
