/**
 * YAML files whose keys are known to hold commands: workflows, pipelines, Compose, manifests of Kubernetes, Ansible,
 * cloud-init, kas and debos. The structure of a file says which of them it is. Names of images, packages, services and
 * jobs are not commands.
 */

import { concatenated } from '../../text/concatenated.ts';
import type { Fragment } from '../../text/fragment.ts';
import { covered } from '../../text/masked.ts';
import { ansibleParts } from '../ansible/ansible.ts';
import { bitbakeParts } from '../bitbake/bitbake.ts';
import type { Embedded, EmbeddedCommand, EmbeddedScript } from '../embedded.ts';
import { containerCommands } from '../entry-point.ts';
import { entriesOf, itemsOf, member, parseYaml, type YamlEntry, type YamlKey, type YamlNode } from './yaml.ts';
import { wordsIn, yamlCommand } from './yaml-command.ts';
import { isManifest, manifestParts } from './yaml-manifest.ts';
import { cloudInitPackages, listedPackages, repositoryOfLine } from './yaml-packages.ts';
import { assignmentOf, scriptOf, scriptPart, writtenFile } from './yaml-script.ts';

export function yamlParts(source: Fragment, editedAt?: number): Embedded[] {
  const cloudConfig = /^(?:##.*\n)*#cloud-config\b/.test(source.text);
  return parseYaml(source, editedAt).flatMap(root => {
    if (cloudConfig) return cloudConfigParts(root);
    if (root.kind === 'list') return ansibleParts(root);
    if (member(root, 'local_conf_header') || member(root, 'bblayers_conf_header') || isKas(root))
      return [...kasParts(root), ...kasLayers(root, source)];
    const actions = member(root, 'actions');
    if (actions?.kind === 'list') return debosParts(actions.items);
    if (isManifest(root)) return manifestParts(root);
    const services = member(root, 'services');
    return services?.kind === 'map' ? composeParts(services) : [...stepParts(root, []), ...jobParts(root)];
  });
}

/** kas, "Project configuration": text that becomes local.conf and bblayers.conf. */
function kasParts(root: YamlNode): Embedded[] {
  return ['local_conf_header', 'bblayers_conf_header']
    .flatMap(key => entriesOf(member(root, key)))
    .flatMap(({ value }) => (value.kind === 'scalar' && value.fragment ? bitbakeParts(value.fragment) : []));
}

function isKas(root: YamlNode): boolean {
  return member(root, 'header')?.kind === 'map' && member(root, 'repos')?.kind === 'map';
}

/** Values that say that a layer is not used after all. */
const notTaken: ReadonlySet<string> = new Set(['disabled', 'excluded', 'false', 'no', 'n', '0']);

/** kas, "Project configuration": the layers of a repository are the keys of a mapping. */
function kasLayers(root: YamlNode, source: Fragment): Embedded[] {
  return entriesOf(member(root, 'repos')).flatMap(({ key, value }) =>
    takenOf(member(value, 'layers')).flatMap((layer): Embedded[] => {
      const range = { start: layer.start, end: layer.start + layer.key.length };
      // The place of a key that is quoted, or in a broken file, is unknown.
      if (source.text.slice(range.start, range.end) !== layer.key) return [];
      return [{ kind: 'layer', source, range, name: layer.key, repository: repositoryOf(value) ?? key }];
    }),
  );
}

function takenOf(layers: YamlNode | undefined): readonly YamlKey[] {
  if (layers?.kind !== 'map') return [];
  return [
    ...layers.bare,
    ...layers.entries.filter(({ value }) => value.kind !== 'scalar' || !notTaken.has(value.value)),
  ];
}

/** The last part of the address that a repository of kas is fetched from. */
export function repositoryOf(repository: YamlNode): string | undefined {
  const url = member(repository, 'url');
  return url?.kind === 'scalar' ? /(?<![^/:])([^/:]+?)(?:\.git)?\/?$/.exec(url.value)?.[1] : undefined;
}

/** debos, "Actions": packages that `apt` installs, and commands that `run` runs. */
function debosParts(actions: readonly YamlNode[]): Embedded[] {
  return actions.flatMap((action): Embedded[] => {
    const kind = member(action, 'action');
    if (kind?.kind !== 'scalar') return [];
    if (kind.value === 'run') return scriptPart(member(action, 'command'));
    return kind.value === 'apt' ? listedPackages('apt', member(action, 'packages')) : [];
  });
}

/**
 * GitHub workflows and composite actions, and Azure pipelines: lists of steps, however deep, with the `env` around
 * them.
 */
function stepParts(node: YamlNode, outer: readonly YamlEntry[]): Embedded[] {
  const variables = [...outer, ...macrosOf(member(node, 'variables')), ...entriesOf(member(node, 'env'))];
  const inner = ['stages', 'jobs', 'runs', 'steps', 'strategy', 'runOnce', 'deploy'].flatMap(key => {
    const value = member(node, key);
    if (!value || value.kind === 'scalar') return [];
    if (value.kind === 'list')
      return value.items.flatMap(item => [...stepCommands(item, variables), ...stepParts(item, variables)]);
    // The keys of jobs are the names of jobs.
    return [
      ...stepParts(value, variables),
      ...(key === 'jobs' ? value.entries.flatMap(entry => stepParts(entry.value, variables)) : []),
    ];
  });
  return inner;
}

/** Actions that run a script elsewhere: on another machine, in a container, in a changed root, or again. */
const runsScript = /ssh|run|exec|retry|qemu|chroot/;

function stepCommands(step: YamlNode, outer: readonly YamlEntry[]): Embedded[] {
  const shell = member(step, 'shell');
  if (shell?.kind === 'scalar' && !/^(?:ba|da|a)?sh\b/.test(shell.value)) return [];
  const uses = member(step, 'uses');
  const task = member(step, 'task');
  const inputs =
    uses?.kind === 'scalar' && runsScript.test(uses.value)
      ? member(step, 'with')
      : task?.kind === 'scalar' && /^(?:Bash|CmdLine|SSH|ShellScript)@/.test(task.value)
        ? member(step, 'inputs')
        : undefined;
  const variables = [...outer, ...entriesOf(member(step, 'env'))];
  const scripts = [
    ...['run', 'script', 'bash'].map(key => member(step, key)),
    ...['script', 'command', 'commands', 'run', 'inline'].map(key => member(inputs, key)),
  ];
  return scripts.flatMap(node =>
    scriptWith(
      variables,
      scriptLines(node).map(line => withMacros(line, variables)),
    ),
  );
}

/** Azure, "Define variables": as a mapping, or as a list of names and values. */
function macrosOf(variables: YamlNode | undefined): readonly YamlEntry[] {
  const listed = itemsOf(variables).flatMap((item): YamlEntry[] => {
    const [name, value] = [member(item, 'name'), member(item, 'value')];
    if (name?.kind !== 'scalar' || !value) return [];
    return [{ key: name.value, value, start: name.start }];
  });
  return [...entriesOf(variables), ...listed];
}

/**
 * `$(NAME)` of an Azure variable, as a shell would write it. Azure, too, leaves what is not a variable to the shell.
 */
function withMacros(line: Fragment, variables: readonly YamlEntry[]): Fragment {
  const names = new Set(variables.map(({ key }) => key));
  const text = line.text.replace(/\$\((\w+)\)/g, (whole, name: string) => (names.has(name) ? `\${${name}}` : whole));
  return covered(line, text, /\$\{/);
}

const jobScripts = ['before_script', 'script', 'after_script'];

/**
 * GitLab: jobs are keys of the root; one shell runs the lines of a script, with the variables of all jobs and its own.
 */
function jobParts(root: YamlNode): Embedded[] {
  const entries = entriesOf(root).filter(({ key }) => key !== 'variables');
  const common = entriesOf(member(root, 'variables'));
  const scripts = [root, ...entries.map(({ value }) => value)].flatMap(job => {
    const variables = job === root ? common : [...common, ...entriesOf(member(job, 'variables'))];
    return jobScripts.flatMap(key => scriptWith(variables, scriptLines(member(job, key))));
  });
  // A hidden key with a list of more than words is meant for scripts, by an alias.
  const hidden = entries.flatMap(({ key, value }) =>
    key.startsWith('.') && itemsOf(value).some(isLine) ? scriptWith(common, scriptLines(value)) : [],
  );
  return [...scripts, ...hidden];
}

/** The lines as one script, after the variables that it uses. */
function scriptWith(variables: readonly YamlEntry[], lines: readonly Fragment[]): Embedded[] {
  if (lines.length === 0) return [];
  const innermost = [...new Map(variables.map(entry => [entry.key, entry])).values()];
  const used = new Set(lines.flatMap(({ text }) => [...text.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name!)));
  const isUsed = ({ key }: YamlEntry) => used.has(key);
  return [{ kind: 'script', source: concatenated([...innermost.filter(isUsed).flatMap(assignmentOf), ...lines]) }];
}

function isLine(node: YamlNode): boolean {
  return node.kind === 'scalar' && /\S\s+\S/.test(node.value);
}

function scriptLines(node: YamlNode | undefined): readonly Fragment[] {
  if (node?.kind === 'list') return node.items.flatMap(scriptLines);
  const line = scriptOf(node);
  return line ? [line] : [];
}

/** Compose: commands of services, which no shell reads. */
function composeParts(services: YamlNode): Embedded[] {
  return entriesOf(services).flatMap(({ value: service }) => [
    ...startedParts(member(service, 'entrypoint'), member(service, 'command')),
    ...healthCheckPart(member(member(service, 'healthcheck'), 'test')),
  ]);
}

/** Compose, "entrypoint" and "command": both are lists, or texts that are split at blanks. */
function startedParts(entryPoint: YamlNode | undefined, command: YamlNode | undefined): Embedded[] {
  if (!entryPoint || !command) return [...commandPart(command), ...commandPart(entryPoint)];
  const [first, second] = [entryPoint, command].map(node => yamlCommand(wordsIn(node))[0]);
  return containerCommands(first, second);
}

/** A command as one text, split at blanks, or as a list of words. */
function commandPart(node: YamlNode | undefined): Embedded[] {
  if (node?.kind === 'list') return yamlCommand(node.items);
  const source = scriptOf(node);
  return source ? [{ kind: 'script', source, single: true }] : [];
}

/** Compose, "healthcheck": the exit status is the health of the service. */
function healthCheckPart(test: YamlNode | undefined): Embedded[] {
  return checkedBy(test).map(part => ({ ...part, tested: true }));
}

/** The first word says how the others are run; a shell runs a text. */
function checkedBy(test: YamlNode | undefined): (EmbeddedCommand | EmbeddedScript)[] {
  const [first, ...rest] = itemsOf(test);
  if (first?.kind !== 'scalar') return scriptPart(test);
  if (first.value === 'CMD-SHELL') return scriptPart(rest[0]);
  return first.value === 'CMD' ? yamlCommand(rest) : [];
}

/**
 * cloud-init, "Runcmd", "Bootcmd", "Write Files", "Package Update Upgrade Install" and "Apt Configure"; Ubuntu's
 * autoinstall contains one.
 */
function cloudConfigParts(root: YamlNode): Embedded[] {
  const autoinstall = member(root, 'autoinstall');
  const commands = [
    ...['bootcmd', 'runcmd'].flatMap(key => itemsOf(member(root, key))),
    ...['early-commands', 'late-commands'].flatMap(key => itemsOf(member(autoinstall, key))),
  ];
  const inside = member(autoinstall, 'user-data');
  return [
    ...(inside ? cloudConfigParts(inside) : []),
    ...entriesOf(member(member(root, 'apt'), 'sources')).flatMap(({ value }) =>
      repositoryOfLine(member(value, 'source')),
    ),
    ...cloudInitPackages(member(autoinstall, 'packages')),
    ...commands.flatMap((command): Embedded[] =>
      command.kind === 'list' ? yamlCommand(command.items) : scriptPart(command),
    ),
    ...itemsOf(member(root, 'write_files')).flatMap(file =>
      member(file, 'encoding') ? [] : writtenFile(member(file, 'path'), file),
    ),
    ...cloudInitPackages(member(root, 'packages')),
  ];
}
