/**
 * Markdown: the scripts, sessions, units and configurations in its code blocks. Prose and output of programs are not
 * commands: in a block that does not say what it is, only lines that are plainly commands are read.
 */
import { tellingInside, tellingKey } from '../../mender/configuration-keys.ts';
import { clientConfiguration } from '../../mender/file-names.ts';
import { keyword } from '../../mender/keywords.ts';
import { Decoder, type Fragment, type Range } from '../../text/fragment.ts';
import { masked } from '../../text/masked.ts';
import type { Embedded, ListPlace } from '../embedded.ts';
import { asMembers, type JsonMember, parseJson } from '../json/json.ts';
import { rstBlocksOf } from '../rst/rst-code.ts';
import { parsedLiteral } from '../rst/rst-parsed.ts';
import { firstCommands, hasPrompt, promptedLines, startsAsRoot, startsWithPrompt } from '../terminal-transcript.ts';
import type { CodeBlock } from './code-block.ts';
import { codeBlocksOf } from './markdown-code.ts';

export function markdownParts(source: Fragment): Embedded[] {
  return partsOfBlocks(source, codeBlocksOf(source.text));
}

/** reStructuredText embeds the same in blocks of another form. */
export function rstParts(source: Fragment): Embedded[] {
  return partsOfBlocks(source, rstBlocksOf(source.text));
}

function partsOfBlocks(file: Fragment, blocks: readonly CodeBlock[]): Embedded[] {
  const devices = devicesOf(file.text, blocks);
  return blocks.flatMap((block, index) => {
    const [source, code] = block.parsed ? parsedLiteral(file, block, lineEnd(file.text)) : [file, block];
    const text = linesOf(source, code.lines, code.prefix);
    const reader = readers.get(code.info);
    const device = devices[index];
    const place = { list: device ?? blocks, index };
    return reader ? reader(text, { source, code, place, isForDevice: device !== undefined }) : [];
  });
}

/** A release of the client, or a phrase in its place. */
const release = new RegExp(
  [
    '\\b[1-6]\\.x\\b',
    `\\b(?:${keyword}|client|version|release|series)\\b.*\\b(?:[1-6]\\.\\d|(?:go|go-?lang|legacy)\\b)`,
    '\\b(?:legacy|c\\+\\+|go(?:-?lang)?) client\\b',
  ].join('|'),
  'i',
);

/** Consecutive blocks, each under a line that names a release, are for one device each: they get the same object. */
function devicesOf(text: string, blocks: readonly CodeBlock[]): readonly (object | undefined)[] {
  const named = blocks.map((block, index) => release.test(lineBefore(text, block, blocks[index - 1])));
  let device = {};
  return named.map((isNamed, index) => {
    if (!named[index - 1]) device = {};
    return isNamed && (named[index - 1] || named[index + 1]) ? device : undefined;
  });
}

/** The last line of the text between two blocks. */
function lineBefore(text: string, { fenced, lines: [first] }: CodeBlock, previous: CodeBlock | undefined): string {
  const between = text.slice(previous?.lines.at(-1)?.end ?? 0, first?.start ?? 0).split('\n');
  const written = between.slice(0, fenced ? -2 : -1).filter(line => /\w/.test(line));
  return written.at(-1) ?? '';
}

interface Block {
  readonly source: Fragment;
  readonly code: CodeBlock;
  /** Blocks are side by side, like the statements of a script. */
  readonly place: ListPlace;
  /** Its neighbour is for another device. */
  readonly isForDevice: boolean;
}

type Reader = (text: Fragment, block: Block) => Embedded[];

const readers: ReadonlyMap<string, Reader> = new Map([
  ...named('sh bash shell shellscript zsh ash dash ksh', readScript),
  ...named('console shell-session shellsession sh-session bash-session terminal', readSession),
  ...named('ini systemd systemd-unit unit service', readUnit),
  ...named('json jsonc json5', readConfiguration),
  ...named('yaml yml', fileAt('fence.yml')),
  ...named('dockerfile docker', fileAt('Dockerfile')),
  ...named('makefile make', fileAt('Makefile')),
  ...named('bitbake', fileAt('fence.bbclass')),
  ['', readUnnamed],
]);

function named(infos: string, reader: Reader): (readonly [string, Reader])[] {
  return infos.split(' ').map(info => [info, reader]);
}

function fileAt(path: string): Reader {
  return source => [{ kind: 'file', path, source }];
}

const bitbakeFile = fileAt('fence.bbclass');

/** Blanks around the operator: no shell would read this as an assignment. */
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

function readSession(text: Fragment, block: Block): Embedded[] {
  const { source, code } = block;
  return hasPrompt(text.text, true)
    ? script(linesOf(source, promptedLines(source.text, code.lines)), block)
    : readCommands(block);
}

function readCommands(block: Block): Embedded[] {
  const { source, code } = block;
  return script(linesOf(source, firstCommands(source.text, code.lines), code.prefix), block);
}

/** `<URL>` is a placeholder that the reader replaces. */
const blank = /(?<![<\w])<[A-Za-z](?:[\w .:/|-]*\w)?>/g;

function script(text: Fragment, { place, isForDevice }: Block): Embedded[] {
  if (text.text === '') return [];
  return [{ kind: 'script', source: masked(text, blank), ...(isForDevice ? { device: place } : { place }) }];
}

const unitStart = /^\s*(?:[#;].*\n\s*)*(?:\[(?:Unit|Service|Install|Timer|Path|Socket|Mount)\]|Exec\w+=)/;

/** A table in another dialect of INI is not a unit. */
function readUnit(source: Fragment): Embedded[] {
  return unitStart.test(source.text) ? [{ kind: 'file', path: 'fence.service', source }] : [];
}

function isClientMember({ key, value }: JsonMember): boolean {
  return tellingKey.test(key) || (value?.members.some(inner => tellingInside[key]?.test(inner.key)) ?? false);
}

/** Many examples are partial: a few members, or members replaced by dots. */
function readConfiguration(text: Fragment): Embedded[] {
  const start = text.text.trimStart()[0];
  const source = start === '"' ? asMembers(text) : text;
  const { root, problems } = parseJson(source);
  if ((start !== '"' && start !== '{') || !root?.members.some(isClientMember)) return [];
  const isPart = start === '"' || problems.length > 0;
  return [{ kind: 'file', path: clientConfiguration.installed, source, ...(isPart && { part: true }) }];
}

function readUnnamed(text: Fragment, block: Block): Embedded[] {
  const interpreter = /^[ \t]*#!(.*)/.exec(text.text)?.[1];
  if (interpreter !== undefined) return /\b(?:ba|da|a|z|k)?sh\b/.test(interpreter) ? script(text, block) : [];
  if (hasPrompt(text.text, false)) return readSession(text, block);
  if (isBitbake(text.text)) return bitbakeFile(text, block);
  const read = [readUnit(text), readConfiguration(text)].flat();
  if (read.length > 0) return read;
  const commands = readCommands(block);
  // Unless a command follows it, the sign is not a comment.
  return commands.length === 0 && startsAsRoot(text.text) ? readSession(text, block) : commands;
}

/** Lines of a text as a separate text. Without a `prefix` there is no room for another line. */
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
