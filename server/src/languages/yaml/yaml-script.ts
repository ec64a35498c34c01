/** A YAML scalar as a script or a file; insertions of a template are covered. */

import { Decoder, type Fragment } from '../../text/fragment.ts';
import { maskedBetween } from '../../text/masked.ts';
import type { EmbeddedFile, EmbeddedScript } from '../embedded.ts';
import { member, type YamlEntry, type YamlNode } from './yaml.ts';

/** `${{ x }}` of workflows and templates, `{{ x }}` and `{% x %}` of Jinja. */
const expressions = [
  ['${{', '}}'],
  ['{{', '}}'],
  ['{%', '%}'],
] as const;

export function scriptOf(node: YamlNode | undefined): Fragment | undefined {
  const fragment = node?.kind === 'scalar' ? node.fragment : undefined;
  return fragment && maskedBetween(fragment, expressions);
}

export function scriptPart(node: YamlNode | undefined): EmbeddedScript[] {
  const source = scriptOf(node);
  return source ? [{ kind: 'script', source }] : [];
}

/** `content` is written to a file: by cloud-init, or by Ansible's module `copy`. */
export function writtenFile(path: YamlNode | undefined, file: YamlNode): EmbeddedFile[] {
  const source = scriptOf(member(file, 'content'));
  return source && path?.kind === 'scalar' ? [{ kind: 'file', path: path.value, source }] : [];
}

/** A value that a shell can be given without quotes. */
const plainValue = /^[\w@%+:,./-]+$/;

/** A variable of a job as a script would set it; nothing where its value needs another notation. */
export function assignmentOf({ key, value }: YamlEntry): Fragment[] {
  const node = value.kind === 'map' ? member(value, 'value') : value;
  const fragment = node?.kind === 'scalar' ? node.fragment : undefined;
  if (!fragment || !/^[A-Za-z_]\w*$/.test(key) || /['\n]|\$/.test(fragment.text)) return [];
  const quote = plainValue.test(fragment.text) ? '' : "'";
  const nowhere = { start: 0, end: 0 };
  const after = { start: fragment.text.length, end: fragment.text.length };
  const decoder = new Decoder();
  decoder.decode(`${key}=${quote}`, nowhere);
  decoder.copy(fragment.text, 0);
  decoder.decode(quote, after);
  return [decoder.finish(fragment, { start: 0, end: after.end }, text => (plainValue.test(text) ? text : undefined))];
}
