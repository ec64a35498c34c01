/** Names of files, and texts in them, that pretend to be more than text: no report is deceived. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { SaxesParser } from 'saxes';
import { nodeFiles } from '../../server/src/host/node-files.ts';
import { escaped } from '../../server/src/report/escaped.ts';
import { visible } from '../../server/src/text/visible.ts';
import { command, commandIn, inFolder } from '../support/command.ts';

const hostile = [
  'a\nb.sh',
  'a\r\n::error file=x::forged.sh',
  '::error::forged.sh',
  'a]]>b.sh',
  'a|b.sh',
  'a\\|b.sh',
  'a`b``c.sh',
  'a<b>&"\'c.sh',
  'a\x1b[31mb.sh',
  'a\u202eb\u200b.sh',
  'a##vso[task.setvariable]b.sh',
  'a@everyone#1 [x](y) *z*.sh',
  'a%0A::error::b,c=d.sh',
];
/** The text that the message quotes is hostile, too. */
const script = '#!/bin/sh\nmender install "`]]>|<b>\x1b[2J\u202e::error::##[error]"\n';
const formats = ['text', 'concise', 'json', 'jsonl', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'markdown'];
const there = Object.fromEntries(hostile.filter(name => !name.includes(sep)).map(name => [name, script]));

const owners = { CODEOWNERS: '* @x|<b>*`y`` @z**<i>\n' };

/** Includes findings that are gone: names in the earlier report are as hostile as those on the disk. */
const migrationIn = (format: string) =>
  inFolder({ ...there, ...owners }, async folder => {
    const command = commandIn(folder);
    await command('report', '--format', 'json=before.json');
    for (const name of Object.keys(there)) writeFileSync(join(folder, name), 'mender commit\n');
    const { out, err, code } = await command('report', '--since', 'before.json', '--format', format);
    assert.equal(code, 0, err);
    return out;
  });

const reportIn = (format: string) =>
  inFolder(there, async folder => {
    const around = { env: { FORCE_COLOR: '0' } };
    const { out, err, code } = await commandIn(folder, nodeFiles, around)('check', '--format', format);
    assert.equal(code, 1, err);
    return out;
  });

describe('messages in addition to a report', () => {
  for (const args of [
    ['check', 'gone\n::error::forged\x1b[31m'],
    ['check', '--gone\n::error::forged\x1b[31m'],
    ['explain', 'gone\n::error::forged\x1b[31m'],
    ['check', '--config', 'gone\n::error::forged\x1b[31m'],
    ['why', 'gone\n::error::forged\x1b[31m'],
  ])
    it(`forges nothing for ${JSON.stringify(args.join(' '))}`, async () => {
      const { code, out, err } = await command(...args);
      assert.equal(code, 2);
      assert.match(out + err, /forged/);
      assert.doesNotMatch(out + err, /^\s*::|[^ -~\n]/m);
    });
});

