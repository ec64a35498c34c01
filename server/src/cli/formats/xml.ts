/** XML as text: elements with attributes. */
import { escaped } from '../../report/escaped.ts';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly content?: readonly Element[] | string;
}

export function xml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;
}

function written({ name, attributes, content = [] }: Element, indent: string): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  const start = `${indent}<${name}${given.join('')}`;
  if (content.length === 0) return `${start}/>`;
  if (typeof content === 'string') return `${start}>${content.split('\n').map(escaped).join('\n')}</${name}>`;
  return [`${start}>`, ...content.map(child => written(child, `${indent}  `)), `${indent}</${name}>`].join('\n');
}
