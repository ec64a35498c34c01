/** What a simple command of a test ends with: builtins, functions of the script, and programs behind `sudo` and the like. */
import * as sh from '../../syntax/shell.ts';
import { innerScript, shellWord } from '../../syntax/shell-word.ts';
import {
  type CommandLine,
  type Condition,
  constant,
  literalText,
  type Pipeline,
  type Text,
  unknown,
} from '../frame.ts';
import { runsOf } from '../wrappers.ts';
import { deeper } from './scope.ts';
import { testCondition } from './test-command.ts';
import type { Place, PlacedWord, TestReader } from './test-reader.ts';
import { textOf } from './texts.ts';

export function commandStatus(node: sh.Command, reader: TestReader, place: Place): Condition {
  const [name, ...args] = reader.words(node, place);
  if (!name) return assignmentStatus(node, reader, place);
  switch (name.node.value) {
    case 'true':
    case ':':
    case 'echo':
    case 'printf':
      return constant(true);
    case 'false':
      return constant(false);
    case 'return':
    case 'exit':
      return /^\d+$/.test(args[0]?.node.value ?? '') ? constant(Number(args[0]!.node.value) === 0) : unknown;
    case 'test':
      return testCondition(args.map(word => textOf(word, reader)));
    case '[':
      return testCondition(args.slice(0, -1).map(word => textOf(word, reader)));
  }
  const called = reader.functionNamed(name.node.value);
  const inside = called && reader.inside(called, args, place);
  if (inside) return reader.status(called.body, inside);
  // `if $IS_NEW`, with `true` or `false` in it
  if (args.length === 0 && name.node.value.startsWith('$')) {
    return { kind: 'text', text: textOf(name, reader), test: 'equal', operand: literalText('true') };
  }
  return programStatus([name, ...args], node, reader, place);
}

function programStatus(words: readonly PlacedWord[], node: sh.Command, reader: TestReader, place: Place): Condition {
  const read = new Map(words.map(word => [shellWord(word.node, word.source), word]));
  for (const run of runsOf([...read.keys()])) {
    if (run.kind === 'script') return scriptStatus(sh.parseShell(innerScript(run.word)), reader, place);
    const inner = run.words.flatMap(word => read.get(word) ?? []);
    if (inner.length === run.words.length && inner.length > 0 && inner.length < words.length)
      return programStatus(inner, node, reader, place);
  }
  return { kind: 'pipeline', commands: [lineOf(words, reader)], input: hereString(node, reader, place) };
}

/** A script within the script has arguments of its own. */
function scriptStatus({ parts: [part, ...others] }: sh.ShellTree, reader: TestReader, place: Place): Condition {
  const scope = deeper(place, undefined);
  if (!part || others.length > 0 || !scope) return unknown;
  const statements = part.scripts.flatMap(({ commands }) => commands);
  return reader.listStatus(statements, { source: part.source, scope });
}

/** `V=$(command)` alone ends with the status of the command. */
function assignmentStatus({ prefix }: sh.Command, reader: TestReader, place: Place): Condition {
  const last = prefix.at(-1);
  const part = last?.type === 'Assignment' && last.value.type === 'Word' ? onlyPart(last.value) : undefined;
  return part?.type === 'CommandExpansion' && part.script && part.script.source === undefined
    ? reader.listStatus(part.script.commands, place)
    : constant(true);
}

/** Behind `sudo` and the like. */
function plainLine(node: sh.Command, reader: TestReader, place: Place): CommandLine {
  const status = programStatus(reader.words(node, place), node, reader, place);
  return status.kind === 'pipeline' ? (status.commands[0] ?? []) : [];
}

function lineOf(words: readonly PlacedWord[], reader: TestReader): CommandLine {
  return words.map(word => textOf(word, reader));
}

function hereString({ redirects }: sh.Command, reader: TestReader, place: Place): Text | undefined {
  const found = redirects.find(redirect => redirect.type === 'HereString');
  return found?.target ? textOf({ ...place, node: found.target }, reader) : undefined;
}

export function pipelineOf(node: sh.Pipeline | sh.Command, reader: TestReader, place: Place): Pipeline {
  const commands = node.type === 'Command' ? [node] : node.commands;
  const last = commands.at(-1);
  return {
    kind: 'pipeline',
    commands: commands.map(command => (command.type === 'Command' ? plainLine(command, reader, place) : [])),
    input: last?.type === 'Command' ? hereString(last, reader, place) : undefined,
  };
}

function onlyPart({ parts = [] }: sh.Word): sh.WordPart | undefined {
  const [part, ...others] = parts;
  if (others.length > 0) return undefined;
  return part?.type === 'DoubleQuoted' && part.parts.length === 1 ? part.parts[0] : part;
}
