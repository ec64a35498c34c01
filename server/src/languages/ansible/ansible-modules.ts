/** What modules of Ansible do with commands, packages, files and repositories, by their parameters. */

import { slice } from '../../text/fragment.ts';
import type {
  EmbeddedCommand,
  EmbeddedFile,
  EmbeddedPackage,
  EmbeddedPath,
  EmbeddedScript,
  EmbeddedService,
} from '../embedded.ts';
import { nameInAddress, nameInFolder } from '../name-in-folder.ts';
import { itemsOf, member, type YamlNode, type YamlScalar } from '../yaml/yaml.ts';
import { wordOf, yamlCommand } from '../yaml/yaml-command.ts';
import { ansiblePackages, repositoryOfLine, repositoryOfSources } from '../yaml/yaml-packages.ts';
import { scriptOf, scriptPart, writtenFile } from '../yaml/yaml-script.ts';
import { expanded, type Task } from './ansible-variables.ts';

export type ModulePart =
  | EmbeddedScript
  | EmbeddedCommand
  | EmbeddedPackage
  | EmbeddedFile
  | EmbeddedService
  | EmbeddedPath;

type Parameters = (...names: readonly string[]) => YamlNode | undefined;

interface Call extends Task {
  readonly module: string;
  readonly value: YamlNode;
  /** The parameter with one of these names. */
  readonly parameter: Parameters;
}

/** By name without its collection. */
const modules: ReadonlyMap<string, (call: Call) => ModulePart[]> = new Map<string, (call: Call) => ModulePart[]>([
  ...['shell', 'command', 'raw', 'expect'].map(name => [name, commandParts] as const),
  ...['apt', 'package'].map(name => [name, packageParts] as const),
  ['dpkg_selections', heldPackages],
  ['apt_repository', ({ parameter }) => (isAbsent(parameter) ? [] : repositoryOfLine(parameter('repo')))],
  [
    'deb822_repository',
    ({ parameter }) => (isAbsent(parameter) ? [] : repositoryOfSources(parameter('uris'), parameter('suites'))),
  ],
  [
    'get_url',
    ({ module, parameter, ...task }) => [
      ...filePackages(module, parameter('url')),
      ...brought(parameter('dest'), parameter('url'), task, nameInAddress),
    ],
  ],
  ['cron', ({ parameter }) => (isAbsent(parameter) ? [] : scriptPart(parameter('job')))],
  ['file', fileParts],
  [
    'copy',
    ({ parameter, value, ...task }) => [
      ...brought(parameter('dest'), parameter('src'), task, nameInFolder),
      ...writtenFile(parameter('dest'), value),
    ],
  ],
  ['template', ({ parameter, ...task }) => brought(parameter('dest'), parameter('src'), task, nameInFolder)],
  ...['unarchive', 'synchronize', 'git'].map(
    name => [name, ({ parameter, ...task }: Call) => brought(parameter('dest'), undefined, task, () => '*')] as const,
  ),
  ['stat', ({ module, parameter }) => asked(module, parameter('path', 'dest', 'name'))],
  ['wait_for', ({ module, parameter }) => asked(module, parameter('path'))],
  ...['slurp', 'fetch'].map(name => [name, ({ parameter }: Call) => paths(parameter('src', 'path'))] as const),
  ['lineinfile', ({ parameter }) => editedFile(parameter, parameter('line'))],
  ['blockinfile', ({ parameter }) => editedFile(parameter, parameter('block', 'content'))],
  ['replace', ({ parameter }) => editedFile(parameter, undefined)],
  ['ini_file', ({ parameter }) => editedFile(parameter, undefined)],
]);

/** A use that removes something is no use of it. */
function isAbsent(parameter: Parameters): boolean {
  const state = parameter('state');
  return state?.kind === 'scalar' && state.value === 'absent';
}

export function partsOfModule(module: string, value: YamlNode, task: Task): ModulePart[] {
  const read = modules.get(module);
  if (!read) return [];
  const inline = value.kind === 'scalar' ? inlineParameters(value) : undefined;
  const parameter: Parameters = (...names) => {
    for (const name of names) {
      const found = inline ? inline.get(name) : member(value, name);
      if (found) return found;
    }
    return undefined;
  };
  return read({ ...task, module, value, parameter });
}

