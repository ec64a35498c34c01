/** The stand-ins of Mender's programs compared with the answers of the real ones to the same command lines. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/build.ts';
import { Device } from './device.ts';
import { DeviceFiles } from './files.ts';
import { situations } from './model.ts';
import { answer } from './programs/answer.ts';

interface Rule {
  readonly old: string;
  readonly old_accepts: boolean;
  readonly old_msg: string;
  readonly new: string;
  readonly new_accepts: boolean;
  readonly new_msg: string;
  readonly mechanical: string;
  readonly mechanical_accepts: boolean;
  readonly mechanical_msg?: string;
  readonly also?: string;
  readonly also_accepts?: boolean;
}

const rows = readFileSync(join(root, 'test/devices/facts/argv.jsonl'), 'utf8')
  .split('\n')
  .filter(line => line !== '')
  .map(line => JSON.parse(line) as Rule);

/** As a shell reads them; the facts use single quotes only. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/(?:'[^']*'|[^\s'])+/g)].map(([word]) => word.replaceAll("'", ''));
}

interface Verdict {
  readonly accepts: boolean;
  readonly message: string;
}

function verdict(line: string): Verdict {
  const device = new Device('old', new DeviceFiles('/nonexistent'), Buffer.alloc(0));
  device.reset({ ...situations[0]!, pending: false });
  const [program = '', ...args] = wordsOf(line);
  const answered = answer(device, { folder: '/', program, args, input: undefined });
  assert.equal(answered.kind, 'done', line);
  const refused = device.events.some(({ kind }) => kind === 'failed');
  return { accepts: !refused, message: answered.kind === 'done' ? (answered.err ?? '').trim() : '' };
}

function agrees(line: string, accepts: boolean, message = ''): string[] {
  const found = verdict(line);
  if (found.accepts !== accepts)
    return [`${line}: ${accepts ? 'accepted' : 'refused'} in truth; here ${found.message}`];
  // The text after the prefix, which names the program's own function.
  const said = (text: string) => text.replace(/^.*(?:Invalid options given: |Incorrect Usage: )/, '').split('\n')[0]!;
  if (accepts || message === '' || message === 'NAME:' || said(message).startsWith(said(found.message).slice(0, 60)))
    return [];
  return [`${line}: says ${said(message)}; here ${said(found.message)}`];
}

describe('the stand-ins of Mender', () => {
  it('know all command lines of the facts', () => {
    assert.equal(rows.length, 211);
  });

  it('accept and refuse what mender 3.5.3 does', () => {
    assert.deepEqual(
      rows.flatMap(row => agrees(row.old, row.old_accepts, row.old_msg)),
      [],
    );
  });

  it('accept and refuse what 5.1.0 does', () => {
    assert.deepEqual(
      rows.flatMap(row => [
        ...agrees(row.new, row.new_accepts, row.new_msg),
        ...agrees(row.mechanical, row.mechanical_accepts, row.mechanical_msg),
        ...(row.also === undefined ? [] : agrees(row.also, row.also_accepts ?? true)),
      ]),
      [],
    );
  });
});
