/**
 * Markdown: the scripts, sessions, units and configurations in its code blocks. Prose, and what a program printed,
 * is nobody's command: where a block does not say what it is, only what is plainly a command is read.
 */

import { Decoder, type Fragment, type Range } from '../../text/fragment.ts';
import { masked } from '../../text/masked.ts';
import type { Embedded, ListPlace } from '../embedded.ts';
import { asMembers, type JsonMember, parseJson } from '../json/json.ts';
import { rstBlocksOf } from '../rst/rst-code.ts';
import { firstCommands, hasPrompt, promptedLines, startsAsRoot, startsWithPrompt } from '../terminal-transcript.ts';
import type { CodeBlock } from './code-block.ts';
import { codeBlocksOf } from './markdown-code.ts';

export function markdownParts(source: Fragment): Embedded[] {
  return partsOfBlocks(source, codeBlocksOf(source.text));
}

/** reStructuredText has the same in blocks of another form. */
export function rstParts(source: Fragment): Embedded[] {
  return partsOfBlocks(source, rstBlocksOf(source.text));
}

function partsOfBlocks(source: Fragment, blocks: readonly CodeBlock[]): Embedded[] {
  return blocks.flatMap((code, index) => {
    const text = linesOf(source, code.lines, code.prefix);
    const reader = readers.get(code.info);
    return reader ? reader(text, { source, code, place: { list: blocks, index } }) : [];
  });
}

interface Block {
  readonly source: Fragment;
  readonly code: CodeBlock;
  /** Blocks are side by side, as the statements of a script are. */
  readonly place: ListPlace;
}

type Reader = (text: Fragment, block: Block) => Embedded[];

const readers: ReadonlyMap<string, Reader> = new Map([
  ...named('sh bash shell shellscript zsh ash dash ksh', readScript),
  ...named('console shell-session shellsession sh-session bash-session terminal', readSession),
  ...named('ini systemd systemd-unit unit service', readUnit),
  ...named('json jsonc json5', readConfiguration),
  ...named('yaml yml', file('fence.yml')),
  ...named('dockerfile docker', file('Dockerfile')),
  ...named('makefile make', file('Makefile')),
  ...named('bitbake', file('fence.bbclass')),
  ['', readUnnamed],
]);

function named(infos: string, reader: Reader): (readonly [string, Reader])[] {
  return infos.split(' ').map(info => [info, reader]);
}

function file(path: string): Reader {
  return source => [{ kind: 'file', path, source }];
}

const bitbakeFile = file('fence.bbclass');

/** Blanks around the operator: nothing that a shell would take for an assignment. */
const bitbakeLine =
  /^(?:[ \t]*(?:#.*)?|(?:inherit|require|include)[ \t].*|[A-Za-z][\w.+:${}/-]*(?:\[[\w-]+\])?[ \t]+(?:\?{0,2}|:|\+|\.)=[+.]?[ \t]*["'].*)$/;

function isBitbake(text: string): boolean {
  const lines = text.replace(/\\\r?\n/g, '').split(/\r?\n/);
  return lines.some(line => /^\w\S*[ \t]+\S*=/.test(line)) && lines.every(line => bitbakeLine.test(line));
}

function readScript(text: Fragment, block: Block): Embedded[] {
  if (isBitbake(text.text)) return bitbakeFile(text, block);
  return startsWithPrompt(text.text) ? readSession(text, block) : script(text, block);
}

function readSession(text: Fragment, { source, code, place }: Block): Embedded[] {
  return hasPrompt(text.text, true)
    ? script(linesOf(source, promptedLines(source.text, code.lines)), { place })
    : readCommands({ source, code, place });
}

function readCommands({ source, code, place }: Block): Embedded[] {
  return script(linesOf(source, firstCommands(source.text, code.lines), code.prefix), { place });
}

/** `<URL>` stands for something that the reader puts in. */
const blank = /(?<![<\w])<[A-Za-z](?:[\w .:/|-]*\w)?>/g;

function script(text: Fragment, { place }: Pick<Block, 'place'>): Embedded[] {
  return text.text === '' ? [] : [{ kind: 'script', source: masked(text, blank), place }];
}

const unitStart = /^\s*(?:[#;].*\n\s*)*(?:\[(?:Unit|Service|Install|Timer|Path|Socket|Mount)\]|Exec\w+=)/;

/** A table in another dialect of INI is nobody's unit. */
function readUnit(source: Fragment): Embedded[] {
  return unitStart.test(source.text) ? [{ kind: 'file', path: 'fence.service', source }] : [];
}

/** Keys that no other program's configuration has. */
const clientKey =
  /^(?:TenantToken|(?:Update|Inventory)PollIntervalSeconds|RootfsPart[AB]|StateScript\w+Seconds|ArtifactVerifyKeys?|UpdateControlMap\w+)$/;

/** Keys that others have too, by one of those inside that only the client's has. */
const clientKeysInside: Readonly<Record<string, RegExp>> = {
  Connectivity: /^(?:DisableKeepAlive|IdleConnTimeoutSeconds)$/,
};

function isClientMember({ key, value }: JsonMember): boolean {
  return clientKey.test(key) || (value?.members.some(inner => clientKeysInside[key]?.test(inner.key)) ?? false);
}

/** Many an example is but a part: a few members, or others left out with dots. */
function readConfiguration(text: Fragment): Embedded[] {
  const start = text.text.trimStart()[0];
  const source = start === '"' ? asMembers(text) : text;
  const { root, problems } = parseJson(source);
  if ((start !== '"' && start !== '{') || !root?.members.some(isClientMember)) return [];
  const isPart = start === '"' || problems.length > 0;
  return [{ kind: 'file', path: 'mender.conf', source, ...(isPart && { part: true }) }];
}

function readUnnamed(text: Fragment, block: Block): Embedded[] {
  if (hasPrompt(text.text, false)) return readSession(text, block);
  if (isBitbake(text.text)) return bitbakeFile(text, block);
  const read = [readUnit(text), readConfiguration(text)].flat();
  if (read.length > 0) return read;
  const commands = readCommands(block);
  // With no command but after it, the sign is no comment.
  return commands.length === 0 && startsAsRoot(text.text) ? readSession(text, block) : commands;
}

/** Lines of a text as a text of their own. Without a `prefix` there is no room for a further one. */
function linesOf(source: Fragment, lines: readonly Range[], prefix?: string): Fragment {
  const decoder = new Decoder();
  lines.forEach(({ start, end }, index) => {
    const before = lines[index - 1];
    if (before) decoder.decode('\n', { start: before.end, end: start });
    decoder.copy(source.text.slice(start, end), start);
  });
  const range = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
  return decoder.finish(source, range, text => {
    if (/`{3}|~{3}/.test(text)) return undefined;
    if (prefix === undefined) return text.includes('\n') ? undefined : text;
    return text.replaceAll('\n', `${lineEnd(source.text)}${prefix}`);
  });
}

function lineEnd(text: string): string {
  return text[text.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
}
