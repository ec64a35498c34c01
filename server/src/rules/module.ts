/** Update modules that do not answer as the client of 4.0 and later expects. */
import type { Catalogue, RowOf } from '../catalogue/catalogue.ts';
import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { type Range, toDocument } from '../syntax/fragment.ts';
import { lineAround } from '../syntax/line.ts';
import type { Word } from '../syntax/word.ts';
import type { ModuleCase } from '../usage/usage.ts';
import type { Match } from './sighting.ts';

type ModuleRow = RowOf<'module'>;

export function matchModule(usage: ModuleCase, catalogue: Catalogue): Match[] {
  return catalogue.rowsOf('module').flatMap(row => matchesOf(row, usage));
}

function matchesOf(row: ModuleRow, usage: ModuleCase): Match[] {
  const { match } = row;
  switch (match.defect) {
    case 'unknown-call':
      return unknownCall(row, match, usage);
    case 'state-name':
      return stateName(row, match.name, usage);
    case 'reply':
      return reply(row, match.call, match.name, usage);
  }
}

function unknownCall(
  row: ModuleRow,
  { call, calls, answer }: Extract<ModuleRow['match'], { defect: 'unknown-call' }>,
  usage: ModuleCase,
): Match[] {
  const { branches, source } = usage;
  const patterns = branches.flatMap(branch => branch.patterns.map(({ text }) => text));
  if (!patterns.some(text => calls.includes(text)) || patterns.some(text => text.includes(call))) return [];
  const last = branches.find(branch => branch.patterns.some(({ text }) => text === '*'));
  if (!last || !(last.fails || last.prints)) return [];
  const star = last.patterns.find(({ text }) => text === '*')!;
  const line = lineAround(source.text, last.start);
  const indent = /^[ \t]*/.exec(source.text.slice(line.start, last.start))![0];
  const branch = row.replacement.kind === 'rewrite' ? `${row.replacement.to}\n${indent}` : '';
  return [
    found(
      row,
      star,
      '*)',
      usage,
      fix(`Answer ${call} with ${answer}`, new EditBuilder().insertBefore(source, last.start, branch)),
    ),
  ];
}

function stateName(row: ModuleRow, name: string, usage: ModuleCase): Match[] {
  return usage.branches
    .flatMap(({ patterns }) => patterns.filter(({ value }: Word) => value === name))
    .map(word => {
      const to = row.replacement.kind === 'rewrite' ? row.replacement.to : '';
      return found(
        row,
        word,
        name,
        usage,
        fix(`Replace with \`${to}\``, new EditBuilder().replace(usage.source, word, to)),
      );
    });
}

function reply(row: ModuleRow, call: string, name: string, usage: ModuleCase): Match[] {
  return usage.branches
    .filter(({ patterns }) => patterns.some(({ value }) => value === call))
    .flatMap(({ printed }) => printed.filter(({ value }) => value === name))
    .map(word => found(row, word, name, usage, []));
}

function fix(title: string, builder: EditBuilder): readonly Fix[] {
  const edits = builder.finish();
  return edits ? [{ title: `${title} (check what the module does then)`, safety: 'review', edits }] : [];
}

function found(row: ModuleRow, range: Range, use: string, { source }: ModuleCase, fixes: readonly Fix[]): Match {
  return {
    kind: 'match',
    row,
    range: toDocument(source, range),
    use,
    fixes,
    notes: [],
    frame: undefined,
    action: 'module',
  };
}
