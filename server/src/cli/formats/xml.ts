/** XML as text: elements with attributes. Characters that no XML may have are written as people are shown them. */
import { visible } from '../../document/visible.ts';

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

/** XML 1.0, 2.4: in character data and in quoted attributes. HTML reads it in the same way. */
export function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
