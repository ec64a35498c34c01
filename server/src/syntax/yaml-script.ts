/** A YAML scalar as a script, or as a file, what a template puts into it covered. */
import type { CarriedFile, CarriedScript } from './carried.ts';
import type { Fragment } from './fragment.ts';
import { masked } from './masked.ts';
import { member, type YamlNode } from './yaml.ts';

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

/** `content` goes to a file: one of cloud-init, or of Ansible's module `copy`. */
export function writtenFile(path: YamlNode | undefined, file: YamlNode): CarriedFile[] {
  const source = scriptOf(member(file, 'content'));
  return source && path?.kind === 'scalar' ? [{ kind: 'file', path: path.value, source }] : [];
}