describe('a report', () => {
  for (const format of formats)
    it(`as ${format} has no control of a terminal, of direction, or of a runner`, async () => {
      const out = await reportIn(format);
      assert.doesNotMatch(out, /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u);
      assert.doesNotMatch(out, /##\w*\[/);
      const commands = out.split('\n').filter(line => /^\s*::/.test(line));
      const number = format === 'github' ? hostile.length : 0;
      assert.equal(commands.length, number);
      for (const line of commands) assert.match(line, /^::error file=[^:,]*,line=2,[^:]*::[^\n]*$/);
    });

  it('as concise has one line for each finding', async () => {
    const lines = (await reportIn('concise')).trimEnd().split('\n');
    assert.equal(lines.length, hostile.length + 1);
    for (const line of lines.slice(0, -1)) assert.match(line, /:2:1: error: .* \[mender-install\]$/);
  });

  it('as JSON Lines has one object on each line, with the exact names', async () => {
    const lines = (await reportIn('jsonl')).trimEnd().split('\n');
    assert.deepEqual(lines.map(line => (JSON.parse(line) as { path: string }).path).sort(), [...hostile].sort());
  });

  for (const format of ['json', 'gitlab', 'sarif'])
    it(`as ${format} keeps the very names`, async () => {
      const names = JSON.stringify(JSON.parse(await reportIn(format)));
      for (const name of hostile) {
        const written = format === 'sarif' ? encodeURIComponent(name) : JSON.stringify(name).slice(1, -1);
        assert.ok(names.includes(written), name);
      }
    });

  it('as Markdown has a table with four cells in each row, and a heading for each file', async () => {
    const lines = (await reportIn('markdown')).split('\n');
    assert.equal(lines.filter(line => line.startsWith('### ')).length, hostile.length);
    const rows = lines.filter(line => line.startsWith('| 2:1'));
    assert.equal(rows.length, hostile.length);
    for (const row of rows) assert.equal(row.replace(/\\[\\|]/g, '').split('|').length, 6, row);
    assert.doesNotMatch(lines.join('\n').replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, ''), /(?<!\\)[<*]|@(?!<!-- -->)/);
  });

  for (const [format, element, attribute] of [
    ['junit', 'testsuite', 'name'],
    ['checkstyle', 'file', 'name'],
  ] as const)
    it(`as ${format} is XML with one element a file, and nothing that somebody else has made`, async () => {
      const elements: { name: string; attributes: Record<string, unknown> }[] = [];
      const parser = new SaxesParser();
      parser.on('error', error => assert.fail(error));
      parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
      parser.write(await reportIn(format)).close();
      const names = elements.filter(({ name }) => name === element).map(({ attributes }) => attributes[attribute]);
      assert.deepEqual(names, hostile.toSorted().map(visible));
      assert.deepEqual(
        new Set(elements.map(({ name }) => name)),
        new Set(
          format === 'junit' ? ['testsuites', 'testsuite', 'testcase', 'failure'] : ['checkstyle', 'file', 'error'],
        ),
      );
    });
});

describe('a report of a migration', () => {
  for (const format of ['markdown', 'html', 'json'])
    it(`as ${format} has no control of a terminal, of direction, or of a runner`, async () => {
      const out = await migrationIn(format);
      assert.doesNotMatch(out, /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u);
      assert.doesNotMatch(out, /##\w*\[|^\s*::/m);
    });

  it('as Markdown has tables whose rows have as many cells as their heads', async () => {
    const lines = (await migrationIn('markdown')).split('\n');
    const cells = (line: string) => line.replace(/\\[\\|]/g, '').split('|').length;
    const tables = lines.filter(line => line.startsWith('|'));
    assert.ok(tables.length > 4 * hostile.length);
    let head = '';
    for (const [index, line] of lines.entries()) {
      if (!line.startsWith('|')) continue;
      if (!lines[index - 1]?.startsWith('|')) head = line;
      assert.equal(cells(line), cells(head), line);
    }
    assert.doesNotMatch(lines.join('\n').replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, ''), /(?<!\\)[<*]|@(?!<!-- -->)/);
  });

  it('as HTML has no element and no attribute from elsewhere', async () => {
    const html = await migrationIn('html');
    const names = new Set([...html.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name]) => name));
    const body = ['body', 'h1', 'div', 'span', 'ul', 'li', 'p', 'code', 'section', 'h2', 'table', 'thead', 'tbody'];
    const ours = ['html', 'head', 'meta', 'title', 'style', ...body, 'tr', 'th', 'td', 'a', 'wbr'];
    assert.deepEqual(
      [...names].filter(name => !ours.includes(name!)),
      [],
    );
    const attributes = [...html.matchAll(/<[a-z][a-z0-9]*((?:\s+[a-z-]+="[^"]*")*)\s*>/gi)];
    assert.equal(attributes.length, html.match(/<[a-z]/gi)?.length);
    for (const name of hostile) assert.ok(html.includes(escaped(name)), name);
    for (const [, href] of html.matchAll(/href="([^"]*)"/g))
      assert.match(href!, /^https:\/\/github\.com\/mender-lint\//);
  });
});