/** Parameters on one line: `file: path=PATH state=absent`. Quoted ones are left alone. */
function inlineParameters({ fragment, source, start, value, style }: YamlScalar): ReadonlyMap<string, YamlScalar> {
  // Where the text is written as it reads, its offsets are those of the file.
  if (!fragment || !source.text.startsWith(value, start) || style !== 'plain') return new Map();
  return new Map(
    [...value.matchAll(/(?:^|\s)([a-z_]+)=([^\s"']+)(?=\s|$)/g)].map(({ 0: whole, 1: name, 2: text, index }) => {
      const from = index + whole.length - text!.length;
      const range = { start: start + from, end: start + from + text!.length };
      const inside = slice(fragment, { start: from, end: from + text!.length });
      return [name!, { kind: 'scalar', ...range, value: text!, style: 'plain', source, fragment: inside }];
    }),
  );
}

/** The command alone, as `cmd`, or as a list of words. */
function commandParts({ module, value }: Call): ModulePart[] {
  const argv = itemsOf(member(value, 'argv'));
  if (argv.length > 0) return yamlCommand(argv);
  const command = value.kind === 'map' ? (member(value, 'cmd') ?? member(value, 'command')) : value;
  if (module !== 'command') return scriptPart(command);
  // The module `command` has no shell: one program is all it runs.
  const source = scriptOf(command);
  return source ? [{ kind: 'script', source, single: true }] : [];
}

function packageParts({ module, value, parameter, ...task }: Call): ModulePart[] {
  return [...ansiblePackages(module, value, task), ...filePackages(module, parameter('deb'))];
}

/** A package as a file: its path, or the address that it is fetched from. */
function filePackages(module: string, file: YamlNode | undefined): EmbeddedPackage[] {
  return file?.kind === 'scalar' && /\.deb$/.test(file.value)
    ? [{ kind: 'package', use: 'file', tool: module, name: wordOf(file), versioned: false }]
    : [];
}

function heldPackages({ module, parameter, ...task }: Call): ModulePart[] {
  const name = parameter('name');
  const selection = parameter('selection');
  if (!name || selection?.kind !== 'scalar' || selection.value !== 'hold') return [];
  return expanded(name, task).flatMap(each =>
    each.kind === 'scalar'
      ? [{ kind: 'package' as const, use: 'hold' as const, tool: module, name: wordOf(each), versioned: false }]
      : [],
  );
}

function fileParts({ parameter, ...task }: Call): ModulePart[] {
  const state = parameter('state');
  const kind = state?.kind === 'scalar' ? state.value : 'file';
  const path = parameter('path', 'dest', 'name');
  const files = path ? expanded(path, task) : [];
  if (isAbsent(parameter)) return files.flatMap(file => paths(file, false, 'rm'));
  const linked = kind === 'link' || kind === 'hard' ? paths(parameter('src')) : [];
  return [...linked, ...files.flatMap(file => paths(file, kind !== 'file'))];
}

function editedFile(parameter: Parameters, text: YamlNode | undefined): ModulePart[] {
  const path = parameter('path', 'dest', 'destfile', 'name');
  const source = scriptOf(text);
  const written: ModulePart[] =
    source && path?.kind === 'scalar' ? [{ kind: 'file', path: path.value, source, part: true }] : [];
  return [...paths(path), ...written];
}

function paths(node: YamlNode | undefined, created = false, program?: string): EmbeddedPath[] {
  return node?.kind === 'scalar'
    ? [{ kind: 'path', path: wordOf(node), created, ...(program !== undefined && { program }) }]
    : [];
}

/**
 * What a task puts on the device: at that path, or in that folder; `item` may appear in the path itself. Without a
 * source the task gives the text itself.
 */
function brought(
  place: YamlNode | undefined,
  source: YamlNode | undefined,
  task: Task,
  nameOf: (text: string) => string,
): EmbeddedPath[] {
  const sources = source ? expanded(source, task) : [];
  const items = task.items.flatMap(item => (item.kind === 'scalar' ? [nameInFolder(item.value)] : []));
  const folder = place?.kind === 'scalar' && /^(\/.*\/)\{\{\s*item\s*\}\}$/.exec(place.value)?.[1];
  const names = source ? sources.flatMap(each => (each.kind === 'scalar' ? [nameOf(each.value)] : [])) : [nameOf('')];
  const places = place ? expanded(place, task) : [];
  return places
    .flatMap(each => paths(each, true, source && 'copy'))
    .map(path => ({
      ...path,
      files: folder ? items.map(name => folder + name) : names,
    }));
}

/** A file that a module with this name looks for. */
function asked(module: string, node: YamlNode | undefined): EmbeddedPath[] {
  return paths(node).map(path => ({ ...path, asked: module }));
}
