/** A program and its arguments as a YAML list, whatever the style of its items. */
import type { CarriedCommand } from './carried.ts';
import type { Fragment } from './fragment.ts';
import { makeWord, type Word } from './word.ts';
import type { YamlNode, YamlScalar } from './yaml.ts';

/** Nothing when an item is no scalar. */
export function yamlCommand(items: readonly YamlNode[]): CarriedCommand[] {
  const scalars = items.filter(item => item.kind === 'scalar');
  if (!scalars[0] || scalars.length < items.length) return [];
  const source = strict(scalars[0].source);
  const [first, ...rest] = scalars.map(scalar => wordOf(scalar, source));
  if (!first) return [];
  const texts = new Map(scalars.map(scalar => [scalar.start, scalar.fragment]));
  const nothing: Fragment = { text: '', startOf: () => first.start, endOf: () => first.start, write: () => undefined };
  return [{ kind: 'command', words: [first, ...rest], innerScript: word => texts.get(word.start) ?? nothing }];
}

/** Only what is the same in every style is written. */
function strict(source: Fragment): Fragment {
  return { ...source, write: text => (/^[\w+./-]+$/.test(text) ? source.write(text) : undefined) };
}

/** The word's range has the quotes in it: items may differ in style, and go as a whole. */
export function wordOf({ start, end, value, style, ...scalar }: YamlScalar, source = strict(scalar.source)): Word {
  const quoted = style === 'single' || style === 'double';
  const inside = quoted ? { start: start + 1, end: end - 1 } : { start, end };
  const dynamic = /\{\{/.test(value);
  return makeWord(source, { start, end }, [
    dynamic ? { kind: 'other', ...inside, quote: 'double' } : { kind: 'literal', ...inside, value, quote: 'double' },
  ]);
}
