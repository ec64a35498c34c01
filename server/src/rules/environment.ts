/** `Environment=` of the client's services: lists that it splits another way. */
import { rowsOf } from '../catalogue/catalogue.ts';
import { newUnits, oldUnits } from '../catalogue/services.ts';
import { EditBuilder } from '../fixes/fix.ts';
import { execCommands } from '../syntax/exec-line.ts';
import { toDocument } from '../syntax/fragment.ts';
import { locate, type Word } from '../syntax/word.ts';
import type { UnitReference } from '../usage/usage.ts';
import type { Match } from './sighting.ts';

const rows = rowsOf('environment');

const clientUnits = [...newUnits, ...oldUnits].map(name => `${name}.service`);

export function matchEnvironment({ directive, unit }: UnitReference): Match[] {
  if (directive.name !== 'Environment' || !clientUnits.includes(unit ?? '')) return [];
  const words = execCommands(directive.value).flatMap(command => command.words);
  return words.flatMap(word => rows.flatMap(row => row.match.names.flatMap(name => listMatch(row, name, word))));
}

function listMatch(row: (typeof rows)[number], name: string, word: Word): Match[] {
  const list = word.value?.startsWith(`${name}=`) ? word.value.slice(name.length + 1) : '';
  const shown = list.trim();
  const whole = list.includes(',') ? locate(word, name.length + 1, list.length) : undefined;
  const range = locate(word, name.length + 1 + list.indexOf(shown), shown.length);
  if (!whole || !range) return [];
  const items = list.split(/[\s,]+/).filter(item => item !== '');
  const edits = new EditBuilder();
  if (/^["']/.test(word.text)) edits.replace(word.source, whole, items.join(' '));
  else edits.replace(word.source, word, `"${name}=${items.join(' ')}"`);
  // A network, a wildcard or a port means nothing to the new client, however it is separated.
  const known = items.every(item => /^\.?[\w-]+(?:\.[\w-]+)*$/.test(item));
  const finished = edits.finish();
  const title = 'Separate the list by spaces';
  return [
    {
      kind: 'match',
      row,
      range: toDocument(word.source, range),
      use: name,
      fixes: finished
        ? [
            {
              title: known ? title : `${title} (check: networks, wildcards and ports match nothing)`,
              safety: known ? 'safe' : 'review',
              edits: finished,
            },
          ]
        : [],
      notes: [],
      frame: undefined,
      action: 'environment',
    },
  ];
}
